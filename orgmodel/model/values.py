"""The values that fields of the format hold, and the short forms in which they may be written.

A plain scalar reaches these types as text; only a field that wants a number, a date or a
boolean turns it into one, so `NO`, `0123` and `1e3` survive as ids and titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

RECORD = ConfigDict(extra="forbid", coerce_numbers_to_str=True, populate_by_name=True, defer_build=True)
"""Configuration shared by every record: unknown keys are refused."""

_Record = TypeVar("_Record")


def unwritten(record: type[_Record], **given: Any) -> _Record:
    """The record that says nothing, or only what is given by the program itself, unvalidated.

    Defaults need no validator, and to build one takes longer than to check a small model.
    """
    fields: dict[str, FieldInfo] = record.__pydantic_fields__  # type: ignore[attr-defined]
    assert given.keys() <= fields.keys()
    made = object.__new__(record)
    for name, info in fields.items():
        value = given[name] if name in given else info.get_default(call_default_factory=True)
        object.__setattr__(made, name, value)
    return made


@dataclass(frozen=True, slots=True)
class Plain:
    """Beside the type of a field: how a value of one kind becomes what the field holds, without a validator.

    `read` gives the same as the validator, or None where that has to look.
    """

    kind: type
    read: Callable[[Any], Any]


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def day_of(value: Any) -> Any:
    """A day written YYYY-MM-DD. Raises PydanticCustomError for anything else."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day", "wanted a date written YYYY-MM-DD")


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _FLAGS:
        return _FLAGS[value]
    raise PydanticCustomError("flag", "wanted true or false")


_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def _listed(value: Any) -> Any:
    """One value stands for a list of one; an empty value for an empty list."""
    if value is None:
        return ()
    if isinstance(value, str | dict):
        return (value,)
    return value


def _mapped(value: Any) -> Any:
    return {} if value is None else value


Day = Annotated[date, BeforeValidator(day_of, json_schema_input_type=date)]
"""A calendar day; `until` is the last day in force."""


def is_in_force(begin: date | None, end: date | None, day: date) -> bool:
    """Whether a day lies between two days, both included; either may be open."""
    return (begin is None or begin <= day) and (end is None or day <= end)


Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]
Whole = Annotated[int, Field(ge=-1_000_000, le=1_000_000_000)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Number = Annotated[float, Field(allow_inf_nan=False, ge=-1e15, le=1e15)]
"""A number whose sums and shares stay numbers."""

Names = Annotated[tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | list[str] | None)]
"""A list of names, or one name."""


def _sourced(value: Any) -> Any:
    """A list of sources, or one, stands for the whole entry."""
    if value is None:
        return {}
    return value if isinstance(value, dict) else {WHOLE_ENTRY: value}


WHOLE_ENTRY = "*"
"""The key of sources that hold for an entry, or for whatever of it is not named besides."""

Sources = Annotated[
    dict[str, Names],
    BeforeValidator(_sourced, json_schema_input_type=str | list[str] | dict[str, str | list[str] | None] | None),
]
"""Who says so: for the whole entry, or for fields of it by their way (`purpose`, `skills.delegation`)."""

Skills = Annotated[
    dict[str, Annotated[int, Field(ge=1, le=7)]],
    BeforeValidator(_mapped, json_schema_input_type=dict[str, Annotated[int, Field(ge=1, le=7)]] | None),
]
"""Skill to level 1..7 (the seven levels of responsibility common to skill frameworks)."""

Fields = Annotated[dict[str, str], BeforeValidator(_mapped, json_schema_input_type=dict[str, str | float] | None)]
"""The organisation's own keys: text or number."""

Plane = Literal["strategic", "tactical", "operational"]
Employment = Literal["employee", "contractor", "agent"]
Status = Literal["filled", "vacant", "planned", "ended"]
