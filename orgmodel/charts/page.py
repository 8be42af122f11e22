"""What every figure has around it: a title, a line below it, notes at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.drawing.picture import Label
from orgmodel.drawing.text import clean, shorten, wrap

MARGIN = 28.0
HEAD = 68.0
"""Height of title and subtitle, from the upper edge."""
LEAST_WIDTH = 620.0
NOTE_LINE = 17.0
_TITLE, _SUBTITLE, _NOTE = 20.0, 13.0, 12.0
_NOTE_LINES = 3


def heading(title: str, subtitle: str, width: float) -> Iterator[Label]:
    """Title and subtitle, cut to the width of the page."""
    room = width - 2 * MARGIN
    shown = shorten(clean(title), room, _TITLE, bold=True)
    yield Label(MARGIN, MARGIN + 18, shown, _TITLE, "title", bold=True)
    yield Label(MARGIN, MARGIN + 40, shorten(clean(subtitle), room, _SUBTITLE), _SUBTITLE, "muted")


def note_lines(notes: Sequence[str], width: float) -> list[str]:
    """The notes on lines as wide as the page."""
    return [line for note in notes for line in wrap(clean(note), width - 2 * MARGIN, _NOTE, _NOTE_LINES)]


def foot(lines: Sequence[str], top: float) -> Iterator[Label]:
    """Notes from a height on."""
    for number, line in enumerate(lines):
        yield Label(MARGIN, top + number * NOTE_LINE + _NOTE, line, _NOTE, "muted")
