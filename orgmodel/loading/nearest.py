"""Did you mean: the known word nearest to one that is not known, asked for again and again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

_MOST_KNOWN = 200_000
_FEW_KNOWN = 2_000
_MOST_COMPARED = 100_000
_LONGEST = 100
_ALPHABET = 80
_NUMBERS = re.compile(r"\d+")


class Nearest:
    """Finds the nearest of many known words.

    Among few words all are compared; among many, or once that has cost enough, only those one slip of
    the pen away. Words that differ in a number alone (`pm-1`, `pm-2`) are not taken for one another.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._compared = 0

    @cached_property
    def _folded(self) -> dict[str, str]:
        folded: dict[str, str] = {}
        for name in self._known:
            folded.setdefault(name.casefold(), name)
            if len(folded) > _MOST_KNOWN:
                return {}
        return folded

    @cached_property
    def _alphabet(self) -> list[str]:
        return sorted({character for name in self._folded for character in name})[:_ALPHABET]

    def find(self, word: str) -> str | None:
        """The known word nearest to `word`, if one is near enough to be meant."""
        folded = self._folded
        text = word.casefold()
        if text in folded:
            return folded[text]
        if not folded or len(word) > _LONGEST:
            return None
        near = [*self._swapped(text), *self._alike(text)] if self._may_compare() else self._one_slip_away(text)
        return next((folded[name] for name in near if not _differs_in_number(text, name)), None)

    def _may_compare(self) -> bool:
        self._compared += len(self._folded)
        return len(self._folded) <= _FEW_KNOWN and self._compared <= _MOST_COMPARED

    def _alike(self, text: str) -> list[str]:
        import difflib  # noqa: PLC0415 - only wanted where a word is not known

        candidates = [name for name in self._folded if abs(len(name) - len(text)) <= 3]
        return difflib.get_close_matches(text, candidates, n=3, cutoff=0.7)

    def _swapped(self, text: str) -> list[str]:
        """Two neighbours swapped are one slip, where `_alike` counts two; among two letters they say nothing."""
        pairs = range(len(text) - 1) if len(text) > 2 else ()
        swapped = [text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in pairs]
        return [word for word in swapped if word in self._folded]

    def _one_slip_away(self, text: str) -> Iterator[str]:
        return (slip for slip in _slips(text, self._alphabet) if slip in self._folded)


def _slips(text: str, alphabet: list[str]) -> Iterator[str]:
    """Two letters swapped, a letter too many, a wrong letter, a letter missing."""
    parts = [(text[:at], text[at:]) for at in range(len(text) + 1)]
    yield from (before + after[1] + after[0] + after[2:] for before, after in parts if len(after) > 1)
    yield from (before + after[1:] for before, after in parts if after)
    yield from (before + letter + after[1:] for before, after in parts if after for letter in alphabet)
    yield from (before + letter + after for before, after in parts for letter in alphabet)


def _differs_in_number(word: str, other: str) -> bool:
    numbers, others = _NUMBERS.findall(word), _NUMBERS.findall(other)
    return bool(numbers and others) and numbers != others
