"""When those who answer for a row cease to: the end of a letter, of a seat, or of a holder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from operator import attrgetter

from orgmodel.graph.letters import Cell
from orgmodel.graph.resolution import Resolved
from orgmodel.model.activities import Activity
from orgmodel.model.letter_codes import letter_code
from orgmodel.model.lines import Assignee
from orgmodel.model.organization import Organization, Spot
from orgmodel.model.positions import Position
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, Party
from orgmodel.rules.seats.holding_spots import holder_spot

Span = tuple[date | None, date | None]
"""First and last day; either may be open."""


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
        if begin is not None and (begin - end).days > 1:
            break
        if last is None or last == date.max:
            return None
        end = max(end, last)
    return end


def _letter_ending(organization: Organization, row: JudgedRow, cell: Cell, day: date) -> Ending | None:
    spans = []
    for spot in cell.spots:
        span = _span(organization, row.activity, spot)
        if span[1] is None:
            return None  # the letters of a row are in force, so there is no gap before the one that never ends
        spans.append((span, spot))
    end = covered_until((span for span, _spot in spans), day)
    if end is None or is_followed(row, end):
        return None
    spot = next(spot for span, spot in spans if span[1] == end)
    path = ("until",) if spot.kind == "assignments" else (*spot.path, "until")
    return Ending(end, "letter", "", "", Spot(spot.kind, spot.id, path))


def is_followed(row: JudgedRow, end: date) -> bool:
    """Whether another owner letter of the row takes over when one ends."""
    codes = set(row.codes("owner"))
    return any(
        _begins_in_time(assignee, end)
        for written, assignees in row.activity.assign.items()
        if letter_code(row.letters, written) in codes
        for assignee in assignees
    )


def _span(organization: Organization, activity: Activity, spot: Spot) -> Span:
    if spot.kind == "assignments":
        assignment = organization.assignments[int(spot.id)]
        return assignment.from_, assignment.until
    _assign, letter, number = spot.path
    assignee = activity.assign[str(letter)][int(number)]
    return assignee.from_, assignee.until


class Endings:
    """When parties cease to answer; each set of seats is looked at once."""

    def __init__(self, context: RuleContext) -> None:
        self.organization = context.organization
        self.day = context.day
        self._later = context.answers
        self._context = context
        self._known: dict[int, tuple[Ending | None, Resolved]] = {}

    def of(self, resolved: Resolved) -> Ending | None:
        """When the last of a party's seats ends or loses its holder; None if one never does, or if there is none.

        A seat of the same role that begins in time goes on where another one ends. In vacant seats nobody
        answers today, and so nobody goes on.
        """
        key = id(resolved)  # good only while the object lives, which is kept for that
        if key not in self._known:
            self._known[key] = (self._find(resolved), resolved)
        return self._known[key][0]

    @cached_property
    def letters_end(self) -> bool:
        """Whether any letter of the matrix has a last day."""
        held = chain(self._context.assignees, self.organization.assignments)
        return any(map(attrgetter("until"), held))

    def of_letter(self, row: JudgedRow) -> Ending | None:
        """When the letter of a row's first owner ends with nobody to follow; None if it never does."""
        return _letter_ending(self.organization, row, row.owners[0], self.day)

    def may_end(self, party: Party) -> bool:
        """Whether a party is more than one seat, or a seat that has an end or holders with dates of their own."""
        kind, name = party
        return kind != "position" or name in self._ending

    @cached_property
    def _ending(self) -> frozenset[str]:
        return frozenset((*self._context.seats_with("until"), *self._context.seats_with("holders")))

    def _find(self, resolved: Resolved) -> Ending | None:
        last: Ending | None = None
        for name in resolved.seats:
            if name in resolved.vacant:
                continue
            ending = self._of_seat(name, resolved)
            if ending is None:
                return None
            last = ending if last is None or ending.day > last.day else last
        return None if last is None or self._has_successor(resolved, last.day) else last

    def _of_seat(self, name: str, resolved: Resolved) -> Ending | None:
        seat = self.organization.positions[name]
        if seat.until is None and not seat.holders:
            return None
        holders = list(enumerate(seat.held_by()))
        if resolved.kind == "person":
            holders = [(number, holder) for number, holder in holders if holder.person == resolved.name]
        spans = [(holder.from_, holder.until) for _number, holder in holders]
        end = covered_until(spans, self.day) if spans else None
        # Nobody ends then where all holders left before today, or come later: who sits there today is not known.
        last = [(number, holder.person or "") for number, holder in holders if holder.until == end]
        if end is not None and last and (seat.until is None or end < seat.until):
            number, person = last[0]
            return Ending(end, "holder", name, person, holder_spot(self.organization, name, number, "until"))
        if seat.until is not None and seat.until != date.max:
            return Ending(seat.until, "position", name, "", Spot("positions", name, ("until",)))
        return None

    def _has_successor(self, resolved: Resolved, end: date) -> bool:
        if resolved.kind != "role":
            return False
        positions = self.organization.positions
        units = {positions[seat].unit for seat in resolved.seats}
        others = (positions[name] for name in self._later.of_other_days(resolved.name))
        return any(seat.unit in units and _begins_in_time(seat, end) for seat in others)


def _begins_in_time(item: Position | Assignee, end: date) -> bool:
    return item.from_ is not None and (item.from_ - end).days <= 1 and (item.until is None or item.until > end)
