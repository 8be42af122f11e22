"""Letters in their boxes: an owner's is filled, a doer's has a thick frame, others a thin one.

They can be told apart without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgmodel.drawing.picture import Dash, Label, Rect, Shape
from orgmodel.drawing.text import clean, measure
from orgmodel.matrix.matrix import Mark
from orgmodel.matrix.picture.measures import LETTER, TEXT

_APART = 3.0
_COLORS = 8


def letters_width(marks: Sequence[Mark]) -> float:
    """Of all letters in a cell."""
    return sum(letter_width(mark) for mark in marks) + _APART * (len(marks) - 1)


def letter_width(mark: Mark) -> float:
    """Of the box of a letter: as high as wide at least."""
    return max(LETTER, measure(clean(mark.text), TEXT, bold=True) + 8)


def letter_boxes(codes: Mapping[str, int], marks: Sequence[Mark], left: float, middle: float) -> Iterator[Shape]:
    """The letters of a cell side by side; `codes` numbers the letters of a scheme, for their colours."""
    for mark in marks:
        yield from _letter_box(mark, codes.get(mark.code, _COLORS), left, middle)
        left += letter_width(mark) + _APART


def _letter_box(mark: Mark, color: int, left: float, middle: float) -> Iterator[Shape]:
    top, wide = middle - LETTER / 2, letter_width(mark)
    ink, fill, frame = "title", "card", f"band{min(color, _COLORS)}"
    dash: Dash = ""
    if mark.is_owner:
        ink, fill, frame = "page", "title", "title"
    if mark.is_vacant:
        ink, fill, frame, dash = "vacant", "page", "vacant", "dashed"
    if mark.trouble:
        ink, fill, frame, dash = "cut", "page", "cut", ""
    if mark.sources and not mark.is_owner and not mark.trouble:
        dash = "dotted"
    thick = 2.0 if mark.trouble or not dash else 1.4
    yield Rect(left, top, wide, LETTER, fill=fill, stroke=frame, stroke_width=thick, radius=4, dash=dash)
    text = clean(mark.text)
    yield Label(left + wide / 2, middle + 4.3, text, ink=ink, bold=mark.is_owner or bool(mark.trouble), anchor="middle")
