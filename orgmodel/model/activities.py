"""Activities (the rows of the matrix), claims about them, and the letters of a scheme."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from orgmodel.model.lines import Assign
from orgmodel.model.values import RECORD, Count, Day, Fields, Flag, Names, Plane, Sources, is_in_force

NOT_THIS_ROLE = "none"
"""The letter of a claim that denies: the source says this role does not have it."""

ActivityKind = Literal["activity", "decision", "deliverable"]
Trait = Literal["owner", "doer", "advises", "informed", "vetoes", "verifies"]


def _written(value: Any) -> Any:
    return "" if value is None else value


Reason = Annotated[str | None, BeforeValidator(_written, json_schema_input_type=str | None)]
"""A text that may be left out: None is only what nobody wrote; an empty value is an empty text."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Activity:
    """A row of the matrix: an activity, a decision or a deliverable.

    `per` makes the row once for each unit of that kind, or (`role:pm`) for each seat of that role.
    `unowned` leaves the row without an owner on purpose; its text is the reason.
    """

    title: str | None = None
    group: str | None = None
    kind: ActivityKind = "activity"
    plane: Plane | None = None
    per: str | None = None
    scheme: str | None = None
    part_of: str | None = None
    depends_on: Names = ()
    unowned: Reason = None
    escalates_to: str | None = None
    separate: Flag = False
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    assign: Assign = Field(default_factory=dict)
    description: str | None = None
    sources: Sources = Field(default_factory=dict)
    fields: Fields = Field(default_factory=dict)

    def in_force(self, day: date) -> bool:
        """Whether the activity is in force on that day."""
        return is_in_force(self.from_, self.until, day)


@dataclass(frozen=True, slots=True, config=RECORD)
class Assignment:
    """One letter of one role on one activity, added from any file. With a `source` it is a claim."""

    activity: str
    role: str
    letter: str
    source: str | None = None
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    note: str | None = None

    def in_force(self, day: date) -> bool:
        """Whether the assignment counts on that day."""
        return is_in_force(self.from_, self.until, day)


@dataclass(frozen=True, slots=True, config=RECORD)
class Letter:
    """One letter of a scheme: how many a row may have, and what it means (its traits)."""

    name: str | None = None
    min: Count = 0
    max: Count | None = None
    traits: Annotated[
        tuple[Trait, ...],
        BeforeValidator(
            lambda value: () if value is None else (value,) if isinstance(value, str) else value,
            json_schema_input_type=Trait | list[Trait] | None,
        ),
    ] = ()
    excludes: Names = ()
    note: str | None = None


def _letter(value: Any) -> Any:
    return {} if value is None else value


Scheme = dict[
    Annotated[str, Field(min_length=1, max_length=4)],
    Annotated[Letter, BeforeValidator(_letter, json_schema_input_type=Letter | None)],
]
"""A set of letters, by code (1-4 characters)."""
