"""Short codes for columns, where their titles do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from orgmodel.matrix.matrix import Column
from orgmodel.matrix.plain_text import clean
from orgmodel.reports.terminal import columns as width_of

_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "to", "a", "an", "de", "des", "der", "und", "et"})
_MOST_WORDS = 4
_WIDEST = 4


def codes_of(columns: Sequence[Column]) -> list[str]:
    """A code of few characters for each column, no two alike: initials, with a number where they repeat."""
    initials = [_initials(column) for column in columns]
    repeated = {code for code in initials if initials.count(code) > 1}
    taken = set(initials) - repeated
    codes = []
    for code in initials:
        if code in repeated:
            numbered = next(name for i in count(1) if (name := f"{code}{i}") not in taken)
            taken.add(numbered)
            codes.append(numbered)
        else:
            codes.append(code)
    return codes


def _initials(column: Column) -> str:
    """The first characters of the words of a title; the first three letters of a single word."""
    title = clean(column.title).removesuffix(f"({clean(column.id)})")
    text = "".join(char if char.isalnum() else " " for char in title)
    words = [word for word in text.split() if word.casefold() not in _SMALL_WORDS] or text.split()
    if not words:
        return "X"
    code = words[0][:3].title() if len(words) == 1 else "".join(word[0].upper() for word in words[:_MOST_WORDS])
    while width_of(code) > _WIDEST:
        code = code[:-1]
    return code
