"""ORG321: somebody who stands in for a long time already."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import counted, described


class InterimTooLong(Rule):
    """One finding for each interim holder who has been there for more than `policy.interim_days`."""

    code = "ORG321"
    name = "interim-too-long"
    severity = Severity.INFO
    title = "An interim holder stays on"
    why = (
        "Somebody who stands in decides less and is paid for another job. After a year it is either the job, and "
        "should be theirs, or a vacancy that nobody works on."
    )
    bad = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead:
    reports_to: chief
    holders:
      - {person: Sam Ortiz, kind: interim, from: 2025-03-01}  # [ORG321]
"""
    good = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead:
    reports_to: chief
    holders:
      - {person: Sam Ortiz, kind: interim, from: 2026-03-01}
"""
    fix = "Make the holder permanent, or name a successor with a date."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Interim holders in force on the day whose beginning is known."""
        organization, day = context.organization, context.day
        most = context.policy.interim_days
        for name, holders in context.rare_fields["holders"].items():
            for number, held in enumerate(holders):
                if held.kind != "interim" or held.from_ is None or not held.in_force(day):
                    continue
                days = (day - held.from_).days
                if days > most and organization.positions[name].in_force(day):
                    who = quoted(held.person) if held.person is not None else "an undisclosed person"
                    people = (entity("people", held.person),) if held.person is not None else ()
                    yield Found(
                        f"{who} has stood in for {described(organization, 'positions', name)} since {held.from_}: "
                        f"{counted(days, 'day')}, {most:,} at most",
                        holder_spot(organization, name, number),
                        (entity("positions", name), *people),
                    )
