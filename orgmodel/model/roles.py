"""Roles: kinds of jobs, with what they need and pay."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from orgmodel.model.lines import Line, Lines, WrittenLines
from orgmodel.model.values import RECORD, Fields, Flag, Names, Number, Skills, Sources, Whole


@dataclass(frozen=True, slots=True, config=RECORD)
class Experience:
    """Years asked for. Years compare only within one `basis` (since entry, in discipline, in previous role)."""

    min: Number | None = None
    max: Number | None = None
    basis: str | None = None
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
class Pay:
    """One pay figure. Amounts compare only within one statistic, currency, period, source and year."""

    stat: Literal["range", "start", "median", "mean", "p10", "p25", "p75", "p90", "max", "min"] = "range"
    min: Number | None = None
    max: Number | None = None
    amount: Number | None = None
    currency: str | None = None
    period: Literal["year", "month", "week", "day", "hour"] = "year"
    year: Whole | None = None
    source: str | None = None
    note: str | None = None


def _pays(value: Any) -> Any:
    if value is None:
        return ()
    if isinstance(value, dict):
        return (value,)
    if isinstance(value, str):
        return ({"stat": "range", "amount": value},)
    return value


Pays = Annotated[tuple[Pay, ...], BeforeValidator(_pays, json_schema_input_type=float | Pay | list[Pay] | None)]


@dataclass(frozen=True, slots=True, config=RECORD)
class Role:
    """A kind of job. `reports_to` is the usual line, from role to role; `level` orders roles."""

    title: str | None = None
    aliases: Names = ()
    reports_to: WrittenLines = None
    dotted_to: Lines = ()
    promotes_to: Names = ()
    counts_as: Names = ()
    level: Whole | None = None
    grade: str | None = None
    track: str | None = None
    purpose: str | None = None
    family: str | None = None
    works_with: Names = ()
    skills: Skills = Field(default_factory=dict)
    experience: Experience | None = None
    pay: Pays = ()
    certifications: Names = ()
    responsibilities: Names = ()
    external: Flag = False
    sources: Sources = Field(default_factory=dict)
    codes: Fields = Field(default_factory=dict)
    fields: Fields = Field(default_factory=dict)
    description: str | None = None

    @property
    def line(self) -> Line | None:
        """The usual line to the role above, if one is given."""
        return self.reports_to[0] if self.reports_to else None
