"""Slips of the pen that the YAML parser meets too late or in the wrong place, found in the text itself.

Each function takes the text and the offset at which the parser stopped, and answers None when the
slip is not there: then the parser's own words count.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from orgmodel.reading.names import printable, quoted
from orgmodel.source import Source

_KEY_ALONE = re.compile(r"\s*(?:- +)?([^\s#'\"{}\[\]:,|>&*!%@`-][^#'\"{}\[\]:,]*?)\s*(?:#.*)?\Z")
_BEFORE_BRACKET = re.compile(r"\s*(?:- +)?([\w./-]+)\s*(?=[{\[])")
_INDENT = re.compile(r" *")
_MOST_LINES = 2_000
_LONGEST = 40


class Slip(NamedTuple):
    """What is wrong, what to do, from where to where, and a note on another place that belongs to it."""

    message: str
    fix: str
    start: int
    end: int
    other: tuple[int, str] | None = None


def key_without_colon(source: Source, offset: int) -> Slip | None:
    """A line before the one of the offset that is nothing but a key."""
    line, _ = source.line_and_column(offset)
    number = _line_before(source, line)
    match = _KEY_ALONE.match(source.line(number)) if number else None
    if match is None or " " in match.group(1):
        return None
    start = source.line_start(number) + match.start(1)
    return no_colon(match.group(1), start)


def no_colon(key: str, start: int) -> Slip:
    """A key without its colon, at an offset."""
    fix = f"write `{printable(key, _LONGEST)}:`, or indent the line to continue the text above"
    return Slip(f"this line has no ':' after its key {quoted(key, _LONGEST)}", fix, start, start + len(key))


def bracket_without_colon(source: Source, offset: int) -> Slip | None:
    """A key and a bracket before the offset in its line, with nothing but blanks between them."""
    number, column = source.line_and_column(offset)
    match = _BEFORE_BRACKET.match(source.line(number))
    if match is None or match.end() >= column - 1:
        return None
    at = source.line_start(number) + match.end()
    bracket, key = source.text[at], match.group(1)
    fix = f"write `{printable(key, _LONGEST)}: {bracket}`"
    return Slip(f"a ':' is missing between {quoted(key, _LONGEST)} and \"{bracket}\"", fix, at, at + 1)


def open_quote(source: Source, start: int) -> Slip:
    """A quote that opens at an offset and is never closed."""
    beginning = source.text[start : start + 200].splitlines()[:1]
    shown = beginning[0] if beginning else ""
    first = shown[:1]
    whole = first in {"'", '"'} and len(shown) > 1
    named = f"the quote before {quoted(shown[1:].strip(), _LONGEST)}" if whole else "a quote"
    fix = f"close it with {first} at the end of the text" if whole else "close the quote"
    return Slip(f"{named} is never closed", fix, start, start + 1)


def quote_across_lines(source: Source, offset: int) -> Slip | None:
    """A text in quotes that ends just before the offset, though it began on an earlier line."""
    text = source.text[:offset].rstrip(" ")
    quote = text[-1:]
    if quote not in {"'", '"'}:
        return None
    start = text.rfind(quote, 0, len(text) - 1)
    if start < 0 or "\n" not in text[start:]:
        return None
    opened = text[start + 1 :].splitlines()[0].strip() if text[start + 1 :].strip() else ""
    line, column = source.line_and_column(len(text) - 1)
    message = f"the quote before {quoted(opened, _LONGEST)} is closed only at line {line}, column {column}"
    fix = f"close it with {quote} at the end of its own text"
    return Slip(message, fix, start, start + 1, (len(text) - 1, "the next quote, which ends the text"))


def odd_indentation(source: Source, offset: int) -> Slip | None:
    """A line that begins at a column at which nothing above it begins that is still open."""
    number, column = source.line_and_column(offset)
    if source.line(number)[: column - 1].strip(" "):
        return None
    neighbour = _neighbour(source, number, column)
    if neighbour is None:
        return None
    line, expected = neighbour
    by = abs(expected - column)
    blanks = "1 blank" if by == 1 else f"{by} blanks"
    change = f"indent it by {blanks} more" if expected > column else f"indent it by {blanks} less"
    word = source.line(line).strip().partition(":")[0].removeprefix("- ")
    message = f"this line begins at column {column}; its neighbours begin at column {expected}"
    fix = f"{change}, like {quoted(word, _LONGEST)} in line {line}"
    start = source.line_start(line) + expected - 1
    end = offset + len(source.line(number)[column - 1 :].partition(":")[0])
    return Slip(message, fix, offset, end, (start, "a neighbour begins here"))


def _neighbour(source: Source, number: int, column: int) -> tuple[int, int] | None:
    """Line and column of the open line above that begins nearest to a column; None if one begins there."""
    best: tuple[int, int] | None = None
    least = None
    for line in range(number - 1, max(0, number - _MOST_LINES), -1):
        begins = _begins(source.line(line))
        if begins is None or (least is not None and begins >= least):
            continue
        least = begins
        if begins == column:
            return None
        if best is None or abs(begins - column) < abs(best[1] - column):
            best = line, begins
        if begins == 1:
            break
    return best


def _begins(line: str) -> int | None:
    """The column at which a line begins; None for an empty line or a comment."""
    text = line.strip()
    if not text or text.startswith("#"):
        return None
    match = _INDENT.match(line)
    return match.end() + 1 if match else 1


def _line_before(source: Source, number: int) -> int:
    """The nearest line before one that holds something; 0 if there is none."""
    for line in range(number - 1, max(0, number - _MOST_LINES), -1):
        if _begins(source.line(line)) is not None:
            return line
    return 0
