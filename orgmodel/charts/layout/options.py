"""One shape of a subtree, and how a box picks the shapes of the subtrees below it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """How the children of one box are arranged; all children of a box share one arrangement."""

    LEAF = 0
    """No children."""
    SLOTS = 1
    """Every child, leaf or not, in a slot of its own in one row."""
    ROW = 2
    """Leaves in hanging columns, then every subtree in a slot of its own in the same row."""
    HANG = 3
    """Leaves in hanging columns, then the subtrees in further hanging columns, one below the other."""
    OUTLINE = 4
    """One spine: leaves first (as a grid of columns where that fits), the subtrees below them."""


class Option(NamedTuple):
    """One shape of a subtree and how it comes about."""

    width: int
    height: int
    kind: Kind
    columns: int
    """Hanging columns of leaves."""
    cap: int
    """Largest height (slots) or width (hanging) a child may take; it picks each child's option."""
    tall: int
    """Height at which a hanging column of subtrees is full."""
    stand: int = 0
    """Distance of the box from the left edge of its subtree where its line comes from above.

    It stands at the left above a single spine, in the middle of the lines above a row, else in the middle.
    """
    burden: float = 0.0
    """What the arrangement costs the reader, summed over the boxes of the subtree (see ``cost``)."""

    @property
    def narrow(self) -> bool:
        """Whether everything hangs on one spine that starts at the box itself, without a bus."""
        return self.kind is Kind.OUTLINE and self.columns <= 1


Front = tuple[Option, ...]


def first_below(front: Front, height: int) -> Option:
    """The narrowest option no higher than ``height``, else the lowest; fronts go from narrow to wide."""
    for option in front:
        if option.height <= height:
            return option
    return front[-1]


def last_within(front: Front, width: int, indent: int) -> Option:
    """The lowest option no wider than ``width``, else the narrowest; a lower one that hangs in its room as well."""
    found = 0
    while found + 1 < len(front) and front[found + 1].width <= width:
        found += 1
    return front[_lower_in_its_room(front, found, indent)]


def _lower_in_its_room(front: Front, number: int, indent: int) -> int:
    """A row is indented where it hangs, so an option that is not may be wider and still take no more room."""
    room = front[number].width + indent
    while front[number].kind is Kind.SLOTS and number + 1 < len(front) and hung(front[number + 1], indent) <= room:
        number += 1
    return number


def choose_below(fronts: list[Front], at: list[int], height: int) -> None:
    """Move each number in ``at`` to what :func:`first_below` picks; heights must come in rising order."""
    for child, front in enumerate(fronts):
        number = at[child]
        while number and front[number - 1].height <= height:
            number -= 1
        at[child] = number


def choose_within(fronts: list[Front], at: list[int], width: int, indent: int) -> None:
    """Move each number in ``at`` to what :func:`last_within` picks; widths must come in rising order."""
    for child, front in enumerate(fronts):
        number = at[child]
        while number + 1 < len(front) and front[number + 1].width <= width:
            number += 1
        at[child] = _lower_in_its_room(front, number, indent)


def hung(option: Option, indent: int) -> int:
    """Width of a subtree on a spine: a row of slots is indented there, so as not to read as the column itself."""
    return option.width + indent if option.kind is Kind.SLOTS else option.width


def fill(heights: Sequence[int], tall: int, stack: int) -> list[int]:
    """Where each hanging column starts when columns are filled in order up to the height ``tall``."""
    starts = [0]
    used = -stack
    for index, height in enumerate(heights):
        if used + stack + height > tall and used >= 0:
            starts.append(index)
            used = -stack
        used += stack + height
    return starts


def middle(chosen: Sequence[Option], width: int) -> int:
    """Where a box stands above a row: midway between the first and the last box of the row."""
    return (chosen[0].stand + width - chosen[-1].width + chosen[-1].stand) // 4 * 2
