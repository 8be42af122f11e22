"""ORG722: the ladder of contributors ends, and only management goes on."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import is_contributor, is_management, track_named
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, described, listed, named


class ContributorTrackEnds(Rule):
    """One finding for each role at the top of a track of contributors from which promotions lead to management alone.

    A track of one rung is no ladder, and is passed over.
    """

    code = "ORG722"
    name = "contributor-track-ends"
    severity = Severity.INFO
    title = "Above a contributor there is only management"
    why = (
        "Whoever is best at the work itself can rise only by leading people instead. Some do it badly, others leave; "
        "a rung above for experts keeps them. In a small house one ladder may well be enough."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, track: ic, level: 3, promotes_to: senior}
  senior: {title: Senior Product Manager, track: ic, level: 4, promotes_to: director}  # [ORG722]
  director: {title: Director of Product, track: management, level: 5}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, track: ic, level: 3, promotes_to: senior}
  senior: {title: Senior Product Manager, track: ic, level: 4, promotes_to: [principal, director]}
  principal: {title: Principal Product Manager, track: ic, level: 5}
  director: {title: Director of Product, track: management, level: 5}
"""
    fix = "Add a rung for experts above it, or accept with a waiver that there is one ladder."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Roles of one track and family, by level."""
        organization, ladder = context.organization, context.ladder
        for track, names in ladder.tracks.items():
            levels = {name: organization.roles[name].level or 0 for name in names}
            top = max(levels.values())
            for name in names:
                role = organization.roles[name]
                if levels[name] < top or name not in ladder.reached or not is_contributor(role):
                    continue
                onward = [upper for upper in role.promotes_to if upper in ladder.roles]
                if not onward or not all(is_management(organization.roles[upper]) for upper in onward):
                    continue
                shown = listed([named(organization, "roles", upper) for upper in onward], 3)
                yield Found(
                    f"{track_named(track)} ends with {described(organization, 'roles', name)} on level {levels[name]}: "
                    f"the only way on leads into management, to {shown}",
                    Spot("roles", name, ("promotes_to",), key=True),
                    (entity("roles", name),),
                    tuple((Spot("roles", upper), "the way on") for upper in onward[:MOST_RELATED]),
                )
