"""ORG702: a promotion to a role of the same level, or a lower one."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import both_named
from orgmodel.rules.rule import Found, Rule


class LevelNotRising(Rule):
    """One finding for each promotion; info where it changes the track on one level, which is a lawful move."""

    code = "ORG702"
    name = "level-not-rising"
    severity = Severity.WARNING
    title = "A promotion does not lead to a higher level"
    why = (
        "Levels say who is more senior. A promotion that does not raise the level is a change of work, or one of "
        "the two levels is wrong, and then pay and authority are compared wrongly as well."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, level: 3, promotes_to: senior}  # [ORG702]
  senior: {title: Senior Product Manager, level: 3}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, level: 3, promotes_to: senior}
  senior: {title: Senior Product Manager, level: 4}
"""
    fix = "Correct one of the levels, or remove the role from `promotes_to`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Steps between roles that both have a level."""
        organization = context.organization
        for step in context.ladder.steps:
            lower, upper = organization.roles[step.lower], organization.roles[step.upper]
            if lower.level is None or upper.level is None or upper.level > lower.level:
                continue
            first, next_one = both_named(organization, step)
            if upper.level < lower.level:
                levels = f"down from level {lower.level} to {upper.level}"
            else:
                levels = f"on the same level, {lower.level}"
            changes_track = upper.level == lower.level and None not in {lower.track, upper.track}
            is_move = changes_track and lower.track != upper.track
            yield Found(
                f"{first} is promoted to {next_one}, {levels}{', on another track' if is_move else ''}",
                step.spot,
                step.entities,
                (
                    (Spot("roles", step.lower, ("level",)), "the level to start from"),
                    (Spot("roles", step.upper, ("level",)), "the level to reach"),
                ),
                severity=Severity.INFO if is_move else None,
                subject=step.subject,
            )
