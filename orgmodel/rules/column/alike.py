"""Columns that are nearly equal, found through the rows they share and never by comparing all with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from math import ceil

_Cell = tuple[int, tuple[str, ...]]
"""A row, and the letters of one column in it."""

_ROUNDING = 1e-9

MOST_ALIKE = 50
"""A cell that more columns have in common tells none of them apart, and is left out."""


def alike(columns: Mapping[str, Mapping[int, tuple[str, ...]]], share: float, fewest: int = 1) -> list[list[str]]:
    """Sets of columns joined by pairs that agree in that share of all rows in which either has letters.

    Columns come as row to letters; those with fewer cells than `fewest` that count are passed over. Two
    columns that are so much alike agree in at least one of the rarest cells of each; only pairs that meet
    there are compared.
    """
    frequency = Counter(chain.from_iterable([cells.items() for cells in columns.values()]))
    if len(frequency) == frequency.total():
        return []
    sets: dict[str, list[_Cell]] = {}
    for name, cells in columns.items():
        kept = [cell for cell in cells.items() if frequency[cell] <= MOST_ALIKE]
        if len(kept) >= fewest:
            sets[name] = sorted(kept, key=lambda cell: (frequency[cell], cell))
    return _joined(columns, _pairs(sets, share))


def _pairs(sets: Mapping[str, list[_Cell]], share: float) -> Iterator[tuple[str, str]]:
    index: dict[_Cell, list[str]] = {}
    whole: dict[str, frozenset[_Cell]] = {}
    rows: dict[str, frozenset[int]] = {}
    for name in sorted(sets, key=lambda name: len(sets[name])):
        cells = sets[name]
        whole[name] = frozenset(cells)
        rows[name] = frozenset(row for row, _letters in cells)
        head = cells[: len(cells) - ceil(share * len(cells) - _ROUNDING) + 1]
        for other in dict.fromkeys(other for cell in head for other in index.get(cell, ())):
            if len(whole[other]) < share * len(cells) - _ROUNDING:
                continue
            equal = len(whole[name] & whole[other])
            if equal >= share * len(rows[name] | rows[other]) - _ROUNDING:
                yield other, name
        for cell in head:
            index.setdefault(cell, []).append(name)


def _joined(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    above = {name: name for name in names}
    order = {name: i for i, name in enumerate(above)}

    def root(name: str) -> str:
        while above[name] != name:
            above[name] = above[above[name]]
            name = above[name]
        return name

    for pair in pairs:
        one, other = sorted(map(root, pair), key=order.__getitem__)
        above[other] = one
    sets: dict[str, list[str]] = {}
    for name in above:
        sets.setdefault(root(name), []).append(name)
    return [found for found in sets.values() if len(found) > 1]
