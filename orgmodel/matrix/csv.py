"""The matrix as one rectangular table for spreadsheets (RFC 4180, UTF-8 without a byte order mark)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from orgmodel.matrix.marked_places import MarkedPlaces
from orgmodel.matrix.matrix import Column, Mark, Matrix, Row
from orgmodel.matrix.plain_text import clean
from orgmodel.matrix.wording import heading

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def render(matrix: Matrix) -> str:
    """A header row, then a row for each row of the matrix."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    rows = MarkedPlaces.of(matrix).rows
    writer.writerow([*_FIRST, *map(safe, _headings(matrix.columns)), "gap", *["findings"] * bool(rows)])
    place = 0
    for block in matrix.blocks:
        for group in block.groups:
            for row in group.rows:
                found = "; ".join(f"{one.code} {one.rule}: {one.message}" for one in rows.get(place, ()))
                written = _row(row, group.title, block.scheme, len(matrix.columns))
                writer.writerow(map(safe, [*written, *[found] * bool(rows)]))
                place += 1
    return text.getvalue()


_FIRST = ("activity", "group", "kind", "plane", "scheme", "per")


def _headings(columns: tuple[Column, ...]) -> Iterator[str]:
    """Headings, each once: those that read alike get their number."""
    seen: dict[str, int] = {}
    for column in columns:
        text = heading(column)
        seen[text] = seen.get(text, 0) + 1
        yield text if seen[text] == 1 else f"{text} {seen[text]}"


def _row(row: Row, group: str, scheme: str, width: int) -> Iterator[str]:
    title = clean(row.title) + (f" @ {clean(row.place)}" if row.place else "")
    per = row.per + (f" ({row.count})" if row.count is not None else "")
    yield from (title, group, row.kind, row.plane, scheme, per)
    for i in range(width):
        yield "/".join(map(_letter, row.cells.get(i, ())))
    yield row.gap_text


def _letter(mark: Mark) -> str:
    """A letter, with its signs as words in brackets: a note, for programs that read the table again."""
    words = [{"overlap": "overlap", "unknown": "unknown"}.get(mark.trouble, ""), "vacant" if mark.is_vacant else ""]
    words.append("claimed" if mark.sources else "")
    note = ", ".join(filter(None, words))
    return f"{mark.code} ({note})" if note else mark.code


def safe(text: str) -> str:
    """Text of a cell that no spreadsheet takes for a formula."""
    text = clean(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
