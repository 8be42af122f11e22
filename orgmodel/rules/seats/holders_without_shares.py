"""ORG304: several people in one seat, and nothing says how they share it."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class HoldersWithoutShares(Rule):
    """One finding for each seat. Shares, a count of `seats`, or an interim beside a permanent holder explain it.

    Entries of one id that were joined are left to `duplicate-id`.
    """

    code = "ORG304"
    name = "holders-without-shares"
    severity = Severity.WARNING
    title = "Several people in one seat without shares"
    why = (
        "A seat is one job. Two people in it are a job share, a hand-over or a mistake, and only their shares or "
        "dates tell which; headcount and cost are wrong until then."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holders: [Sam Ortiz, Li Wei]}  # [ORG304]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead:
    reports_to: chief
    holders: [{person: Sam Ortiz, fte: 0.5}, {person: Li Wei, fte: 0.5}]
"""
    fix = "Give each holder an `fte` or dates, mark one as `kind: interim`, or write the number of `seats`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Permanent holders in force on the day, against the seats that the entry stands for."""
        organization, day = context.organization, context.day
        repeated = organization.repeats.get("positions", {})
        for name, holders in context.rare_fields["holders"].items():
            permanent = [
                (number, holder)
                for number, holder in enumerate(holders)
                if holder.kind == "permanent" and holder.in_force(day)
            ]
            if len(permanent) < 2 or name in repeated:
                continue
            seat = organization.positions[name]
            if not seat.in_force(day):
                continue
            if len(permanent) <= max(1, seat.seats) or all(holder.fte is not None for _, holder in permanent):
                continue
            named = [quoted(holder.person) if holder.person is not None else "undisclosed" for _, holder in permanent]
            shares = "no shares" if all(holder.fte is None for _, holder in permanent) else "shares of some only"
            spots = [holder_spot(organization, name, number) for number, _ in permanent[:MOST_RELATED]]
            people = tuple(entity("people", holder.person) for _, holder in permanent if holder.person is not None)
            yield Found(
                f"{described(organization, 'positions', name)} has {counted(len(permanent), 'holder')} on {day} "
                f"and {shares}: {listed(named)}",
                spots[1],
                (entity("positions", name), *people),
                tuple((spot, "another holder") for spot in (spots[0], *spots[2:])),
                subject=name,
            )
