"""Tables of positions: one record is one seat with its holder and its manager."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import PurePosixPath
from typing import Any

from orgmodel.loading.assembly import Assembly, subject_of
from orgmodel.loading.cells import date_text, folded, holder_reader, names_in, number_text, texts, with_form
from orgmodel.loading.entries import read_entry
from orgmodel.loading.lookups import role_names, unit_names
from orgmodel.loading.mapping import Mapping
from orgmodel.loading.places import TableOrigin
from orgmodel.loading.problems import Problem
from orgmodel.model.lines import plain_line
from orgmodel.model.positions import NO_FIELDS, Person, plain_position
from orgmodel.model.roles import Role
from orgmodel.model.units import Unit
from orgmodel.reading.names import printable
from orgmodel.reading.table import Table

_PLAIN = frozenset(
    [
        "id",
        "holder",
        "person",
        "email",
        "title",
        "role",
        "unit",
        "reports_to",
        "manager_name",
        "manager_email",
        "path",
        "grade",
        "fte",
    ]
)
_LISTS = ("dotted_to", "also_in")
_DATES = ("from", "until")
_NUMBERS = ("level", "seats")


class SeatTable:
    """One table of positions being read into an assembly."""

    def __init__(self, assembly: Assembly, table: Table, mapping: Mapping) -> None:
        self.assembly = assembly
        self.table = table
        self.mapping = mapping
        columns = {name: indices[0] for name, indices in mapping.columns.items()}
        if "reports_to" not in columns:
            manager = columns.get("manager_name", columns.get("manager_email", columns.get("path")))
            if manager is not None:
                columns["reports_to"] = manager
        if "title" in columns:
            columns.setdefault("role", columns["title"])
        self.origin = TableOrigin(table, columns, columns.get("id", columns.get("holder", 0)))
        self.absent = folded(mapping.words.absent)

    def read(self) -> list[str]:
        """Add every record as a position; returns the ids, one a record, for linking."""
        ids = self._ids()
        holders, statuses = self._holders()
        roles, titles = self._roles()
        units = self._units()
        fields = self._fields(len(ids))
        self._keep_people(ids, holders)
        plain = all(name in _PLAIN or name.startswith("fields.") for name in self.mapping.columns)
        grades, ftes = self._column("grade", len(ids)), self._ftes(ids)
        none: list[Any] = [None] * len(ids)
        records: list[Any] = [
            plain_position(role, title, unit, None, holder, status, grade or None, fte, own)
            for role, title, unit, holder, status, grade, fte, own in zip(
                roles or none,
                titles or none,
                units or none,
                holders or none,
                statuses or none,
                grades,
                ftes or none,
                fields,
                strict=True,
            )
        ]
        if not plain:
            self._checked(ids, records)
        if self.mapping.groups:
            self.assembly.grouped.update(ids)
            for record in records:
                record.status = "filled"
                record.seats = max(1, ceil(record.fte or 1))
        self.assembly.add_all("positions", ids, records, self.origin)
        self.records = records
        return ids

    def _column(self, name: str, count: int) -> list[str]:
        columns = self.mapping.columns.get(name)
        return texts(self.table.rows, columns, self.absent) if columns else [""] * count

    def _ids(self) -> list[str]:
        rows = self.table.rows
        columns = self.mapping.columns.get("id") or self.mapping.columns.get("holder")
        if columns is None or (self.mapping.groups and "id" not in self.mapping.columns):
            stem = PurePosixPath(self.table.source.path).stem
            prefix = f"{stem} row" if self.assembly.organization.positions else "row"
            return [f"{prefix} {number}" for number in self.table.record_numbers]
        ids = texts(rows, columns, frozenset())
        if "id" not in self.mapping.columns:
            return self._names_as_ids(ids)
        if "" in ids:
            taken = set(ids)
            for row, name in enumerate(ids):
                if not name:
                    ids[row] = f"row {self.table.record_numbers[row]}"
                    ids[row] += " without id" if ids[row] in taken else ""
                    problem = Problem(
                        "missing-field", "the record has no id", ("id",), fix="Give the record an id of its own."
                    )
                    self.assembly.report(problem, self.origin, row, subject_of("positions", ids[row]))
        return ids

    def _names_as_ids(self, names: list[str]) -> list[str]:
        """Without a column of ids a seat is known by its holder; one that names nobody by its record."""
        state_of = holder_reader(self.mapping.words, within=self.mapping.within)
        return [
            name if name and state_of(name) is None and name.casefold() not in self.absent else f"row {number}"
            for name, number in zip(names, self.table.record_numbers, strict=True)
        ]

    def _holders(self) -> tuple[list[str | None] | None, list[Any] | None]:
        columns = self.mapping.columns.get("holder")
        people = self.mapping.columns.get("person")
        if columns is None and people is None:
            return None, None
        cells = texts(self.table.rows, columns or people or [], frozenset())
        state_of = holder_reader(self.mapping.words, within=self.mapping.within)
        states: list[Any] = [state_of(cell) if cell else None for cell in cells]
        states = [None if state == "undisclosed" else state for state in states]
        filled = [state_of(cell) == "undisclosed" for cell in cells] if self.mapping.words.undisclosed else []
        holders: list[str | None] = [
            None if state is not None or not cell or cell.casefold() in self.absent else cell
            for cell, state in zip(cells, states, strict=True)
        ]
        for row, undisclosed in enumerate(filled):
            if undisclosed:
                holders[row], states[row] = None, "filled"
        if people is not None and columns is not None:
            keys = texts(self.table.rows, people, self.absent)
            holders = [key or name if name else name for key, name in zip(keys, holders, strict=True)]
        return holders, states

    def _roles(self) -> tuple[list[str | None] | None, list[str | None] | None]:
        role_columns, title_columns = self.mapping.columns.get("role"), self.mapping.columns.get("title")
        columns = role_columns or title_columns
        if columns is None:
            return None, None
        cells = texts(self.table.rows, columns, self.absent)
        organization, made = self.assembly.organization, self.assembly.made_roles
        known = role_names(organization)
        origin = TableOrigin(self.table, {"title": columns[0]}, columns[0])
        if role_columns is None or all(name in made for name in organization.roles):
            for row, cell in enumerate(cells):
                if cell and cell not in known:
                    known[cell] = cell
                    made.add(cell)
                    self.assembly.add("roles", cell, Role(title=cell), origin, row)
        roles = [known.get(cell, cell) if cell else None for cell in cells]
        if role_columns is None or title_columns is None:
            return roles, None
        return roles, [cell or None for cell in texts(self.table.rows, title_columns, self.absent)]

    def _units(self) -> list[str | None] | None:
        columns = self.mapping.columns.get("unit")
        if columns is None:
            return None
        cells = texts(self.table.rows, columns, self.absent)
        organization, made = self.assembly.organization, self.assembly.made_units
        known = unit_names(organization)
        may_make = all(name in made for name in organization.units)
        origin = TableOrigin(self.table, {"title": columns[0]}, columns[0])
        if may_make:
            for row, cell in enumerate(cells):
                if cell and cell not in known:
                    known[cell] = cell
                    made.add(cell)
                    self.assembly.add("units", cell, Unit(title=cell), origin, row)
        return [known.get(cell, cell) if cell else None for cell in cells]

    def _fields(self, count: int) -> Iterator[dict[str, str]] | list[dict[str, str]]:
        names = [name for name in self.mapping.columns if name.startswith("fields.")]
        if "email" in self.mapping.columns:
            names.append("email")
        if not names:
            return [NO_FIELDS] * count
        keys = [name.removeprefix("fields.") for name in names]
        columns = [self._column(name, count) for name in names]
        return [
            {key: cell for key, cell in zip(keys, cells, strict=True) if cell} for cells in zip(*columns, strict=True)
        ]

    def _ftes(self, ids: Sequence[str]) -> list[float | None] | None:
        if "fte" not in self.mapping.columns:
            return None
        absent = self.absent | {"n/a", "n/d"} if self.mapping.within else self.absent
        cells = texts(self.table.rows, self.mapping.columns["fte"], absent)
        shares: list[float | None] = []
        for row, cell in enumerate(cells):
            share = _share(number_text(cell)) if cell else None
            if cell and share is None:
                problem = Problem("wrong-value", f'"fte": wanted a number, found "{printable(cell)}"', ("fte",))
                self.assembly.report(problem, self.origin, row, subject_of("positions", ids[row]))
            shares.append(share)
        return shares

    def _keep_people(self, ids: Sequence[str], holders: Sequence[str | None] | None) -> None:
        """Each holder is a person of their own, unless a column says who is who; then names become people."""
        columns = self.mapping.columns
        if holders is None:
            return
        if "person" not in columns:
            self.assembly.row_people.update(ids)
            return
        if "holder" not in columns:
            return
        people = self.assembly.organization.people
        names = texts(self.table.rows, columns["holder"], frozenset())
        origin = TableOrigin(self.table, {"name": columns["holder"][0]}, columns["person"][0])
        for row, (key, name) in enumerate(zip(holders, names, strict=True)):
            if key is not None and key != name and key not in people:
                self.assembly.add("people", key, Person(name=name), origin, row)

    def _checked(self, ids: Sequence[str], records: list[Any]) -> None:
        """Read the columns that are more than plain text through the same checks as in YAML."""
        names = [name for name in self.mapping.columns if name not in _PLAIN and not name.startswith("fields.")]
        columns = [self._column(name, len(ids)) for name in names]
        for row, cells in enumerate(zip(*columns, strict=True)):
            raw: dict[str, Any] = {}
            for name, cell in zip(names, cells, strict=True):
                if cell:
                    self._put(raw, name, cell)
            if not raw:
                continue
            record, problems = read_entry("positions", raw)
            for problem in problems:
                told = with_form(problem, self.mapping.dates)
                self.assembly.report(told, self.origin, row, subject_of("positions", ids[row]))
            if record is not None:
                for name in raw:
                    attribute = "from_" if name == "from" else name
                    setattr(records[row], attribute, getattr(record, attribute))

    def _put(self, raw: dict[str, Any], name: str, cell: str) -> None:
        if name.startswith("skills."):
            raw.setdefault("skills", {})[name.removeprefix("skills.")] = number_text(cell)
        elif name in _LISTS:
            raw[name] = names_in(cell)
        elif name in _DATES:
            raw[name] = date_text(cell, self.mapping.dates)
        elif name in _NUMBERS:
            raw[name] = number_text(cell)
        elif name == "assistant":
            raw[name] = {
                "y": "true",
                "yes": "true",
                "1": "true",
                "n": "false",
                "no": "false",
                "0": "false",
            }.get(cell.casefold(), cell.casefold())
        else:
            raw[name] = cell


def _share(text: str) -> float | None:
    try:
        share = float(text)
    except ValueError:
        return None
    return share if abs(share) < 1e9 else None


def link_managers(table: SeatTable, ids: Sequence[str]) -> None:
    """Turn the manager cells of a table into lines, once every table of seats has been read."""
    from orgmodel.loading.managers import manager_lines  # noqa: PLC0415

    for record, lines in zip(table.records, manager_lines(table, ids), strict=True):
        if lines is not None:
            record.reports_to = lines


__all__ = ["SeatTable", "link_managers", "plain_line"]
