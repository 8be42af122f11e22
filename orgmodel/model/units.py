"""Units: departments, teams, circles."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from orgmodel.model.values import RECORD, Day, Fields, Names, is_in_force


@dataclass(frozen=True, slots=True, config=RECORD)
class Interaction:
    """How one unit works with another: `mode` is a word of the organisation's own or of a library."""

    with_: str = Field(alias="with")
    mode: str | None = None
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    note: str | None = None

    def in_force(self, day: date) -> bool:
        """Whether the units work together on that day."""
        return is_in_force(self.from_, self.until, day)


def _interactions(value: Any) -> Any:
    if value is None:
        return ()
    return (value,) if isinstance(value, dict) else value


Interactions = Annotated[
    tuple[Interaction, ...],
    BeforeValidator(_interactions, json_schema_input_type=Interaction | list[Interaction] | None),
]


@dataclass(frozen=True, slots=True, config=RECORD)
class Unit:
    """A unit with a parent unit and one or more head positions."""

    title: str | None = None
    kind: str | None = None
    parent: str | None = None
    head: str | None = None
    heads: Names = ()
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    interactions: Interactions = ()
    fields: Fields = Field(default_factory=dict)
    description: str | None = None

    def headed_by(self) -> tuple[str, ...]:
        """The ids of its head positions."""
        return self.heads or ((self.head,) if self.head is not None else ())

    def in_force(self, day: date) -> bool:
        """Whether the unit exists on that day."""
        return is_in_force(self.from_, self.until, day)
