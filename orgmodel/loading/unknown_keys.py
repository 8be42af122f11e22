"""A key that the format does not have: misspelt, or made by a missing blank, colon or quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from orgmodel.loading.nearest import Nearest
from orgmodel.reading.names import printable, quoted

Way = tuple[str | int, ...]
IsBare = Callable[[Way], bool]
"""Whether the key at a way stands in the file without a colon, as a part between two commas does."""

_BRACKET = re.compile(r"([\w./-]+)\s*([{\[])")
_DIGITS = re.compile(r"\d+\Z")
_NUMBER = re.compile(r"-?\d+\Z")
_THOUSANDS = 3
_MOST_KEYS = 100
"""Larger mappings were not written by hand in one line."""


class UnknownKey(NamedTuple):
    """What to say about an unknown key. `meant` is the key that it was meant to be, if that is plain.

    A part of a text that an earlier finding is about already has no message.
    """

    message: str
    fix: str = ""
    meant: str = ""


def unknown_key(mapping: Any, way: Way, known: Iterable[str], is_bare: IsBare) -> UnknownKey:
    """The finding of the key at a way, which stands in `mapping`."""
    key = str(way[-1])
    names = list(known)
    name, colon, value = key.partition(":")
    if colon and name in names:
        message = f'unknown key "{printable(key)}": a blank is missing after the \':\' of "{name}"'
        return UnknownKey(message, f"write `{name}: {printable(value.strip()) or 'value'}`", name)
    bracket = key_before_bracket(key)
    if bracket is not None and bracket[0] in names:
        message = f"unknown key {quoted(key)}: {bracket[1]}"
        return UnknownKey(message, f"write `{bracket[0]}: {bracket[2]}`", bracket[0])
    if len(mapping) <= _MOST_KEYS and is_bare(way):
        return _bare_key(mapping, way, names, is_bare)
    near = Nearest(names).find(key)
    if near is None:
        return UnknownKey(f'unknown key "{printable(key)}"')
    return UnknownKey(f'unknown key "{printable(key)}"; did you mean "{printable(near)}"?', f"write `{near}`", near)


def key_before_bracket(key: str) -> tuple[str, str, str] | None:
    """The key within `key {other`, what is missing after it, and the bracket; None for any other key."""
    match = _BRACKET.match(key)
    if match is None:
        return None
    name, bracket = match.groups()
    return printable(name), f"a ':' is missing between {quoted(name)} and \"{bracket}\"", bracket


def _bare_key(mapping: Any, way: Way, names: list[str], is_bare: IsBare) -> UnknownKey:
    """A key without a colon: one that lacks it, or what follows a comma in a text."""
    key = str(way[-1])
    start = f'unknown key "{printable(key)}" without a value'
    word, _, rest = key.partition(" ")
    if word in names and rest:
        return UnknownKey(f"{start}: a ':' is missing after \"{word}\"", f"write `{word}: {printable(rest)}`", word)
    earlier, is_first = _key_before(mapping, way, is_bare)
    text = mapping.get(earlier) if earlier is not None else None
    if not isinstance(text, str):
        return UnknownKey(start, "write `key: value`, or remove it")
    if not is_first:
        return UnknownKey("")
    if _NUMBER.match(text) and _DIGITS.match(key):
        number = f"{text}{key}" if len(key) == _THOUSANDS else f"{text}.{key}"
        sign = "the number without the comma" if len(key) == _THOUSANDS else "the decimal point"
        message = f'{start}: the comma ends the number "{printable(text)}" of "{printable(earlier or "")}"'
        return UnknownKey(message, f"write {sign}: `{printable(earlier or '')}: {number}`")
    message = f'{start}: the comma ends the text "{printable(text)}" of "{printable(earlier or "")}"'
    whole = ", ".join([text, *_bare_from(mapping, way, is_bare)])
    quote = "'" if '"' in whole or "\\" in whole else '"'
    example = f"{printable(earlier or '')}: {quote}{printable(whole)}{quote}"
    return UnknownKey(message, f"put the whole text in quotes: `{example}`")


def _key_before(mapping: Any, way: Way, is_bare: IsBare) -> tuple[str | None, bool]:
    """The nearest key before with a colon, and whether no other key stands between."""
    before: list[str] = []
    for key in mapping:
        if key == way[-1]:
            break
        before.append(key)
    with_colon = [key for key in before if not is_bare((*way[:-1], key))]
    return (with_colon[-1], before[-1] == with_colon[-1]) if with_colon else (None, False)


def _bare_from(mapping: Any, way: Way, is_bare: IsBare) -> list[str]:
    """The key and those right after it that lack a colon, too."""
    keys = list(mapping)
    found = []
    for key in keys[keys.index(way[-1]) :]:
        if not is_bare((*way[:-1], key)):
            break
        found.append(str(key))
    return found
