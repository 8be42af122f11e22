"""ORG802: fewer direct reports than a manager is worth."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.spans.direct_reports import Limit, judged, more_planned
from orgmodel.rules.wording import MOST_RELATED, described, listed


class SpanTooNarrow(Rule):
    """One finding for each manager below `policy.span.min` (3), or the first entry of `policy.spans` that fits.

    A single report is left to `one-over-one`, and members of a reporting loop to that rule. Counted as in
    `span-too-wide`; an assistant is no manager here.
    """

    code = "ORG802"
    name = "span-too-narrow"
    severity = Severity.INFO
    title = "A manager has few direct reports"
    why = (
        "Many small teams make many managers and many layers, and decisions pass through all of them. For a new "
        "team, or a manager who does much of the work, it can be right."
    )
    bad = """\
orgmodel: 1
positions:
  head: {title: Head of Product}  # [ORG802]
  pms: {title: Product Manager, reports_to: head, seats: 2}
"""
    good = """\
orgmodel: 1
positions:
  head: {title: Head of Product}
  pms: {title: Product Manager, reports_to: head, seats: 4}
"""
    fix = "Join the team with another one, or set the limit for such managers in `policy.spans`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the manager."""
        reports = context.direct_reports
        skipped = reports.assistants | reports.in_loops
        for i, count, seats, limit in judged(reports):
            if limit.min is None or not seats < count < limit.min * seats or i in skipped:
                continue
            yield later(_found, context, i, limit)


def _found(context: RuleContext, i: int, limit: Limit) -> Found:
    organization, reports, lines = context.organization, context.direct_reports, context.lines
    name, count, seats = lines.ids[i], reports.counts[i], max(1, lines.weight(i))
    below = [lines.ids[report] for report in reports.reports(i)]
    vacant = reports.vacant(i)
    spots = [(Spot("positions", each), "reports to it") for each in below[:MOST_RELATED]]
    return Found(
        f"{described(organization, 'positions', name)} has {count:,} direct reports"
        f"{f' ({vacant:,} vacant)' if vacant else ''}{f' for {seats:,} like seats' if seats > 1 else ''}, "
        f"{limit.min:,} at least{limit.named}: {listed([quoted(each) for each in below])}"
        f"{more_planned(reports.planned(i))}",
        Spot("positions", name),
        (entity("positions", name),),
        (*limit.related, *spots),
    )
