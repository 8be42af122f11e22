"""One record of a table, read character by character: for marks, for guessing, and for what is malformed.

The bulk of a table goes through the csv module; this reads the same, and says where each cell stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from orgmodel.source import match_end

_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')


@dataclass(slots=True)
class Record:
    """The cells of a record, where each begins and ends (quotes included), and where the next begins.

    `unclosed` is the offset of a quote that never closes, `trailing` that of text after a closed one.
    """

    cells: list[str]
    extents: list[tuple[int, int]]
    after: int
    unclosed: int | None = None
    trailing: int | None = None


@cache
def _bare(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf"[^{re.escape(delimiter)}\r\n]*")


def scan_record(text: str, start: int, delimiter: str) -> Record:
    """The record that begins at an offset. A quote that never closes ends with its line."""
    record = Record([], [], start)
    at = start
    while True:
        at = _scan_cell(text, at, delimiter, record)
        if text[at : at + 1] != delimiter:
            break
        at += 1
    record.after = at + (2 if text.startswith("\r\n", at) else 1) if at < len(text) else at
    return record


def _scan_cell(text: str, start: int, delimiter: str, record: Record) -> int:
    """Adds the cell at `start` and returns where it ends."""
    quoted = _QUOTED.match(text, start)
    at = quoted.end() if quoted else start
    end = match_end(_bare(delimiter), text, at)
    rest = text[at:end]
    if quoted is None:
        if rest.startswith('"') and record.unclosed is None:
            record.unclosed = start
            rest = rest[1:]
        record.cells.append(rest)
    else:
        if rest.strip() and record.trailing is None:
            record.trailing = at
        record.cells.append(quoted.group(1).replace('""', '"') + rest)
    record.extents.append((start, end))
    return end
