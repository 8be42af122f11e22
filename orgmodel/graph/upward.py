"""The nearest seat of a role on the line upward."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from orgmodel.graph.hierarchy import TOP
from orgmodel.graph.lines import Lines
from orgmodel.model.positions import Position


class Upward:
    """Looks upward for the seats in force of some roles; what one walk finds holds for every seat on its way."""

    def __init__(
        self, lines: Lines, positions: Mapping[str, Position], in_force: Collection[str], roles: Collection[str]
    ) -> None:
        self.lines = lines
        self.positions = positions
        self.in_force = in_force
        self.roles = roles
        self._above: dict[int, str | None] = {}

    def nearest(self, seat: str) -> str | None:
        """The seat itself, else the nearest one above it."""
        if self.positions[seat].role in self.roles:
            return seat
        at = self.lines.index.get(seat, TOP)
        if at not in self._above:
            self._walk(at)
        return self._above.get(at)

    def _walk(self, at: int) -> None:
        parent, ids = self.lines.parent, self.lines.ids
        above, way = self._above, []
        found: str | None = None
        while at >= 0 and at not in above:
            above[at] = None  # where the line comes back to a seat, it is a loop without the role
            way.append(at)
            at = parent[at]
            if at >= 0 and self.positions[ids[at]].role in self.roles and ids[at] in self.in_force:
                found = ids[at]
                break
        else:
            found = above.get(at)
        above.update(dict.fromkeys(way, found))
