"""The fonts that pictures are drawn with, and which characters they have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from orgmodel.drawing.picture import Label, Picture, flattened
from orgmodel.drawing.text import clean, drawn_characters

REGULAR, BOLD = "DejaVuSans", "DejaVuSans-Bold"
_FOLDER = Path(__file__).parent.parent / "library" / "fonts"
FILES = {name: _FOLDER / f"{name}.ttf" for name in (REGULAR, BOLD)}

_NAMED = 5

# Fonts that readers of PDF bring along, by the first and last character they are used for.
_ASIAN = (
    (0x1100, 0x11FF, "HYSMyeongJo-Medium"),
    (0x2E80, 0x303F, "STSong-Light"),
    (0x3040, 0x30FF, "HeiseiMin-W3"),
    (0x3100, 0x312F, "STSong-Light"),
    (0x3130, 0x318F, "HYSMyeongJo-Medium"),
    (0x3400, 0x9FFF, "STSong-Light"),
    (0xAC00, 0xD7A3, "HYSMyeongJo-Medium"),
    (0xF900, 0xFAFF, "STSong-Light"),
    (0xFF00, 0xFFEF, "STSong-Light"),
)


def runs(text: str, *, bold: bool) -> Iterator[tuple[str, str]]:
    """The text in pieces of one font each, with the name of that font."""
    own = BOLD if bold else REGULAR
    japanese = any("\u3040" <= character <= "\u30ff" for character in text)
    for font, found in groupby(text, key=lambda character: _font(character, japanese) or own):
        yield font, "".join(found)


@cache
def _font(character: str, japanese: bool) -> str:
    """The Asian font of a character that DejaVu Sans lacks; empty where there is none."""
    if character in drawn_characters():
        return ""
    code = ord(character)
    font = next((name for first, last, name in _ASIAN if first <= code <= last), "")
    return "HeiseiMin-W3" if japanese and font == "STSong-Light" else font


def undrawable(pictures: Sequence[Picture], *, with_asian: bool) -> str:
    """A phrase on the characters that stand as empty boxes, naming the first few; empty where there are none.

    `with_asian` says that Chinese, Japanese and Korean are drawn.
    """
    known = drawn_characters()
    texts = {shape.text for picture in pictures for shape in flattened(picture.shapes) if isinstance(shape, Label)}
    lost = sorted(
        character
        for character in set().union(*map(clean, texts))
        if character not in known and not (with_asian and _font(character, False))
    )
    if not lost:
        return ""
    some = " ".join(lost[:_NAMED])
    many = f"{len(lost)} characters ({some} …)" if len(lost) > _NAMED else some
    return f"{many} {'is' if len(lost) == 1 else 'are'} not in the font DejaVu Sans and drawn as empty boxes"
