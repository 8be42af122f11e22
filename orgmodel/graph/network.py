"""The public graph: the whole organisation as a networkx multigraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from orgmodel.graph.holding import Holders
from orgmodel.graph.letters import LetterReader, parse_assignee
from orgmodel.graph.lines import read_lines
from orgmodel.graph.role_lines import beyond
from orgmodel.model.lines import Line
from orgmodel.model.organization import PLURAL, SINGULAR, Organization, entity

if TYPE_CHECKING:
    import networkx as nx

_Edge = tuple[str, str, str, dict[str, Any]]
"""From, to, kind, attributes."""


def as_networkx(org: Organization, day: date) -> nx.MultiDiGraph[str]:
    """The organisation on a day, with typed nodes and edges, always in the same order.

    Nodes are named like entities: `role:pm`, `unit:payments`, `position:cpo`, `person:Ada Park`,
    `activity:backlog`; a person of a table row is `person:Name@position`. Each has `kind`, `name` (the
    id), `title` and `exists` (False for a name that is used but nowhere defined). Roles, positions and
    units add what they have of `level`, `grade`, `track`, `role`, `unit`, `fte`; positions also `status`,
    `seats` and `undisclosed` (1 if a holder is not named), units `unit_kind`, activities `activity_kind`,
    `group`, `plane`, `per`. Values are text, numbers and booleans, so that GraphML can be written.

    The key of an edge is its kind, with a number where a pair has several; each has `kind`:

    - position to position: `reports_to` (`derived`; `first` False for further lines), `dotted_to`
    - person to position: `holds` (`interim`, `fte`); anything to position: `deputy_of`
    - position to role `has_role`, to unit `in_unit`, `also_in`, `heads`
    - unit to unit: `part_of`, `interacts_with` (`mode`)
    - role to role: `reports_to`, `dotted_to`, `promotes_to`, `counts_as`, `works_with`
    - role, position, unit or person to activity: `assigned` (`letter`, `claim`, `sources`)
    - activity to activity `part_of`, `depends_on`; to a role or position `escalates_to`
    """
    import networkx as nx  # noqa: PLC0415 - half a second that only this function should cost

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=org.name or "", day=day.isoformat())
    builder = _Network(org, day)
    for node, attributes in builder.nodes():
        graph.add_node(node, **attributes)
    for source, target, kind, attributes in builder.edges():
        for node in (source, target):
            if node not in graph:
                word, _, name = node.partition(":")
                graph.add_node(node, kind=word, name=name, title=name, exists=False)
        count = sum(data["kind"] == kind for data in (graph.get_edge_data(source, target) or {}).values())
        graph.add_edge(source, target, key=f"{kind}-{count + 1}" if count else kind, kind=kind, **attributes)
    return graph


class _Network:
    """Collects nodes and edges section by section, in the order of the files."""

    def __init__(self, org: Organization, day: date) -> None:
        self.org = org
        self.day = day
        self.lines = read_lines(org, day, planned=True)
        self.holders = Holders(org, day)
        self.letters = LetterReader(org, day)

    def nodes(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for kind, word in SINGULAR.items():
            for name, entry in self.org.counting(kind).items():
                attributes = {"kind": word, "name": name, "title": self.org.title(kind, name), "exists": True}
                attributes |= _given(entry, _SHOWN[kind])
                if kind in {"units", "activities"} and entry.kind is not None:
                    attributes[f"{word}_kind"] = entry.kind
                if kind == "positions":
                    attributes["status"] = self.lines.status(name)
                    attributes["undisclosed"] = int(self.holders.state(name).is_undisclosed)
                yield entity(kind, name), attributes
        for name in self.org.positions:
            for holding in self.holders.state(name).holdings:
                if holding.person not in self.org.people:
                    shown = self.holders.person_name(holding.person)
                    yield (
                        _person(holding.person),
                        {"kind": "person", "name": shown, "title": shown, "exists": True},
                    )

    def edges(self) -> Iterator[_Edge]:
        yield from self._role_edges()
        yield from self._unit_edges()
        yield from self._reporting()
        yield from self._position_edges()
        yield from self._activity_edges()

    def _role_edges(self) -> Iterator[_Edge]:
        for name, role in self.org.counting("roles").items():
            node = entity("roles", name)
            for kind, lines in (("reports_to", role.reports_to or ()), ("dotted_to", role.dotted_to)):
                for line in self._in_force(lines):
                    yield from self._role_edge(node, line.to, kind)
            for kind in ("promotes_to", "counts_as", "works_with"):
                names = getattr(role, kind)
                for other in names:
                    yield from self._role_edge(node, other, kind)

    def _role_edge(self, node: str, other: str, kind: str) -> Iterator[_Edge]:
        """An edge to another role; in the place of one of a library that nothing names, to those it leads on to."""
        for target in beyond(self.org, other, kind):
            yield node, entity("roles", target), kind, {}

    def _unit_edges(self) -> Iterator[_Edge]:
        for name, unit in self.org.units.items():
            node = entity("units", name)
            if unit.parent is not None:
                yield node, entity("units", unit.parent), "part_of", {}
            for head in unit.headed_by():
                yield entity("positions", head), node, "heads", {}
            for other in unit.interactions:
                if other.in_force(self.day):
                    yield node, entity("units", other.with_), "interacts_with", _given(other, ("mode",))

    def _reporting(self) -> Iterator[_Edge]:
        lines = self.lines
        nodes = [entity("positions", name) for name in lines.ids]
        for i, name in enumerate(lines.ids):
            above = lines.parent[i]
            if above >= 0:
                attributes = {"derived": lines.is_derived(name), "first": True}
                yield nodes[i], nodes[above], "reports_to", attributes
            elif i in lines.unresolved:
                missing = entity("positions", lines.unresolved[i])
                yield nodes[i], missing, "reports_to", {"derived": False, "first": True}
        for i, above in lines.extra:
            yield nodes[i], nodes[above], "reports_to", {"derived": False, "first": False}

    def _position_edges(self) -> Iterator[_Edge]:
        for name, seat in self.org.positions.items():
            node = entity("positions", name)
            for line in self._in_force(seat.dotted_to):
                yield node, entity("positions", line.to), "dotted_to", {}
            if seat.role is not None:
                yield node, entity("roles", seat.role), "has_role", {}
            if seat.unit is not None:
                yield node, entity("units", seat.unit), "in_unit", {}
            for unit in seat.also_in:
                yield node, entity("units", unit), "also_in", {}
            for holding in self.holders.state(name).holdings:
                attributes: dict[str, Any] = {"interim": holding.is_interim}
                if holding.fte is not None:
                    attributes["fte"] = holding.fte
                yield _person(holding.person), node, "holds", attributes
            if seat.deputy is not None:
                yield self._deputy(seat.deputy), node, "deputy_of", {}

    def _activity_edges(self) -> Iterator[_Edge]:
        for name, activity in self.org.activities.items():
            node = entity("activities", name)
            row = self.letters.row(name)
            for cell in row.cells + row.claims:
                attributes = {
                    "letter": cell.letter,
                    "claim": cell.is_claim,
                    "sources": ", ".join(cell.sources),
                }
                yield entity(PLURAL[cell.kind], cell.name), node, "assigned", attributes
            if activity.part_of is not None:
                yield node, entity("activities", activity.part_of), "part_of", {}
            for other in activity.depends_on:
                yield node, entity("activities", other), "depends_on", {}
            if activity.escalates_to is not None:
                kind, above = parse_assignee(self.org, activity.escalates_to)
                yield node, entity(PLURAL[kind], above), "escalates_to", {}

    def _deputy(self, deputy: str) -> str:
        if deputy in self.org.positions:
            return entity("positions", deputy)
        kind, name = parse_assignee(self.org, deputy)
        if kind == "role" and name not in self.org.roles:
            kind = "person"
        return entity(PLURAL[kind], name)

    def _in_force(self, lines: Iterable[Line]) -> Iterator[Line]:
        return (line for line in lines if line.in_force(self.day))


_SHOWN: dict[str, tuple[str, ...]] = {
    "roles": ("level", "grade", "track", "family", "external"),
    "units": (),
    "positions": ("role", "unit", "level", "grade", "fte", "seats", "employment", "assistant"),
    "people": ("employment",),
    "activities": ("group", "plane", "per"),
}


def _given(entry: object, names: Iterable[str]) -> dict[str, Any]:
    """Those attributes of an entry that are given."""
    return {name: value for name in names if (value := getattr(entry, name, None)) is not None}


def _person(key: str) -> str:
    """The node of a person; one row of a table is one person, named with the row's position."""
    name, row, position = key.partition("\0")
    return entity("people", f"{name}@{position}" if row else name)
