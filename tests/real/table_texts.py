"""Tables of pages and workbooks cut out as CSV, every cell as it stands."""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

Rows = list[list[str]]

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RULE = re.compile(r"\|(?:\s*:?-{1,}:?\s*\|)+\s*\Z")


def markdown_tables(path: Path) -> list[Rows]:
    """The tables of a Markdown page; the ruled line under the headings is no row."""
    tables: list[Rows] = [[]]
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("|"):
            tables.append([])
        elif not (len(tables[-1]) == 1 and _RULE.match(line)):
            tables[-1].append([cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")])
    return [table for table in tables if table]


def html_table(path: Path) -> Rows:
    """The one HTML table of a page, entities read."""
    rows = re.findall(r"<tr>(.*?)</tr>", path.read_text("utf-8"), re.DOTALL)
    return [[html.unescape(cell).strip() for cell in re.findall(r"<td>(.*?)</td>", row, re.DOTALL)] for row in rows]


def sheet(path: Path, name: str) -> Rows:
    """A sheet of a workbook from its first column with text; rows without text are kept."""
    with zipfile.ZipFile(path) as book:
        shared = [
            "".join(text.text or "" for text in item.iter(f"{_SHEET}t"))
            for item in ET.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        names = [entry.get("name") for entry in ET.fromstring(book.read("xl/workbook.xml")).iter(f"{_SHEET}sheet")]
        root = ET.fromstring(book.read(f"xl/worksheets/sheet{names.index(name) + 1}.xml"))
    cells: dict[tuple[int, int], str] = {}
    for cell in root.iter(f"{_SHEET}c"):
        value = cell.find(f"{_SHEET}v")
        if value is not None and value.text is not None:
            text = shared[int(value.text)] if cell.get("t") == "s" else value.text
            cells[_address(cell.get("r") or "")] = text
    first, width = min(column for _, column in cells), max(column for _, column in cells)
    last = max(row for row, _ in cells)
    return [[cells.get((row, column), "") for column in range(first, width + 1)] for row in range(1, last + 1)]


def block(rows: Rows, heading: str) -> Rows:
    """The rows from the one that holds a heading to the next blank one, as somebody selects them."""
    start = next(number for number, row in enumerate(rows) if heading in row)
    end = next((number for number in range(start, len(rows)) if not any(rows[number])), len(rows))
    return rows[start:end]


def csv_text(rows: Rows) -> str:
    """Rows as CSV; a row of one cell has no delimiter."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _address(text: str) -> tuple[int, int]:
    letters = text.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(text[len(letters) :]), column
