"""ORG308: a person who sits above themself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.findings import Severity
from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.seats.shared_people import Share, SharedPerson
from orgmodel.rules.wording import MOST_RELATED, listed, named


class ManagesThemself(Rule):
    """One finding for each person and upper seat, however far above; info where the person only stands in."""

    code = "ORG308"
    name = "manages-themself"
    severity = Severity.WARNING
    title = "A person is their own manager"
    why = (
        "On paper there are two seats and a line between them; in life one person sets their own goals and "
        "approves their own work, and whoever sits between them manages their own manager."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Ada Park}  # [ORG308]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz}
"""
    fix = "Give the lower seat to somebody else, mark it as `kind: interim`, or join the two seats."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Over solid lines, to the nearest upper seat of the same person."""
        lines = context.lines
        for person in context.shared_people:
            by_place = {lines.index[share.seat]: share for share in person.shares if share.seat in lines.index}
            below: dict[int, list[int]] = {}
            for lower, upper in _pairs(lines.hierarchy, list(by_place)):
                below.setdefault(upper, []).append(lower)
            for upper, lowers in below.items():
                yield _found(context, person, by_place[upper], [by_place[lower] for lower in lowers])


def _pairs(hierarchy: Hierarchy, seats: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each of the seats that has another one above it, with the nearest such."""
    above: list[int] = []
    for seat in sorted(seats, key=hierarchy.rank.__getitem__):
        while above and not hierarchy.is_above(above[-1], seat):
            above.pop()
        if above:
            yield seat, above[-1]
        above.append(seat)


def _found(context: RuleContext, person: SharedPerson, upper: Share, lowers: list[Share]) -> Found:
    organization = context.organization
    shown = named(organization, "people", person.person)
    names = listed([quoted(lower.seat) for lower in lowers])
    report = "which reports to it" if len(lowers) == 1 else "which report to it"
    steps = min(_steps(context, lower.seat, upper.seat) for lower in lowers)
    directly = "" if steps == 1 else " in the end"
    spots = [holder_spot(organization, share.seat, share.number) for share in lowers[:MOST_RELATED]]
    upper_spot = holder_spot(organization, upper.seat, upper.number)
    related = [(upper_spot, "the upper seat"), *((spot, "a lower seat too") for spot in spots[1:])]
    is_interim = upper.is_interim or all(lower.is_interim for lower in lowers)
    return Found(
        f"{shown} holds {quoted(upper.seat)} and also {names}, {report}{directly}",
        spots[0],
        (person.entity, *(entity("positions", share.seat) for share in (upper, *lowers))),
        tuple(related),
        severity=Severity.INFO if is_interim else None,
        subject=f"{person.person} {upper.seat}",
    )


def _steps(context: RuleContext, lower: str, upper: str) -> int:
    lines = context.lines
    depth = lines.hierarchy.depth
    return depth[lines.index[lower]] - depth[lines.index[upper]]
