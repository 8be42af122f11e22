"""Reporting lines as they are written, and assignees of a letter: short form or long form."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from orgmodel.model.values import RECORD, Day, Plain, is_in_force


@dataclass(slots=True, unsafe_hash=True, config=RECORD)
class Line:
    """A reporting line to another position (or, between roles, to another role)."""

    to: str
    kind: str | None = None
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    note: str | None = None

    def in_force(self, day: date) -> bool:
        """Whether the line counts on that day."""
        return is_in_force(self.from_, self.until, day)


@dataclass(slots=True, unsafe_hash=True, config=RECORD)
class Assignee:
    """Whoever holds a letter on an activity: a role, or `position:`, `unit:`, `person:` with an id."""

    who: str
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    note: str | None = None

    def in_force(self, day: date) -> bool:
        """Whether the letter is held on that day."""
        return is_in_force(self.from_, self.until, day)


@lru_cache(maxsize=65_536)
def plain_line(to: str) -> tuple[Line, ...]:
    """The lines of a seat that names only its manager; one object per manager keeps memory flat.

    Any text is a name, so nothing is validated.
    """
    line = _new(Line)
    line.to = to
    line.kind = line.from_ = line.until = line.note = None
    return (line,)


@lru_cache(maxsize=65_536)
def _plain_assignee(who: str) -> tuple[Assignee, ...]:
    """Whoever has a letter by name only, unvalidated as well."""
    assignee = _new(Assignee)
    assignee.who = who
    assignee.from_ = assignee.until = assignee.note = None
    return (assignee,)


_new = object.__new__


def _lines(value: Any) -> Any:
    if isinstance(value, str):
        return plain_line(value)
    if value is None:
        return ()
    if isinstance(value, dict):
        return (value,)
    if isinstance(value, list):
        return [plain_line(item)[0] if isinstance(item, str) else item for item in value]
    return value


def _assignees(value: Any) -> Any:
    if isinstance(value, str):
        return _plain_assignee(value)
    if value is None:
        return ()
    if isinstance(value, dict):
        return (value,)
    if isinstance(value, list):
        return [_plain_assignee(item)[0] if isinstance(item, str) else item for item in value]
    return value


def _assign(value: Any) -> Any:
    return {} if value is None else value


def _plain_assign(value: dict[str, Any]) -> dict[str, tuple[Assignee, ...]] | None:
    """Letters whose holders are all written by name only."""
    assign = {}
    for letter, written in value.items():
        if isinstance(written, str):
            assign[letter] = _plain_assignee(written)
        elif isinstance(written, list):
            assign[letter] = held = tuple([_plain_assignee(who)[0] for who in written if isinstance(who, str)])
            if len(held) != len(written):
                return None
        else:
            return None
    return assign


Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(_lines, json_schema_input_type=str | Line | list[str | Line] | None),
    Plain(str, plain_line),
]
"""Lines in any written form: a name, a long form, a list of both; empty means "none, on purpose"."""

WrittenLines = Annotated[
    tuple[Line, ...] | None,
    BeforeValidator(_lines, json_schema_input_type=str | Line | list[str | Line] | None),
    Plain(str, plain_line),
]
"""Lines that may be left out: None is only what nobody wrote; an empty value says "none, on purpose"."""

Assignees = Annotated[
    tuple[Assignee, ...],
    BeforeValidator(_assignees, json_schema_input_type=str | Assignee | list[str | Assignee] | None),
]
Assign = Annotated[
    dict[str, Assignees],
    BeforeValidator(_assign, json_schema_input_type=dict[str, str | Assignee | list[str | Assignee] | None] | None),
    Plain(dict, _plain_assign),
]
"""Letter (or its full name) to those who hold it."""
