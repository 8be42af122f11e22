"""What is told about a role for its own sake: plain records, whose fields are those of the JSON as well."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from orgmodel.analysis.who_records import Thing

WhyNot = Literal["missing", "statistic", "currency", "period", "source", "year", "basis", "begins anew", "reversed"]
"""Why two figures are not compared: one is not given, or they differ in this."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter of a role on a row. `trait` is its weightiest meaning, empty where it has none; `via` is the seat
    of the role that the letter names instead of the role; `counted_as` is the role that it names where this one
    counts as that; `sources` claim it (none for a decision)."""

    letter: str
    name: str
    trait: str
    sources: tuple[str, ...] = ()
    via: Thing | None = None
    counted_as: Thing | None = None


Marks = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CountedRows:
    """On how many rows a role has letters that name another, as which it counts."""

    role: Thing
    counted_as: Thing
    rows: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the matrix, as far as it says what kind of work it is."""

    activity: Thing
    kind: str
    plane: str | None
    group: str | None
    scheme: str


@dataclass(frozen=True, slots=True)
class Years:
    """Years of experience asked for, counted from `basis`."""

    min: float | None
    max: float | None
    basis: str | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A pay figure from end to end; either end may be open, a single amount has equal ends."""

    lower: float | None
    upper: float | None

    @property
    def middle(self) -> float | None:
        """The amount itself, or the midpoint of a band with two ends."""
        return None if self.lower is None or self.upper is None else (self.lower + self.upper) / 2


@dataclass(frozen=True, slots=True)
class PayKind:
    """What must be equal for two amounts to be compared."""

    statistic: str
    currency: str | None
    period: str
    source: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Paid:
    """A pay figure with its kind."""

    kind: PayKind
    amount: Amount


@dataclass(frozen=True, slots=True)
class Profile:
    """A role with all that it is and asks for.

    `above` are the roles it reports to, `below` those that report to it; `counts_as` has all roles whose letters mean
    it too; `seats` counts its seats in force, None
    in a model without seats.
    """

    role: Thing
    aliases: tuple[str, ...] = ()
    external: bool = False
    purpose: str | None = None
    level: int | None = None
    grade: str | None = None
    track: str | None = None
    family: str | None = None
    above: tuple[Thing, ...] = ()
    below: tuple[Thing, ...] = ()
    works_with: tuple[Thing, ...] = ()
    promotes_to: tuple[Thing, ...] = ()
    counts_as: tuple[Thing, ...] = ()
    seats: int | None = None
    skills: dict[str, int] = field(default_factory=dict)
    experience: Years | None = None
    pay: tuple[Paid, ...] = ()
    certifications: tuple[str, ...] = ()
    responsibilities: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PayLine:
    """One kind of pay figure beside its like, an amount for each role (None where it has none of this kind).

    `why_not` says for a figure that stands alone what the nearest one of another role differs in. `change` is the
    difference of the middles of the last and the first role that have one, `ratio` the same by the first.
    """

    kind: PayKind
    amounts: tuple[Amount | None, ...]
    why_not: tuple[WhyNot, ...] = ()
    change: float | None = None
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class YearsLine:
    """The years that each role asks for; `why_not` says why the least of them are not compared, else `change` is
    the difference of the least of the last and the first role."""

    years: tuple[Years | None, ...]
    why_not: tuple[WhyNot, ...] = ()
    change: float | None = None
