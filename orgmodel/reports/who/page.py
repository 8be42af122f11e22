"""A page of text in a terminal: titles, sentences, and labels with values."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

_LABEL = 14


class Page:
    """Lines of text: titles, sentences, and labels with values."""

    def __init__(self, width: int, color: bool) -> None:
        self.width = width
        self.color = color
        self.lines: list[str] = []

    def text(self) -> str:
        """The whole page."""
        return "\n".join(self.lines) + "\n"

    def title(self, words: str) -> None:
        """A line in bold."""
        self._put(words, "", "", "1")

    def blank(self) -> None:
        """An empty line."""
        self.lines.append("")

    def say(self, words: str) -> None:
        """A sentence."""
        self._put(words, "", "")

    def warn(self, words: str, indent: str = "") -> None:
        """A sentence in red, with a sign for those who see no colour."""
        self._put(f"! {words}", indent, f"{indent}  ", "31")

    def item(self, words: str) -> None:
        """A line of a list."""
        self._put(words, "  ", "    ")

    def values(self, label: str, values: Iterable[str]) -> None:
        """A label and what belongs to it, each on a line of its own; nothing without values."""
        start = f"  {label.ljust(_LABEL)}  "
        if len(label) > _LABEL:
            values = list(values)
            if values:
                self.lines.append(f"  {label}")
            start = " " * (_LABEL + 4)
        for value in values:
            self._put(value, start, " " * (_LABEL + 6))
            start = " " * (_LABEL + 4)

    def _put(self, words: str, first: str, further: str, style: str = "") -> None:
        wrapped = textwrap.wrap(
            words,
            self.width,
            initial_indent=first,
            subsequent_indent=further,
            break_long_words=False,
            break_on_hyphens=False,
        )
        on, off = (f"\x1b[{style}m", "\x1b[0m") if style and self.color else ("", "")
        self.lines += [f"{on}{line}{off}" for line in wrapped or [first.rstrip()]]
