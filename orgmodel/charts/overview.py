"""The overview: those who lead somebody in the upper layers, each card with the figures of its whole branch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orgmodel.charts.wording import counted
from orgmodel.graph.lines import ENDED, FILLED, PLANNED, VACANT, Lines

NOTE = "Only those with reports have a card; its figures count all in its branch"
MOST_CARDS = 40
"""An overview has so many layers as keep its cards below this number, but at least two."""
_LEAST_LAYERS = 2


@dataclass(frozen=True, slots=True)
class Branch:
    """A card and everybody below it; seats in force, vacant ones among them."""

    seats: int
    vacant: int
    people: int
    span: int
    """Direct reports of its upper seat, vacant seats included."""

    def words(self, *, with_vacant: bool = True) -> tuple[str, ...]:
        """Two lines for a card; none where nobody reports to it. Where no holder is known, no seat is called vacant."""
        if not self.span:
            return ()
        seats = counted(self.seats, "seat") + (f", {self.vacant:,} vacant" if self.vacant and with_vacant else "")
        people = f"{self.people:,} {'person' if self.people == 1 else 'people'} · " if self.people else ""
        return seats, f"{people}{counted(self.span, 'report')}"


def branch_of(lines: Lines, i: int) -> Branch:
    """The figures of a seat and all below it. People are counted once, undisclosed holders not at all."""
    hierarchy = lines.hierarchy
    first = hierarchy.rank[i]
    inside = hierarchy.order[first : first + hierarchy.subtree[i]]
    seats = vacant = span = 0
    people: set[str] = set()
    for seat in inside:
        status = lines.statuses[seat]
        if status in {ENDED, PLANNED}:
            continue
        weight = lines.weight(seat)
        seats += weight
        vacant += weight if status == VACANT else 0
        span += weight if hierarchy.cut_parent[seat] == i else 0
        if status == FILLED:
            people.update(_people(lines, seat))
    return Branch(seats, vacant, len(people), span)


def _people(lines: Lines, seat: int) -> list[str]:
    position = lines.org.positions[lines.ids[seat]]
    if not position.holders:
        return [position.holder] if position.holder is not None else []
    return [holder.person for holder in position.holders_on(lines.day) if holder.person is not None]


def leading(lines: Lines, kept: Sequence[int], depth: int | None) -> list[int]:
    """Those who lead somebody, and the tops; so many layers of them, else as many as make not too many cards."""
    above, inside = lines.hierarchy.cut_parent, set(kept)
    leads: set[int] = set()
    for i in reversed(kept):
        if i in leads or lines.statuses[i] != ENDED:
            leads.add(above[i])
    layers: dict[int, int] = {}
    for i in kept:
        if above[i] not in inside:
            layers[i] = 1
        elif i in leads:
            layers[i] = layers[above[i]] + 1
    deepest = depth or _fitting_depth(layers.values())
    return [i for i, layer in layers.items() if layer <= deepest]


def _fitting_depth(layers: Iterable[int]) -> int:
    counts = Counter(layers)
    total = 0
    for layer in sorted(counts):
        total += counts[layer]
        if total > MOST_CARDS:
            return max(_LEAST_LAYERS, layer - 1)
    return max(_LEAST_LAYERS, *counts, _LEAST_LAYERS)
