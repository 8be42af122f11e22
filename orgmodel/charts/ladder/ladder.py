"""What a picture of a career ladder shows, without saying where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """The tracks within a family that stand in one column, the lowest first; names may be empty."""

    family: str
    tracks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PayBand:
    """A figure on the common scale; an open end is None, a single amount has equal ends."""

    lower: float | None
    upper: float | None
    text: str


@dataclass(frozen=True, slots=True)
class PayScale:
    """The scale of all bars: from one amount to another, and what they are amounts of."""

    lower: float
    upper: float
    unit: str
    """`USD a year`."""
    origin: str
    """`range, survey.csv, 2026`."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A role on the ladder. `facts` are lines of text: grade, years, pay that is not on the scale."""

    id: str
    title: str
    level: int
    column: int
    facts: tuple[str, ...] = ()
    pay: PayBand | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs in the order of the file; promotions are pairs of places among them, from and to."""

    name: str
    subtitle: str
    columns: tuple[Column, ...]
    rungs: tuple[Rung, ...]
    promotions: tuple[tuple[int, int], ...] = ()
    scale: PayScale | None = None
    notes: tuple[str, ...] = ()

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels that have a rung, the highest first."""
        return tuple(sorted({rung.level for rung in self.rungs}, reverse=True))

    def rises(self, promotion: tuple[int, int]) -> bool:
        """Whether a promotion leads to a higher level."""
        return self.rungs[promotion[1]].level > self.rungs[promotion[0]].level
