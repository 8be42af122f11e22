"""ORG318: deputies who stand in for each other in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.loops import find_mutual_sets, shortest_ring
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.deputies import deputies
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
        spots: dict[tuple[str, str], Spot] = {}
        for deputy in deputies(context):
            if deputy.kind in {"position", "person"} and len(deputy.seats) == 1 and deputy.seats[0] != deputy.seat:
                spots[deputy.seat, deputy.seats[0]] = deputy.spot
        if not spots:
            return
        ids = list(dict.fromkeys(name for step in spots for name in step))
        index = {name: i for i, name in enumerate(ids)}
        up: dict[int, list[int]] = {i: [] for i in range(len(ids))}
        for seat, deputy_seat in spots:
            up[index[seat]].append(index[deputy_seat])
        for members in find_mutual_sets(up):
            names = [ids[i] for i in shortest_ring(up, members)]
            is_vacant = all(context.resolver.holders.state(name).is_vacant for name in names)
            if len(names) > 2 or is_vacant:
                yield _found(names, spots, is_vacant=is_vacant)


def _found(names: list[str], spots: dict[tuple[str, str], Spot], *, is_vacant: bool) -> Found:
    steps = list(zip(names, [*names[1:], names[0]], strict=True))
    vacant = ", all vacant," if is_vacant else ""
    return Found(
        f"{counted(len(names), 'position')}{vacant} stand in for each other in a ring: {ring_path(names)}",
        spots[steps[0]],
        tuple(entity("positions", name) for name in names),
        tuple((spots[step], f"deputy of {quoted(step[0])}") for step in steps[1 : MOST_RELATED + 1]),
        severity=None if is_vacant else Severity.INFO,
    )
