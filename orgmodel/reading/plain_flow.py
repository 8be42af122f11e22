"""Collections in brackets, as plain YAML has them, and the patterns of texts in them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from typing import Any

from orgmodel.reading.slots import MAPPING, SEQUENCE

CONTROL = r"\x00-\x1f\x7f-\x9f"
NO_START = rf"{CONTROL}\ \-?:,\[\]{{}}#&*!|>'\"%@`"
"""What no text without quotes begins with; a dash may, if a letter or a digit follows it."""
QUOTES = ("'", '"')
QUOTED = rf"""(?:"[^"\\{CONTROL}]*+"|'[^'{CONTROL}]*+')"""
# libyaml takes no key of more than 1,024 characters. `<<` and `~` are left to it, and `...` may begin a line.
QUOTED_KEY = rf"""(?:"[^"\\{CONTROL}]{{0,500}}+"|'[^'{CONTROL}]{{0,500}}+')"""
_WITHIN = rf"[^{CONTROL},\[\]{{}}?:#]"
_KEY = rf"[^{NO_START}.<~]{_WITHIN}{{0,500}}+(?<!\ )"
_PADDED = rf"(?:[^{NO_START}]|-(?=\w)){_WITHIN}*+(?::(?=\w){_WITHIN}*+)*+"
_TEXT = rf"{_PADDED}(?<!\ )"

FLAT = rf"(?:\{{{_KEY}:\ {_TEXT}(?:,\ {_KEY}:\ {_TEXT})*+\}}|\[{_TEXT}(?:,\ {_TEXT})*+\])"
"""A collection of nothing but bare texts, one blank after each comma and colon."""

_SPACE = r"(?:\ |\n(?=\ ))*+"
_OPENED = re.compile(rf"[\[{{]{_SPACE}([\]}}])?", re.VERBOSE)
# A key and its value; the value may be missing before a comma or the bracket, or be a collection itself.
_MEMBER = re.compile(
    rf"(?:({_KEY}|{QUOTED_KEY}):\ ++)?(?:({_PADDED})|({QUOTED})|(?<=\ )(?=([,}}]))|(?=[\[{{]))", re.VERBOSE
)
_BARE, _IN_QUOTES, _MISSING = 2, 3, 4
_NEXT = re.compile(rf"{_SPACE}(?:,{_SPACE}|([\]}}]))", re.VERBOSE)

Share = Callable[[str, str], str | None]
"""Makes equal texts one object, and null forms None."""


class Unsure(Exception):  # noqa: N818 - it hands the text on, it is no error
    """The text is not surely plain."""


def read_flat(flat: str, at: int, numbers: array[int], share: Share) -> Any:
    """What `FLAT` takes, and its offset."""
    is_mapping = flat[0] == "{"
    texts = flat[1:-1].replace(": ", ", ").split(", ")
    note = numbers.append
    note(at | (MAPPING if is_mapping else SEQUENCE))
    note(len(numbers) + 1 + len(texts))
    at += 1
    for text in texts:
        note(at)
        at += len(text) + 2
    shared = map(share, texts, texts)
    if not is_mapping:
        return list(shared)
    mapping = dict(zip(shared, shared))  # noqa: B905 - their number is even
    if 2 * len(mapping) != len(texts) or None in mapping:
        raise Unsure
    return mapping


def read_flow(text: str, at: int, numbers: array[int], share: Share, levels: int) -> tuple[Any, int]:
    """The collection whose bracket opens at an offset, and the offset after it."""
    is_mapping = text[at] == "{"
    collection: Any = {} if is_mapping else []
    start = len(numbers)
    numbers.extend((at | (MAPPING if is_mapping else SEQUENCE), 0))
    step = _OPENED.match(text, at)
    if step is None or levels <= 0:
        raise Unsure
    while step[1] is None:
        member = _MEMBER.match(text, step.end())
        if member is None or (member[1] is not None) is not is_mapping:
            raise Unsure
        key = _note_key(member, collection, numbers, share) if is_mapping else None
        value, end = _read_value(text, member, numbers, share, levels)
        if is_mapping:
            collection[key] = value
        else:
            collection.append(value)
        step = _NEXT.match(text, end)
        if step is None:
            raise Unsure
    if step[1] != ("}" if is_mapping else "]"):
        raise Unsure
    numbers[start + 1] = len(numbers)
    return collection, step.end()


def _note_key(member: re.Match[str], mapping: dict[str, Any], numbers: array[int], share: Share) -> str:
    key = unquoted(member[1], share)
    if key in mapping:
        raise Unsure
    numbers.append(member.start())
    return key


def _read_value(text: str, member: re.Match[str], numbers: array[int], share: Share, levels: int) -> tuple[Any, int]:
    end, kind = member.end(), member.lastindex
    if kind == _BARE:
        numbers.append(member.start(_BARE))
        word = member[_BARE].rstrip(" ")
        return share(word, word), end
    if kind == _IN_QUOTES:
        numbers.append(member.start(_IN_QUOTES))
        return unquoted(member[_IN_QUOTES], share), end
    if kind == _MISSING:
        if member[1] is None:
            raise Unsure
        numbers.append(end)
        return None, end
    return read_flow(text, end, numbers, share, levels - 1)


def unquoted(raw: str, share: Share) -> str:
    """A key, or a value in quotes: always text."""
    word = raw[1:-1] if raw[0] in QUOTES else raw
    return share(word, word) or word
