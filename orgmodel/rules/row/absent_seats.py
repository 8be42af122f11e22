"""Why a party has no seat: it has none at all, none in that place, or none yet or any more."""

from __future__ import annotations

from orgmodel.model.positions import Position
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.answers import Stake
from orgmodel.rules.wording import listed

_MOST = 2
_MOST_UNITS = 3


def absence(context: RuleContext, stake: Stake) -> str:
    """The end of a sentence that begins with the party."""
    if stake.kind == "unit":
        return "has no head in force"
    if stake.kind == "position":
        return f"is not in force on {context.day.isoformat()}"
    if not stake.anywhere:
        return f"has no seat that is meant there: {_elsewhere(context, stake)}"
    apart = kept_apart(context, stake.name) if stake.kind == "role" else ""
    return f"has no seat in force{apart or _other_days(context, stake.name)}"


def follows(context: RuleContext, stake: Stake) -> bool:
    """Whether a misspelt role or unit of a seat is the cause, which is a finding of its own."""
    misspelt, positions = context.misspelt, context.organization.positions
    if stake.kind != "role":
        return False
    meant = misspelt.seats.get(stake.name, [])
    if stake.anywhere:
        return bool(meant)
    lost = [seat for seat in _seats(context, stake) if positions[seat].unit in misspelt.units]
    units = {misspelt.unit_of(positions[seat]) for seat in (*meant, *lost)}
    return bool(units) and all(unit in units for unit in _units(context, stake))


def absence_fix(context: RuleContext, stake: Stake) -> str:
    """What to do about seats of the role that are elsewhere; nothing where there are none."""
    if stake.anywhere or stake.kind != "role":
        return ""
    seats = _seats(context, stake)
    units = _units(context, stake)
    shown = ", ".join(printable(unit) for unit in units[:_MOST_UNITS])
    which = "the seat" if len(seats) == 1 else "one of its seats"
    more = ", …" if len(units) > _MOST_UNITS else ""
    return (
        f"Name {which}, `position:{printable(seats[0])}`, let it take part there with `also_in: [{shown}{more}]`, "
        "or give the row to a role that has a seat there."
    )


def _seats(context: RuleContext, stake: Stake) -> tuple[str, ...]:
    """The seats that the role means in its rows, wherever they are."""
    return context.resolver.meant_in(stake.rows[0].name).of_role(stake.name)


def kept_apart(context: RuleContext, role: str) -> str:
    """Whose seats count as seats of a role elsewhere, but not in rows that name their own role; else nothing."""
    resolver = context.resolver
    apart = [quoted(one) for one in resolver.counted.meant(role)[1:] if resolver.seating.of_role(one)]
    if not apart:
        return ""
    named = "is named there itself" if len(apart) == 1 else "are named there themselves"
    return f" but those of {listed(apart)}, which {named}"


def _units(context: RuleContext, stake: Stake) -> list[str]:
    """The units from which the role was looked for."""
    positions = context.organization.positions
    found = (place.unit or positions[place.seat or ""].unit for place in stake.places.values())
    return list(dict.fromkeys(unit for unit in found if unit is not None))


def _elsewhere(context: RuleContext, stake: Stake) -> str:
    """Where the seats of the role are instead."""
    positions = context.organization.positions
    seats = _seats(context, stake)
    units = _units(context, stake)
    there = f"{quoted(units[0])} nor above it" if len(units) == 1 else "one of these nor above one"
    if len(seats) == 1:
        unit = quoted(positions[seats[0]].unit or "")
        return f"its only seat {quoted(seats[0])} is in unit {unit}, which is neither {there}"
    shown = [f"{quoted(seat)} in {quoted(positions[seat].unit or '')}" for seat in seats[:_MOST]]
    more = f" and {len(seats) - _MOST:,} more" if len(seats) > _MOST else ""
    where = f"{quoted(units[0])} or above it" if len(units) == 1 else "one of these or above it"
    return f"none of its {len(seats):,} seats ({', '.join(shown)}{more}) is in {where}"


def _other_days(context: RuleContext, role: str) -> str:
    """The seats of a role that exist on other days."""
    positions = context.organization.positions
    seats = list(context.answers.of_other_days(role))
    if not seats:
        return ""
    shown = ", ".join(f"{quoted(name)} {_when(context, positions[name])}" for name in seats[:_MOST])
    return f" ({shown}{f' and {len(seats) - _MOST:,} more' if len(seats) > _MOST else ''})"


def _when(context: RuleContext, seat: Position) -> str:
    status = seat.status_on(context.day)
    if status == "planned":
        return f"begins {seat.from_.isoformat()}" if seat.from_ is not None else "is planned"
    return f"ended {seat.until.isoformat()}" if seat.until is not None else "has ended"
