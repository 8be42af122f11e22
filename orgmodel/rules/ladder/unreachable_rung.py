"""ORG705: a rung above the entry that no promotion leads to."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import track_named, track_of
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class UnreachableRung(Rule):
    """One finding for each role above the lowest level of a track on which promotions lead to some role.

    A role of the track without a level, from which nothing leads on either, has no place on it at all. External
    roles, and library roles that nobody names, are no rungs.
    """

    code = "ORG705"
    name = "unreachable-rung"
    severity = Severity.INFO
    title = "No promotion leads to a role"
    why = (
        "Roles of the same track are reached by promotion, this one only from outside. Either its place on the "
        "ladder was forgotten, or people here cannot become this."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, track: ic, level: 3, promotes_to: senior}
  senior: {title: Senior Product Manager, track: ic, level: 4}
  architect: {title: Product Architect, track: ic, level: 4}  # [ORG705]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, track: ic, level: 3, promotes_to: [senior, architect]}
  senior: {title: Senior Product Manager, track: ic, level: 4}
  architect: {title: Product Architect, track: ic, level: 4}
"""
    fix = "Name it in the `promotes_to` of the role below it; if it is another name of a rung, make it an alias there."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Roles of one track and family, by level."""
        organization, ladder = context.organization, context.ladder
        for track, names in ladder.tracks.items():
            if ladder.reached.isdisjoint(names):
                continue
            levels = {name: organization.roles[name].level or 0 for name in names}
            entry = min(levels.values())
            told = _told_by_dead_ends(context, names, levels)
            for name in names:
                if name in told:
                    continue
                if levels[name] == entry or name in ladder.reached or organization.roles[name].external:
                    continue
                yield Found(
                    f"no promotion leads to {described(organization, 'roles', name)} on level {levels[name]} of "
                    f"{track_named(track)}, which begins on level {entry}",
                    Spot("roles", name, key=True),
                    (entity("roles", name),),
                )
        yield from _without_place(context)


def _without_place(context: RuleContext) -> Iterator[Found]:
    """Roles of a track with rungs that have neither a level nor a promotion to or from them."""
    organization, ladder = context.organization, context.ladder
    climbed = {track_of(organization.roles[name]) for name in ladder.reached}
    for name, role in ladder.roles.items():
        track = track_of(role)
        if track is None or track not in climbed or role.level is not None or role.external:
            continue
        if role.promotes_to or name in ladder.reached:
            continue
        yield Found(
            f"{described(organization, 'roles', name)} has no place on {track_named(track)}: "
            "it has no level, and no promotion leads to it or from it",
            Spot("roles", name, key=True),
            (entity("roles", name),),
        )


def _told_by_dead_ends(context: RuleContext, names: list[str], levels: dict[str, int]) -> set[str]:
    """The rungs next above one from which nothing leads on: the missing step is told there."""
    found: set[str] = set()
    for name in names:
        higher = [levels[each] for each in names if levels[each] > levels[name]]
        if higher and name in context.ladder.reached and not context.organization.roles[name].promotes_to:
            found.update(each for each in names if levels[each] == min(higher))
    return found
