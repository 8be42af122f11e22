"""ORG218: people whose manager's post no longer exists."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.lines import ENDED
from orgmodel.model.organization import Organization, Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.live_reports import led_by_nobody
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class ReportsToEnded(Rule):
    """One finding for each ended post with reports in force."""

    code = "ORG218"
    name = "reports-to-ended"
    severity = Severity.WARNING
    title = "People report to a post that has ended"
    why = (
        "The post was closed, but its reports were not given a new manager. On paper these people report to "
        "nobody, and in practice to whoever asks first."
    )
    bad = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, until: 2026-06-30}  # [ORG218]
  analyst: {reports_to: lead, holder: Li Wei}
"""
    good = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, until: 2026-06-30}
  analyst: {reports_to: chief, holder: Li Wei}
"""
    fix = "Give the reports another manager, or correct the end of the post."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the end of the post: its `until`, its `status`, or the table cell that says so."""
        for case in led_by_nobody(context, ENDED):
            seat = context.organization.positions[case.manager]
            when = f" on {seat.until}" if seat.until is not None and seat.until < context.day else ""
            name = described(context.organization, "positions", case.manager)
            yield Found(
                f"{name} has ended{when}, and {case.told(context)}",
                _end_spot(context.organization, case.manager),
                case.entities,
                case.related(context),
                subject=case.manager,
            )


def _end_spot(organization: Organization, name: str) -> Spot:
    if organization.positions[name].until is not None:
        return Spot("positions", name, ("until",))
    # In a table the word for an ended post stands in the holder's cell.
    return Spot("positions", name, ("holder" if name in organization.row_people else "status",))
