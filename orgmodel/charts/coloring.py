"""Which colour a card has: by unit, role, level, track, status, or any field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from orgmodel.charts.chart import NO_COLOR
from orgmodel.errors import UsageError
from orgmodel.graph.units import UnitTree
from orgmodel.loading.problems import suggestion
from orgmodel.model.organization import Organization
from orgmodel.reading.names import printable

KEYS = ("unit", "role", "level", "track", "status", "grade", "employment")
_FEWEST, _MOST = 2, 8


@dataclass(frozen=True, slots=True)
class Coloring:
    """A colour for each card. `names` are the values in the order in which they first appear."""

    heading: str = ""
    names: tuple[str, ...] = ()
    indices: dict[str, int] = field(default_factory=dict)

    def color(self, position_id: str) -> int:
        """The index of the card's colour, or NO_COLOR."""
        return self.indices.get(position_id, NO_COLOR)


def coloring_of(organization: Organization, day: date, color_by: str | None, shown: Sequence[str]) -> Coloring:
    """The colours asked for; without a wish the units below the top ones, where these are few enough."""
    if color_by == "none":
        return Coloring()
    if color_by is None:
        return _by_branch(organization, shown)
    value = _value_of(organization, day, color_by)
    heading = color_by.removeprefix("fields.")
    return _colored(heading[:1].upper() + heading[1:], shown, value)


def _colored(heading: str, shown: Sequence[str], value: Callable[[str], str]) -> Coloring:
    places: dict[str, int] = {}
    indices: dict[str, int] = {}
    for position_id in shown:
        text = value(position_id)
        if text:
            indices[position_id] = places.setdefault(text, len(places))
    return Coloring(heading if places else "", tuple(places), indices)


def _by_branch(organization: Organization, shown: Sequence[str]) -> Coloring:
    """By the unit a seat belongs to, taken at the first depth of the tree where two to eight units stand."""
    positions, units = organization.positions, organization.units
    used = {unit: 1 for name in shown if (unit := positions[name].unit) is not None and unit in units}
    tree = UnitTree(organization)
    depth = _first_split(tree, used)
    if depth is None:
        return Coloring()
    branches = _branches(tree, depth)
    titles: dict[str | None, str] = {unit: organization.title("units", branches[unit]) for unit in used}
    return _colored("Unit", shown, lambda name: titles.get(positions[name].unit, ""))


def _first_split(tree: UnitTree, used: dict[str, int]) -> int | None:
    """The first depth at which the used units fall into several branches; None if there is none, or too many."""
    hierarchy = tree.hierarchy
    totals = tree.totals(used)
    in_use = Counter(hierarchy.depth[place] for unit, place in tree.index.items() if totals[unit])
    own = Counter(hierarchy.depth[tree.index[unit]] for unit in used)
    higher = 0
    for depth in range(1, hierarchy.deepest + 1):
        branches = higher + in_use[depth]
        if branches >= _FEWEST:
            return depth if branches <= _MOST else None
        higher += own[depth]
    return None


def _branches(tree: UnitTree, depth: int) -> dict[str, str]:
    """For each unit the one above it at a depth; for those that are not so deep the unit itself."""
    hierarchy = tree.hierarchy
    branch = list(range(len(tree.ids)))
    for place in hierarchy.order:
        if hierarchy.depth[place] > depth:
            branch[place] = branch[hierarchy.cut_parent[place]]
    return {unit: tree.ids[branch[place]] for unit, place in tree.index.items()}


def _value_of(organization: Organization, day: date, key: str) -> Callable[[str], str]:
    positions = organization.positions

    def of_role_or_seat(position_id: str) -> str:
        role = organization.role_of(position_id)
        own = getattr(positions[position_id], key, None)
        value = getattr(role, key, None) if own is None and role is not None else own
        return "" if value is None else f"{key.capitalize()} {value}" if key == "level" else str(value)

    if key == "unit":
        return lambda name: organization.title("units", unit) if (unit := positions[name].unit) is not None else ""
    if key == "role":
        return lambda name: organization.title("roles", role) if (role := positions[name].role) is not None else ""
    if key == "status":
        return lambda name: positions[name].status_on(day)
    if key in KEYS:
        return of_role_or_seat
    own = key.removeprefix("fields.")
    known = dict.fromkeys(name for position in positions.values() for name in position.fields)
    if own not in known:
        raise UsageError(f'cards cannot be coloured by "{printable(key)}"{suggestion(key, [*KEYS, *known])}')
    return lambda name: positions[name].fields.get(own, "")
