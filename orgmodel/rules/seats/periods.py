"""The times over which the holders of a seat sit there: where they overlap, and where nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from orgmodel.model.positions import Holder, Position

_DAY = timedelta(days=1)

Numbered = tuple[int, Holder]
"""A holder with the number under which the seat lists it."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included, on which the same holders are in a seat.

    None is an open end: no first day is known, or no last one.
    """

    first: date | None
    last: date | None
    holders: tuple[Numbered, ...]

    @property
    def days(self) -> int | None:
        """How many days; None without end."""
        return (self.last - self.first).days + 1 if self.first is not None and self.last is not None else None


def periods(holders: Iterable[Numbered]) -> Iterator[Period]:
    """The times between two changes, in order, from the first beginning to the last end; also those without anybody."""
    kept = [(number, held) for number, held in holders if not _is_reversed(held)]
    begins = {held.from_ for _, held in kept if held.from_ is not None and held.from_ > date.min}
    changes = begins | {held.until + _DAY for _, held in kept if held.until is not None and held.until < date.max}
    ordered = sorted(changes)
    for first, following in zip([None, *ordered], [*ordered, None], strict=True):
        probe = first if first is not None else (following - _DAY if following is not None else date.max)
        yield Period(
            first,
            following - _DAY if following is not None else None,
            tuple((number, held) for number, held in kept if held.in_force(probe)),
        )


def seat_exists(seat: Position, period: Period) -> bool:
    """Whether the seat itself exists on the first day of a period."""
    return period.first is None or seat.until is None or seat.until >= period.first


def _is_reversed(held: Holder) -> bool:
    return held.from_ is not None and held.until is not None and held.until < held.from_
