"""Findings as shapes: numbered badges, and the list below a picture.

Severities differ in shape as well as in colour: errors are square, warnings round, infos only outlined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.drawing.finding_list import (
    HEAD_SIZE,
    MESSAGE_LINE,
    MESSAGE_SIZE,
    TEXT_X,
    FindingList,
    Grade,
    NumberedFinding,
)
from orgmodel.drawing.picture import Group, Ink, Label, Rect, Shape
from orgmodel.drawing.text import clean, measure

BADGE = 16
"""Height of a badge."""

_TOLD, _NAMED = 5, 2
_TEXT = 11
_RANKS: dict[Grade, int] = {"error": 0, "warning": 1, "info": 2}


def worst(findings: Sequence[NumberedFinding]) -> Grade:
    """The worst severity among them."""
    return min((finding.severity for finding in findings), key=_RANKS.__getitem__)


def words(findings: Sequence[NumberedFinding]) -> str:
    """Codes and messages, one after the other."""
    more = len(findings) - _TOLD
    told = [f"{finding.number}. {finding.code} {finding.message}" for finding in findings[:_TOLD]]
    return clean("; ".join(told) + (f"; and {more} more" if more > 0 else ""))


def first_numbers(findings: Sequence[NumberedFinding]) -> str:
    """What a badge for several findings says: `3, 7 +2`."""
    named = ", ".join(str(finding.number) for finding in findings[:_NAMED])
    more = len(findings) - _NAMED
    return f"{named} +{more}" if more > 0 else named


def badge_width(text: str, grade: Grade, size: float = _TEXT) -> float:
    """How wide a badge with a text is."""
    return max(BADGE * size / _TEXT, measure(_sign(text, grade), size, bold=True) + 9 * size / _TEXT)


def _sign(text: str, grade: Grade) -> str:
    return f"! {text}" if grade == "error" else text


def badge_shapes(text: str, grade: Grade, x: float, y: float, size: float = _TEXT) -> tuple[Rect, Label]:
    """A badge with its left upper corner at a point."""
    factor = size / _TEXT
    wide, high = badge_width(text, grade, size), BADGE * factor
    radius = (2 if grade == "error" else BADGE / 2) * factor
    fill: Ink = "card" if grade == "info" else grade
    ink: Ink = grade if grade == "info" else "page"
    return (
        Rect(x, y, wide, high, fill, grade if grade == "info" else "page", 1.2 * factor, radius),
        Label(x + wide / 2, y + 12 * factor, _sign(text, grade), size, ink, bold=True, anchor="middle"),
    )


def list_of_findings(found: FindingList, left: float, top: float, scale: float = 1) -> Iterator[Shape]:
    """The list with its left upper corner at a point."""
    if not found.entries:
        return
    yield Label(left, top + 22 * scale, found.heading, 12 * scale, "title", bold=True)
    for entry in found.entries:
        finding = entry.finding
        x, y = left + entry.x * scale, top + entry.y * scale
        text = x + TEXT_X * scale
        lines = [
            Label(text, y + (26 + number * MESSAGE_LINE) * scale, line, MESSAGE_SIZE * scale, "holder")
            for number, line in enumerate(entry.message)
        ]
        head = Label(text, y + 12 * scale, entry.head, HEAD_SIZE * scale, "title", bold=True)
        badge = badge_shapes(str(finding.number), finding.severity, x, y, _TEXT * scale)
        yield Group((*badge, head, *lines), title=words([finding]))
    if found.more:
        yield Label(left, top + (found.more_y + 12) * scale, found.more, MESSAGE_SIZE * scale, "muted")
