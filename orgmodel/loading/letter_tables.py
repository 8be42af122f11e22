"""Tables of assignments: one record for each activity and role, with a letter."""

from __future__ import annotations

from typing import Any

from orgmodel.loading.assembly import Assembly
from orgmodel.loading.cells import date_text, folded, texts
from orgmodel.loading.entries import read_entry
from orgmodel.loading.letter_cells import Alphabet
from orgmodel.loading.letter_parties import Activities, Parties
from orgmodel.loading.mapping import Mapping
from orgmodel.loading.places import TableOrigin
from orgmodel.model.activities import NOT_THIS_ROLE
from orgmodel.reading.table import Table


def read_assignments(assembly: Assembly, table: Table, mapping: Mapping, *, alone: bool) -> None:
    """Add every record of a table with activity, role and letter."""
    missing = [name for name in ("activity", "role", "letter") if name not in mapping.columns]
    if missing and all(("columns", name) in {problem.way for problem in mapping.problems} for name in missing):
        return
    if missing:
        named = " and ".join(f'"{name}"' for name in missing)
        assembly.fault("table-column-missing", f"a table of assignments needs {named}", table.heading_place(0))
        return
    absent = folded(mapping.words.absent)
    names = list(mapping.columns)
    columns = {name: texts(table.rows, mapping.columns[name], absent) for name in names}
    first = {name: indices[0] for name, indices in mapping.columns.items()}
    origin = TableOrigin(table, first)
    made = TableOrigin(table, {**first, "title": first["activity"]}, first["activity"])
    roles, activities = Parties(assembly, table, alone), Activities(assembly, alone, mapping.scheme)
    letters = _Letters(assembly)
    records, entries = [], []
    for row in range(len(table.rows)):
        raw: dict[str, Any] = {name: columns[name][row] for name in names if columns[name][row]}
        if "activity" in raw:
            raw["activity"] = activities.find(raw["activity"], made, row)
        if "role" in raw:
            raw["role"] = roles.find(raw["role"], first["role"], row)
        for name in ("from", "until"):
            if name in raw:
                raw[name] = date_text(raw[name], mapping.dates)
        if mapping.source is not None:
            raw.setdefault("source", mapping.source)
        for letter in letters.of(raw):
            record, problems = read_entry("assignments", {**raw, **letter})
            for problem in problems:
                assembly.report(problem, origin, row, "")
            if record is not None:
                records.append(record)
                entries.append(row)
    assembly.add_listed("assignments", records, origin, entries)


class _Letters:
    """Reads the letter of a record by the scheme of its activity."""

    def __init__(self, assembly: Assembly) -> None:
        self.organization = assembly.organization
        self.alphabets: dict[str, Alphabet] = {}

    def of(self, raw: dict[str, Any]) -> list[dict[str, str]]:
        """What each letter of a record adds to it; a record without a letter stays as it is, for the finding."""
        cell = raw.get("letter")
        if cell is None:
            return [{}] if raw else []
        if cell.casefold() == NOT_THIS_ROLE:
            return [{"letter": NOT_THIS_ROLE}]
        said = self._alphabet(raw.get("activity", "")).read(cell)
        noted = {"note": said.note} if said.note and "note" not in raw else {}
        return [{"letter": code, **noted} for code in said.codes]

    def _alphabet(self, activity: str) -> Alphabet:
        organization = self.organization
        entry = organization.activities.get(activity)
        scheme = organization.scheme_of(entry) if entry else organization.scheme
        if scheme not in self.alphabets:
            letters = organization.letters_of(entry) if entry else organization.schemes.get(scheme, {})
            self.alphabets[scheme] = Alphabet(letters)
        return self.alphabets[scheme]
