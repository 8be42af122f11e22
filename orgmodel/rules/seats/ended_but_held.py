"""ORG307: a post that has ended, with somebody still in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import compress

from orgmodel.findings import Severity
from orgmodel.graph.lines import ENDED
from orgmodel.model.organization import entity
from orgmodel.model.positions import Holder, Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import described


class EndedButHeld(Rule):
    """One finding for each holder. A holder without dates ends with the post's `until`, and that is lawful;
    so is the old post of somebody who has a seat in force. Table rows keep leavers, and are passed over.
    """

    code = "ORG307"
    name = "ended-but-held"
    severity = Severity.WARNING
    title = "A post has ended, but somebody still sits in it"
    why = (
        "Either the post lives on, or the person has nowhere to sit: they count in no headcount, and what they "
        "answered for has no owner."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz, status: ended}  # [ORG307]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, status: ended}
  adviser: {reports_to: chief, holder: Sam Ortiz}
"""
    fix = "Give the holder an `until` and the person another position, or correct the end of the post."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Holders who outlast the post: by their own dates, or because the post has no date of its end."""
        organization, day = context.organization, context.day
        seated: set[str] | None = None
        for name in _ended(context):
            if name in organization.row_people:
                continue
            seat = organization.positions[name]
            for number, holder in enumerate(seat.held_by()):
                if holder.person is None or not _outlasts(holder, seat, day):
                    continue
                seated = _seated(context) if seated is None else seated
                if holder.person not in seated:
                    yield Found(
                        f"{described(organization, 'positions', name)} has ended{_when(seat)}, "
                        f"but {quoted(holder.person)} still holds it{_until(holder)}",
                        holder_spot(organization, name, number),
                        (entity("positions", name), entity("people", holder.person)),
                    )


def _ended(context: RuleContext) -> list[str]:
    """The seats that have ended by the day, in the order of the files."""
    lines = context.lines
    return list(compress(lines.ids, map(ENDED.__eq__, lines.statuses))) if ENDED in lines.statuses else []


def _outlasts(holder: Holder, seat: Position, day: date) -> bool:
    if seat.until is None:
        return holder.in_force(day)
    if holder.from_ is not None and holder.from_ > seat.until:
        return True
    return holder.until is not None and holder.until > seat.until


def _seated(context: RuleContext) -> set[str]:
    """Everybody with a seat in force on the day."""
    seats = context.organization.positions.values()
    held = (holder for seat in seats if seat.in_force(context.day) for holder in seat.holders_on(context.day))
    return {holder.person for holder in held if holder.person is not None}


def _when(seat: Position) -> str:
    return f" on {seat.until}" if seat.until is not None else ""


def _until(holder: Holder) -> str:
    return f" until {holder.until}" if holder.until is not None else ""
