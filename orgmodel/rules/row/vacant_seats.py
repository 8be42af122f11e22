"""How findings say that nobody sits in the seats of a party, and who stands in."""

from __future__ import annotations

from orgmodel.graph.resolution import Resolved, StandIn
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.answers import Stake
from orgmodel.rules.wording import listed


def emptiness(stake: Stake) -> str:
    """The end of a sentence about a party with vacant seats alone."""
    seats = [quoted(seat) for seat in stake.resolved.seats]
    if len(seats) > 1:
        return f"nobody sits in any of its {len(seats):,} seats {listed(seats)}"
    is_named = stake.kind == "position" or all(
        place.seat == stake.resolved.seats[0] for _row, places in stake.held for place in places
    )
    return "nobody sits in it" if is_named else f"nobody sits in {seats[0]}"


def stand_ins(context: RuleContext, resolved: Resolved) -> str:
    """The deputies of vacant seats, and the people that means."""
    shown = [_stand_in(context, deputy) for deputy in resolved.standing_in[:3]]
    return f"; {'; '.join(shown)}" if shown else ""


def _stand_in(context: RuleContext, deputy: StandIn) -> str:
    people = [printable(context.resolver.holders.person_name(key), 60) for key in deputy.people]
    if not people:
        return f"its deputy {quoted(deputy.deputy)} is nobody either"
    who = listed(people)
    return f"{who} stands in" if who == printable(deputy.deputy, 60) else f"{quoted(deputy.deputy)} ({who}) stands in"


def is_stood_in_for(resolved: Resolved) -> bool:
    """Whether somebody stands in for each of these seats."""
    return {deputy.seat for deputy in resolved.standing_in if deputy.people}.issuperset(resolved.seats)
