"""What to do about a letter that stands twice in a row: most who write that mean two roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from orgmodel.findings import Fault
from orgmodel.reading.document import Document
from orgmodel.reading.names import printable
from orgmodel.source import Mark

_PLAIN_VALUE = re.compile(r"\s*:\s+(?:\[([\w.@/()+ ,-]+)\]|([\w.@/()+-][\w.@/()+ -]*?))\s*(?:[,}\r\n#]|\Z)")


def with_letter_fixes(document: Document) -> Iterator[Fault]:
    """The faults of a document; where a letter is repeated, the fix says how one letter has several holders."""
    if not any(fault.rule == "duplicate-key" for fault in document.faults):
        yield from document.faults
        return
    letters = dict(_letters(document))
    for fault in document.faults:
        first = fault.related[0].place.mark if fault.related else None
        if fault.rule != "duplicate-key" or first not in letters:
            yield fault
            continue
        letter, held = letters[first]
        again = _names_after(document, fault.place.mark)
        named = list(dict.fromkeys([*_names(held), *again])) if again else []
        yield replace(fault, fix=_fix(letter, named))


def _letters(document: Document) -> Iterator[tuple[Mark, tuple[str, Any]]]:
    """Every letter of every row, by the mark of its key."""
    activities = document.data.get("activities") if isinstance(document.data, dict) else None
    for name, activity in activities.items() if isinstance(activities, dict) else ():
        assign = activity.get("assign") if isinstance(activity, dict) else None
        for letter, held in assign.items() if isinstance(assign, dict) else ():
            yield document.mark(("activities", name, "assign", letter), key=True), (letter, held)


def _names(held: Any) -> list[str]:
    listed = held if isinstance(held, list) else [held]
    return [item for item in listed if isinstance(item, str)]


def _names_after(document: Document, mark: Mark) -> list[str]:
    """The names behind a key that is not in the data, read from the text where they are plain."""
    source = document.source
    end = source.line_start(mark.end_line) + mark.end_column - 1
    match = _PLAIN_VALUE.match(source.text, end)
    return [name.strip() for name in (match.group(1) or match.group(2)).split(",")] if match else []


def _fix(letter: str, named: list[str]) -> str:
    key = printable(letter)
    if len(named) < 2:
        return f'keep one "{key}", or name all who have it in one list, as in `{key}: [a, b]`'
    listed = ", ".join(printable(name) for name in named)
    return f"name them in one list, `{key}: [{listed}]`, or keep one"
