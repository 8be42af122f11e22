"""Tables of people, units and roles: one record is one entry."""

from __future__ import annotations

from typing import Any

from orgmodel.loading.assembly import Assembly, subject_of
from orgmodel.loading.cells import date_text, folded, names_in, number_text, texts, with_form
from orgmodel.loading.entries import read_entry
from orgmodel.loading.mapping import Mapping
from orgmodel.loading.places import TableOrigin
from orgmodel.loading.problems import Problem
from orgmodel.reading.table import Table

_LISTS = {"aliases", "heads", "dotted_to", "promotes_to", "counts_as"}
_GROUPED = ("fields", "codes", "skills")


def read_entry_table(assembly: Assembly, table: Table, mapping: Mapping) -> None:
    """Add every record of a table of people, units or roles."""
    kind = mapping.kind
    columns = {name: indices[0] for name, indices in mapping.columns.items()}
    name_column = "name" if kind == "people" else "title"
    id_columns = mapping.columns.get("id") or mapping.columns.get(name_column)
    if id_columns is None and any(problem.way == ("columns", "id") for problem in mapping.problems):
        return
    if id_columns is None:
        place = table.heading_place(0)
        assembly.fault("table-column-missing", f"a table of {kind} needs a column with their ids", place)
        return
    origin = TableOrigin(table, columns, id_columns[0])
    absent = folded(mapping.words.absent)
    ids = texts(table.rows, id_columns, absent)
    names = [name for name in mapping.columns if name != "id"]
    cells = [texts(table.rows, mapping.columns[name], absent) for name in names]
    for row, values in enumerate(zip(*cells, strict=True)) if cells else ((row, ()) for row in range(len(ids))):
        name = ids[row] or f"row {table.record_numbers[row]}"
        subject = subject_of(kind, name)
        if not ids[row]:
            assembly.report(
                Problem("missing-field", "the record has no id", ("id",), fix="Give the record an id of its own."),
                origin,
                row,
                subject,
            )
        raw: dict[str, Any] = {}
        for column, value in zip(names, values, strict=True):
            if value:
                _put(raw, column, value, mapping)
        record, problems = read_entry(kind, raw)
        for problem in problems:
            assembly.report(with_form(problem, mapping.dates), origin, row, subject)
        if record is not None:
            assembly.add(kind, name, record, origin, row)


def _put(raw: dict[str, Any], column: str, value: str, mapping: Mapping) -> None:
    group, _, key = column.partition(".")
    if key and group in _GROUPED:
        raw.setdefault(group, {})[key] = number_text(value) if group == "skills" else value
    elif column in _LISTS:
        raw[column] = names_in(value)
    elif column in {"from", "until"}:
        raw[column] = date_text(value, mapping.dates)
    elif column == "external":
        raw[column] = value.casefold()
    elif column == "level":
        raw[column] = number_text(value)
    else:
        raw[column] = value
