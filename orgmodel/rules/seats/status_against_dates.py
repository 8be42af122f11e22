"""ORG311: a status that the dates contradict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.model.positions import Position
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class StatusAgainstDates(Rule):
    """One finding for each seat that is planned though its time has come, or ended though it has not passed.

    The word wins over the dates, so the seat stays out of every count. Seats without dates say only one thing.
    """

    code = "ORG311"
    name = "status-against-dates"
    severity = Severity.WARNING
    title = "The status of a position contradicts its dates"
    why = (
        "A written status stays what it is while the days go by. A seat still planned after its start is missing "
        "from spans, headcount and vacancies, although somebody may work there already."
    )
    bad = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, status: planned, from: 2026-09-01}  # [ORG311]
"""
    good = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, from: 2026-09-01}
"""
    fix = "Remove the status and let the dates speak, or correct the date."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats with a status and a date."""
        organization = context.organization
        for name in context.seats_with("status"):
            case = _contradiction(organization.positions[name], context.day)
            if case is not None:
                words, field = case
                yield Found(
                    f"{described(organization, 'positions', name)} {words}",
                    Spot("positions", name, ("status",)),
                    (entity("positions", name),),
                    ((Spot("positions", name, (field,)), "the date"),),
                )


def _contradiction(seat: Position, day: date) -> tuple[str, str] | None:
    """What is said of the seat, and the field that contradicts it."""
    if seat.status == "planned":
        if seat.until is not None and seat.until < day:
            return f"is planned by its status, but its time ended on {seat.until}", "until"
        if seat.from_ is not None and seat.from_ <= day:
            return f"is planned by its status, but began on {seat.from_}", "from"
    if seat.status == "ended":
        if seat.from_ is not None and seat.from_ > day:
            return f"has ended by its status, but begins on {seat.from_}", "from"
        if seat.until is not None and seat.until >= day:
            return f"has ended by its status, but its last day is {seat.until}", "until"
    return None
