"""Text of a model as it may stand on one line of a page or a terminal."""

from __future__ import annotations

import re
import unicodedata

from orgmodel.reports.terminal import columns

ELLIPSIS = "…"
_PLAIN = re.compile("[!-~\u00a1-\u00ac\u00ae-\u02ff]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff]+)*")
_JOINERS = "\u200c\u200d"
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn"})
_MOST_ACCENTS = 3


def clean(text: str) -> str:
    """The text on one line: control characters, direction overrides, halves of characters and what is no
    character are dropped, as are accents above three on a letter; blanks and line breaks become one blank.
    """
    if not text or _PLAIN.fullmatch(text):
        return text
    kept: list[str] = []
    accents = 0
    for char in text:
        category = unicodedata.category(char)
        accents = accents + 1 if category in {"Mn", "Me"} else 0
        if char.isspace():
            kept.append(" ")
        elif accents <= _MOST_ACCENTS and (category not in _DROPPED or _joins(char, kept)):
            kept.append(char)
    return " ".join("".join(kept).split())


def _joins(char: str, before: list[str]) -> bool:
    """Whether it is a joiner that some scripts and pictures need, once, after what it may join."""
    return char in _JOINERS and bool(before) and not before[-1].isascii() and before[-1] not in _JOINERS


def cut(text: str, width: int) -> str:
    """The text, cut with an ellipsis where it takes more than so many columns of a terminal."""
    if len(text) <= width and columns(text) <= width:
        return text
    room = width - columns(ELLIPSIS)
    kept: list[str] = []
    for char in text:
        room -= columns(char)
        if room < 0:
            break
        kept.append(char)
    return "".join(kept).rstrip() + ELLIPSIS


def shortened(text: str, most: int) -> str:
    """The text of at most so many characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + ELLIPSIS
