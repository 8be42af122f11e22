"""Who claims what in a row, and what is noted beside its letters, in words."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.graph.letters import Cell, Row
from orgmodel.matrix.names import Names

_SOURCES = 8


def row_notes(row: Row, names: Names) -> tuple[str, ...]:
    """Claims that are judged, claims that differ from a decision, denials, and notes."""
    return tuple(dict.fromkeys((*_letters(row, names), *_beside(row, names), *_denials(row, names))))


def _letters(row: Row, names: Names) -> Iterator[str]:
    for cell in row.cells:
        if cell.is_claim:
            yield f"{_held(cell, names)} by {_sources(cell)}{_note(cell)}"
        elif cell.note:
            yield f"{_held(cell, names)}{_note(cell)}"


def _beside(row: Row, names: Names) -> Iterator[str]:
    decided = {(cell.letter, cell.kind, cell.name) for cell in row.cells}
    for cell in row.claims:
        if (cell.letter, cell.kind, cell.name) not in decided:
            yield f"decided otherwise: {_held(cell, names)} by {_sources(cell)}{_note(cell)}"


def _denials(row: Row, names: Names) -> Iterator[str]:
    for cell in row.denials:
        by = f" by {_sources(cell)}" if cell.sources else ""
        yield f"no part for {names.party(cell.kind, cell.name)}{by}{_note(cell)}"


def _held(cell: Cell, names: Names) -> str:
    return f"{cell.letter} for {names.party(cell.kind, cell.name)}"


def _sources(cell: Cell) -> str:
    more = len(cell.sources) - _SOURCES
    return ", ".join(cell.sources[:_SOURCES]) + (f" and {more} more" if more > 0 else "")


def _note(cell: Cell) -> str:
    return f" ({cell.note})" if cell.note else ""
