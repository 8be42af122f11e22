"""Width of text, and text cut to the room a card has.

Widths come from the advance widths of DejaVu Sans (``library/fonts``), so a chart looks the same wherever it
is made. Kerning is left out: it only ever makes text narrower, so text measured here never leaves its card.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

ELLIPSIS = "…"
_WIDTHS = Path(__file__).parent.parent / "library" / "fonts" / "dejavu-sans.txt"
_JOINERS = "\u200c\u200d"
_NOT_XML = "\ufffe\uffff"
_MAX_MARKS = 3
_DRAWN_AT_MOST = 400
_REMEMBERED = 4_096
"""Texts kept clean and measured: pages say the same words again and again."""
# Printable characters without accents of their own: Latin, Greek, Cyrillic, Chinese, Japanese, Korean.
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u0384-\u0482\u048a-\u0556\u3041-\u3096\u30a0-\u9fff\uac00-\ud7a3]*")
_TOKENS = re.compile(r" |[^ /\-–—]*[/\-–—]|[^ /\-–—]+")


class Face(dict[str, float]):
    """Advance width of each character in em; characters the font lacks are judged by their Unicode class.

    East Asian wide characters count one em, accents nothing, all others as wide as the font's empty box.
    """

    def __init__(self, default: float) -> None:
        super().__init__()
        self.default = default
        self.drawn: frozenset[str] = frozenset()
        """The characters that the font has."""

    def __missing__(self, character: str) -> float:
        if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
            width = 0.0
        elif unicodedata.east_asian_width(character) in {"W", "F"}:
            width = 1.0
        else:
            width = self.default
        self[character] = width
        return width


@cache
def faces() -> tuple[Face, Face]:
    """The regular and the bold face, read once."""
    found: list[Face] = []
    per_em = 1
    for line in _WIDTHS.read_text(encoding="ascii").splitlines():
        head, *cells = line.split(" ")
        if head == "face":
            per_em = int(cells[1])
            found.append(Face(int(cells[2]) / per_em))
        elif head != "#":
            _read_run(found[-1], int(head, 16), cells, per_em)
    for face in found:
        face.drawn = frozenset(face)
    return found[0], found[1]


def _read_run(face: Face, code: int, cells: list[str], per_em: int) -> None:
    for cell in cells:
        if "*" in cell:
            width, _, count = cell.partition("*")
            end = code + int(count)
            face.update(dict.fromkeys(map(chr, range(code, end)), int(width) / per_em))
            code = end
        else:
            face[chr(code)] = int(cell) / per_em
            code += 1


@cache
def drawn_characters() -> frozenset[str]:
    """The characters for which the font has a shape, or which need none."""
    regular, bold = faces()
    return regular.drawn & bold.drawn


@lru_cache(_REMEMBERED)
def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of text in pixels at a font size in pixels."""
    return sum(map(faces()[bold].__getitem__, text)) * size


@lru_cache(_REMEMBERED)
def clean(text: str) -> str:
    """The text on one line without characters that do not belong on a page.

    Control characters, direction overrides, lone surrogates and what XML cannot hold are dropped; line breaks
    and runs of blanks become one blank; more than three accents on one letter are dropped, since they would
    climb out of their line.
    """
    if not _PLAIN.fullmatch(text):
        text = "".join(_printable(text))
    return " ".join(text.split())


def _printable(text: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if character.isspace():
            kept.append(" ")
        elif category in {"Cc", "Cs", "Cf"} and character not in _JOINERS:
            continue
        elif marks <= _MAX_MARKS and character not in _NOT_XML:
            kept.append(character)
    return kept


def shorten(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The clean text, cut with an ellipsis where it is wider than ``width`` pixels."""
    if measure(text, size, bold=bold) <= width:
        return text
    face = faces()[bold]
    room = width / size - face[ELLIPSIS]
    end = 0
    for character in text:
        room -= face[character]
        if room < 0:
            break
        end += 1
    return text[:end].rstrip() + ELLIPSIS


def wrap(text: str, width: float, size: float, lines: int, *, bold: bool = False) -> tuple[str, ...]:
    """The clean text on at most ``lines`` lines of ``width`` pixels, the last one cut with an ellipsis.

    Lines break at blanks and after hyphens and slashes; a word wider than a line (and text without blanks, as
    in Chinese or Japanese) breaks anywhere. Empty text has no lines.
    """
    text = text[:_DRAWN_AT_MOST]
    if not text or measure(text, size, bold=bold) <= width:
        return (text,) if text else ()
    made: list[str] = []
    while text and len(made) < lines - 1:
        end = _line_end(text, width / size, faces()[bold])
        made.append(text[:end].rstrip())
        text = text[end:].lstrip()
    if text:
        made.append(shorten(text, width, size, bold=bold))
    return tuple(made)


def _line_end(text: str, room: float, face: Face) -> int:
    """Index after the last character of the first line; at least 1, so that wrapping always moves on."""
    end = 0
    for match in _TOKENS.finditer(text):
        width = sum(map(face.__getitem__, match.group()))
        if width > room and match.group() != " ":
            break
        room -= width
        end = match.end()
    if end:
        return end
    for end, character in enumerate(text):
        room -= face[character]
        if room < 0:
            return max(end, 1)
    return len(text)
