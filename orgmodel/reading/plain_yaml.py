"""YAML as most people write it, read by a regular expression: one match for many lines.

What is read here is a small part of YAML, and nothing is judged: at the first thing that is not surely
in that part the answer is None, and libyaml reads the whole text. An answer is what libyaml would give.
"""

from __future__ import annotations

import re
from array import array
from functools import cache
from itertools import accumulate, cycle
from operator import add
from typing import Any

from orgmodel.reading.limits import LIMITS, Limits
from orgmodel.reading.plain_flow import (
    CONTROL,
    FLAT_LIST,
    FLAT_MAPPING,
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
"""So many different texts are kept to make equal ones one object; more would cost more than they save."""

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

_LEAD, _PAIRS, _OUTER, _INNER, _ENTRY = range(2, 7)
_DASH, _KEY, _BARE, _IN_QUOTES, _FLAT_MAPPING, _FLAT_LIST, _FLOW, _UNKNOWN = range(7, 15)


@cache
def _pieces() -> re.Pattern[str]:
    """What stands at the beginning of a line or after the dash of an item, whatever it is."""
    within = rf"[^{CONTROL}:#]"
    key = rf"[^{NO_START}.<~]{within}{{0,500}}+(?<!\ )"
    bare = rf"(?:[^{NO_START}]|-(?=\w)){within}*+(?:(?::(?=[^{CONTROL}\ ])|(?<!\ )\#){within}*+)*+"
    pair = rf"{key}:\ {bare}(?<!\ )(?=\n)"
    # An entry is a key with pairs below it, and nothing else: the next line stands further to the left.
    # A collection goes on after a comma or an opening bracket, and with a closing one.
    further = r"(?:(?<=[,\[{])\n\ ++(?=[^\ \n])|\n\ ++(?=[\]}]))"
    return re.compile(
        rf"""(^)?(\ *+)(?:
          ({pair}(?(1)(?:\n\2{pair})*+))\n
        | (?(1)|(?!))({key}):\n(\2\ ++)({pair}(?:\n\5{pair})*+)(?=\n(?!\5|\n|\ *\#))\n
        | (-)(?:\ ++|(?=\n))
        | (?:({key}|{QUOTED_KEY}):(?=[\ \n])\ *+)?
          (?:
            (?: ({bare}) | ({QUOTED}) | \{{({FLAT_MAPPING})\}} | \[({FLAT_LIST})\] )? {_AFTER_VALUE.pattern}
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
                if len(words) > MANY_WORDS:
                    share = words.get
            if after_dash:
                awaited = _ITEM
                awaited_at = at + 1
                continue
            if kind == _PAIRS:
                many = len(container)
                pairs = _read_pairs(piece[_PAIRS], at, "\n" + piece[_LEAD], numbers, share)
                container.update(pairs)
                if len(container) != many + len(pairs):
                    raise Unsure
                continue
            if kind == _ENTRY:
                key = unquoted(piece[_OUTER], share)
                if key in container or len(stack) >= limits.depth or len(numbers) > most:
                    raise Unsure
                place = piece.start(_ENTRY)
                end = len(numbers) + 1
                numbers.extend((at, place | MAPPING, 0))
                container[key] = _read_pairs(piece[_ENTRY], place, "\n" + piece[_INNER], numbers, share)
                numbers[end + 1] = len(numbers)
                if len(words) > MANY_WORDS:
                    share = words.get
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
            if len(words) > MANY_WORDS:
                share = words.get
            if kind == _FLOW:
                value, end = read_flow(text, place, numbers, share, limits.depth - len(stack))
                rest = _AFTER_VALUE.match(text, end)
                if rest is None or rest.end() != piece.end():
                    raise Unsure
            else:
                value = read_flat(piece[kind], place, numbers, share, is_mapping=kind == _FLAT_MAPPING)
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


def _read_pairs(pairs: str, at: int, between: str, numbers: array[int], share: Share) -> dict[str | None, str | None]:
    """Lines of a key and a text each. They begin alike and no text holds `: `, so one split takes them apart."""
    texts = pairs.replace(": ", between).split(between)
    steps = map(add, map(len, texts), cycle((2, len(between))))
    numbers.extend(accumulate(steps, initial=at))
    numbers.pop()
    shared = map(share, texts, texts)
    found = dict(zip(shared, shared))  # noqa: B905 - their number is even; asking costs 3 %
    if 2 * len(found) != len(texts) or None in found:
        raise Unsure
    return found
