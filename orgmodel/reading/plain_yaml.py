"""YAML as most people write it, read by a regular expression: one match for many lines.

What is read here is a small part of YAML, and nothing is judged: at the first thing that is not surely
in that part the answer is None, and libyaml reads the whole text. An answer is what libyaml would give.
"""

from __future__ import annotations

import re
from array import array
from functools import cache
from typing import Any

from orgmodel.reading.limits import LIMITS, Limits
from orgmodel.reading.plain_flow import (
    CONTROL,
    FLAT,
    NO_START,
    QUOTED,
    QUOTED_KEY,
    Share,
    Unsure,
    read_flat,
    read_flow,
    unquoted,
)
from orgmodel.reading.slots import MAPPING, SEQUENCE

NULLS = ("", "~", "null", "Null", "NULL")
MANY_WORDS = 8_000
"""So many different texts are kept to make equal ones one object; more would cost more than they save.

Then others are kept: what is said of many stands near each other, and the keys come again at once.
"""

# Line ends of YAML 1.1, and what libyaml refuses beyond the controls, which no pattern takes.
_STRANGE = "[\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_NEVER_PLAIN = ("\t", "\r")
_SELDOM_PLAIN = ("|", ">", "&", "*", "!")
_AFTER_VALUE = re.compile(rf"[ ]*+(?:(?<![^ \n])[#][^{CONTROL}]*+)?+\n")
_FIRST_LINE = "---\n"
_AROUND = 4
"""Events of libyaml beside those of the data: begin and end of stream and document."""

# What a container waits for: nothing, or (a list) the value of an item. A mapping waits for the value of a key.
_NOTHING = object()
_ITEM = object()

_LEAD, _LINES, _ENTRIES, _INNER, _OPEN_ENTRY = range(2, 7)
_DASH, _KEY, _BARE, _IN_QUOTES, _FLAT, _FLOW, _UNKNOWN = range(7, 14)


@cache
def _pieces() -> re.Pattern[str]:
    """What stands at the beginning of a line or after the dash of an item, whatever it is."""
    within = rf"[^{CONTROL}:#]"
    key = rf"[^{NO_START}.<~]{within}{{0,500}}+(?<!\ )"
    bare = rf"(?:[^{NO_START}]|-(?=\w)){within}*+(?:(?::(?=[^{CONTROL}\ ])|(?<!\ )\#){within}*+)*+"
    line = rf"{key}:\ (?:{bare}(?<!\ )|{FLAT})(?=\n)"
    # An entry is a key with lines below it. Nothing else is in it if the next line stands further to the left.
    entry_lines = rf"{line}(?:\n\5{line})*+"
    is_whole = r"(?=\n(?!\5|\n|\ *\#))"
    further_entries = rf"(?:\n\2{key}:\n\5{entry_lines}{is_whole}){{0,100}}+"
    # A collection goes on after a comma or an opening bracket, and with a closing one.
    further = r"(?:(?<=[,\[{])\n\ ++(?=[^\ \n])|\n\ ++(?=[\]}]))"
    return re.compile(
        rf"""(^)?(\ *+)(?:
          ({line}(?(1)(?:\n\2{line})*+))\n
        | (?(1)|(?!))({key}:\n(\2\ ++){entry_lines}(?:{is_whole}{further_entries})?+)(?:{is_whole}|())\n
        | (-)(?:\ ++|(?=\n))
        | (?:({key}|{QUOTED_KEY}):(?=[\ \n])\ *+)?
          (?:
            (?: ({bare}) | ({QUOTED}) | ({FLAT}) )? {_AFTER_VALUE.pattern}
          | ([\[{{][^{CONTROL}]*+(?:{further}[^{CONTROL}]*+)*+)\n
          )
        | ([^\n]++)
        )""",
        re.VERBOSE | re.MULTILINE,
    )


def read_plain(text: str, limits: Limits = LIMITS) -> tuple[Any, array[int]] | None:
    """The data of a text and its slots (see `slots`), or None where the text is not surely plain."""
    if not _may_be_plain(text):
        return None
    roots: list[Any] = []
    numbers: array[int] = array("I")
    try:
        _fill(roots, numbers, text if text.endswith("\n") else text + "\n", limits)
    except Unsure:
        return None
    return roots[0], numbers


def _may_be_plain(text: str) -> bool:
    """A quick look for what would make the long one vain."""
    if not text.isascii() and re.search(_STRANGE, text):
        return False
    if any(sign in text for sign in _NEVER_PLAIN):
        return False
    return not any(sign in text and f": {sign}" in text for sign in _SELDOM_PLAIN)


def _fill(roots: list[Any], numbers: array[int], text: str, limits: Limits) -> None:  # noqa: C901, PLR0912, PLR0915
    """The one loop over all pieces; written flat because calls for each piece would cost a tenth.

    `container` stands at `column`, its slot is `start`, and `stack` has what it stands in. `awaited` is the key or the
    item whose value has not come yet, and `awaited_at` the offset of the null that it is if none comes.
    """
    note = numbers.append
    words: dict[str, str | None] = dict.fromkeys(NULLS)
    share: Share = words.setdefault
    most = 2 * limits.nodes - _AROUND
    stack: list[tuple[Any, int, int, bool]] = []
    container: Any = roots
    column = -1
    start = 0
    is_mapping = False
    awaited: Any = _ITEM
    awaited_at = 0
    line = 0
    after_dash = False
    for piece in _pieces().finditer(text, len(_FIRST_LINE) if text.startswith(_FIRST_LINE) else 0):
        if len(words) > MANY_WORDS:
            words.clear()
            words.update(dict.fromkeys(NULLS))
        kind = piece.lastindex or 0
        begin, at = piece.span(_LEAD)
        if not after_dash:
            line = begin
        if kind == _LEAD:
            after_dash = False
            continue
        if kind == _UNKNOWN:
            raise Unsure
        indent = at - line
        if kind > _KEY and piece[_KEY] is None:
            if awaited is _NOTHING or indent <= column or not stack:
                raise Unsure
            after_dash = False
        else:
            after_dash = kind == _DASH
            if indent > column:
                if awaited is _NOTHING:
                    raise Unsure
            else:
                # A list may stand at the column of its key; whatever else stands there says that the key has no value.
                if awaited is not _NOTHING and not (after_dash and is_mapping and indent == column):
                    note(awaited_at)
                    if is_mapping:
                        container[awaited] = None
                    else:
                        container.append(None)
                    awaited = _NOTHING
                while indent < column or (indent == column and not is_mapping and not after_dash):
                    numbers[start + 1] = len(numbers)
                    container, column, start, is_mapping = stack.pop()
                if indent != column or (is_mapping and after_dash and awaited is _NOTHING):
                    raise Unsure
            if awaited is not _NOTHING:
                if len(stack) >= limits.depth or len(numbers) > most:
                    raise Unsure
                inner: Any = [] if after_dash else {}
                if is_mapping:
                    container[awaited] = inner
                else:
                    container.append(inner)
                awaited = _NOTHING
                stack.append((container, column, start, is_mapping))
                container = inner
                column = indent
                start = len(numbers)
                is_mapping = not after_dash
                note(at | (MAPPING if is_mapping else SEQUENCE))
                note(0)
            if after_dash:
                awaited = _ITEM
                awaited_at = at + 1
                continue
            if kind == _LINES:
                many = len(container)
                lines = _read_lines(piece[_LINES], at, "\n" + piece[_LEAD], numbers, share, limits.depth - len(stack))
                container.update(lines)
                if len(container) != many + len(lines):
                    raise Unsure
                continue
            if kind <= _OPEN_ENTRY:
                levels = limits.depth - len(stack)
                if levels <= 0 or len(numbers) > most:
                    raise Unsure
                between = "\n" + piece[_LEAD], "\n" + piece[_INNER]
                slot, entry = _read_entries(container, piece[_ENTRIES], at, between, numbers, share, levels)
                if kind == _OPEN_ENTRY:
                    stack.append((container, column, start, is_mapping))
                    container, column, start = entry, len(piece[_INNER]), slot
                continue
            awaited = unquoted(piece[_KEY], share)
            if awaited in container:
                raise Unsure
            note(at)
            if kind == _KEY:
                awaited_at = piece.end(_KEY) + 1
                continue
        value: Any
        place = piece.start(kind)
        if kind == _BARE:
            note(place)
            value = piece[kind].rstrip(" ")
            value = share(value, value)
        elif kind == _IN_QUOTES:
            note(place)
            value = unquoted(piece[kind], share)
        else:
            if len(stack) >= limits.depth:
                raise Unsure
            if kind == _FLOW:
                value, end = read_flow(text, place, numbers, share, limits.depth - len(stack))
                rest = _AFTER_VALUE.match(text, end)
                if rest is None or rest.end() != piece.end():
                    raise Unsure
            else:
                value = read_flat(piece[kind], place, numbers, share)
        if is_mapping:
            container[awaited] = value
        else:
            container.append(value)
        awaited = _NOTHING
    if not stack:
        raise Unsure
    if awaited is not _NOTHING:
        note(awaited_at)
        if is_mapping:
            container[awaited] = None
        else:
            container.append(None)
    while stack:
        numbers[start + 1] = len(numbers)
        container, column, start, is_mapping = stack.pop()
    if len(numbers) > most:
        raise Unsure


def _read_entries(
    mapping: dict[str, Any],
    entries: str,
    at: int,
    between: tuple[str, str],
    numbers: array[int],
    share: Share,
    levels: int,
) -> tuple[int, dict[str, Any]]:
    """Keys with lines below each; what is between keys and between lines is told. The slot and data of the last."""
    outer, inner = between
    note = numbers.append
    # No text ends with a colon: what is split is the lines of one entry and the key of the next.
    key, *parts = (entries + outer).split(":" + inner)
    many = len(mapping) + len(parts)
    for part in parts:
        lines, _, next_key = part.rpartition(outer)
        place = at + len(key) + 1 + len(inner)
        note(at)
        slot = len(numbers)
        note(place | MAPPING)
        note(0)
        entry = _read_lines(lines, place, inner, numbers, share, levels - 1)
        mapping[share(key, key) or key] = entry
        numbers[slot + 1] = len(numbers)
        at = place + len(lines) + len(outer)
        key = next_key
    if len(mapping) != many:
        raise Unsure
    return slot, entry


def _read_lines(lines: str, at: int, between: str, numbers: array[int], share: Share, levels: int) -> dict[Any, Any]:
    """Lines of a key each, and a text or a flat collection. They begin alike."""
    mapping: dict[Any, Any] = {}
    note = numbers.append
    width = len(between)
    listed = lines.split(between)
    for line in listed:
        key, _, value = line.partition(": ")
        note(at)
        place = at + len(key) + 2
        at += len(line) + width
        if value[0] in "[{":
            if not levels:
                raise Unsure
            mapping[share(key, key)] = read_flat(value, place, numbers, share)
        else:
            note(place)
            mapping[share(key, key)] = share(value, value)
    if len(mapping) != len(listed) or None in mapping:
        raise Unsure
    return mapping
