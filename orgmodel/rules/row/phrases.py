"""How findings about rows name parties, letters and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from orgmodel.graph.letters import Cell
from orgmodel.model.activities import Letter
from orgmodel.model.organization import PLURAL, Organization
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.rule import Where
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named

_MOST_NAMED = 3
_LINE = re.compile(r":\d+(?:-\d+)?\Z")


def party(organization: Organization, kind: str, name: str) -> str:
    """Whoever holds a letter, by id and title; everything but a role is introduced by its kind."""
    shown = named(organization, PLURAL[kind], name)
    return shown if kind == "role" else f"{kind} {shown}"


def holder_of(organization: Organization, cell: Cell) -> str:
    """Whoever holds the letter of a cell."""
    return party(organization, cell.kind, cell.name)


def holders(organization: Organization, cells: Iterable[Cell], most: int = 12) -> str:
    """All who hold the letters of some cells, each once."""
    found = {(cell.kind, cell.name): cell for cell in cells}
    return listed([holder_of(organization, cell) for cell in found.values()], most)


def entity_of(cell: Cell) -> str:
    """The written form of whoever holds the letter of a cell, as in `role:pm`."""
    return f"{cell.kind}:{cell.name}"


def entities(row: JudgedRow, cells: Iterable[Cell] = ()) -> tuple[str, ...]:
    """The row, then everybody who holds these letters."""
    return tuple(dict.fromkeys((row.entity, *map(entity_of, cells))))


def letter(letters: Mapping[str, Letter], code: str) -> str:
    """A letter by its code and name: `"A" (Accountable)`."""
    name = letters[code].name if code in letters else None
    return quoted(code) if name is None or name == code else f"{quoted(code)} ({printable(name, 60)})"


def letters(row: JudgedRow, codes: Iterable[str]) -> str:
    """Several letters of the row's scheme."""
    return listed([letter(row.letters, code) for code in codes], 12)


def sources(cell: Cell) -> str:
    """The sources that claim a cell."""
    return listed([quoted(source, 60) for source in cell.sources], 6)


def document(source: str) -> str:
    """Lines of one text are one source: `guide.txt:7` and `guide.txt:12`."""
    return _LINE.sub("", source)


def claimed(organization: Organization, cell: Cell, letters: Mapping[str, Letter] | None = None) -> str:
    """Who holds a letter (which one, if `letters` are given), and who says so."""
    shown = holder_of(organization, cell)
    if letters is not None:
        shown = f"{letter(letters, cell.letter)} to {shown}"
    return f"{shown} by {sources(cell)}" if cell.is_claim else shown


def rows_named(organization: Organization, rows: Sequence[JudgedRow]) -> str:
    """One row by id and title; of several their number and the first ids."""
    if len(rows) == 1:
        return named(organization, "activities", rows[0].name)
    return f"{counted(len(rows), 'row')} ({listed([quoted(row.name) for row in rows], _MOST_NAMED)})"


def other_places(cells: Iterable[Cell], note: str) -> tuple[tuple[Where, str], ...]:
    """The places of cells, as related places with one note."""
    return tuple((spot, note) for cell in cells for spot in cell.spots)[:MOST_RELATED]


def places_of(pairs: Iterable[tuple[Cell, str]]) -> Iterator[tuple[Where, str]]:
    """Each place of each cell with the note that belongs to the cell."""
    return ((spot, note) for cell, note in pairs for spot in cell.spots)
