"""What an organisation demands of its own entries, as data: which ones, and what must or must not hold."""

from __future__ import annotations

import re
from datetime import date
from math import isfinite
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from orgmodel.model.values import RECORD, Flag, day_of

OPERATORS = ("equals", "in", "set", "unset", "min", "max")


def _limit(value: Any) -> Any:
    if value is None or isinstance(value, float | int | date):
        return value
    if isinstance(value, str) and _NUMBER.match(value) and isfinite(float(value)):
        return float(value)
    try:
        return day_of(value)
    except PydanticCustomError:
        raise PydanticCustomError("limit", "wanted a number, or a date written YYYY-MM-DD") from None


_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\Z", re.ASCII)


Limit = Annotated[float | date | None, BeforeValidator(_limit, json_schema_input_type=float | date | None)]


def _texts(value: Any) -> Any:
    if isinstance(value, list) and not value:
        raise PydanticCustomError("choice", "wanted at least one value to choose from")
    return (value,) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, config=RECORD)
class Condition:
    """What is asked of one field: all operators that are given must hold.

    Of a field with several values one must equal; every one must keep to `min` and `max`. A field that is
    not set holds under no operator but `unset`.
    """

    equals: str | None = None
    in_: Annotated[tuple[str, ...] | None, BeforeValidator(_texts, json_schema_input_type=str | list[str] | None)] = (
        Field(default=None, alias="in")
    )
    set_: Flag | None = Field(default=None, alias="set")
    unset: Flag | None = None
    min: Limit = None
    max: Limit = None

    @model_validator(mode="after")
    def _agrees(self) -> Condition:
        if self.set_ is not None and self.set_ == self.unset:
            raise PydanticCustomError("contradiction", 'wanted "set" or "unset", and these contradict each other')
        return self

    @property
    def wants_value(self) -> bool | None:
        """Whether the field must be set, must not be, or None where that is not asked."""
        if self.unset is not None:
            return not self.unset
        return self.set_


def _condition(value: Any) -> Any:
    """A bare value is one to equal, a list one to choose from."""
    if isinstance(value, Condition):
        return value
    if isinstance(value, dict):
        if not value:
            raise PydanticCustomError("condition", "wanted one of {operators}", {"operators": _operators()})
        return value
    if value is None:
        return {"unset": True}
    return {"in": value} if isinstance(value, list) else {"equals": value}


def _operators() -> str:
    return ", ".join(f'"{operator}"' for operator in OPERATORS)


Conditions = Annotated[
    dict[str, Annotated[Condition, BeforeValidator(_condition, json_schema_input_type=Condition | list[str] | str)]],
    BeforeValidator(lambda value: {} if value is None else value),
]
"""Field to what is asked of it; `role: pm` for one value, `role: [pm, po]` for a choice."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Requirement:
    """Of every entry of a kind for which `where` holds, all of `must` holds and nothing of `must_not`."""

    every: Literal["role", "position", "unit", "person", "activity"]
    where: Conditions = Field(default_factory=dict)
    must: Conditions = Field(default_factory=dict)
    must_not: Conditions = Field(default_factory=dict)
    name: str | None = None
    reason: str | None = None
    severity: Literal["error", "warning", "info"] | None = None

    @model_validator(mode="after")
    def _demands_something(self) -> Requirement:
        if not self.must and not self.must_not:
            raise PydanticCustomError("nothing_asked", "says nothing that has to hold")
        return self
