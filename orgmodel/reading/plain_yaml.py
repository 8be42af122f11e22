"""YAML as most people write it, read by regular expressions: one match for many lines.

What is read here is a small part of YAML, and nothing is judged: at the first thing that is not surely
in that part the answer is None, and libyaml reads the whole text. An answer is what libyaml would give.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from itertools import accumulate, cycle, repeat
from operator import add
from typing import Any

from orgmodel.reading.limits import LIMITS, Limits
from orgmodel.reading.slots import MAPPING, SEQUENCE

NULLS = ("", "~", "null", "Null", "NULL")
MANY_WORDS = 8_000
"""So many different texts are made one object where they are equal; more would cost more than they save."""

# Line ends of YAML 1.1 and characters that libyaml refuses, beyond the controls that no pattern admits.
_STRANGE = re.compile("[\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_NEVER_PLAIN = ("\t", "\r")
_SELDOM_PLAIN = ("|", ">", "&", "*", "!")

_FRAME = 4
"""Events of libyaml around the data: begin and end of stream and document."""
_FIRST_LINE = "---\n"
_QUOTES = ("'", '"')

_CONTROL = r"\x00-\x1f\x7f-\x9f"
_NO_START = rf"{_CONTROL}\ \-?:,\[\]{{}}#&*!|>'\"%@`"
_DOUBLE = rf'"[^"\\{_CONTROL}]*+"'
_SINGLE = rf"'[^'{_CONTROL}]*+'"
_QUOTED_KEY = rf"""(?:"[^"\\{_CONTROL}]{{0,500}}+"|'[^'{_CONTROL}]{{0,500}}+')"""
_QUOTED = rf"(?:{_DOUBLE}|{_SINGLE})"

# A key: libyaml takes none that is longer than 1,024 characters. `...` and `---` may begin a line of their own.
_KEY = rf"[^{_NO_START}.<~][^{_CONTROL}:#]{{0,500}}+(?<!\ )"
_VALUE = rf"""(?:[^{_NO_START}]|-(?=\w))[^{_CONTROL}:#]*+(?:(?::(?=[^{_CONTROL}\ ])|(?<!\ )\#)[^{_CONTROL}:#]*+)*+"""
_FLOW_KEY = rf"[^{_NO_START}.<~][^{_CONTROL},\[\]{{}}?:#]{{0,500}}+(?<!\ )"
_FLOW_VALUE = rf"(?:[^{_NO_START}]|-(?=\w))[^{_CONTROL},\[\]{{}}?:#]*+(?::(?=\w)[^{_CONTROL},\[\]{{}}?:#]*+)*+(?<!\ )"
_FLAT_PAIR = rf"{_FLOW_KEY}:\ {_FLOW_VALUE}"
_PAIR = rf"{_KEY}:\ {_VALUE}(?<!\ )(?=\n)"
_AFTER = rf"\ *+(?:(?<![^\ \n])\#[^{_CONTROL}]*+)?+\n"

# A collection in brackets goes on after a comma or an opening bracket, and with a closing one.
_FURTHER = r"(?:(?<=[,\[{])\n\ ++(?=[^\ \n])|\n\ ++(?=[\]}]))"

# What stands at the beginning of a line, or after the dash of an item. The last group takes whatever is not known.
_PIECE = re.compile(
    rf"""(^)?(\ *+)(?:
      ({_PAIR}(?(1)(?:\n\2{_PAIR})*+))\n
    | (-)(?:\ ++|(?=\n))
    | (?:({_KEY}|{_QUOTED_KEY}):(?=[\ \n])\ *+)?
      (?:
        (?: ({_VALUE})
          | ({_QUOTED})
          | \{{({_FLAT_PAIR}(?:,\ {_FLAT_PAIR})*+)\}}
          | \[({_FLOW_VALUE}(?:,\ {_FLOW_VALUE})*+)\]
        )? {_AFTER}
      | ([\[{{][^{_CONTROL}]*+(?:{_FURTHER}[^{_CONTROL}]*+)*+)\n
      )
    | ([^\n]++)
    )""",
    re.VERBOSE | re.MULTILINE,
)
_LEAD, _PAIRS, _DASH, _FOR_KEY, _PLAIN, _IN_QUOTES, _FLAT_MAPPING, _FLAT_LIST, _FLOW, _UNSURE = range(2, 12)

_SPACE = r"(?:\ |\n(?=\ ))*+"
_OPENED = re.compile(rf"[\[{{]{_SPACE}([\]}}])?", re.VERBOSE)
_MEMBER = re.compile(
    rf"""(?:({_FLOW_KEY}|{_QUOTED_KEY}):\ ++)?(?:({_FLOW_VALUE})|({_QUOTED})|(?=[\[{{])|(?<=\ )(?=([,}}])))""",
    re.VERBOSE,
)
_NEXT = re.compile(rf"{_SPACE}(?:,{_SPACE}|([\]}}]))", re.VERBOSE)
_REST = re.compile(_AFTER, re.VERBOSE)

# What a container waits for: nothing, or (a list) the value of its item; a mapping waits for the value of a key.
_NOTHING = object()
_ITEM = object()

Share = Callable[[str, str], str | None]


def read_plain(text: str, limits: Limits = LIMITS) -> tuple[Any, array[int]] | None:
    """The data of a text and its slots (see `slots`), or None where the text is not surely plain."""
    if not _may_be_plain(text):
        return None
    roots: list[Any] = []
    numbers: array[int] = array("I")
    if not _fill(roots, numbers, text if text.endswith("\n") else text + "\n", limits):
        return None
    return roots[0], numbers


def _may_be_plain(text: str) -> bool:
    """A quick look for what would make the long one vain."""
    if not text.isascii() and _STRANGE.search(text):
        return False
    if any(sign in text for sign in _NEVER_PLAIN):
        return False
    return not any(sign in text and f": {sign}" in text for sign in _SELDOM_PLAIN)


def _fill(roots: list[Any], numbers: array[int], text: str, limits: Limits) -> bool:  # noqa: C901, PLR0912, PLR0915
    """The one loop over all pieces; written flat because each call per piece would cost a tenth."""
    note = numbers.append
    words: dict[str, str | None] = dict.fromkeys(NULLS)
    share: Share = words.setdefault
    most = 2 * limits.nodes - _FRAME
    stack: list[tuple[Any, int, int, bool]] = []
    container: Any = roots
    column = -1
    start = 0
    is_mapping = False
    awaited: Any = _ITEM
    awaited_at = 0
    key: Any = _NOTHING
    line = 0
    after_dash = False
    for piece in _PIECE.finditer(text, len(_FIRST_LINE) if text.startswith(_FIRST_LINE) else 0):
        kind = piece.lastindex
        begin, at = piece.span(_LEAD)
        if not after_dash:
            line = begin
        if kind == _LEAD:
            after_dash = False
            continue
        if kind == _UNSURE:
            return False
        if kind > _FOR_KEY and piece[_FOR_KEY] is None:
            if awaited is _NOTHING or at - line <= column or not stack:
                return False
            key = awaited
            after_dash = False
        else:
            indent = at - line
            after_dash = kind == _DASH
            if indent > column:
                if awaited is _NOTHING:
                    return False
            else:
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
                    return False
            if awaited is not _NOTHING:
                if len(stack) >= limits.depth or len(numbers) > most:
                    return False
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
                between = "\n" + piece[_LEAD]
                parts = piece[_PAIRS].replace(": ", between).split(between)
                gaps = cycle((2, len(between)))
                numbers.extend(accumulate(map(add, map(len, parts), gaps), initial=at))
                numbers.pop()
                many = len(container) + len(parts) // 2
                shared = map(share, parts, parts)
                container.update(zip(shared, shared, strict=False))
                if len(container) != many or None in container:
                    return False
                continue
            key = piece[_FOR_KEY]
            if key[0] in _QUOTES:
                key = key[1:-1]
            key = share(key, key) or key
            if key in container:
                return False
            note(at)
            if kind == _FOR_KEY:
                awaited = key
                awaited_at = piece.end(_FOR_KEY) + 1
                continue
        value: Any
        place = piece.start(kind)
        if kind == _PLAIN:
            value = piece[kind].rstrip(" ")
            value = share(value, value)
            note(place)
        elif kind == _IN_QUOTES:
            value = piece[kind][1:-1]
            value = share(value, value) or value
            note(place)
        else:
            if len(stack) >= limits.depth:
                return False
            if len(words) > MANY_WORDS:
                share = words.get
            if kind == _FLOW:
                end, value = _read_flow(text, place, numbers, share, limits.depth - len(stack))
                if end < 0:
                    return False
                rest = _REST.match(text, end)
                if rest is None or rest.end() != piece.end():
                    return False
            else:
                parts = piece[kind].replace(": ", ", ").split(", ")
                many = len(parts)
                note(place - 1 | (MAPPING if kind == _FLAT_MAPPING else SEQUENCE))
                note(len(numbers) + 1 + many)
                numbers.extend(accumulate(map(add, map(len, parts), repeat(2)), initial=place))
                numbers.pop()
                shared = map(share, parts, parts)
                if kind == _FLAT_MAPPING:
                    value = dict(zip(shared, shared, strict=False))
                    if 2 * len(value) != many or None in value:
                        return False
                else:
                    value = list(shared)
        if is_mapping:
            container[key] = value
        else:
            container.append(value)
        awaited = _NOTHING
    if not stack:
        return False
    if awaited is not _NOTHING:
        note(awaited_at)
        if is_mapping:
            container[awaited] = None
        else:
            container.append(None)
    while stack:
        numbers[start + 1] = len(numbers)
        container, column, start, is_mapping = stack.pop()
    return len(numbers) <= most


def _read_flow(text: str, at: int, numbers: array[int], share: Share, levels: int) -> tuple[int, Any]:
    """A collection in brackets: the offset after it, or -1 where it is not surely plain, and its data."""
    opened = _OPENED.match(text, at)
    if opened is None or levels <= 0:
        return -1, None
    is_mapping = text[at] == "{"
    value: Any = {} if is_mapping else []
    start = len(numbers)
    numbers.extend((at | (MAPPING if is_mapping else SEQUENCE), 0))
    end, closed = opened.end(), opened[1]
    while closed is None:
        member = _MEMBER.match(text, end)
        if member is None or (member[1] is not None) is not is_mapping:
            return -1, None
        end = member.end()
        key = member[1]
        if key is not None:
            numbers.append(member.start())
            key = key[1:-1] if key[0] in _QUOTES else key
            key = share(key, key) or key
            if key in value:
                return -1, None
        inner: Any = member[2] or member[3]
        if member[4] is not None:
            if key is None:
                return -1, None
            numbers.append(end)
        elif inner is None:
            end, inner = _read_flow(text, end, numbers, share, levels - 1)
            if end < 0:
                return -1, None
        else:
            numbers.append(end - len(inner))
            if member[2] is None:
                inner = inner[1:-1]
                inner = share(inner, inner) or inner
            else:
                inner = share(inner, inner)
        if is_mapping:
            value[key] = inner
        else:
            value.append(inner)
        following = _NEXT.match(text, end)
        if following is None:
            return -1, None
        end, closed = following.end(), following[1]
    numbers[start + 1] = len(numbers)
    return (end, value) if closed == ("}" if is_mapping else "]") else (-1, None)
