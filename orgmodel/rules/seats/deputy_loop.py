"""ORG318: deputies who stand in for each other in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.loops import find_rings
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.deputies import Deputy
from orgmodel.rules.wording import MOST_RELATED, counted, ring_path


class DeputyLoop(Rule):
    """One finding for each ring of vacant seats; info for a ring of three or more in which somebody sits.

    Two seats that stand in for each other are the most ordinary arrangement, as long as one of them is filled.
    """

    code = "ORG318"
    name = "deputy-loop"
    severity = Severity.WARNING
    title = "Deputies lead in a ring"
    why = (
        "Whoever follows the deputies comes back to where they began. If all these seats are vacant, nobody stands "
        "in for any of them, although each names somebody."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  north: {reports_to: chief, deputy: south}  # [ORG318]
  south: {reports_to: chief, deputy: north}
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  north: {reports_to: chief, deputy: south}
  south: {reports_to: chief, deputy: chief}
"""
    fix = "Let one of these deputies be somebody outside the ring."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """From seat to seat; a person stands for the one seat they hold."""
        steps = {
            deputy.seat: deputy
            for deputy in context.deputies
            if deputy.kind in {"position", "person"} and len(deputy.seats) == 1 and deputy.seats[0] != deputy.seat
        }
        # In a ring every deputy's seat has a deputy too.
        steps = {seat: deputy for seat, deputy in steps.items() if deputy.seats[0] in steps}
        ids = list(dict.fromkeys(name for seat, deputy in steps.items() for name in (seat, *deputy.seats)))
        index = {name: i for i, name in enumerate(ids)}
        above = [index[steps[name].seats[0]] if name in steps else -1 for name in ids]
        for ring in find_rings(above, range(len(ids))):
            names = [ids[i] for i in ring]
            is_vacant = all(map(context.vacant_seats.__contains__, names))
            if len(names) > 2 or is_vacant:
                yield _found([steps[name] for name in names], is_vacant=is_vacant)


def _found(ring: list[Deputy], *, is_vacant: bool) -> Found:
    names = [deputy.seat for deputy in ring]
    vacant = ", all vacant," if is_vacant else ""
    return Found(
        f"{counted(len(names), 'position')}{vacant} stand in for each other in a ring: {ring_path(names)}",
        ring[0].spot,
        tuple(entity("positions", name) for name in names),
        tuple((deputy.spot, f"deputy of {quoted(deputy.seat)}") for deputy in ring[1 : MOST_RELATED + 1]),
        severity=None if is_vacant else Severity.INFO,
    )
