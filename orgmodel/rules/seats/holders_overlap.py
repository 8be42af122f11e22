"""ORG309: dates that put several people into one seat, before or after the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.model.positions import Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.seats.periods import Period, periods, seat_exists
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class HoldersOverlap(Rule):
    """One finding for each seat; info for what is past, and for a hand-over of `policy.handover_days` at most.

    Several holders on the day itself are `holders-without-shares`.
    """

    code = "ORG309"
    name = "holders-overlap"
    severity = Severity.WARNING
    title = "Holders of one seat overlap in time"
    why = (
        "A hand-over takes weeks. Two people in one seat for longer are paid from one budget and led as one, or "
        "one of the dates is a slip and the seat is empty at another time."
    )
    bad = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead:
    reports_to: chief
    holders:
      - {person: Sam Ortiz, until: 2027-06-30}
      - {person: Li Wei, from: 2027-01-01}  # [ORG309]
"""
    good = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead:
    reports_to: chief
    holders:
      - {person: Sam Ortiz, until: 2027-01-31}
      - {person: Li Wei, from: 2027-02-01}
"""
    fix = "Correct one of the dates, give both an `fte` for that time, or mark one of them as `kind: interim`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """The first time to come at which more permanent holders than seats are there; else the last one past."""
        organization, day = context.organization, context.day
        repeated = organization.repeats.get("positions", {})
        for name, holders in context.rare_fields["holders"].items():
            if sum([held.kind == "permanent" for held in holders]) < 2 or name in repeated:
                continue
            seat = organization.positions[name]
            if seat.status_on(day) == "ended":
                continue
            times = _joined(_crowded(seat))
            if not times or any(_holds(time, day) for time in times):
                continue
            time = next((time for time in times if time.first is not None and time.first > day), times[-1])
            yield _found(context, name, time)


def _crowded(seat: Position) -> Iterator[Period]:
    permanent = [(number, held) for number, held in enumerate(seat.holders) if held.kind == "permanent"]
    if len(permanent) <= max(1, seat.seats):
        return
    for period in periods(permanent):
        has_shares = all(held.fte is not None for _, held in period.holders)
        if len(period.holders) > max(1, seat.seats) and not has_shares and seat_exists(seat, period):
            yield period


def _joined(crowded: Iterable[Period]) -> list[Period]:
    """Times that follow each other without a break, as one."""
    times: list[Period] = []
    for period in crowded:
        last = times[-1].last if times else None
        if last is not None and period.first == last + timedelta(days=1):
            holders = dict(times[-1].holders) | dict(period.holders)
            times[-1] = Period(times[-1].first, period.last, tuple(sorted(holders.items(), key=lambda item: item[0])))
        else:
            times.append(period)
    return times


def _holds(period: Period, day: date) -> bool:
    return (period.first is None or period.first <= day) and (period.last is None or day <= period.last)


def _found(context: RuleContext, name: str, time: Period) -> Found:
    organization = context.organization
    is_past = time.last is not None and time.last < context.day
    is_handover = time.days is not None and time.days <= context.policy.handover_days
    when = f"from {time.first}" if time.first is not None else "from the beginning"
    when += f" to {time.last}" if time.last is not None else " on"
    people = [held.person for _, held in time.holders]
    shown = listed([quoted(person) if person is not None else "undisclosed" for person in people])
    spots = [holder_spot(organization, name, number) for number, _ in time.holders]
    return Found(
        f"{described(organization, 'positions', name)} {'had' if is_past else 'has'} "
        f"{counted(len(people), 'holder')} {when}, and not every one has a share: {shown}",
        spots[-1],
        (entity("positions", name), *(entity("people", person) for person in people if person is not None)),
        tuple((spot, "overlaps with it") for spot in spots[:-1][:MOST_RELATED]),
        severity=Severity.INFO if is_past or is_handover else None,
        subject=name,
    )
