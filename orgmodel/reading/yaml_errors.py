"""What the YAML parser refuses, in words for people who write organisations."""

from __future__ import annotations

import re
from typing import Any

from orgmodel.findings import Fault, Related
from orgmodel.reading.limits import LIMITS
from orgmodel.reading.names import quoted
from orgmodel.reading.yaml_slips import (
    Slip,
    bracket_without_colon,
    key_without_colon,
    no_colon,
    odd_indentation,
    open_quote,
    quote_across_lines,
)
from orgmodel.source import Source, match_end

_RULE = "unreadable-file"
_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml says since 0.2.6 of a thousand open brackets, before it tells of the first of them."""
_COLON = re.compile(r":\s")
_BLANKS = re.compile(" *")
_FIRST_LINE = re.compile(r"[^\r\n#]*")
_QUOTE_IT = "put the text in quotes"

# Part of the parser's problem, our words, what to do. The first that fits counts.
_WORDS = (
    (
        "could not find expected ':'",
        "this line has no ':' after its key",
        "write `key: value`, or indent the line to continue the text above",
    ),
    (
        "document indicator",
        "a quote is still open where `---` or `...` stands",
        "close the quote",
    ),
    ("document separator", "a quote is still open where `---` or `...` stands", "close the quote"),
    ("unexpected end of stream", "a quote is never closed", "close the quote"),
    (
        "sequence entries are not allowed",
        "a list item ('- ') cannot begin here",
        "begin the list on a line of its own",
    ),
    (
        "or ']'",
        "a list in [ ] is not closed, or lacks a comma",
        "separate items with ',' and end with ']'",
    ),
    (
        "or '}'",
        "a mapping in { } is not closed, or lacks a comma",
        "separate entries with ',' and end with '}'",
    ),
    (
        "'-' indicator",
        "a list ends here, but this line is indented like its items",
        "begin it with '- ', or indent it like the key it belongs to",
    ),
    ("unknown escape", "an unknown escape in a text in double quotes", "use single quotes, or write \\\\"),
    ("escape character code", "an escape that is no character", "write the character itself"),
    ("hexdecimal number", "an escape with too few digits", "write the character itself"),
    ("comment or line break", "text after '|' or '>' on the same line", "begin the text on the next line"),
    ("chomping or indentation", "text after '|' or '>' on the same line", "begin the text on the next line"),
    ("undefined tag handle", "an unknown tag", "remove the tag, or put the value in quotes"),
    (
        "incompatible YAML document",
        "the file wants a YAML version other than 1.x",
        "remove the line %YAML",
    ),
    (
        "alphabetic or numeric",
        "an anchor or alias without a name",
        "put the text in quotes if '*' or '&' belongs to it",
    ),
    ("expected key", "this does not fit here", "check the indentation, quotes and brackets just before"),
    ("node content", "a value is missing or misplaced here", "check the brackets just before"),
    (
        "<document start>",
        "this does not belong to what stands before it",
        "check the indentation, quotes and brackets just before",
    ),
)
_OPENED = (
    ("quoted scalar", "the quote opens here"),
    ("flow sequence", "the list opens here"),
    ("flow mapping", "the mapping opens here"),
    ("block collection", "the list begins here"),
    ("block mapping", "the mapping begins here"),
)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")


def error_fault(source: Source, error: Any) -> Fault:
    """The fault for an error of the parser, with the place and what was open there."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _forbidden_character(source)
    offset = min(mark.index, len(source.text))
    if _TOO_DEEP in str(error.problem):
        message = f"values are nested more than {LIMITS.depth} levels deep"
        return Fault("limit-exceeded", message, source.place(offset))
    began = getattr(error, "context_mark", None)
    slip = _slip(source, str(error.problem), offset, None if began is None else min(began.index, len(source.text)))
    if slip is not None:
        return _fault_of(source, slip)
    words, fix = _words(str(error.problem), source, offset)
    opened = _opened(source, error)
    if opened and "quote" in words:
        return Fault(_RULE, words, opened[0].place, fix=fix)
    return Fault(_RULE, words, source.place(offset), opened, fix=fix)


def _fault_of(source: Source, slip: Slip) -> Fault:
    related = (Related(source.place(slip.other[0]), slip.other[1]),) if slip.other is not None else ()
    return Fault(_RULE, slip.message, source.place(slip.start, slip.end), related, fix=slip.fix)


def _slip(source: Source, problem: str, offset: int, began: int | None) -> Slip | None:
    """The slip behind a problem, if the text shows one; `began` is where the parser's context began."""
    if "could not find expected ':'" in problem:
        return _key_alone(source, offset, began)
    if "mapping values are not allowed" in problem:
        return bracket_without_colon(source, offset) or key_without_colon(source, offset)
    if "unexpected end of stream" in problem and began is not None:
        return open_quote(source, began)
    if "expected key" in problem or "'-' indicator" in problem:
        return quote_across_lines(source, offset) or odd_indentation(source, offset)
    if "or ']'" in problem or "or '}'" in problem:
        return quote_across_lines(source, offset)
    return None


def _key_alone(source: Source, offset: int, began: int | None) -> Slip | None:
    """A key that begins where the parser's context does; what ends with it has no colon after it."""
    if began is None or began >= offset:
        return None
    key = _FIRST_LINE.match(source.text, began)
    text = key.group().strip() if key else ""
    return no_colon(text, began) if text and text[0] not in "?[{" else None


def _words(problem: str, source: Source, offset: int) -> tuple[str, str]:
    char = source.text[offset : offset + 1]
    if "mapping values are not allowed" in problem:
        line, column = source.line_and_column(offset)
        if _COLON.search(source.line(line)[: column - 1]):
            return "a second ':' in one value", "put the value in quotes, or begin the key on a line of its own"
        message = "a key begins here, but the text above is not finished"
        odd = odd_indentation(source, offset - column + 1 + match_end(_BLANKS, source.line(line), 0))
        if odd is not None:
            return f"{message}; {odd.message}", odd.fix
        return message, "end the line above with ':' if it is a key, or line this key up with the keys above"
    if "cannot start any token" in problem or "tab character" in problem:
        if char == "\t":
            return "a tab stands where YAML allows only blanks", "indent with blanks"
        return f"a value cannot begin with {quoted(char)}", _QUOTE_IT
    for part, words, fix in _WORDS:
        if part in problem:
            return words, fix
    return "this is not valid YAML", "check the indentation, quotes and brackets just before"


def _opened(source: Source, error: Any) -> tuple[Related, ...]:
    mark = getattr(error, "context_mark", None)
    context = str(getattr(error, "context", "") or "")
    if mark is None:
        return ()
    notes = [note for part, note in _OPENED if part in context]
    return tuple(Related(source.place(min(mark.index, len(source.text))), note) for note in notes[:1])


def _forbidden_character(source: Source) -> Fault:
    match = _FORBIDDEN.search(source.text)
    offset = match.start() if match else 0
    char = source.text[offset : offset + 1]
    message = f"the character {quoted(char)} is not allowed in YAML"
    return Fault(_RULE, message, source.place(offset), fix="remove the character")
