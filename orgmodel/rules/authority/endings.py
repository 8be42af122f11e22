"""When those who answer for a row cease to: the end of a letter, of a seat, or of a holder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from orgmodel.graph.letters import Cell
from orgmodel.graph.resolution import Resolved
from orgmodel.model.activities import Activity
from orgmodel.model.organization import Organization, Spot
from orgmodel.model.positions import Position
from orgmodel.rules.seats.holding_spots import holder_spot

Span = tuple[date | None, date | None]
"""First and last day; either may be open."""

_NEXT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ending:
    """The last day, what ends (`letter`, `position` or `holder`), of which seat and person, and where it says so."""

    day: date
    what: str
    seat: str
    person: str
    spot: Spot


def covered_until(spans: Iterable[Span], day: date) -> date | None:
    """The last day, from a day on, that spans cover without a gap; None if they never end."""
    end = day
    for begin, last in sorted(spans, key=lambda span: span[0] or date.min):
        if begin is not None and begin > end + _NEXT:
            break
        if last is None or last == date.max:
            return None
        end = max(end, last)
    return end


def letter_ending(organization: Organization, activity: Activity, cell: Cell, day: date) -> Ending | None:
    """When the letter of a cell ends; None if it never does."""
    found = [(_span(organization, activity, spot), spot) for spot in cell.spots]
    end = covered_until((span for span, _spot in found), day)
    if end is None:
        return None
    spot = next(spot for span, spot in found if span[1] == end)
    path = ("until",) if spot.kind == "assignments" else (*spot.path, "until")
    return Ending(end, "letter", "", "", Spot(spot.kind, spot.id, path))


def _span(organization: Organization, activity: Activity, spot: Spot) -> Span:
    if spot.kind == "assignments":
        assignment = organization.assignments[int(spot.id)]
        return assignment.from_, assignment.until
    _assign, letter, number = spot.path
    assignee = activity.assign[str(letter)][int(number)]
    return assignee.from_, assignee.until


def party_ending(organization: Organization, resolved: Resolved, day: date) -> Ending | None:
    """When the last of a party's seats ends or loses its holder; None if one never does, or if there is none.

    A seat of the same role that begins in time goes on where another one ends. Vacant seats are no end:
    nobody answers there today.
    """
    endings = []
    for name in resolved.seats:
        ending = None if name in resolved.vacant else _seat_ending(organization, name, day)
        if ending is None:
            return None
        endings.append(ending)
    last = max(endings, key=lambda ending: ending.day, default=None)
    if last is None or (resolved.kind == "role" and _has_successor(organization, resolved, last.day)):
        return None
    return last


def _seat_ending(organization: Organization, name: str, day: date) -> Ending | None:
    seat = organization.positions[name]
    holders = seat.held_by() if seat.status in {None, "filled"} else ()
    end = covered_until(((holder.from_, holder.until) for holder in holders), day) if holders else None
    if end is not None and (seat.until is None or end < seat.until):
        number = next((i for i, holder in enumerate(holders) if holder.until == end), None)
        if number is None:
            return None
        person = holders[number].person
        shown = "" if person is None else organization.title("people", person)
        return Ending(end, "holder", name, shown, holder_spot(organization, name, number, "until"))
    if seat.until is not None and seat.until != date.max:
        return Ending(seat.until, "position", name, "", Spot("positions", name, ("until",)))
    return None


def _has_successor(organization: Organization, resolved: Resolved, end: date) -> bool:
    own = set(resolved.seats)
    units = {organization.positions[seat].unit for seat in own}
    return any(
        seat.role == resolved.name and seat.unit in units and name not in own and _begins_in_time(seat, end)
        for name, seat in organization.positions.items()
    )


def _begins_in_time(seat: Position, end: date) -> bool:
    return seat.from_ is not None and seat.from_ <= end + _NEXT and (seat.until is None or seat.until > end)
