"""ORG716: a role on the management track, none of whose seats leads anybody."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.role_seats import seats_of_roles
from orgmodel.rules.ladder.rungs import is_management
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import counted, described, listed


class ManagerWithoutReports(Rule):
    """One finding for each role. Its track is `management`, `manager`, `people management` or `leadership`, in any
    spelling; executives may do without reports. Planned reports count, and assistants too.
    """

    code = "ORG716"
    name = "manager-without-reports"
    severity = Severity.INFO
    title = "A management role leads nobody"
    why = (
        "A manager without people is an expert with the wrong title: the role is paid and judged for work that "
        "is not there. Or the lines of its people are missing."
    )
    bad = """\
orgmodel: 1
roles:
  head: {title: Head of Product, track: management}
  lead: {title: Group Product Manager, track: management}  # [ORG716]
positions:
  head: {role: head}
  lead-core: {role: lead, reports_to: head}
  pm-checkout: {title: Product Manager, reports_to: head}
"""
    good = """\
orgmodel: 1
roles:
  head: {title: Head of Product, track: management}
  lead: {title: Group Product Manager, track: management}
positions:
  head: {role: head}
  lead-core: {role: lead, reports_to: head}
  pm-checkout: {title: Product Manager, reports_to: lead-core}
"""
    fix = "Give the seats their reports, or move the role to another track."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the track of the role."""
        organization, led = context.organization, context.direct_reports.leads_anybody
        for role in seats_of_roles(context, is_management):
            if role.leading or any(led(seat) for seat in role.seats):
                continue
            track = quoted(organization.roles[role.name].track or "")
            shown = listed([quoted(seat) for seat in role.seats])
            none = "it leads nobody" if len(role.seats) == 1 else "none of them leads anybody"
            yield Found(
                f"{described(organization, 'roles', role.name)} is on track {track} and has "
                f"{counted(len(role.seats), 'position')} ({shown}), but {none}",
                Spot("roles", role.name, ("track",)),
                role.entities(),
                subject=role.name,
            )
