"""What an organisation asks of itself: thresholds, severities, and findings it accepts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from orgmodel.model.values import RECORD, Count, Day, Number


@dataclass(frozen=True, slots=True, config=RECORD)
class Bounds:
    """A lower and an upper limit; either may be open."""

    min: Count | None = None
    max: Count | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
class RowLimits:
    """How many of one kind a row of the matrix may have before it is called too many."""

    doers: Count = 5
    advises: Count = 6
    informed: Count = 10


SeverityWord = Literal["error", "warning", "info", "ignore"]


@dataclass(frozen=True, slots=True, config=RECORD)
class Policy:
    """Thresholds and severities. Defaults are those of the catalogue of rules."""

    tops: Count = 1
    span: Bounds = Field(default_factory=lambda: Bounds(min=3, max=15))
    layers: Bounds = Field(default_factory=lambda: Bounds(max=8))
    row: RowLimits = Field(default_factory=RowLimits)
    fte: Number = 1.0
    severity: Annotated[
        dict[str, SeverityWord],
        BeforeValidator(
            lambda value: {} if value is None else value,
            json_schema_input_type=dict[str, SeverityWord] | None,
        ),
    ] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True, config=RECORD)
class Waiver:
    """A finding accepted: which rule, for what (may end in `*`), why, by whom, until when."""

    rule: str
    for_: str = Field(alias="for")
    reason: str | None = None
    owner: str | None = None
    until: Day | None = None

