"""ORG305: a share of full time that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.model.positions import Position
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import MOST_RELATED, counted, described

_ROUNDING = 0.001


class FteOutOfRange(Rule):
    """One finding for each share, or for the sum of a job share; info where part-timers only overlap.

    Posts that have ended are passed over, and so is a zero on a vacant one.
    """

    code = "ORG305"
    name = "fte-out-of-range"
    severity = Severity.WARNING
    title = "A share of full time is out of range"
    why = (
        "Shares add up to headcount and cost. A share of zero hides a person, and one above full time is a "
        "slip, as when 80 was written for 0.8, or two posts were put into one row."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz, fte: 80}  # [ORG305]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz, fte: 0.8}
"""
    fix = "Write the share as a part of 1, as in `fte: 0.8`, or raise `seats` where one entry is several posts."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Shares of seats and of holders that are not past on the day."""
        limit, day = context.policy.fte, context.day
        seats, shares = context.organization.positions, set(context.of_seats("fte"))
        are_right = all(share is None or 0 < share <= limit for share in shares)
        for name in _shared_too_much(context) if are_right else seats:
            seat = seats[name]
            if seat.fte is not None and not seat.holders and 0 < seat.fte <= limit:
                continue
            if (seat.fte is None and not seat.holders) or seat.status_on(day) == "ended":
                continue
            wrong = list(_of_holders(context, name, seat))
            yield from wrong or _of_sum(context, name, seat)
            yield from _of_seat(context, name, seat)


def _shared_too_much(context: RuleContext) -> Iterator[str]:
    """The seats whose holders have, whatever their dates, a share that cannot be or more than one whole together."""
    for name, holders in context.rare_fields["holders"].items():
        shares = [holder.fte for holder in holders if holder.fte is not None]
        if shares and (min(shares) <= 0 or sum(shares) > context.policy.fte):
            yield name


def _of_holders(context: RuleContext, name: str, seat: Position) -> Iterator[Found]:
    """Each holder's own share."""
    limit = context.policy.fte
    for number, holder in enumerate(seat.holders):
        if holder.fte is not None and not 0 < holder.fte <= limit + _ROUNDING:
            message = (
                f"a holder of {described(context.organization, 'positions', name)} has {_range(holder.fte, limit)}"
            )
            yield Found(message, holder_spot(context.organization, name, number, "fte"), (entity("positions", name),))


def _of_sum(context: RuleContext, name: str, seat: Position) -> Iterator[Found]:
    """What the holders of a shared seat have together."""
    whole = context.policy.fte * max(1, seat.seats)
    shares = {
        number: holder.fte
        for number, holder in enumerate(seat.holders)
        if holder.fte is not None and holder.in_force(context.day)
    }
    total = sum(shares.values())
    if len(shares) < 2 or total <= whole + _ROUNDING:
        return
    sharing = counted(len(shares), "holder")
    parts = " + ".join(f"{share:g}" for share in [*shares.values()][:5]) + (" + …" if len(shares) > 5 else "")
    shown = described(context.organization, "positions", name)
    *others, last = shares
    related = [holder_spot(context.organization, name, number, "fte") for number in others[:MOST_RELATED]]
    is_joined = name in context.organization.repeats.get("positions", {})
    is_told = is_joined or all(share < context.policy.fte for share in shares.values())
    yield Found(
        f"{shown} is shared by {sharing} with {parts} = {total:g} of full time, {whole:g} at most",
        holder_spot(context.organization, name, last, "fte"),
        (entity("positions", name),),
        tuple((spot, "another share") for spot in related),
        severity=Severity.INFO if is_told else None,
    )


def _of_seat(context: RuleContext, name: str, seat: Position) -> Iterator[Found]:
    """The share of the seat itself; where entries of one id were joined it is their sum, told already."""
    whole = context.policy.fte * max(1, seat.seats)
    is_joined = len(seat.holders) > 1 and name in context.organization.repeats.get("positions", {})
    if seat.fte is None or is_joined or 0 < seat.fte <= whole + _ROUNDING:
        return
    if seat.fte == 0 and seat.status_on(context.day) != "filled":
        return
    message = f"{described(context.organization, 'positions', name)} has {_range(seat.fte, whole)}"
    yield Found(message, Spot("positions", name, ("fte",)), (entity("positions", name),))


def _range(share: float, limit: float) -> str:
    return f"{share:g} of full time, {f'{limit:g} at most' if share > 0 else 'wanted more than 0'}"
