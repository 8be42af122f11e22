"""The list of findings below a picture: what stands where, cut to its room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from orgmodel.drawing.text import clean, shorten, wrap
from orgmodel.findings import Severity
from orgmodel.reading.counts import counted

MOST_LISTED = 30
"""More findings than these are counted, not listed."""

ENTRY, HEADING = 48, 34
TEXT_X = 44
"""Where the words of an entry begin; its badge stands before them."""

HEAD_SIZE, MESSAGE_SIZE, MESSAGE_LINE = 11, 11, 14
_COLUMN, _BETWEEN = 400, 24


Grade = Literal["error", "warning", "info"]
"""How bad a finding is."""

GRADES: dict[Severity, Grade] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding and its number on a picture, counted from 1."""

    number: int
    severity: Grade
    code: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """One entry with its place in unscaled pixels from the left top corner of the list."""

    finding: NumberedFinding
    head: str
    message: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class FindingList:
    """The whole list in unscaled pixels; nothing where there are no findings."""

    heading: str = ""
    entries: tuple[ListedFinding, ...] = ()
    more: str = ""
    more_y: float = 0
    height: int = 0


def listed(findings: Sequence[NumberedFinding], room: float, most: int = MOST_LISTED) -> FindingList:
    """The findings in columns that fill the room, numbered down the columns; the first `most` of them."""
    if not findings:
        return FindingList()
    columns, rows = _shape(len(findings), room, most)
    wide = (room - (columns - 1) * _BETWEEN) / columns
    words = wide - TEXT_X
    entries = tuple(
        ListedFinding(
            finding,
            shorten(clean(f"{finding.severity} {finding.code} {finding.rule}"), words, HEAD_SIZE, bold=True),
            wrap(clean(finding.message), words, MESSAGE_SIZE, 2),
            place // rows * (wide + _BETWEEN),
            HEADING + place % rows * ENTRY,
        )
        for place, finding in enumerate(findings[:most])
    )
    more = len(findings) - len(entries)
    return FindingList(
        shorten(_heading(findings), room, 12, bold=True),
        entries,
        f"and {more:,} more" if more else "",
        HEADING + rows * ENTRY,
        _height(len(findings), rows, most),
    )


def elsewhere_note(count: int, drawn: str) -> str:
    """How many findings concern nothing that is drawn; empty where there are none."""
    if not count:
        return ""
    return f"{counted(count, 'finding concerns', 'findings concern')} nothing {drawn}; orgmodel check lists all"


def estimated_height(findings: Sequence[NumberedFinding], room: float) -> int:
    """The height of the list on a page of about that width, before the page has one."""
    return _height(len(findings), _shape(len(findings), room)[1]) if findings else 0


def _shape(count: int, room: float, most: int = MOST_LISTED) -> tuple[int, int]:
    shown = min(count, most)
    columns = max(1, min(int((room + _BETWEEN) // (_COLUMN + _BETWEEN)), shown))
    rows = ceil(shown / columns)
    return ceil(shown / rows), rows


def _height(count: int, rows: int, most: int = MOST_LISTED) -> int:
    return HEADING + rows * ENTRY + (18 if count > most else 0)


def _heading(findings: Sequence[NumberedFinding]) -> str:
    counts = {grade: sum(finding.severity == grade for finding in findings) for grade in ("error", "warning", "info")}
    said = [counted(count, grade) for grade, count in counts.items() if count]
    return f"Findings: {', '.join(said)}"
