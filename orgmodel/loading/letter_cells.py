"""What a cell of a matrix says: letters, a note, nothing at all, or a text dressed up for a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from orgmodel.model.activities import Letter
from orgmodel.reading.table import BLANKS

_NOTE = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_BETWEEN = re.compile(r"[,/+;&|\r\n]|\band\b", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"[;\r\n]|,(?=\s)")
_DECORATION = "*_`'\"" + BLANKS
_NOTHING = frozenset({"", "n/a", "na", "none"})
_RULED = re.compile(r"[-–—−.\s]*\Z")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|strong|i|em|u|code|p|span|h[1-6]|sup|sub)(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_BOLD = re.compile(r"(?<!\\)\*\*(.+?)(?<!\\)\*\*", re.DOTALL)
_ESCAPED = re.compile(r"\\([*_`#|~\\])")
_AROUND = ("__", "_", "*", "`")
_DRESSED = re.compile(r"[*_`<\\]")


def plain(text: str) -> str:
    """A name without what only paints it on a page: `**CIO**` and `<b>CIO</b>` are CIO."""
    if not _DRESSED.search(text):
        return text
    bare = _BOLD.sub(r"\1", _TAG.sub("", _BREAK.sub(" ", text))).strip(BLANKS)
    for sign in _AROUND:
        if len(bare) > 2 * len(sign) and bare.startswith(sign) and bare.endswith(sign):
            bare = bare[len(sign) : -len(sign)]
    return _ESCAPED.sub(r"\1", bare).strip(BLANKS) or text


def says_nothing(text: str) -> bool:
    """Whether a cell stands for nothing: blank, dashes, dots, N/A, none."""
    bare = text.strip(_DECORATION)
    return bare.casefold() in _NOTHING or _RULED.match(bare) is not None


def without_notes(text: str) -> str:
    """A text without what stands in brackets."""
    return _NOTE.sub(" ", text).strip(BLANKS)


def names_of_cell(text: str) -> list[str]:
    """The names in a cell that lists them with commas, semicolons or line breaks."""
    parts = _BETWEEN_NAMES.split(_BREAK.sub("\n", text))
    return [name for part in parts if not says_nothing(name := plain(part.strip(BLANKS)))]


@dataclass(frozen=True, slots=True)
class Said:
    """The letters of a cell, those that no scheme knows as they stand, and the note in brackets."""

    codes: tuple[str, ...] = ()
    note: str = ""
    is_known: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the cell holds words where letters are expected, several of them and no letter."""
        return bool(self.codes) and not self.is_known and any(" " in code for code in self.codes)


class Alphabet:
    """Reads cells by the letters of a scheme; equal cells are read once."""

    def __init__(self, letters: Mapping[str, Letter]) -> None:
        self.letters = letters
        names = {(letter.name or code).casefold(): code for code, letter in letters.items()}
        self._codes = {code.casefold(): code for code in letters}
        self._words = {**names, **self._codes}
        self._names = names
        self._read: dict[str, Said] = {}

    def code(self, word: str) -> str | None:
        """The letter that a word means: its code or its full name, in any case."""
        return self._words.get(word.casefold())

    def read(self, cell: str) -> Said:
        """The letters in a cell: codes or full names, joined by `, / + ; &`, "and", a blank, or nothing."""
        found = self._read.get(cell)
        if found is None:
            found = self._read[cell] = self._said(cell)
        return found

    def _said(self, cell: str) -> Said:
        note = " ".join(part.strip() for part in _NOTE.findall(cell))
        text = plain(_BREAK.sub("\n", _NOTE.sub(" ", cell)).strip(BLANKS)).strip(_DECORATION)
        if says_nothing(text):
            return Said(note=note)
        whole = self._names.get(text.casefold())
        if whole is not None:
            return Said((whole,), note, is_known=True)
        codes = tuple(code for piece in _BETWEEN.split(text) for code in self._piece(piece))
        return Said(codes, note, is_known=any(code in self.letters for code in codes))

    def _piece(self, piece: str) -> list[str]:
        """The letters of a piece; words that mean none stay together as they stand."""
        piece = piece.strip(_DECORATION)
        code = self.code(piece)
        if code is not None:
            return [code]
        found: list[str] = []
        unknown: list[str] = []
        for word in (part.strip(_DECORATION) for part in piece.split()):
            if says_nothing(word):
                continue
            codes = self._glued(word)
            if not codes:
                unknown.append(word)
                continue
            if unknown:
                found.append(" ".join(unknown))
                unknown = []
            found += codes
        return [*found, " ".join(unknown)] if unknown else found

    def _glued(self, word: str) -> list[str]:
        """The letters of one word: a letter, its name, or letters without anything between them."""
        code = self.code(word)
        if code is not None:
            return [code]
        codes = [self._codes.get(sign.casefold(), "") for sign in word]
        return codes if all(codes) else []
