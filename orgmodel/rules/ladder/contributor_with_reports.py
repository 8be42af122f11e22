"""ORG715: a role on the track of those who lead nobody, with people who report to it."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Organization, Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.role_seats import RoleSeats, seats_of_roles
from orgmodel.rules.ladder.rungs import is_contributor
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class ContributorWithReports(Rule):
    """One finding for each role. Its track is `ic`, `individual contributor`, `contributor`, `specialist`, `expert`
    or `professional`, in any spelling. Assistants do not count as reports.
    """

    code = "ORG715"
    name = "contributor-with-reports"
    severity = Severity.INFO
    title = "An individual contributor leads people"
    why = (
        "The track says that this role leads nobody, so nobody chose, trained or pays its holders for it. The "
        "people who report there have a manager in name only."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, track: ic}  # [ORG715]
  analyst: {title: Analyst, track: ic}
positions:
  pm-checkout: {role: pm}
  analyst-checkout: {role: analyst, reports_to: pm-checkout}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Group Product Manager, track: management}
  analyst: {title: Analyst, track: ic}
positions:
  pm-checkout: {role: pm}
  analyst-checkout: {role: analyst, reports_to: pm-checkout}
"""
    fix = "Move the reports to a manager, or give the seat a role on the management track."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the track of the role."""
        for role in seats_of_roles(context, is_contributor):
            if role.leading:
                yield later(_found, context.organization, role)


def _found(organization: Organization, role: RoleSeats) -> Found:
    track = quoted(organization.roles[role.name].track or "")
    shown = listed([f"{quoted(seat)} ({number:,})" for seat, number in role.leading.items()])
    lead = "leads" if len(role.leading) == 1 else "lead"
    which = f"{len(role.leading):,} of its {counted(len(role.seats), 'position')}"
    return Found(
        f"{described(organization, 'roles', role.name)} is on track {track}, but "
        f"{which if len(role.seats) > 1 else 'its position'} {lead} people: {shown}",
        Spot("roles", role.name, ("track",)),
        role.entities(),
        tuple((Spot("positions", seat), "has direct reports") for seat in [*role.leading][:MOST_RELATED]),
        subject=role.name,
    )
