"""Whether one party of a row stands below another: by seats, else by the usual lines between roles."""

from __future__ import annotations

from orgmodel.graph.instances import Instance
from orgmodel.graph.seating import NO_SEATS
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import Party


class Standing:
    """Answers for pairs of parties, each found once."""

    def __init__(self, context: RuleContext) -> None:
        self.context = context
        self._found: dict[tuple[Party, Party], bool | None] = {}
        self._seats: dict[Party, tuple[str, ...]] = {}

    def is_below(self, lower: Party, upper: Party) -> bool | None:
        """Whether some seat of the one is, or reports up to, a seat of the other; None if nothing tells."""
        pair = (lower, upper)
        if pair not in self._found:
            self._found[pair] = self._read(lower, upper)
        return self._found[pair]

    def _read(self, lower: Party, upper: Party) -> bool | None:
        below, above = self._seats_of(lower), self._seats_of(upper)
        if below and above:
            return self._meets(below, above)
        if lower[0] == upper[0] == "role":
            lines = self.context.role_lines
            under, over = lines.index.get(lower[1]), lines.index.get(upper[1])
            if under is not None and over is not None:
                return lines.hierarchy.is_above(over, under)
        return None

    def _seats_of(self, party: Party) -> tuple[str, ...]:
        kind, name = party
        if kind == "position":
            return (name,) if name in self.context.lines.seating.in_force else NO_SEATS
        if party not in self._seats:
            resolved = self.context.resolver.resolve_named(Instance(""), kind, name, owner=True)
            self._seats[party] = resolved.seats
        return self._seats[party]

    def _meets(self, below: tuple[str, ...], above: tuple[str, ...]) -> bool:
        lines = self.context.lines
        goal = {lines.index[seat] for seat in above}
        seen: set[int] = set()
        for seat in below:
            node = lines.index[seat]
            while node >= 0 and node not in seen:
                if node in goal:
                    return True
                seen.add(node)
                node = lines.parent[node]
        return False
