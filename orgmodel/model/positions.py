"""Positions (seats), their holders, and people."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from orgmodel.model.lines import Lines, WrittenLines
from orgmodel.model.roles import Pays
from orgmodel.model.values import (
    RECORD,
    Count,
    Day,
    Employment,
    Fields,
    Flag,
    Names,
    Number,
    Skills,
    Status,
    Whole,
    is_in_force,
)

NO_FIELDS: dict[str, str] = {}
NO_SKILLS: dict[str, int] = {}


@dataclass(frozen=True, slots=True, config=RECORD)
class Holder:
    """The person in a position: the id of an entry in `people`, else a name.

    `person` is None for a holder who is there but not disclosed.
    """

    person: str | None = None
    fte: Number | None = None
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    kind: Literal["permanent", "interim"] = "permanent"

    @property
    def is_undisclosed(self) -> bool:
        """A person is in the seat, but the file does not say who."""
        return self.person is None

    def in_force(self, day: date) -> bool:
        """Whether this person holds the seat on that day."""
        return is_in_force(self.from_, self.until, day)


def _holders(value: Any) -> Any:
    if value is None:
        return ()
    if isinstance(value, str | dict):
        value = [value]
    if isinstance(value, list):
        return tuple({"person": item} if isinstance(item, str) else item for item in value)
    return value


Holders = Annotated[
    tuple[Holder, ...],
    BeforeValidator(_holders, json_schema_input_type=list[str | Holder] | Holder | str | None),
]


@dataclass(slots=True, config=RECORD)
class Position:
    """One seat of a role; it exists when nobody sits in it.

    `reports_to` is None when no line is written (it may then be derived from the role), an empty
    tuple when the seat is a top on purpose. `seats` above 1 stands for that many like, unnamed seats.
    """

    role: str | None = None
    title: str | None = None
    unit: str | None = None
    also_in: Names = ()
    reports_to: WrittenLines = None
    dotted_to: Lines = ()
    holder: str | None = None
    holders: Holders = ()
    deputy: str | None = None
    fte: Number | None = None
    seats: Count = 1
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    status: Status | None = None
    employment: Employment | None = None
    assistant: Flag = False
    level: Whole | None = None
    grade: str | None = None
    pay: Pays = ()
    skills: Skills = Field(default_factory=lambda: NO_SKILLS)
    photo: str | None = None
    fields: Fields = Field(default_factory=lambda: NO_FIELDS)
    description: str | None = None

    def held_by(self) -> tuple[Holder, ...]:
        """All holders, whatever their dates. A filled seat that names nobody has an undisclosed holder."""
        if self.holders:
            return self.holders
        if self.holder is not None:
            return (_plain_holder(self.holder),)
        return (_plain_holder(None),) if self.status == "filled" else ()

    def holders_on(self, day: date) -> tuple[Holder, ...]:
        """The holders on that day; none if the seat is declared vacant, planned or ended.

        While an interim holder is there, the permanent one is not: whoever is away still owns the seat, but
        does not sit in it.
        """
        if self.status in {"vacant", "planned", "ended"}:
            return ()
        if not self.holders:
            return self.held_by()
        present = tuple(holder for holder in self.holders if holder.in_force(day))
        return tuple(holder for holder in present if holder.kind == "interim") or present

    def status_on(self, day: date) -> Status:
        """What the seat is on that day: as declared, else derived from dates and holders."""
        if self.status in {"ended", "planned"}:
            return self.status
        if self.until is not None and self.until < day:
            return "ended"
        if self.from_ is not None and self.from_ > day:
            return "planned"
        if self.status is not None:
            return self.status
        if not self.holders:
            return "vacant" if self.holder is None else "filled"
        return "filled" if self.holders_on(day) else "vacant"

    def in_force(self, day: date) -> bool:
        """Whether the seat exists on that day (filled or vacant)."""
        if self.status is None and self.from_ is None and self.until is None:
            return True
        return self.status_on(day) in {"filled", "vacant"}


@dataclass(frozen=True, slots=True, config=RECORD)
class Person:
    """A human (or a software agent) who may hold positions."""

    name: str | None = None
    email: str | None = None
    aliases: Names = ()
    employment: Employment | None = None
    skills: Skills = Field(default_factory=dict)
    photo: str | None = None
    fields: Fields = Field(default_factory=dict)
    description: str | None = None


def plain_position(
    role: str | None,
    title: str | None,
    unit: str | None,
    reports_to: Lines | None,
    holder: str | None,
    status: Status | None,
    grade: str | None,
    fte: float | None,
    fields: dict[str, str],
) -> Position:
    """A seat from cells that are plain text already: the same record as `Position(...)`, unchecked.

    Tables of a million rows are made of nothing else; validating them field by field takes most of
    a run and can find nothing.
    """
    seat = _new(Position)
    seat.role = role
    seat.title = title
    seat.unit = unit
    seat.also_in = ()
    seat.reports_to = reports_to
    seat.dotted_to = ()
    seat.holder = holder
    seat.holders = ()
    seat.deputy = None
    seat.fte = fte
    seat.seats = 1
    seat.from_ = None
    seat.until = None
    seat.status = status
    seat.employment = None
    seat.assistant = False
    seat.level = None
    seat.grade = grade
    seat.pay = ()
    seat.skills = NO_SKILLS
    seat.photo = None
    seat.fields = fields
    seat.description = None
    return seat


def _plain_holder(person: str | None) -> Holder:
    """Whoever holds a seat by name only, unvalidated: any text is a name."""
    held = _new(Holder)
    _set(held, "person", person)
    _set(held, "fte", None)
    _set(held, "from_", None)
    _set(held, "until", None)
    _set(held, "kind", "permanent")
    return held


_new = object.__new__
_set = object.__setattr__
