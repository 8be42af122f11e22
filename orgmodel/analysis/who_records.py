"""What is answered to "who?": plain records, whose fields are those of the JSON as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from orgmodel.analysis.attention import Cause

Kind = Literal["activity", "role", "position", "person", "unit"]
State = Literal["filled", "vacant", "planned", "ended", "unsaid"]
"""What a seat is on the day; `unsaid` where the model says nowhere who sits in a seat."""

End = Literal["top", "unknown", "self", "missing", "ambiguous", "not yet", "loop"]
"""How a way up ends: at a top, or why it goes no further."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Anything that has an id. The `id` of a person may be a name."""

    kind: Kind
    id: str
    title: str

    @property
    def exactly(self) -> str:
        """How to name it so that nothing else is meant."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Sitter:
    """A person in a seat."""

    person: Thing
    fte: float | None = None
    interim: bool = False


@dataclass(frozen=True, slots=True)
class SeatNow:
    """A seat on the day. `count` like seats; `standing_in` are the people of the deputy of a vacant seat."""

    position: Thing
    unit: Thing | None = None
    count: int = 1
    state: State = "filled"
    holders: tuple[Sitter, ...] = ()
    undisclosed: bool = False
    shared: bool = False
    standing_in: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class WayUp:
    """Who is above a seat, nearest first; for a role of a model without seats, the roles above it."""

    start: Thing
    seats: tuple[SeatNow, ...] = ()
    roles: tuple[Thing, ...] = ()
    end: End = "top"


@dataclass(frozen=True, slots=True)
class Part:
    """One letter of a row in one place: whom it names, and the seats and people that means there.

    `hands` counts those who act apart from each other: a job share is one. `seatless`: the model has seats, and a
    role, position or head that is named has none in this place.
    """

    letter: str
    name: str
    trait: str
    party: Thing
    known: bool = True
    external: bool = False
    seatless: bool = False
    hands: int = 0
    seats: tuple[SeatNow, ...] = ()
    people: tuple[Thing, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What sources say beside the letters that count; `denied`: that somebody has no part."""

    letter: str
    name: str
    party: Thing
    sources: tuple[str, ...]
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A row where it exists: for a unit, for a seat, or once.

    `narrowed`: the row exists once, but was asked for as seen from one unit: of several seats of a role only
    the nearest are meant. `troubles` say why it is not
    clear who answers; `whole` says the same of a narrowed row as it stands for everybody.
    """

    unit: Thing | None = None
    seat: Thing | None = None
    count: int = 1
    narrowed: bool = False
    parts: tuple[Part, ...] = ()
    troubles: tuple[Cause, ...] = ()
    whole: tuple[Cause, ...] = ()
    escalates_to: Part | None = None
    ways: tuple[WayUp, ...] = ()

    @property
    def owners(self) -> tuple[Part, ...]:
        """Those who answer."""
        return tuple(part for part in self.parts if part.trait == "owner")


@dataclass(frozen=True, slots=True)
class ActivityAnswer:
    """Who does what in a row. `asked`: whether the row asks for an owner; `unowned`: why it does not."""

    activity: Thing
    kind: str
    group: str | None
    per: str | None
    description: str | None
    in_force: bool
    asked: bool
    unowned: str | None
    only_for: Thing | None
    places: tuple[Place, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class RowLine:
    """Who answers for a row in one place, in short."""

    activity: Thing
    place: Thing | None
    count: int
    asked: bool
    unowned: str | None
    owners: tuple[Part, ...]
    troubles: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Who answers for what."""

    only_for: Thing | None
    rows: tuple[RowLine, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A letter that somebody has on a row. `via` is whom the letter names; `places` where it means them (none
    for a row that exists once); `among` how many seats it means there at most."""

    activity: Thing
    letter: str
    name: str
    trait: str
    via: Thing
    places: tuple[Thing, ...] = ()
    among: int = 1
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deputy:
    """Who stands in for a seat: as written, and the people that means."""

    position: Thing
    written: str
    people: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class PartyAnswer:
    """Everything about a person, seat, role or unit.

    `counts_as` are the roles whose letters mean a role, or the role of a seat, as well as those that name it.
    `seats` are those of the person or role, the seat itself, or the heads of the unit. `units` are those it is
    in, for a unit those above it, nearest first; `heads` those it heads; `below` the roles or units below it.
    `rows` are those that exist for the unit. `seatless`: the model has seats, and none of them is meant.
    """

    subject: Thing
    seatless: bool = False
    role: Thing | None = None
    counts_as: tuple[Thing, ...] = ()
    seats: tuple[SeatNow, ...] = ()
    units: tuple[Thing, ...] = ()
    heads: tuple[Thing, ...] = ()
    below: tuple[Thing, ...] = ()
    tasks: tuple[Task, ...] = ()
    rows: tuple[RowLine, ...] = ()
    ways: tuple[WayUp, ...] = ()
    also_reports_to: tuple[SeatNow, ...] = ()
    reports: tuple[SeatNow, ...] = ()
    deputies: tuple[Deputy, ...] = ()
    deputy_for: tuple[SeatNow, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A row that nobody would answer for, or do, in these places (none for a row that exists once)."""

    activity: Thing
    places: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """Who is next in line for a seat: the deputies, else the nearest manager who is there; and `peers`, the
    others of its role who are there, in the nearest unit that has some (`peers_in`)."""

    position: Thing
    deputies: tuple[Thing, ...] = ()
    manager: SeatNow | None = None
    peers_in: Thing | None = None
    peers: tuple[SeatNow, ...] = ()


@dataclass(frozen=True, slots=True)
class LeavesAnswer:
    """What is open once a person has left, or a seat is empty. `kept` are seats that others still hold;
    `deputy_for` the seats that lose their deputy."""

    subject: Thing
    emptied: tuple[SeatNow, ...] = ()
    kept: tuple[SeatNow, ...] = ()
    unowned: tuple[Gap, ...] = ()
    undone: tuple[Gap, ...] = ()
    unmanaged: tuple[SeatNow, ...] = ()
    headless: tuple[Thing, ...] = ()
    deputy_for: tuple[SeatNow, ...] = ()
    next_in_line: tuple[Succession, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """A name that several things have."""

    asked: str
    choices: tuple[Thing, ...]


Answer = ActivityAnswer | Overview | PartyAnswer | LeavesAnswer | Choices
