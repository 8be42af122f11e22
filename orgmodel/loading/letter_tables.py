"""Tables of letters: assignments (one letter a record) and matrices (activities down, roles across)."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from orgmodel.loading.assembly import Assembly, subject_of
from orgmodel.loading.cells import date_text, folded, texts
from orgmodel.loading.entries import read_entry
from orgmodel.loading.lookups import activity_names, role_names
from orgmodel.loading.mapping import Mapping
from orgmodel.loading.places import Celled, TableOrigin
from orgmodel.model.activities import NOT_THIS_ROLE, Activity, Assignment, Letter
from orgmodel.model.roles import Role
from orgmodel.reading.table import Table
from orgmodel.source import Place

_NOTE = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_BETWEEN = re.compile(r"[,/+;&]|\s+")
_DECORATION = "*_`'\" \t\r\n\u00a0"
_NOTHING = frozenset({"", "-", "–", "—", "−", "n/a", "na", "none", "."})


def letters_in(cell: str, letters: AnyMapping[str, Letter]) -> tuple[list[str], str]:
    """The letter codes in a cell and the note in brackets.

    Letters may stand as codes or full names, joined by `, / + ; &`, a blank, or nothing. What is
    neither is returned as it stands, for the rule that knows unknown letters.
    """
    note = " ".join(part.strip() for part in _NOTE.findall(cell))
    text = _NOTE.sub(" ", cell).strip(_DECORATION)
    if text.casefold() in _NOTHING:
        return [], note
    codes = {code.casefold(): code for code in letters}
    names = {(letter.name or code).casefold(): code for code, letter in letters.items()}
    if text.casefold() in names:
        return [names[text.casefold()]], note
    found: list[str] = []
    for part in _BETWEEN.split(text):
        token = part.strip(_DECORATION)
        if token.casefold() in _NOTHING:
            continue
        code = codes.get(token.casefold()) or names.get(token.casefold())
        if code is not None:
            found.append(code)
        elif all(letter.casefold() in codes for letter in token):
            found.extend(codes[letter.casefold()] for letter in token)
        else:
            found.append(token)
    return found, note


@dataclass(frozen=True, slots=True)
class MatrixOrigin:
    """Cells of a matrix; an entry is record times width plus column."""

    table: Celled
    width: int

    def place(self, entry: str | int, way: tuple[str | int, ...], *, key: bool) -> Place:
        """The cell that holds the letter; for the role the heading, for the activity its cell."""
        row, column = divmod(int(entry), self.width)
        if way[:1] == ("role",):
            return self.table.heading_place(column)
        return self.table.place(row, column)


def read_assignments(assembly: Assembly, table: Table, mapping: Mapping, *, alone: bool) -> None:
    """Add every record of a table with activity, role and letter."""
    missing = [name for name in ("activity", "role", "letter") if name not in mapping.columns]
    if missing:
        named = " and ".join(f'"{name}"' for name in missing)
        assembly.fault("table-column-missing", f"a table of assignments needs {named}", table.heading_place(0))
        return
    absent = folded(mapping.words.absent)
    names = list(mapping.columns)
    columns = {name: texts(table.rows, mapping.columns[name], absent) for name in names}
    origin = TableOrigin(table, {name: indices[0] for name, indices in mapping.columns.items()})
    roles, activities = _Parties(assembly, table, alone), _Rows(assembly, table, alone, mapping)
    records, entries = [], []
    for row in range(len(table.rows)):
        raw: dict[str, Any] = {name: columns[name][row] for name in names if columns[name][row]}
        if "activity" in raw:
            raw["activity"] = activities.find(raw["activity"], row)
        if "role" in raw:
            raw["role"] = roles.find(raw["role"], mapping.columns["role"][0], row)
        for name in ("from", "until"):
            if name in raw:
                raw[name] = date_text(raw[name], mapping.dates)
        if mapping.source is not None:
            raw.setdefault("source", mapping.source)
        for letter in _letters(assembly, raw):
            record, problems = read_entry("assignments", {**raw, **letter})
            for problem in problems:
                assembly.report(problem, origin, row, "")
            if record is not None:
                records.append(record)
                entries.append(row)
    assembly.add_listed("assignments", records, origin, entries)


def _letters(assembly: Assembly, raw: dict[str, Any]) -> list[dict[str, str]]:
    """What each letter of a record adds to it; a record without a letter stays as it is, for the finding."""
    cell = raw.get("letter")
    if cell is None:
        return [{}] if raw else []
    if cell.casefold() == NOT_THIS_ROLE:
        return [{"letter": NOT_THIS_ROLE}]
    organization = assembly.organization
    activity = organization.activities.get(raw.get("activity", ""))
    scheme = organization.letters_of(activity) if activity else organization.schemes.get(organization.scheme, {})
    codes, note = letters_in(cell, scheme)
    noted = {"note": note} if note and "note" not in raw else {}
    return [{"letter": code, **noted} for code in codes]


def read_matrix(assembly: Assembly, table: Table, mapping: Mapping, *, alone: bool) -> None:
    """Add every letter of a matrix table; headings that no role has are kept for the rule that reports them."""
    if "activity" not in mapping.columns:
        assembly.fault("table-column-missing", "a matrix needs a column of activities", table.heading_place(0))
        return
    width = max(1, len(table.headings))
    absent = folded(mapping.words.absent)
    used = {index for name, indices in mapping.columns.items() for index in indices if name != "roles"}
    across = mapping.columns.get("roles") or [
        index for index, heading in enumerate(table.headings) if heading and index not in used
    ]
    organization = assembly.organization
    scheme = organization.schemes.get(mapping.scheme or organization.scheme, {})
    roles, activities = _Parties(assembly, table, alone), _Rows(assembly, table, alone, mapping)
    heads = {index: roles.find(table.headings[index], index, -1) for index in across}
    titles = texts(table.rows, mapping.columns["activity"], absent)
    extra: dict[str, list[str]] = {
        name: texts(table.rows, mapping.columns[name], absent)
        for name in ("group", "kind", "plane", "scheme")
        if name in mapping.columns
    }
    records, entries = [], []
    for row, title in enumerate(titles):
        if not title:
            continue
        own = {name: column[row] for name, column in extra.items() if column[row]}
        activity = activities.find(title, row, own)
        for index in across:
            codes, note = letters_in(table.rows[row][index], scheme)
            for code in codes:
                records.append(
                    Assignment(
                        activity=activity,
                        role=heads[index],
                        letter=code,
                        source=mapping.source,
                        note=note or None,
                    )
                )
                entries.append(row * width + index)
    assembly.add_listed("assignments", records, MatrixOrigin(table, width), entries)


class _Parties:
    """Finds the role that a cell or heading means; makes it where the table is the whole model."""

    def __init__(self, assembly: Assembly, table: Table, alone: bool) -> None:
        self.assembly = assembly
        self.table = table
        self.alone = alone
        self.known = role_names(assembly.organization)

    def find(self, name: str, column: int, row: int) -> str:
        """The id of the role; the name as it stands when there is no such role."""
        if ":" in name:
            return name
        found = self.known.get(name)
        if found is None and self.alone:
            origin = TableOrigin(self.table, {"title": column}, column)
            self.assembly.add("roles", name, Role(title=name), origin, row)
            self.assembly.made_roles.add(name)
            self.known[name] = found = name
        return found if found is not None else name


class _Rows:
    """Finds the activity that a cell means; makes it where the table is the whole model."""

    def __init__(self, assembly: Assembly, table: Table, alone: bool, mapping: Mapping) -> None:
        self.assembly = assembly
        self.alone = alone
        self.scheme = mapping.scheme
        columns = {name: indices[0] for name, indices in mapping.columns.items()}
        self.origin = TableOrigin(table, {**columns, "title": columns["activity"]}, columns["activity"])
        self.known = activity_names(assembly.organization)

    def find(self, name: str, row: int, own: dict[str, str] | None = None) -> str:
        """The id of the activity; the name as it stands when there is no such activity."""
        found = self.known.get(name)
        if found is not None or not self.alone:
            return found if found is not None else name
        raw = {"title": name, **({"scheme": self.scheme} if self.scheme else {}), **(own or {})}
        record, problems = read_entry("activities", raw)
        for problem in problems:
            self.assembly.report(problem, self.origin, row, subject_of("activities", name))
        self.assembly.add("activities", name, record or Activity(title=name), self.origin, row)
        self.known[name] = name
        return name


def is_alone(sections: Sequence[str]) -> bool:
    """Whether tables of letters may make their roles and activities: nothing else defines any."""
    return "roles" not in sections and "activities" not in sections
