"""Where somebody stands in a hierarchy: one seat or many, asked who of them is above or below whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from itertools import chain
from typing import ClassVar

from orgmodel.graph.hierarchy import Hierarchy

NOBODY = -1
FEW = 8
"""So many members are asked one by one."""


class Standing:
    """Some members of a hierarchy, kept in its order, so that every question costs little however many they are.

    `only` is the member if there is just one, else NOBODY. `parts` are the standings of which several are made;
    itself for one. `is_few` says that there are so few that going through them costs less than to remember an answer.
    """

    is_few: ClassVar[bool] = False
    __slots__ = ("_all_ranks", "_among", "_in_order", "_nearest", "hierarchy", "only", "parts")

    def __init__(self, hierarchy: Hierarchy, members: Collection[int]) -> None:
        self.hierarchy = hierarchy
        self.parts: tuple[Standing, ...] = (self,)
        self._among = frozenset(members)
        self.only = next(iter(self._among)) if len(self._among) == 1 else NOBODY
        self._in_order: Sequence[int] | None = None
        self._all_ranks: list[int] | None = None
        self._nearest: list[int] | None = None

    @property
    def members(self) -> Sequence[int]:
        """All members, top-down."""
        if self._in_order is None:
            self._in_order = sorted(self._among, key=self.hierarchy.rank.__getitem__)
        return self._in_order

    @property
    def _ranks(self) -> list[int]:
        if self._all_ranks is None:
            self._all_ranks = [self.hierarchy.rank[member] for member in self.members]
        return self._all_ranks

    def __len__(self) -> int:
        """How many members there are; of several parts at most so many."""
        return len(self._among)

    def __iter__(self) -> Iterator[int]:
        """The members in any order."""
        return iter(self._among)

    def __contains__(self, node: int) -> bool:
        return node in self._among

    @property
    def first(self) -> int:
        """The member that comes first, top-down."""
        return self.members[0]

    @property
    def last(self) -> int:
        """The member that comes last, top-down."""
        return self.members[-1]

    def above(self, node: int, *, itself: bool = False) -> int | None:
        """The nearest member on the line upward from a node; the node itself only if asked."""
        find = bisect_right if itself else bisect_left
        place = find(self._ranks, self.hierarchy.rank[node]) - 1
        while place >= 0:
            member = self.members[place]
            if member == node or self.hierarchy.is_above(member, node):
                return member
            if self._nearest is None:
                self._nearest = self._find_nearest()
            place = self._nearest[place]
        return None

    def are_above(self, node: int) -> bool:
        """Whether the node is one of the members or below one."""
        if self.only != NOBODY:
            return self.only == node or self.hierarchy.is_above(self.only, node)
        return self.above(node, itself=True) is not None

    def below(self, node: int) -> Sequence[int]:
        """The members that are the node itself or below it, top-down."""
        start, end = self._stretch(node)
        return self.members[start:end]

    def beside(self, node: int) -> Iterable[int]:
        """The members that are neither the node nor below it."""
        start, end = self._stretch(node)
        return (self.members[place] for place in chain(range(start), range(end, len(self.members))))

    def _stretch(self, node: int) -> tuple[int, int]:
        first = self.hierarchy.rank[node]
        start = bisect_left(self._ranks, first)
        return start, bisect_left(self._ranks, first + self.hierarchy.subtree[node], lo=start)

    def _find_nearest(self) -> list[int]:
        """For every member the place of the nearest other one above it."""
        found: list[int] = []
        open_ones: list[int] = []
        for place, member in enumerate(self.members):
            while open_ones and not self.hierarchy.is_above(self.members[open_ones[-1]], member):
                open_ones.pop()
            found.append(open_ones[-1] if open_ones else NOBODY)
            open_ones.append(place)
        return found


class Few(Standing):
    """One member or a handful, as most standings of a large matrix are: nothing is kept but the members."""

    __slots__ = ("members",)
    is_few = True
    members: tuple[int, ...]

    def __init__(self, hierarchy: Hierarchy, members: tuple[int, ...]) -> None:
        """`members` come top-down, each once."""
        self.hierarchy = hierarchy
        self.members = members
        self.only = members[0] if len(members) == 1 else NOBODY

    @property
    def parts(self) -> tuple[Standing, ...]:  # type: ignore[override]
        """See `Standing`."""
        return (self,)

    def __len__(self) -> int:
        return len(self.members)

    def __iter__(self) -> Iterator[int]:
        return iter(self.members)

    def __contains__(self, node: int) -> bool:
        return node in self.members

    def above(self, node: int, *, itself: bool = False) -> int | None:
        """See `Standing.above`."""
        is_above = self.hierarchy.is_above
        for member in reversed(self.members):
            if (member == node and itself) or is_above(member, node):
                return member
        return None

    def below(self, node: int) -> Sequence[int]:
        """See `Standing.below`."""
        is_above = self.hierarchy.is_above
        return [member for member in self.members if member == node or is_above(node, member)]

    def beside(self, node: int) -> Iterable[int]:
        """See `Standing.beside`."""
        is_above = self.hierarchy.is_above
        return [member for member in self.members if member != node and not is_above(node, member)]


def few(hierarchy: Hierarchy, members: Iterable[int]) -> Few:
    """A handful of members, in whatever order they come."""
    return Few(hierarchy, tuple(sorted(set(members), key=hierarchy.rank.__getitem__)))


class Joined(Standing):
    """Several standings as one, without putting their members together before somebody asks for them."""

    def __init__(self, hierarchy: Hierarchy, parts: tuple[Standing, ...]) -> None:
        self.hierarchy = hierarchy
        self.parts = parts
        self.only = NOBODY

    @cached_property
    def members(self) -> Sequence[int]:
        """All members, each once, top-down."""
        return self._sorted(member for part in self.parts for member in part.members)

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __iter__(self) -> Iterator[int]:
        return iter(self.members)

    def __contains__(self, node: int) -> bool:
        return any(node in part for part in self.parts)

    @property
    def first(self) -> int:
        """See `Standing.first`."""
        return min((part.first for part in self.parts), key=self.hierarchy.rank.__getitem__)

    @property
    def last(self) -> int:
        """See `Standing.last`."""
        return max((part.last for part in self.parts), key=self.hierarchy.rank.__getitem__)

    def above(self, node: int, *, itself: bool = False) -> int | None:
        """See `Standing.above`."""
        found = [above for part in self.parts if (above := part.above(node, itself=itself)) is not None]
        return max(found, key=self.hierarchy.rank.__getitem__, default=None)

    def below(self, node: int) -> Sequence[int]:
        """See `Standing.below`."""
        return self._sorted(member for part in self.parts for member in part.below(node))

    def beside(self, node: int) -> Iterable[int]:
        """See `Standing.beside`; a member of two parts comes twice."""
        return merge(*[part.beside(node) for part in self.parts], key=self.hierarchy.rank.__getitem__)

    def _sorted(self, members: Iterable[int]) -> list[int]:
        return sorted(set(members), key=self.hierarchy.rank.__getitem__)
