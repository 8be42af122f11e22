"""The lines on which authority stands: those of seats, or, in a model without seats, those of roles."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import Reporting, reporting

_NOBODY = -1


class Standing:
    """Some members of a hierarchy, in its order, so that who of them is above or below somebody is found at once.

    `is_placed` and `second` are kept for `Ground`.
    """

    __slots__ = ("_near", "hierarchy", "is_placed", "members", "ranks", "second")

    def __init__(self, hierarchy: Hierarchy, members: Iterable[int]) -> None:
        rank = hierarchy.rank
        self.hierarchy = hierarchy
        self.members = sorted(set(members), key=rank.__getitem__)
        self.ranks = [rank[member] for member in self.members]
        self.is_placed: bool | None = None
        self.second: Standing | None = None
        self._near: list[int] | None = None

    def __bool__(self) -> bool:
        return bool(self.members)

    def __contains__(self, node: int) -> bool:
        place = bisect_left(self.ranks, self.hierarchy.rank[node])
        return place < len(self.members) and self.members[place] == node

    def above(self, node: int, *, itself: bool = False) -> int | None:
        """The nearest member on the line upward from a node; the node itself only if asked."""
        find = bisect_right if itself else bisect_left
        place = find(self.ranks, self.hierarchy.rank[node]) - 1
        while place >= 0:
            member = self.members[place]
            if member == node or self.hierarchy.is_above(member, node):
                return member
            place = self._nearest[place]
        return None

    def below(self, node: int) -> Sequence[int]:
        """The members that are the node itself or below it, top-down."""
        first = self.hierarchy.rank[node]
        start = bisect_left(self.ranks, first)
        return self.members[start : bisect_left(self.ranks, first + self.hierarchy.subtree[node], lo=start)]

    @property
    def _nearest(self) -> list[int]:
        """For every member the place of the nearest other one above it."""
        if self._near is None:
            self._near = []
            open_ones: list[int] = []
            for place, member in enumerate(self.members):
                while open_ones and not self.hierarchy.is_above(self.members[open_ones[-1]], member):
                    open_ones.pop()
                self._near.append(open_ones[-1] if open_ones else _NOBODY)
                open_ones.append(place)
        return self._near


class Ground:
    """A hierarchy with what authority asks of it.

    `placed` tells of whom the lines say something: a top leads there, and it is not a top all by itself.
    """

    def __init__(self, context: RuleContext) -> None:
        self.context = context
        self.reporting: Reporting = reporting(context)
        self.kind = self.reporting.kind
        self.ids = self.reporting.ids
        self.hierarchy = self.reporting.hierarchy
        lines = context.lines if self.kind == "positions" else context.role_lines
        self.index: dict[str, int] = lines.index
        self._extra = lines.extra
        self.nothing = Standing(self.hierarchy, ())

    @cached_property
    def placed(self) -> bytearray:
        """1 for every node of whom the lines say something."""
        hierarchy = self.hierarchy
        found = bytearray(len(self.ids))
        for top in hierarchy.tops:
            if hierarchy.subtree[top] > 1:
                found[top] = 1
                for node in hierarchy.below(top):
                    found[node] = 1
        return found

    @cached_property
    def _second(self) -> dict[int, list[int]]:
        """Dotted lines in force, and solid lines beyond the first."""
        found: dict[int, list[int]] = {}
        section, day = self.context.organization.section(self.kind), self.context.day
        for node, name in enumerate(self.ids):
            for line in section[name].dotted_to or ():
                target = self.index.get(line.to)
                if target is not None and target != node and line.in_force(day):
                    found.setdefault(node, []).append(target)
        for node, target in self._extra:
            found.setdefault(node, []).append(target)
        return found

    @cached_property
    def _carrier(self) -> array[int]:
        """For every node the nearest on its line upward, itself included, that has a second line."""
        found = array("i", [_NOBODY]) * len(self.ids)
        above = self.hierarchy.cut_parent
        for node in self.hierarchy.order:
            if node in self._second:
                found[node] = node
            elif above[node] >= 0:
                found[node] = found[above[node]]
        return found

    def is_placed(self, standing: Standing) -> bool:
        """Whether the lines say something of all of these, and there are some."""
        if standing.is_placed is None:
            standing.is_placed = bool(standing) and all(map(self.placed.__getitem__, standing.members))
        return standing.is_placed

    def are_tied(self, lowers: Standing, uppers: Standing) -> bool:
        """Whether a second line leads from one of these, or from the nearest above it that has one, to the others.

        A dotted line says who else leads: what it states needs no finding.
        """
        if not self._second:
            return False
        if lowers.second is None:
            carriers = {self._carrier[node] for node in lowers.members} - {_NOBODY}
            targets = (target for carrier in carriers for target in self._second[carrier])
            lowers.second = Standing(self.hierarchy, targets)
        return any(lowers.second.below(upper) for upper in uppers.members)

    def is_tied(self, lower: int, uppers: Standing) -> bool:
        """Like `are_tied`, for one."""
        return bool(self._second) and self.are_tied(Standing(self.hierarchy, (lower,)), uppers)

    def weight(self, node: int) -> int:
        """How many like seats an entry stands for."""
        return self.context.lines.weight(node) if self.kind == "positions" else 1
