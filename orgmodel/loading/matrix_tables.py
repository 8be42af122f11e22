"""Matrices: activities down and roles across, or the other way round, or a column of names for each letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from orgmodel.loading.assembly import Assembly
from orgmodel.loading.cells import folded, texts
from orgmodel.loading.letter_cells import Alphabet, Said, names_of_cell, plain, says_nothing, without_notes
from orgmodel.loading.letter_parties import Activities, Parties
from orgmodel.loading.mapping import Mapping
from orgmodel.loading.matrix_sections import Sections
from orgmodel.loading.places import Celled, TableOrigin
from orgmodel.model.activities import Assignment
from orgmodel.reading.names import printable
from orgmodel.reading.table import Table, trimmed
from orgmodel.source import Place

_DESCRIBING = ("group", "kind", "plane", "scheme")
_MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class MatrixOrigin:
    """Cells of a matrix; an entry is record times width plus column. `across` is what the headings hold."""

    table: Celled
    width: int
    across: str = "role"

    def place(self, entry: str | int, way: tuple[str | int, ...], *, key: bool) -> Place:
        """The cell that holds the letter; its heading, for what the headings hold."""
        row, column = divmod(int(entry), self.width)
        if way[:1] == (self.across,):
            return self.table.heading_place(column)
        return self.table.place(row, column)


def read_matrix(assembly: Assembly, table: Table, mapping: Mapping, *, alone: bool) -> None:
    """Add every letter of a matrix table; headings that no role has are kept for the rule that reports them."""
    if "activity" not in mapping.columns and "role" not in mapping.columns:
        assembly.fault("table-column-missing", "a matrix needs a column of activities", table.heading_place(0))
        return
    reader = _Matrix(assembly, table, mapping, alone)
    if "activity" not in mapping.columns:
        reader.read_activities_across()
        return
    lettered = reader.lettered()
    if lettered:
        reader.read_letters_across(lettered)
    else:
        reader.read_roles_across()


class _Matrix:
    """Reads one table; what its cells say is added at the end, all at once."""

    def __init__(self, assembly: Assembly, table: Table, mapping: Mapping, alone: bool) -> None:
        self.assembly = assembly
        self.organization = assembly.organization
        self.table = table
        self.mapping = mapping
        self.down = mapping.columns.get("activity", mapping.columns.get("role", []))
        self.absent = folded(mapping.words.absent)
        self.roles = Parties(assembly, table, alone)
        self.activities = Activities(assembly, alone, mapping.scheme)
        self.alphabets: dict[str, Alphabet] = {}
        self.across = self._across()
        self.records: list[Assignment] = []
        self.entries: list[int] = []
        self.starts: dict[str, int] = {}
        self.given: dict[str, set[tuple[str, str]]] = {}
        self.texts: list[str] = []
        self.repeats: list[str] = []

    # -- the three forms

    def read_roles_across(self) -> None:
        """Activities down, roles across, letters in the cells."""
        heads = {index: self.roles.find(plain(self.table.headings[index]), index, -1) for index in self.across}
        for row, activity, alphabet in self._rows():
            for index in self.across:
                self._add(row, index, activity, heads[index], alphabet.read(self.table.rows[row][index]))
        self._finish("role")

    def read_letters_across(self, lettered: dict[int, str]) -> None:
        """Activities down, letters across, names of roles in the cells."""
        self.across = list(lettered)
        for row, activity, _alphabet in self._rows(has_letters=False):
            for index, code in lettered.items():
                for name in self._names(self.table.rows[row][index]):
                    self._keep(row, index, activity, self.roles.find(name, index, row), code)
        self._finish("letter")

    def read_activities_across(self) -> None:
        """Roles down, activities across, letters in the cells."""
        alphabet = self._alphabet(self.mapping.scheme)
        heads: dict[int, str] = {}
        for index in self.across:
            origin = TableOrigin(self.table, {"title": index}, index)
            heads[index] = self.activities.find(plain(self.table.headings[index]), origin, -1)
        for row, written in enumerate(texts(self.table.rows, self.down, self.absent)):
            said = {index: alphabet.read(self.table.rows[row][index]) for index in self.across}
            if says_nothing(written) or self.table.is_lone(row) or self._is_text(written, said.values()):
                continue
            if self._repeats_headings(row):
                continue
            role = self.roles.find(plain(written), self.down[0], row)
            for index, cell in said.items():
                self._add(row, index, heads[index], role, cell)
        self._finish("activity")

    def lettered(self) -> dict[int, str]:
        """The columns headed by letters, as in `Responsible`, whose cells hold names; none if they hold letters."""
        if "roles" in self.mapping.columns:
            return {}
        alphabet = self._alphabet(self.mapping.scheme)
        known = self.roles.known
        heads = {index: plain(without_notes(self.table.headings[index])) for index in self.across}
        found = {index: code for index, text in heads.items() if text not in known and (code := alphabet.code(text))}
        traits = {trait for code in found.values() for trait in alphabet.letters[code].traits}
        if len(set(found.values())) < 2 or not traits & {"owner", "doer"}:
            return {}
        cells = [cell for row in self.table.rows[:200] for index in found if not says_nothing(cell := row[index])]
        letters = sum(alphabet.read(cell).is_known for cell in cells)
        return found if 2 * letters < len(cells) else {}

    # -- rows

    def _rows(self, *, has_letters: bool = True) -> Iterator[tuple[int, str, Alphabet]]:
        """Every row that is an activity, with the letters to read it by."""
        table, mapping = self.table, self.mapping
        extra = {
            name: texts(table.rows, mapping.columns[name], self.absent)
            for name in _DESCRIBING
            if name in mapping.columns
        }
        columns = {name: indices[0] for name, indices in mapping.columns.items()}
        origin = TableOrigin(table, {**columns, "title": columns["activity"]}, columns["activity"])
        sections = Sections(table, self.down[0], self.across, is_grouped="group" in extra)
        for row, written in sections.rows(texts(table.rows, self.down, self.absent)):
            if self._repeats_headings(row):
                continue
            own = {name: column[row] for name, column in extra.items() if column[row]}
            alphabet = self._alphabet(own.get("scheme", mapping.scheme))
            if has_letters and self._is_text(written, (alphabet.read(table.rows[row][index]) for index in self.across)):
                continue
            own["group"] = sections.group_of(row, own.get("group", ""))
            activity = self.activities.find(plain(written), origin, row, {name: own[name] for name in own if own[name]})
            if self.activities.is_further(activity, origin, row):
                if activity not in self.given:
                    self.given[activity] = self._given_to(activity)
            else:
                self.starts[activity] = len(self.records)
            yield row, activity, alphabet
        self.activities.tell_repeats()
        self._tell("headings of sections, not activities", sections.headings)
        for row in sections.untitled:
            self.assembly.fault("missing-field", '"activity" is missing', table.place(row, self.down[0]))

    def _is_text(self, written: str, said: Iterable[Said]) -> bool:
        """Whether a row holds words wherever it holds anything: remarks about the columns, not letters."""
        filled = [cell for cell in said if cell.codes]
        is_text = bool(filled) and all(cell.is_text for cell in filled)
        if is_text:
            self.texts.append(plain(written))
        return is_text

    def _repeats_headings(self, row: int) -> bool:
        """Whether a row is the headings once more, as on each page of a printed list."""
        headings = self.table.headings
        repeats = [*map(trimmed, self.table.rows[row][: len(headings)])] == [*map(trimmed, headings)]
        if repeats:
            self.repeats.append(f"row {self.table.mark(row, 0).shown_line}")
        return repeats

    # -- parts

    def _across(self) -> list[int]:
        """The columns of cells: those told, else all with a heading to the right of the first one."""
        told = self.mapping.columns.get("roles") or self.mapping.columns.get("activities")
        if told:
            return told
        used = {index for columns in self.mapping.columns.values() for index in columns}
        headings = self.table.headings
        free = [index for index, heading in enumerate(headings) if trimmed(heading) and index not in used]
        nameless = [index for index, heading in enumerate(headings) if not trimmed(heading) and index not in used]
        for index in nameless:
            if index > min(self.down):
                self._tell_nameless(index)
        return [index for index in free if index > min(self.down)] or free

    def _tell_nameless(self, column: int) -> None:
        """Letters below no heading belong to nobody; they are not passed over in silence."""
        filled = sum(bool(trimmed(row[column])) for row in self.table.rows if column < len(row))
        if filled:
            cells = "1 filled cell" if filled == 1 else f"{filled:,} filled cells"
            self.assembly.fault(
                "table-column-missing",
                f"column {column + 1} has no heading; {cells} below it not read",
                self.table.heading_place(column),
                fix="Write whose letters these are as the heading, or empty the column.",
            )

    def _alphabet(self, scheme: str | None) -> Alphabet:
        name = scheme or self.organization.scheme
        if name not in self.alphabets:
            self.alphabets[name] = Alphabet(self.organization.schemes.get(name, {}))
        return self.alphabets[name]

    def _names(self, cell: str) -> list[str]:
        """The names in a cell; the whole cell, where a role is called so."""
        whole = trimmed(cell)
        return [whole] if whole in self.roles.known else names_of_cell(cell)

    def _add(self, row: int, column: int, activity: str, role: str, said: Said) -> None:
        for code in said.codes:
            self._keep(row, column, activity, role, code, said.note or None)

    def _given_to(self, activity: str) -> set[tuple[str, str]]:
        """Roles and letters of the first row of an activity: a further row that says the same adds nothing."""
        found: set[tuple[str, str]] = set()
        at = self.starts[activity]
        while at < len(self.records) and self.records[at].activity == activity:
            found.add((self.records[at].role, self.records[at].letter))
            at += 1
        return found

    def _keep(self, row: int, column: int, activity: str, role: str, code: str, note: str | None = None) -> None:
        given = self.given.get(activity)
        if given is not None and (role, code) in given:
            return
        if given is not None:
            given.add((role, code))
        source = self.mapping.source
        self.records.append(Assignment(activity=activity, role=role, letter=code, source=source, note=note))
        self.entries.append(row * self._width + column)

    @property
    def _width(self) -> int:
        return max(1, len(self.table.headings))

    def _finish(self, across: str) -> None:
        origin = MatrixOrigin(self.table, self._width, across)
        self.assembly.add_listed("assignments", self.records, origin, self.entries)
        self._tell("texts, not letters", self.texts)
        self._tell("headings once more", self.repeats)

    def _tell(self, what: str, rows: Sequence[str]) -> None:
        """Rows that are left out are said on standard error, so that none is lost in silence."""
        if rows:
            shown = ", ".join(f'"{printable(text, 40)}"' for text in rows[:_MOST_TOLD])
            more = f" and {len(rows) - _MOST_TOLD:,} more" if len(rows) > _MOST_TOLD else ""
            name = Path(self.table.source.path).name
            self.assembly.notes.append(f"{name}: rows of {what}: {shown}{more}")
