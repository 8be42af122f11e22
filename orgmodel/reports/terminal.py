"""Text for a terminal: what may be shown, how many columns it takes, where it wraps, its colours.

Terminals act on control characters, readers are fooled by direction overrides, and the logs of build servers
act on lines such as `::error::`; text of a model must do none of this.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from orgmodel.findings import Severity

ELLIPSIS = "…"
_MOST_ACCENTS = 3
_JOINERS = "\u200c\u200d"
_CODES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;94"}
_LINE_COMMAND = re.compile(r"^(\s*):(?=:)")
_COMMAND_ANYWHERE = re.compile(r"(##\w*)\[")


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours text, or leaves it alone."""

    color: bool

    def severity(self, severity: Severity, text: str) -> str:
        """Red for an error, yellow for a warning, blue for an info."""
        return self._paint(_CODES[severity], text)

    def bold(self, text: str) -> str:
        """What the eye should find first."""
        return self._paint("1", text)

    def dim(self, text: str) -> str:
        """What may be passed over."""
        return self._paint("2", text)

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text


def visible(text: str, limit: int | None = None) -> str:
    """The text on one line, with what does not print written as an escape; longer text than `limit` is cut."""
    if limit is not None and len(text) > limit:
        text = text[: limit - 1] + ELLIPSIS
    if text.isascii() and text.isprintable():
        return text
    return "".join(visible_characters(text))


def visible_characters(text: str) -> list[str]:
    """What is shown for each character of a text."""
    shown: list[str] = []
    accents = 0
    for index, char in enumerate(text):
        category = unicodedata.category(char)
        accents = accents + 1 if category in {"Mn", "Me"} else 0
        if accents > _MOST_ACCENTS:
            shown.append("")
        elif char.isprintable() or category == "Zs" or _joins(text, index):
            shown.append(char)
        else:
            shown.append(char.encode("unicode_escape").decode("ascii"))
    return shown


def columns(text: str) -> int:
    """How many columns of a terminal visible text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrapped(text: str, width: int) -> list[str]:
    """Visible text on lines of at most `width` columns, broken at blanks, long words anywhere."""
    lines: list[str] = []
    line, room = "", width
    for word in text.split(" "):
        for part in _parts(word, width):
            needed = columns(part)
            if line and needed + 1 > room:
                lines.append(line)
                line, room = part, width - needed
            else:
                line, room = (f"{line} {part}", room - needed - 1) if line else (part, width - needed)
    return [*lines, line] if line else lines


def as_lines(lines: Iterable[str]) -> str:
    """Lines as one text; none of them is a command to the program that keeps the log."""
    return "".join(f"{without_commands(line)}\n" for line in lines)


def without_commands(line: str) -> str:
    """A line that GitHub Actions, Azure Pipelines and TeamCity take for mere text."""
    return _COMMAND_ANYWHERE.sub(r"\1(", _LINE_COMMAND.sub(r"\1: ", line))


def _joins(text: str, index: int) -> bool:
    """Whether this is a joiner between characters that may need it."""
    if text[index] not in _JOINERS or not 0 < index < len(text) - 1:
        return False
    return not (text[index - 1].isascii() or text[index + 1].isascii())


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _parts(word: str, width: int) -> list[str]:
    if columns(word) <= width:
        return [word]
    parts, part, room = [], "", width
    for char in word:
        needed = _columns(char)
        if part and needed > room:
            parts.append(part)
            part, room = "", width
        part += char
        room -= needed
    return [*parts, part]
