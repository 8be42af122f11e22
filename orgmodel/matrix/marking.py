"""Findings on a matrix: which rows, columns and cells each one concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from orgmodel.drawing.finding_list import GRADES
from orgmodel.findings import Finding
from orgmodel.matrix.matrix import Column, MarkedFinding, Matrix, Row
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position

_OF_COLUMNS = ("ORG4", "ORG5", "ORG6")
"""Beginnings of codes of findings that mark a heading where they name no row; others are not about a matrix."""


def marked(matrix: Matrix, organization: Organization, day: date, findings: Iterable[Finding]) -> Matrix:
    """The matrix with what each finding concerns in it, worst first; `elsewhere` counts those that concern nothing."""
    whereabouts = _Whereabouts(matrix, organization, day)
    found: list[MarkedFinding] = []
    elsewhere = 0
    for finding in sorted(findings, key=lambda finding: finding.severity.rank):
        rows, columns, cells = whereabouts.places(finding)
        if not (rows or columns):
            elsewhere += 1
            continue
        told = (GRADES[finding.severity], finding.code, finding.rule, finding.message)
        found.append(MarkedFinding(len(found) + 1, *told, rows, columns, cells))
    return replace(matrix, findings=tuple(found), elsewhere=elsewhere)


class _Whereabouts:
    """From the entities of a finding to places in the matrix."""

    def __init__(self, matrix: Matrix, organization: Organization, day: date) -> None:
        self.matrix = matrix
        self.rows = list(matrix.rows())
        self.names = [_names_of(column, organization, day) for column in matrix.columns]
        self.rows_of: dict[str, list[int]] = {}
        for place, row in enumerate(self.rows):
            self.rows_of.setdefault(row.activity, []).append(place)

    def places(self, finding: Finding) -> tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, int], ...]]:
        """Rows, columns and cells that are concerned; cells only with letters in them."""
        activities = [name for name in finding.entities if name.startswith("activity:")]
        others = frozenset(name for name in finding.entities if not name.startswith("activity:"))
        rows = sorted({place for name in activities for place in self._rows(name)})
        if not activities:
            is_meant = finding.code.startswith(_OF_COLUMNS)
            return (), tuple(self._columns(others, range(len(self.names)))) if is_meant else (), ()
        cells = [(place, i) for place in rows for i in self._columns(others, self.rows[place].cells)]
        return tuple(rows), (), tuple(cells)

    def _rows(self, entity: str) -> Iterator[int]:
        name, _at, where = entity.removeprefix("activity:").partition("@")
        for place in self.rows_of.get(name, ()):
            if not where or _is_whole(self.rows[place]) or self.rows[place].entity == entity:
                yield place

    def _columns(self, entities: AbstractSet[str], among: Iterable[int]) -> list[int]:
        """The columns that are named; where none is, those of whom is named."""
        places = list(among)
        for rank in range(max(map(len, self.names), default=0)):
            found = [i for i in places if rank < len(self.names[i]) and not entities.isdisjoint(self.names[i][rank])]
            if found:
                return found
        return []


def _is_whole(row: Row) -> bool:
    return "@" not in row.entity


def _names_of(column: Column, organization: Organization, day: date) -> Sequence[AbstractSet[str]]:
    """By what a finding may mean a column: itself, then those who stand for it or for whom it stands."""
    own = frozenset([f"{column.kind}:{column.id}"])
    if column.kind == "role":
        return own, _seats(organization, lambda seat: seat.role == column.id)
    if column.kind == "unit":
        return own, _seats(organization, lambda seat: seat.unit == column.id)
    if column.kind == "position" and column.id in organization.positions:
        seat = organization.positions[column.id]
        people = frozenset(f"person:{held.person}" for held in seat.holders_on(day) if held.person is not None)
        return own, people, frozenset([f"role:{seat.role}"])
    if column.kind == "person":
        seats = {
            id_: seat.role
            for id_, seat in organization.positions.items()
            if any(held.person == column.id for held in seat.holders_on(day))
        }
        return own, frozenset(f"position:{id_}" for id_ in seats), frozenset(f"role:{role}" for role in seats.values())
    return (own,)


def _seats(organization: Organization, is_meant: Callable[[Position], bool]) -> frozenset[str]:
    return frozenset(f"position:{id_}" for id_, seat in organization.positions.items() if is_meant(seat))
