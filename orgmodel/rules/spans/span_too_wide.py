"""ORG801: more direct reports than one manager should have."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.spans.direct_reports import judged
from orgmodel.rules.wording import described


class SpanTooWide(Rule):
    """One finding for each manager above `policy.span.max` (15), or the first entry of `policy.spans` that fits.

    Seats in force count, vacant ones too, and six for an entry with `seats: 6`; assistants, planned and ended
    seats do not. Where the manager is an entry for several seats, these share the reports. Seats of a table of
    groups only say where they belong: where they alone make the span too wide, it is info.
    """

    code = "ORG801"
    name = "span-too-wide"
    severity = Severity.WARNING
    title = "A manager has too many direct reports"
    why = (
        "Time for each report shrinks with their number: goals, feedback and hiring are left undone, and the team "
        "runs itself or not. With much alike, routine work a wide span can be right."
    )
    bad = """\
orgmodel: 1
positions:
  head: {title: Head of Product}  # [ORG801]
  pms: {title: Product Manager, reports_to: head, seats: 18}
"""
    good = """\
orgmodel: 1
positions:
  head: {title: Head of Product}
  pms: {title: Product Manager, reports_to: head, seats: 12}
"""
    fix = "Put leads between, move reports to others, or set the limit for such managers in `policy.spans`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the manager."""
        organization, reports = context.organization, context.direct_reports
        for i, count, seats, limit in judged(reports):
            if limit.max is None or count <= limit.max * seats:
                continue
            name = context.lines.ids[i]
            vacant = reports.vacant(i)
            grouped = reports.grouped(i)
            shown = f"{count:,} direct reports{f' ({vacant:,} vacant)' if vacant else ''}"
            leading = sum(reports.counts[report] > 0 for report in reports.reports(i))
            leads = (
                f"{leading:,} of them {'leads' if leading == 1 else 'lead'} others" if leading else "none leads others"
            )
            if seats > 1:
                shown = f"{shown} for {seats:,} like seats, {count / seats:.0f} each"
            if grouped:
                leads = f"{grouped:,} of them stand in groups, which may have leads of their own"
            shown = f"{shown}, {limit.max:,} at most{limit.named}; {leads}"
            yield Found(
                f"{described(organization, 'positions', name)} has {shown}",
                Spot("positions", name),
                (entity("positions", name),),
                limit.related,
                severity=Severity.INFO if count - grouped <= limit.max * seats else None,
            )
