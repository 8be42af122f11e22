"""Which colour a card has: by unit, role, level, track, status, kind, or any field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from orgmodel.charts.card_fields import PREFIX, field_names, field_value
from orgmodel.charts.chart import NO_COLOR
from orgmodel.charts.request import ChartOf
from orgmodel.drawing.palette import LIGHT
from orgmodel.errors import UsageError
from orgmodel.graph.units import UnitTree
from orgmodel.loading.problems import suggestion
from orgmodel.model.organization import Organization
from orgmodel.reading.names import printable

KEYS: dict[ChartOf, tuple[str, ...]] = {
    "positions": ("unit", "role", "level", "track", "status", "grade", "employment"),
    "roles": ("level", "track", "family", "grade"),
    "units": ("kind",),
}
"""What cards can be coloured by, besides their fields."""

_FEWEST, _MOST = 2, len(LIGHT.bands)
_FURTHER = 4
_ONE_SIDED = 0.8
_COVERED = 0.75

_Value = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Coloring:
    """A colour for each card. `names` are the values in the order of the legend."""

    heading: str = ""
    names: tuple[str, ...] = ()
    indices: dict[str, int] = field(default_factory=dict)

    def color(self, name: str) -> int:
        """The index of the card's colour, or NO_COLOR."""
        return self.indices.get(name, NO_COLOR)


def coloring_of(
    organization: Organization, day: date, of: ChartOf, color_by: str | None, shown: Sequence[str]
) -> Coloring:
    """The colours asked for; without a wish those that tell the main parts apart, where there are few."""
    if color_by == "none":
        return Coloring()
    if color_by is None:
        return _fitting(organization, of, shown)
    value = _value_of(organization, day, of, color_by)
    key = color_by.removeprefix(PREFIX)
    order = _by_number if color_by == "level" else _by_size
    return _colored(key[:1].upper() + key[1:], {name: value(name) for name in shown}, order)


def _fitting(organization: Organization, of: ChartOf, shown: Sequence[str]) -> Coloring:
    if of == "positions":
        return _by_branch(organization, shown)
    if of == "roles":
        tracks = {name: organization.roles[name].track or "" for name in shown}
        few = _FEWEST <= len(set(filter(None, tracks.values()))) <= _MOST
        return _colored("Track", tracks, _by_size) if few else Coloring()
    return Coloring()


def _colored(heading: str, values: Mapping[str, str], order: Callable[[Counter[str]], list[str]]) -> Coloring:
    names = order(Counter(value for value in values.values() if value))
    places = {name: place for place, name in enumerate(names)}
    return Coloring(
        heading if names else "",
        tuple(names),
        {name: places[value] for name, value in values.items() if value},
    )


def _by_size(sizes: Counter[str]) -> list[str]:
    """As they are met; of more than there are colours, the largest come first."""
    if len(sizes) <= _MOST:
        return list(sizes)
    largest = {name for name, _ in sizes.most_common(_MOST)}
    return sorted(sizes, key=lambda name: name not in largest)


def _by_number(sizes: Counter[str]) -> list[str]:
    return sorted(sizes, key=lambda name: -int(name.rpartition(" ")[2]))


# -- the main parts: branches of the tree of units


def _by_branch(organization: Organization, shown: Iterable[str]) -> Coloring:
    """By the branch of units a seat is in, at the first depth that divides the seats well.

    Seats of a unit that lies above the branches have a colour of their own only if there are enough.
    """
    positions, units = organization.positions, organization.units
    own: Counter[str] = Counter()
    for name in shown:
        unit = positions[name].unit
        if unit is not None and unit in units:
            own[unit] += positions[name].seats
    tree = UnitTree(organization)
    branches = _division(tree, own)
    sizes: Counter[str] = Counter()
    for unit, branch in branches.items():
        sizes[branch] += own[unit]
    largest = [unit for unit, _ in sizes.most_common(_MOST)]
    if len(sizes) < _FEWEST or sum(sizes[unit] for unit in largest) < _COVERED * sizes.total():
        return Coloring()
    order = sorted(sizes, key=lambda unit: unit not in largest)
    places = {unit: place for place, unit in enumerate(order)}
    indices = {name: places[branches[unit]] for name in shown if (unit := positions[name].unit) in branches}
    kinds = {units[unit].kind for unit in order}
    kind = kinds.pop() if len(kinds) == 1 else None
    heading = kind[:1].upper() + kind[1:] if kind else "Unit"
    return Coloring(heading, tuple(organization.title("units", unit) for unit in order), indices)


def _division(tree: UnitTree, own: Mapping[str, int]) -> dict[str, str]:
    """For each unit with seats the one that stands for its branch; empty where nothing divides the seats."""
    first = _first_split(tree, own)
    found: dict[str, str] = {}
    for depth in range(first, first + _FURTHER):
        branches = _branches(tree, own, depth)
        sizes: Counter[str] = Counter()
        for unit, branch in branches.items():
            sizes[branch] += own[unit]
        if len(sizes) < _FEWEST:
            continue
        found = found or branches
        if max(sizes.values()) <= _ONE_SIDED * sizes.total():
            return branches
    return found


def _first_split(tree: UnitTree, own: Mapping[str, int]) -> int:
    """The first depth at which the units in use fall into several branches."""
    hierarchy = tree.hierarchy
    totals = tree.totals(own)
    in_use = Counter(hierarchy.depth[place] for unit, place in tree.index.items() if totals[unit])
    ending = Counter(hierarchy.depth[tree.index[unit]] for unit in own)
    higher = 0
    for depth in range(1, hierarchy.deepest + 1):
        if higher + in_use[depth] >= _FEWEST:
            return depth
        higher += ending[depth]
    return hierarchy.deepest


def _branches(tree: UnitTree, own: Mapping[str, int], depth: int) -> dict[str, str]:
    """For each unit with seats the one above it at a depth; for those that are not so deep the unit itself.

    A unit with further ones in use below that depth is no branch: it is left out where there are many.
    """
    hierarchy = tree.hierarchy
    branch = list(range(len(tree.ids)))
    for place in hierarchy.order:
        if hierarchy.depth[place] > depth:
            branch[place] = branch[hierarchy.cut_parent[place]]
    found = {unit: tree.ids[branch[tree.index[unit]]] for unit in own}
    if len(set(found.values())) <= _MOST:
        return found
    totals = tree.totals(own)
    whole = {unit for unit in own if hierarchy.depth[tree.index[unit]] < depth and totals[unit] > own[unit]}
    return {unit: above for unit, above in found.items() if unit not in whole}


# -- what was asked for


def _value_of(organization: Organization, day: date, of: ChartOf, key: str) -> _Value:
    if key not in KEYS[of]:
        return _field_value(organization, day, of, key)
    if of == "roles":
        return lambda name: _said(key, getattr(organization.roles[name], key))
    if of == "units":
        return lambda name: _said(key, getattr(organization.units[name], key))
    positions = organization.positions
    if key == "unit":
        return lambda name: organization.title("units", unit) if (unit := positions[name].unit) is not None else ""
    if key == "role":
        return lambda name: organization.title("roles", role) if (role := positions[name].role) is not None else ""
    if key == "status":
        return lambda name: positions[name].status_on(day)

    def of_role_or_seat(name: str) -> str:
        value = getattr(positions[name], key, None)
        if value is None and (role := organization.role_of(name)) is not None:
            value = getattr(role, key, None)
        return _said(key, value)

    return of_role_or_seat


def _said(key: str, value: object) -> str:
    return "" if value is None else f"Level {value}" if key == "level" else str(value)


def _field_value(organization: Organization, day: date, of: ChartOf, key: str) -> _Value:
    own = key.removeprefix(PREFIX)
    known = field_names(organization, of)
    if own not in known:
        raise UsageError(f'{of} cannot be coloured by "{printable(key)}"{suggestion(key, [*KEYS[of], "none", *known])}')
    return lambda name: field_value(organization, of, day, name, own)
