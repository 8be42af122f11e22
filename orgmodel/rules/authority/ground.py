"""The lines on which authority stands: those of seats, or, in a model without seats, those of roles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from orgmodel.graph.hierarchy import LOOP
from orgmodel.graph.lines import FILLED
from orgmodel.rules.authority.second_lines import SecondLines
from orgmodel.rules.authority.standing import Standing
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import Reporting, reporting

Pair = tuple[int, int]
"""Two members of the hierarchy, the lower one or the one who does the work first."""
Reached = tuple[int, Pair]
"""A number of layers, and the pair that lies so far apart."""


class Bearing(NamedTuple):
    """How some who own stand to others who do the work.

    `is_inverted` says whether one of the first reports to one of the others; `reached` is the least number of layers
    from one of the others up to one of the first, with that pair (0 if it is the same). `is_led` says that each of the
    others is one of the first or below one; where they are many it is left open, and False.
    """

    is_inverted: bool
    reached: Reached | None
    is_led: bool = False


class Ground:
    """A hierarchy with what authority asks of it. What concerns the same two standings is found once."""

    def __init__(self, context: RuleContext) -> None:
        self.context = context
        self.reporting: Reporting = reporting(context)
        self.kind = self.reporting.kind
        self.ids = self.reporting.ids
        self.hierarchy = self.reporting.hierarchy
        lines = context.lines if self.kind == "positions" else context.role_lines
        self.index: dict[str, int] = lines.index
        self.second = SecondLines(context, self.reporting, self.index, lines.extra)
        self.nothing = Standing(self.hierarchy, ())
        self._are_placed: dict[Standing, bool] = {}
        self._bearings: dict[tuple[Standing, Standing], tuple[bool, Reached | None]] = {}
        self._upside_down: dict[tuple[Standing, Standing], tuple[Pair, ...]] = {}
        self._passed_over: dict[tuple[Standing, Standing], Collection[tuple[int, list[int]]]] = {}
        self._people: dict[int, frozenset[str]] = {}
        self._seats: dict[Standing, int] = {}

    # -- whom the lines speak of

    @cached_property
    def placed(self) -> bytearray:
        """1 for every node that a top leads to, unless it is a top all by itself: of that one nobody wrote a line."""
        hierarchy = self.hierarchy
        below_tops = hierarchy.below_tops()
        if len(below_tops) == len(self.ids):
            found = bytearray(b"\1") * len(self.ids)
        else:
            found = bytearray(len(self.ids))
            for node in below_tops:
                found[node] = 1
        for top in hierarchy.tops:
            if hierarchy.subtree[top] == 1:
                found[top] = 0
        return found

    def is_placed(self, standing: Standing) -> bool:
        """Whether the lines say something of all of these, and there are some."""
        if standing.is_few:
            return 0 not in map(self.placed.__getitem__, standing.members)
        return all(part and self._are_all_placed(part) for part in standing.parts)

    def _are_all_placed(self, part: Standing) -> bool:
        if part not in self._are_placed:
            self._are_placed[part] = all(map(self.placed.__getitem__, part))
        return self._are_placed[part]

    def seats(self, standing: Standing) -> int:
        """How many seats these entries stand for."""
        if standing not in self._seats:
            parts = sorted(standing.parts, key=len, reverse=True)
            counted = self.seats(parts[0]) if len(parts) > 1 else sum(map(self.weight, standing.members))
            for place, part in enumerate(parts[1:], start=1):
                fresh = (member for member in part.members if not any(member in other for other in parts[:place]))
                counted += sum(map(self.weight, fresh))
            self._seats[standing] = counted
        return self._seats[standing]

    def weight(self, node: int) -> int:
        """How many like seats an entry stands for."""
        return self.context.lines.weight(node) if self.kind == "positions" else 1

    # -- over the solid line

    def bearing(self, uppers: Standing, lowers: Standing) -> Bearing:
        """How the first, who own, stand to the others, who do the work."""
        if uppers.is_few and lowers.is_few:
            return self._bearing_of_few(uppers.members, lowers.members)
        is_inverted, reached = False, None
        for upper in uppers.parts:
            for lower in lowers.parts:
                inverted, way = self._between(upper, lower)
                is_inverted = is_inverted or inverted
                if way is not None and (reached is None or way < reached):
                    reached = way
        return Bearing(is_inverted, reached)

    def _bearing_of_few(self, uppers: Sequence[int], lowers: Sequence[int]) -> Bearing:
        rank, subtree, depth = self.hierarchy.rank, self.hierarchy.subtree, self.hierarchy.depth
        is_inverted, reached, led = False, None, 0
        for lower in lowers:
            is_below = False
            for upper in uppers:
                below = rank[lower] - rank[upper]
                if 0 <= below < subtree[upper]:
                    is_below = True
                    way = (depth[lower] - depth[upper], (lower, upper))
                    if reached is None or way < reached:
                        reached = way
                elif 0 < -below < subtree[lower]:
                    is_inverted = True
            led += is_below
        return Bearing(is_inverted, reached, led == len(lowers))

    def _between(self, uppers: Standing, lowers: Standing) -> tuple[bool, Reached | None]:
        key = (uppers, lowers)
        if key not in self._bearings:
            is_inverted = next(self.pairs_below(uppers, lowers), None) is not None
            self._bearings[key] = (is_inverted, min(self._reaches(uppers, lowers), default=None))
        return self._bearings[key]

    def _reaches(self, uppers: Standing, lowers: Standing) -> Iterator[Reached]:
        depth = self.hierarchy.depth
        if len(lowers) <= len(uppers):
            for lower in lowers.members:
                above = uppers.above(lower, itself=True)
                if above is not None:
                    yield depth[lower] - depth[above], (lower, above)
            return
        for upper in uppers.members:
            below = lowers.below(upper)
            if below:
                lower = min(below, key=depth.__getitem__)
                yield depth[lower] - depth[upper], (lower, upper)

    def pairs_below(self, lowers: Standing, uppers: Standing) -> Iterator[Pair]:
        """Each of these who reports to one of the others, with one such."""
        if len(lowers) <= len(uppers):
            for lower in lowers.members:
                above = uppers.above(lower)
                if above is not None:
                    yield lower, above
            return
        for upper in uppers.members:
            for lower in lowers.below(upper):
                if lower != upper:
                    yield lower, upper

    def upside_down(self, lowers: Standing, uppers: Standing) -> tuple[Pair, ...]:
        """Each of these who reports to one of the others, with one such that none of these stands at or above.

        One person in both seats does not report to anybody; and on a ring everybody is above everybody.
        """
        key = (lowers, uppers)
        if key not in self._upside_down:
            self._upside_down[key] = tuple(
                (lower, upper)
                for lower, upper in self.pairs_below(lowers, uppers)
                if lowers.above(upper, itself=True) is None
                and self.people(lower).isdisjoint(self.people(upper))
                and not self._on_rings.issuperset((lower, upper))
            )
        return self._upside_down[key]

    @cached_property
    def _on_rings(self) -> frozenset[int]:
        """All who reach themselves over first lines."""
        hierarchy = self.hierarchy
        cuts = (head for head in hierarchy.heads if hierarchy.cut_parent[head] == LOOP)
        return frozenset(member for cut in cuts for member in (cut, *hierarchy.chain(cut)))

    def people(self, node: int) -> frozenset[str]:
        """Who sits in a seat."""
        if self.kind != "positions":
            return frozenset()
        if node not in self._people:
            holders, seat = self.context.resolver.holders, self.ids[node]
            sole = holders.sole.get(seat)
            people = (sole,) if sole is not None else [holding.person for holding in holders.state(seat).holdings]
            self._people[node] = frozenset(people)
        return self._people[node]

    def passed_over(self, owners: Standing, doers: Standing) -> Collection[tuple[int, list[int]]]:
        """Managers on whose reports owners of other lines count, with these reports.

        Not a manager who sits above an owner or whose seat nobody holds, nor where a second line leads to the
        owner, nor where no line leads to a top.
        """
        if doers.is_few:
            return self._passed_by(owners, doers.members)
        key = (owners, doers)
        if key not in self._passed_over:
            self._passed_over[key] = self._passed_by(owners, doers.members)
        return self._passed_over[key]

    def _passed_by(self, owners: Standing, doers: Sequence[int]) -> Collection[tuple[int, list[int]]]:
        if self.kind != "positions":
            return ()
        found: dict[int, list[int]] = {}
        parent, placed, statuses = self.hierarchy.parent, self.placed, self.context.lines.statuses
        for doer in doers:
            manager = parent[doer]
            if manager < 0 or statuses[manager] != FILLED or not placed[doer]:
                continue
            if owners.above(doer, itself=True) is None and not self.second.is_tied(doer, owners):
                found.setdefault(manager, []).append(doer)
        return [(manager, reports) for manager, reports in found.items() if not owners.below(manager)]
