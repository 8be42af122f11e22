"""Hebrew and Arabic in the order and the shapes in which they are seen, for formats that place single letters.

A line is read from the left as a whole, as in SVG; what runs from right to left in it is turned round, with the
numbers inside left as they are, and Arabic letters take the form that their neighbours ask for.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from orgmodel.drawing.text import drawn_characters

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_LAM = "\u0644"

Forms = dict[str, str]
"""The shapes of a letter by place: isolated, initial, medial, final."""


def seen(text: str) -> str:
    """The line as its letters stand from left to right."""
    if not _RIGHT_TO_LEFT.search(text):
        return text
    text = _shaped(text)
    directions = _directions(text)
    made: list[str] = []
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and directions[end] == directions[at]:
            end += 1
        made.append(_turned(text[at:end]) if directions[at] == "R" else text[at:end])
        at = end
    return "".join(made)


def _directions(text: str) -> str:
    """R or L for each character: what stands between two of one direction has it, all else runs to the right."""
    strong = [_strength(character) for character in text]
    last = "L"
    for at, kind in enumerate(strong):
        if kind == "N":
            strong[at] = last
        elif kind in {"L", "R"}:
            last = kind
    found = []
    for at, kind in enumerate(strong):
        if kind in {"L", "R"}:
            found.append(kind)
            continue
        before = found[-1] if found else "L"
        after = next((later for later in strong[at:] if later in {"L", "R"}), "L")
        found.append("R" if before == after == "R" else "L")
    return "".join(found)


def _strength(character: str) -> str:
    """L, R, N for a digit, M for an accent or a blank."""
    kind = unicodedata.bidirectional(character)
    return {"R": "R", "AL": "R", "L": "L", "EN": "N", "AN": "N"}.get(kind, "M")


def _turned(text: str) -> str:
    """Turned round, accents still behind their letters and digits in their order."""
    clusters: list[str] = []
    at = 0
    while at < len(text):
        number = _NUMBER.match(text, at)
        end = number.end() if number else at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        clusters.append(text[at:end] if number else text[at:end].translate(_MIRRORED))
        at = end
    return "".join(reversed(clusters))


@cache
def _forms() -> tuple[dict[str, Forms], dict[str, Forms]]:
    """The shapes of Arabic letters, and of lam with an alef after it, as far as the font has them."""
    letters: dict[str, Forms] = {}
    pairs: dict[str, Forms] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        place, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        text = "".join(chr(int(part, 16)) for part in parts)
        if place.startswith("<") and chr(code) in drawn_characters():
            (letters if len(text) == 1 else pairs).setdefault(text, {}).setdefault(place[1:-1], chr(code))
    return letters, {text: forms for text, forms in pairs.items() if text.startswith(_LAM)}


def _shaped(text: str) -> str:
    letters, pairs = _forms()
    made: list[str] = []
    joins_before = False
    at = 0
    while at < len(text):
        pair = pairs.get(text[at : at + 2])
        forms = pair or letters.get(text[at])
        width = 2 if pair else 1
        if forms is None:
            made.append(text[at])
            joins_before = joins_before and bool(unicodedata.combining(text[at]))
        else:
            joins_after = "initial" in forms and _joins(text, at + width, letters)
            place = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
                (joins_before, joins_after), "isolated"
            )
            made.append(forms.get(place, text[at : at + width]))
            joins_before = joins_after
        at += width
    return "".join(made)


def _joins(text: str, at: int, letters: dict[str, Forms]) -> bool:
    """Whether the letter there, accents left aside, takes a line from the one before it."""
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return at < len(text) and "final" in letters.get(text[at], {})
