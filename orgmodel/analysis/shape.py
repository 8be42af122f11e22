"""The shape of an organisation: layers, spans, units, vacancies, and people in several seats."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from orgmodel.graph.lines import ENDED, FILLED, VACANT, Lines
from orgmodel.graph.resolution import Resolver
from orgmodel.model.organization import Organization


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer below the tops: 1 is the top. Ended seats and what no top leads to are left out."""

    number: int
    seats: int = 0
    vacant: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A manager's direct reports by solid line, vacant seats included, and all seats below; an entry for six
    like seats is six."""

    position: str
    reports: int
    vacant: int
    below: int
    layer: int


@dataclass(frozen=True, slots=True)
class UnitSize:
    """A unit with everything in it and in the units below it. `depth` is 1 for a unit at the top."""

    unit: str
    depth: int
    heads: tuple[str, ...]
    seats: int
    vacant: int


@dataclass(frozen=True, slots=True)
class Shape:
    """Everything above as tables; `shared` are people (by key) in more than one seat."""

    layers: tuple[Layer, ...] = ()
    spans: tuple[Span, ...] = ()
    units: tuple[UnitSize, ...] = ()
    shared: tuple[tuple[str, tuple[str, ...]], ...] = ()
    vacancies: tuple[str, ...] = ()


def shape_of(organization: Organization, resolver: Resolver) -> Shape:
    """The shape on the resolver's day."""
    lines = resolver.lines
    vacancies = [name for name, status in zip(lines.ids, lines.statuses, strict=True) if status == VACANT]
    return Shape(
        layers=_layers(lines),
        spans=_spans(lines),
        units=_units(organization, resolver),
        shared=_shared(resolver),
        vacancies=tuple(vacancies),
    )


def _layers(lines: Lines) -> tuple[Layer, ...]:
    hierarchy = lines.hierarchy
    seats: dict[int, int] = {}
    vacant: dict[int, int] = {}
    count = sum(hierarchy.subtree[top] for top in hierarchy.tops)
    for i in hierarchy.order[:count]:
        if lines.statuses[i] != ENDED:
            layer = hierarchy.depth[i]
            seats[layer] = seats.get(layer, 0) + lines.weight(i)
            vacant[layer] = vacant.get(layer, 0) + lines.weight(i) * (lines.statuses[i] == VACANT)
    return tuple(Layer(number, seats[number], vacant[number]) for number in sorted(seats))


def seats_below(lines: Lines) -> list[int]:
    """How many seats are below each, by index."""
    hierarchy = lines.hierarchy
    sums = [0, *accumulate(lines.weight(i) for i in hierarchy.order)]
    below = [0] * len(lines)
    for place, i in enumerate(hierarchy.order):
        below[i] = sums[place + hierarchy.subtree[i]] - sums[place + 1]
    return below


def further_reports(lines: Lines) -> dict[int, list[int]]:
    """Reports over second lines, and over those of repeated entries, by manager."""
    found: dict[int, list[int]] = {}
    for child, above in lines.extra:
        if lines.parent[child] != above:
            found.setdefault(above, []).append(child)
    return found


def _spans(lines: Lines) -> tuple[Span, ...]:
    hierarchy = lines.hierarchy
    found = []
    below, further = seats_below(lines), further_reports(lines)
    for i in hierarchy.order:
        children = hierarchy.children(i)
        if children:
            vacant = sum(lines.weight(child) for child in children if lines.statuses[child] == VACANT)
            reports = sum(map(lines.weight, children)) + len(further.get(i, ()))
            found.append(Span(lines.ids[i], reports, vacant, below[i], hierarchy.depth[i]))
    return tuple(sorted(found, key=lambda span: -span.reports))


def _units(organization: Organization, resolver: Resolver) -> tuple[UnitSize, ...]:
    lines = resolver.lines
    tree = resolver.seating.units
    own_seats: Counter[str] = Counter()
    own_vacant: Counter[str] = Counter()
    for i, name in enumerate(lines.ids):
        unit = organization.positions[name].unit
        if unit is not None and lines.statuses[i] != ENDED:
            own_seats[unit] += lines.weight(i)
            own_vacant[unit] += lines.weight(i) * (lines.statuses[i] == VACANT)
    seats, vacant = tree.totals(own_seats), tree.totals(own_vacant)
    return tuple(
        UnitSize(unit, tree.hierarchy.depth[place], resolver.seating.heads(unit), seats[unit], vacant[unit])
        for place in tree.hierarchy.order
        for unit in (tree.ids[place],)
    )


def _shared(resolver: Resolver) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = resolver.lines
    held: dict[str, list[str]] = {}
    for name, status in zip(lines.ids, lines.statuses, strict=True):
        if status == FILLED:
            for holding in resolver.holders.state(name).holdings:
                held.setdefault(holding.person, []).append(name)
    return tuple((person, tuple(seats)) for person, seats in held.items() if len(seats) > 1)
