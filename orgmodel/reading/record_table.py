"""A list of flat records in YAML or JSON, seen as a table."""

from __future__ import annotations

from typing import Any

from orgmodel.reading.document import Document
from orgmodel.reading.slots import Route
from orgmodel.reading.table import Table
from orgmodel.source import START, Mark


class _RecordCells:
    """Finds cells through the document: marks are lines and columns, not records."""

    def __init__(self, document: Document, route: Route, headings: tuple[str, ...]) -> None:
        self.document = document
        self.route = route
        self.headings = headings

    def mark(self, row: int | None, column: int) -> Mark:
        """The mark of a value; of its record if it is absent; headings are those of the first record."""
        if not self.headings:
            return START
        route = (*self.route, row or 0, self.headings[column])
        return self.document.mark(route, key=row is None)


def table_from_records(document: Document) -> Table | None:
    """The table in a document that is a list of flat mappings, or one key with such a list; else None.

    Headings are all keys in the order they are met; a null is an empty cell. Records count from 1.
    """
    route, records = _records(document.data)
    if not records:
        return None
    headings = tuple(dict.fromkeys(key for record in records for key in record))
    rows = [tuple([record.get(heading) or "" for heading in headings]) for record in records]
    cells = _RecordCells(document, route, headings)
    numbers = range(1, len(rows) + 1)
    return Table(document.source, headings, rows, numbers, cells, list(document.faults))


def _records(data: Any) -> tuple[Route, list[dict[str, str | None]]]:
    route: Route = ()
    if isinstance(data, dict) and len(data) == 1:
        ((key, data),) = data.items()
        route = (key,)
    if isinstance(data, list) and all(map(_is_flat, data)):
        return route, data
    return (), []


def _is_flat(record: Any) -> bool:
    return isinstance(record, dict) and not any(isinstance(value, (dict, list)) for value in record.values())
