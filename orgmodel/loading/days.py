"""Texts that were meant as a day: why there is no such day, and how it would be written."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\Z")
_MONTHS = 12


def no_such_day(text: object) -> str | None:
    """`there is no month 13`, `there is no day 31 in 2026-06`; None for anything but such a day."""
    match = _ISO.match(text) if isinstance(text, str) else None
    if match is None or _is_day(*map(int, match.groups())):
        return None
    year, month, day = match.groups()
    if not 1 <= int(month) <= _MONTHS:
        return f"there is no month {month}"
    return f"there is no day {day} in {year}-{month}" if int(year) else "there is no year 0000"


def day_fix(text: object) -> str:
    """How to write the day that a text means, where that is certain, else what a day looks like."""
    if not isinstance(text, str):
        return "write year, month and day, as in `2026-11-01`"
    impossible = _ISO.match(text)
    if impossible is not None:
        year, month, _ = map(int, impossible.groups())
        if year and 1 <= month <= _MONTHS:
            return f"write a day from {text[:8]}01 to {text[:8]}{_last(year, month)}"
        return "write year, month (01 to 12) and day, as in `2026-11-01`"
    parts = _YEAR_FIRST.match(text.strip())
    numbers = [int(part) for part in parts.groups()] if parts else _turned(text)
    if numbers and _is_day(*numbers):
        return f"write `{date(*numbers).isoformat()}`"
    return "write year, month and day, as in `2026-11-01`"


def _turned(text: str) -> list[int]:
    """Year, month and day of a text with dots between, which is written day first; with strokes nobody knows."""
    parts = _DAY_FIRST.match(text.strip())
    return [int(part) for part in reversed(parts.groups())] if parts else []


def _last(year: int, month: int) -> int:
    return next(day for day in (31, 30, 29, 28) if _is_day(year, month, day))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
