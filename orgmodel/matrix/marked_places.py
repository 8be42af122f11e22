"""The findings of a matrix by what they concern, for the formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from orgmodel.matrix.matrix import MarkedFinding, Matrix

Found = Sequence[MarkedFinding]


@dataclass(frozen=True, slots=True)
class MarkedPlaces:
    """Findings of rows by place, of headings by column, of cells by both; each in the order of numbers."""

    rows: dict[int, list[MarkedFinding]] = field(default_factory=dict)
    columns: dict[int, list[MarkedFinding]] = field(default_factory=dict)
    cells: dict[tuple[int, int], list[MarkedFinding]] = field(default_factory=dict)

    @classmethod
    def of(cls, matrix: Matrix) -> MarkedPlaces:
        """The places of all findings of a matrix."""
        places = cls()
        for finding in matrix.findings:
            for row in finding.rows:
                places.rows.setdefault(row, []).append(finding)
            for column in finding.columns:
                places.columns.setdefault(column, []).append(finding)
            for cell in finding.cells:
                places.cells.setdefault(cell, []).append(finding)
        return places
