"""ORG301: a seat in which nobody sits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.model.positions import Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import described


class VacantPosition(Rule):
    """One finding for each vacant position in force on the day."""

    code = "ORG301"
    name = "vacant-position"
    severity = Severity.INFO
    title = "A position is vacant"
    why = (
        "Vacancies are ordinary; forgotten ones are not. The list shows what is to be hired, and which work is "
        "done beside other work until then."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief}  # [ORG301]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz}
"""
    fix = "Name the holder once there is one, give the position a later `from`, or an `until`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the holder, or at the seat where none is written."""
        for name in context.vacant_seats:
            yield later(_found, context, name)


def _found(context: RuleContext, name: str) -> Found:
    seat = context.organization.positions[name]
    unit = f" in unit {quoted(seat.unit)}" if seat.unit is not None else ""
    are = f"stands for {seat.seats:,} seats, all vacant" if seat.seats > 1 else "is vacant"
    message = f"{described(context.organization, 'positions', name)}{unit} {are}{_since(seat, context.day)}"
    return Found(message, Spot("positions", name, ("holder",), key=True), (entity("positions", name),))


def _since(seat: Position, day: date) -> str:
    """Since when, if dates say so: after the last holder's end, else the seat's own beginning."""
    ends = [holder.until for holder in seat.holders if holder.until is not None and holder.until < day]
    if ends:
        return f" since {max(ends) + timedelta(days=1)}"
    if seat.from_ is not None and not seat.holders:
        return f" since it began on {seat.from_}"
    return ""
