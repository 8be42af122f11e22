"""The tree of units: which lies within which, and how far up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from orgmodel.graph.hierarchy import SELF, TOP, UNRESOLVED, Hierarchy, build_hierarchy
from orgmodel.model.organization import Organization


class UnitTree:
    """Units by their parent units, whatever their dates. A unit that does not exist lies within itself alone."""

    def __init__(self, org: Organization) -> None:
        self.ids = list(org.units)
        self.index = {unit: i for i, unit in enumerate(self.ids)}
        self.unresolved: dict[int, str] = {}
        self.parent = [self._parent_of(i, unit.parent) for i, unit in enumerate(org.units.values())]

    def _parent_of(self, i: int, parent: str | None) -> int:
        if parent is None:
            return TOP
        above = self.index.get(parent, UNRESOLVED)
        if above == UNRESOLVED:
            self.unresolved[i] = parent
        return SELF if above == i else above

    @cached_property
    def divided(self) -> frozenset[str]:
        """The units that hold others."""
        return frozenset(self.ids[above] for above in self.parent if above >= 0)

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """The tree as arrays, for loops, tops and depth."""
        return build_hierarchy(self.parent)

    def ancestors(self, unit: str) -> list[str]:
        """The units above, nearest first; in a loop each once."""
        i = self.index.get(unit)
        return [] if i is None else [self.ids[above] for above in self.hierarchy.chain(i)]

    def upward(self, unit: str) -> Iterator[str]:
        """The unit itself, then those above it."""
        yield unit
        yield from self.ancestors(unit)

    def descendants(self, unit: str) -> list[str]:
        """The units below, top-down, without itself."""
        i = self.index.get(unit)
        return [] if i is None else [self.ids[below] for below in self.hierarchy.below(i)]

    def downward(self, unit: str) -> Iterator[str]:
        """The unit itself, then those below it."""
        yield unit
        yield from self.descendants(unit)

    def is_within(self, unit: str, ancestor: str) -> bool:
        """Whether a unit is the other one or lies below it."""
        if unit == ancestor:
            return True
        lower, upper = self.index.get(unit), self.index.get(ancestor)
        return lower is not None and upper is not None and self.hierarchy.is_above(upper, lower)

    def distance(self, unit: str, ancestor: str) -> int | None:
        """How many steps up from a unit to the other one; None when it does not lie within."""
        if not self.is_within(unit, ancestor):
            return None
        depth = self.hierarchy.depth
        return 0 if unit == ancestor else depth[self.index[unit]] - depth[self.index[ancestor]]

    def totals(self, own: Mapping[str, int]) -> dict[str, int]:
        """For every unit its own number and those of all units below it (a loop is cut)."""
        sums = [own.get(unit, 0) for unit in self.ids]
        above = self.hierarchy.cut_parent
        for place in reversed(self.hierarchy.order):
            if above[place] >= 0:
                sums[above[place]] += sums[place]
        return dict(zip(self.ids, sums, strict=True))
