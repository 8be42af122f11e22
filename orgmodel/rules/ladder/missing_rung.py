"""ORG703: a promotion that skips a level which its track has."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import Step, both_named, track_named, track_of
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named


class MissingRung(Rule):
    """One finding for each promotion. What is skipped are roles on the track of the next role, in its family.

    A role that the lower one leads to as well is no missing rung: then the long step is a choice.
    """

    code = "ORG703"
    name = "missing-rung"
    severity = Severity.INFO
    title = "A promotion skips a rung"
    why = (
        "The track has a level in between, and this step passes it by. People then jump further than their "
        "colleagues, or the rung in between has no way in or no way out."
    )
    bad = """\
orgmodel: 1
roles:
  apm: {title: Associate Product Manager, track: ic, level: 2, promotes_to: senior}  # [ORG703]
  pm: {title: Product Manager, track: ic, level: 3}
  senior: {title: Senior Product Manager, track: ic, level: 4}
"""
    good = """\
orgmodel: 1
roles:
  apm: {title: Associate Product Manager, track: ic, level: 2, promotes_to: pm}
  pm: {title: Product Manager, track: ic, level: 3, promotes_to: senior}
  senior: {title: Senior Product Manager, track: ic, level: 4}
"""
    fix = "Let the promotion lead to the rung in between, and from there on."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Steps between roles with levels, upward to a role with a track."""
        organization = context.organization
        for step in context.ladder.steps:
            skipped = _skipped(context, step)
            if not skipped:
                continue
            levels = sorted({organization.roles[name].level or 0 for name in skipped})
            first, next_one = both_named(organization, step)
            track = track_of(organization.roles[step.upper])
            shown = listed([named(organization, "roles", name) for name in skipped])
            yield Found(
                f"{first} is promoted to {next_one} past {counted(len(levels), 'level')} of "
                f"{track_named(track) if track is not None else 'the track'}: {shown}",
                step.spot,
                step.entities,
                tuple((Spot("roles", name), "stands between them") for name in skipped[:MOST_RELATED]),
                subject=step.subject,
            )


def _skipped(context: RuleContext, step: Step) -> list[str]:
    """Roles between the two of a step, if the step passes all of one level by."""
    roles = context.organization.roles
    lower, upper = roles[step.lower], roles[step.upper]
    track = track_of(upper)
    if lower.level is None or upper.level is None or track is None:
        return []
    between: dict[int, list[str]] = {}
    for name in context.ladder.tracks.get(track, ()):
        level = roles[name].level
        if level is not None and lower.level < level < upper.level:
            between.setdefault(level, []).append(name)
    chosen = set(lower.promotes_to)
    return [name for level in sorted(between) if chosen.isdisjoint(between[level]) for name in between[level]]
