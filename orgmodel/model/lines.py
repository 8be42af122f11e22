"""Reporting lines as they are written, and assignees of a letter: short form or long form."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from orgmodel.model.values import RECORD, Day, Plain, is_in_force


@dataclass(frozen=True, slots=True, config=RECORD)
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


@dataclass(frozen=True, slots=True, config=RECORD)
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
    _set(line, "to", to)
    _set(line, "kind", None)
    _set(line, "from_", None)
    _set(line, "until", None)
    _set(line, "note", None)
    return (line,)


@lru_cache(maxsize=65_536)
def _plain_assignee(who: str) -> tuple[Assignee, ...]:
    """Whoever has a letter by name only, unvalidated as well."""
    assignee = _new(Assignee)
    _set(assignee, "who", who)
    _set(assignee, "from_", None)
    _set(assignee, "until", None)
    _set(assignee, "note", None)
    return (assignee,)


_new = object.__new__
_set = object.__setattr__


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
        held = _plain_assignee(written) if isinstance(written, str) else _named(written)
        if held is None:
            return None
        assign[letter] = held
    return assign


def _named(value: Any) -> tuple[Assignee, ...] | None:
    """Those of a list of names."""
    if not isinstance(value, list):
        return None
    held = []
    for who in value:
        if not isinstance(who, str):
            return None
        held.append(_plain_assignee(who)[0])
    return tuple(held)


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
