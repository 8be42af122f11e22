"""Titles brought to one form, so that two ways of writing the same thing become equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_ASCII_LINES = _ASCII | {ord("\n"): "\n"}
_TOGETHER = 100
_ACCENTS = re.compile("[\u0300-\u036f]")
_GAP = re.compile(r"\d \d")
_NOT_BETWEEN_DIGITS = re.compile(r"(?<!\d) | (?!\d)")
_SIGNS = re.compile(r"(?<=\w)[+#]+(?!\w)")
_SIGN_NAMES = str.maketrans({"+": "plus", "#": "sharp"})

_ARTICLES = frozenset({"a", "an", "the", "our", "of"})

# These give a title a direction: with them the order of its words is part of its meaning.
_DIRECTIONS = frozenset(
    [
        "from",
        "to",
        "into",
        "onto",
        "by",
        "with",
        "without",
        "before",
        "after",
        "for",
        "against",
        "between",
        "until",
        "via",
        "over",
        "under",
        "in",
        "out",
        "up",
        "down",
        "not",
        "no",
    ]
)

_VERBS = {
    word: group[0]
    for group in (
        ("rank", "prioritise", "prioritize", "order"),
        ("define", "set", "determine", "establish", "specify"),
        ("gather", "collect", "elicit", "capture"),
        ("create", "make", "produce", "build", "write", "prepare", "draft", "draw", "develop"),
        ("choose", "select", "pick"),
        ("approve", "authorise", "authorize"),
        ("maintain", "keep", "update"),
        ("analyse", "analyze"),
        ("organise", "organize", "arrange"),
        ("hire", "recruit"),
        ("inform", "notify"),
        ("check", "verify"),
        ("fix", "repair", "correct"),
    )
    for word in group
}


def letters_only(text: str) -> str:
    """Case, accents, blanks and punctuation taken away; a gap between digits stays one."""
    return text.lower() if text.isascii() and text.isalnum() else _closed(_words(text))


def letters_and_words(texts: Sequence[str]) -> tuple[list[str], list[tuple[str, ...]]]:
    """`letters_only` of many texts, and their words in one form: singular, a common verb at the head, in a fixed order
    unless order has a meaning.
    """
    closed: list[str] = []
    common: list[tuple[str, ...]] = []
    for start in range(0, len(texts), _TOGETHER):
        words = _words_of_all(texts[start : start + _TOGETHER])
        closed += _closed_of_all(words)
        common += map(_common, words)
    return closed, common


def spelling(title: str) -> str:
    """A title that is no sentence without case, accents, blanks, punctuation and plural."""
    return _closed(list(map(_singular, _words(title))))


def words_of_title(title: str) -> tuple[str, ...]:
    """The words of a title that is no sentence, singular, in a fixed order unless order has a meaning."""
    words = _words(title)
    return _ordered(words, [_singular(word) for word in words if word not in _ARTICLES or len(words) == 1])


def _words(text: str) -> list[str]:
    """Words without case and accents; vowel signs belong to their words.

    Signs that end a name stay: C, C++ and C# are three things.
    """
    if "+" in text or "#" in text:
        text = _SIGNS.sub(lambda found: found.group().translate(_SIGN_NAMES), text)
    if text.isascii():
        return text.translate(_ASCII).split()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    kept = (char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in plain)
    return "".join(kept).split()


def _words_of_all(texts: Sequence[str]) -> list[list[str]]:
    """`_words` of each text; where all are plain, they are brought to one form together."""
    lines = "\n".join(texts)
    if not lines.isascii() or "+" in lines or "#" in lines or lines.count("\n") >= len(texts):
        return list(map(_words, texts))
    return [line.split() for line in lines.translate(_ASCII_LINES).split("\n")]


def _closed(words: Sequence[str]) -> str:
    """Words written as one, with a gap only between digits."""
    if len(words) == 1:
        return words[0]
    spaced = " ".join(words)
    return _NOT_BETWEEN_DIGITS.sub("", spaced) if _GAP.search(spaced) else spaced.replace(" ", "")


def _closed_of_all(texts: Sequence[Sequence[str]]) -> list[str]:
    """`_closed` of each text; where none has a gap between digits, all blanks are taken away together."""
    lines = "\n".join(map(" ".join, texts))
    return list(map(_closed, texts)) if _GAP.search(lines) else lines.replace(" ", "").split("\n")


def _common(words: Sequence[str]) -> tuple[str, ...]:
    if not words:
        return ()
    verb = _VERBS.get(words[0]) or _singular(words[0])
    return _ordered(words, [verb, *[_singular(word) for word in words[1:] if word not in _ARTICLES]])


def _ordered(words: Sequence[str], folded: list[str]) -> tuple[str, ...]:
    return tuple(folded) if not _DIRECTIONS.isdisjoint(words) else tuple(sorted(folded))


@cache
def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]
