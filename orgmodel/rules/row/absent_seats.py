"""Why a party has no seat: it has none at all, none in that place, or none yet or any more."""

from __future__ import annotations

from orgmodel.model.positions import Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.answers import Stake

_MOST = 2


def absence(context: RuleContext, stake: Stake) -> str:
    """The end of a sentence that begins with the party."""
    if stake.kind == "unit":
        return "has no head in force"
    if stake.kind == "position":
        return f"is not in force on {context.day.isoformat()}"
    if not stake.anywhere:
        return "has no seat that is meant there"
    return f"has no seat in force{_other_days(context, stake.name)}"


def _other_days(context: RuleContext, role: str) -> str:
    """The seats of a role that exist on other days."""
    positions = context.organization.positions
    seats = context.answers.seats_of_other_days.get(role, [])
    if not seats:
        return ""
    shown = ", ".join(f"{quoted(name)} {_when(context, positions[name])}" for name in seats[:_MOST])
    return f" ({shown}{f' and {len(seats) - _MOST:,} more' if len(seats) > _MOST else ''})"


def _when(context: RuleContext, seat: Position) -> str:
    status = seat.status_on(context.day)
    if status == "planned":
        return f"begins {seat.from_.isoformat()}" if seat.from_ is not None else "is planned"
    return f"ended {seat.until.isoformat()}" if seat.until is not None else "has ended"
