"""ORG310: a time to come in which nobody leads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from orgmodel.findings import Severity
from orgmodel.graph.lines import FILLED, VACANT
from orgmodel.model.organization import entity
from orgmodel.model.positions import Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.seats.periods import Period, periods, seat_exists
from orgmodel.rules.wording import counted, described, listed


class CoverGap(Rule):
    """One finding for each seat that leads: its first gap to come.

    Info while it is further off than `policy.notice_days`, no longer than `policy.handover_days`, or covered
    by a deputy.
    """

    code = "ORG310"
    name = "cover-gap"
    severity = Severity.WARNING
    title = "A leader leaves before the next one is there"
    why = (
        "The dates say already that these people will have nobody to report to. Now there is time to hire, to "
        "name somebody who stands in, or to move the dates."
    )
    bad = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead:
    reports_to: chief
    holders:
      - person: Sam Ortiz
        until: 2026-12-31  # [ORG310]
      - {person: Li Wei, from: 2027-04-01}
  analyst: {reports_to: lead, holder: Ana Reis}
"""
    good = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead:
    reports_to: chief
    holders:
      - person: Sam Ortiz
        until: 2026-12-31
      - {person: Li Wei, from: 2027-01-01}
  analyst: {reports_to: lead, holder: Ana Reis}
"""
    fix = "Name the successor or an interim holder for this time, or move the dates together."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats that are filled on the day; a vacancy today is another rule's."""
        lines, positions = context.lines, context.organization.positions
        headed: dict[str, list[str]] | None = None
        for name in context.seats_with("holders"):
            place = lines.index.get(name)
            if place is None or lines.statuses[place] != FILLED:
                continue
            gap = _gap(positions[name], context.day)
            if gap is None or gap.first is None:
                continue
            headed = _headed(context) if headed is None else headed
            children = lines.hierarchy.children(place)
            reports = [lines.ids[child] for child in children if lines.statuses[child] in {FILLED, VACANT}]
            reports = [report for report in reports if _lasts(positions[report].until, gap.first)]
            if reports or name in headed:
                yield _found(context, name, gap, gap.first, reports, headed.get(name, []))


def _gap(seat: Position, day: date) -> Period | None:
    """The first time after the day without a holder, while the seat itself still exists."""
    if any(held.until is None and (held.from_ is None or held.from_ <= day) for held in seat.holders):
        return None
    for period in periods(enumerate(seat.holders)):
        if period.first is not None and period.first > day and not period.holders and seat_exists(seat, period):
            return period
    return None


def _lasts(until: date | None, first: date) -> bool:
    return until is None or until >= first


def _headed(context: RuleContext) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, unit in context.organization.units.items():
        if unit.in_force(context.day) and len(unit.headed_by()) == 1:
            found.setdefault(unit.headed_by()[0], []).append(name)
    return found


def _found(context: RuleContext, name: str, gap: Period, first: date, reports: list[str], units: list[str]) -> Found:
    organization, policy = context.organization, context.policy
    seat = organization.positions[name]
    leaver = next(number for number, held in enumerate(seat.holders) if held.until == first - timedelta(days=1))
    until = f"from {first} to {gap.last}" if gap.last is not None else f"after {first - timedelta(days=1)}"
    leads = [f"leads {counted(len(reports), 'position')}"] if reports else []
    leads += [f"heads unit {listed([quoted(unit) for unit in units])}"] if units else []
    is_far = (first - context.day).days > policy.notice_days
    is_short = gap.days is not None and gap.days <= policy.handover_days
    covered = f"; {quoted(seat.deputy)} is its deputy" if seat.deputy is not None else ""
    return Found(
        f"{described(organization, 'positions', name)} has no holder {until}; it {' and '.join(leads)}{covered}",
        holder_spot(organization, name, leaver, "until"),
        tuple(entity("positions", each) for each in (name, *reports)) + tuple(entity("units", unit) for unit in units),
        severity=Severity.INFO if is_far or is_short or covered else None,
        subject=name,
    )
