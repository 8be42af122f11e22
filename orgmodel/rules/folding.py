"""Titles brought to one form, so that two ways of writing the same thing become equal."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_NOT_WORD = re.compile(r"[\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
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
    return _NOT_BETWEEN_DIGITS.sub("", _spaced(text))


def words_only(text: str) -> tuple[str, ...]:
    """Its words in one form: singular, a common verb at the head, in a fixed order unless order has a meaning."""
    words = _spaced(text).split()
    if not words:
        return ()
    verb = _VERBS.get(words[0]) or _singular(words[0])
    folded = [verb, *(_singular(word) for word in words[1:] if word not in _ARTICLES)]
    return tuple(folded) if not _DIRECTIONS.isdisjoint(words) else tuple(sorted(folded))


def spelling(title: str) -> str:
    """A title that is no sentence without case, accents, blanks, punctuation and plural."""
    return _NOT_BETWEEN_DIGITS.sub("", " ".join(map(_singular, _spaced(title).split())))


def words_of_title(title: str) -> tuple[str, ...]:
    """The words of a title that is no sentence, singular, in a fixed order unless order has a meaning."""
    words = _spaced(title).split()
    folded = [_singular(word) for word in words if word not in _ARTICLES or len(words) == 1]
    return tuple(folded) if not _DIRECTIONS.isdisjoint(words) else tuple(sorted(folded))


def _spaced(text: str) -> str:
    """Words without case and accents, one blank between them; vowel signs belong to their words.

    Signs that end a name stay: C, C++ and C# are three things.
    """
    if "+" in text or "#" in text:
        text = _SIGNS.sub(lambda found: found.group().translate(_SIGN_NAMES), text)
    if text.isascii():
        return _NOT_WORD.sub(" ", text.casefold()).strip()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    kept = (char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in plain)
    return " ".join("".join(kept).split())


@cache
def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]
