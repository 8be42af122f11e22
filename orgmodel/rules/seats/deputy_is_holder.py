"""ORG320: a deputy who is the same person."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.holding import Holders
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.deputies import Deputy
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import described, listed


class DeputyIsHolder(Rule):
    """One finding for each seat that is its own deputy, or whose deputy is nobody but its own holder."""

    code = "ORG320"
    name = "deputy-is-holder"
    severity = Severity.WARNING
    title = "The deputy is the holder"
    why = "When the person is away, so is the deputy: the seat looks covered, and is not."
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park, deputy: board-secretary}  # [ORG320]
  board-secretary: {reports_to: ~, holder: Ada Park}
policy: {tops: 2}
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park, deputy: board-secretary}
  board-secretary: {reports_to: ~, holder: Li Wei}
policy: {tops: 2}
"""
    fix = "Name a deputy who is somebody else."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats in force; a deputy's seat that somebody else shares is covered."""
        holders, vacant = context.resolver.holders, context.vacant_seats
        for deputy in context.deputies:
            if deputy.name == deputy.seat and deputy.kind == "position":
                shown = described(context.organization, "positions", deputy.seat)
                yield Found(f"{shown} is its own deputy", deputy.spot, (entity("positions", deputy.seat),))
                continue
            if deputy.seat in vacant or _are_others(holders, deputy):
                continue
            own = {holding.person for holding in holders.state(deputy.seat).holdings}
            theirs = _people(context, deputy)
            if own and theirs and theirs <= own and len(own) == 1:
                yield _found(context, deputy, holders.person_name(next(iter(own))))


def _are_others(holders: Holders, deputy: Deputy) -> bool:
    """Whether one person sits in the seat, and another one, who is known too, in that of its deputy."""
    if deputy.kind != "position" or len(deputy.seats) != 1:
        return False
    own, theirs = holders.sole.get(deputy.seat), holders.sole.get(deputy.seats[0])
    return own is not None and theirs is not None and own != theirs


def _people(context: RuleContext, deputy: Deputy) -> set[str]:
    """Everybody who stands in; empty where one of them is not known."""
    holders = context.resolver.holders
    if deputy.kind == "person":
        return set(holders.keys_of(deputy.name))
    states = [holders.state(seat) for seat in deputy.seats]
    if any(state.is_undisclosed for state in states):
        return set()
    return {holding.person for state in states for holding in state.holdings}


def _found(context: RuleContext, deputy: Deputy, person: str) -> Found:
    organization = context.organization
    others = [seat for seat in deputy.seats if seat != deputy.seat]
    through = f" through {listed([quoted(seat) for seat in others])}" if others and deputy.kind != "person" else ""
    return Found(
        f"the deputy of {described(organization, 'positions', deputy.seat)} is its holder {quoted(person)}{through}",
        deputy.spot,
        tuple(entity("positions", seat) for seat in dict.fromkeys((deputy.seat, *others))),
        tuple((holder_spot(organization, seat), "the same person") for seat in (deputy.seat, *others)[:5]),
        subject=deputy.seat,
    )
