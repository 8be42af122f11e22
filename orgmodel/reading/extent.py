"""From where to where a value stands in the text: worked out when somebody asks, never while reading."""

from __future__ import annotations

import re
from typing import Any

from orgmodel.reading.slots import ELSEWHERE, MAPPING, SCALAR, SEQUENCE, Slots, Spot
from orgmodel.source import match_end

_PROPERTIES = re.compile(r"(?:(?:!<[^>\s]*>|[&!][^\s,\[\]{}]*)(?:\s+(?:#[^\r\n]*)?)*)+")
_DOUBLE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_SINGLE = re.compile(r"'[^']*(?:''[^']*)*'")
_ALIAS = re.compile(r"\*[^\s,\[\]{}]+")
_NULL = re.compile(r"null|Null|NULL|~")
_BLOCK_HEADER = re.compile(r"[|>][^\s#]*")
_WORD = re.compile(r"\S+")
_BLANK = re.compile(r"\s*")
_UP_TO_BRACKET = re.compile(r"(?:[\s,:?]|(?<=[\s,])#[^\r\n]*)*")
_QUOTES = {'"': _DOUBLE, "'": _SINGLE, "*": _ALIAS}

Extent = tuple[int, int]


def extent_of(text: str, slots: Slots, spot: Spot) -> Extent:
    """Start and end of a value. An empty value has the extent of its key, or of the dash before it.

    A block collection is marked at its first key or dash only: its whole would be a wall of text.
    """
    kind, offset = slots.kind(spot.slot), slots.offset(spot.slot)
    if kind == SCALAR:
        start, end = _scalar(text, offset, spot.value)
        return (start, end) if end > start else _beside_empty(text, slots, spot)
    if kind == ELSEWHERE:
        return _matched(_ALIAS, text, offset)
    return _collection(text, slots, spot)


def extent_of_key(text: str, slots: Slots, slot: int, key: str) -> Extent:
    """Start and end of a key."""
    return _scalar(text, slots.offset(slot), key)


def _beside_empty(text: str, slots: Slots, spot: Spot) -> Extent:
    offset = slots.offset(spot.slot)
    if spot.key_slot is not None:
        return extent_of_key(text, slots, spot.key_slot, spot.key)
    if offset and text[offset - 1] == "-":
        return offset - 1, offset
    return offset, min(offset + 1, len(text))


def _scalar(text: str, offset: int, value: str | None) -> Extent:
    properties = _PROPERTIES.match(text, offset)
    start = properties.end() if properties else offset
    if properties and not value and re.search(r"[\r\n]", properties.group()):
        return offset, offset
    first = text[start : start + 1]
    if first in _QUOTES:
        return _matched(_QUOTES[first], text, start)
    if first in {"|", ">"}:
        return _block(text, start, value or "")
    if value is None:
        match = _NULL.match(text, start)
        return (start, match.end()) if match else (offset, offset)
    return _plain(text, start, value)


def _plain(text: str, start: int, value: str) -> Extent:
    """A plain value may run over several lines: its words stand in the text with any blanks between."""
    if text.startswith(value, start):
        return start, start + len(value)
    end = start
    for word in _WORD.finditer(value):
        begin = match_end(_BLANK, text, end)
        if not text.startswith(word.group(), begin):
            break
        end = begin + len(word.group())
    return start, end


def _block(text: str, start: int, value: str) -> Extent:
    """A block scalar reaches to the end of its last line with text; without text, of its header."""
    end = _matched(_BLOCK_HEADER, text, start)[1]
    first_line = text.find("\n", end)
    words = _WORD.findall(value)
    if first_line < 0 or not words:
        return start, end
    _, last = _plain(text, first_line, value)
    return start, max(last, end)


def _collection(text: str, slots: Slots, spot: Spot) -> Extent:
    start = match_end(_PROPERTIES, text, slots.offset(spot.slot))
    if text[start : start + 1] in {"{", "["}:
        return start, _flow_end(text, slots, spot, start)
    if slots.kind(spot.slot) == MAPPING and spot.value:
        return extent_of_key(text, slots, slots.members(spot.slot)[0], next(iter(spot.value)))
    return start, start + 1


def _flow_end(text: str, slots: Slots, spot: Spot, start: int) -> int:
    """The end of a flow collection: after its last value comes nothing but its bracket."""
    end = start + 1
    last = _last(slots, spot)
    if last is not None:
        _, end = extent_of(text, slots, last)
        if last.key_slot is not None:
            end = max(end, extent_of_key(text, slots, last.key_slot, last.key)[1])
    bracket = match_end(_UP_TO_BRACKET, text, end)
    return bracket + 1 if text[bracket : bracket + 1] in {"}", "]"} else end


def _last(slots: Slots, spot: Spot) -> Spot | None:
    value: Any = spot.value
    if not value:
        return None
    if slots.kind(spot.slot) == SEQUENCE:
        return slots.follow(spot, (len(value) - 1,))
    return slots.follow(spot, (next(reversed(value)),))


def _matched(pattern: re.Pattern[str], text: str, start: int) -> Extent:
    match = pattern.match(text, start)
    return start, match.end() if match else min(start + 1, len(text))
