"""ORG803: a manager with one report only."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.spans.direct_reports import more_planned
from orgmodel.rules.wording import MOST_RELATED, counted, described, line_path


class OneOverOne(Rule):
    """One finding for each manager, or for a chain of them at its upper end.

    Assistants count neither as the report nor as the manager. Silent where the limits of the manager in
    `policy` allow one report.
    """

    code = "ORG803"
    name = "one-over-one"
    severity = Severity.INFO
    title = "A manager has a single report"
    why = (
        "One over one is a layer that leads nobody else: two people share a job and a half. During a hand-over, or "
        "while a team is built up, it is ordinary."
    )
    bad = """\
orgmodel: 1
positions:
  head: {title: Head of Product}
  lead: {title: Lead, reports_to: head}  # [ORG803]
  pm-checkout: {title: Product Manager, reports_to: lead}
  pm-fraud: {title: Product Manager, reports_to: head}
"""
    good = """\
orgmodel: 1
positions:
  head: {title: Head of Product}
  lead: {title: Lead, reports_to: head}
  pm-checkout: {title: Product Manager, reports_to: head}
  pm-fraud: {title: Product Manager, reports_to: head}
"""
    fix = "Give the manager more reports, let the report go one layer up, or accept it with an end date."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Chains from above; members of a reporting loop are left to that rule."""
        organization, lines = context.organization, context.lines
        below = _single_reports(context)
        above = set(below.values())
        for i in below:
            if i in above:
                continue
            chain = [i]
            while chain[-1] in below:
                chain.append(below[chain[-1]])
            names = [lines.ids[each] for each in chain]
            if len(names) == 2:
                vacant = " (vacant)" if lines.status(names[1]) == "vacant" else ""
                message = (
                    f"{described(organization, 'positions', names[0])} has one direct report: "
                    f"{described(organization, 'positions', names[1])}{vacant}"
                    f"{more_planned(context.direct_reports.planned(i))}"
                )
            else:
                message = f"{counted(len(names) - 1, 'manager')} in a row have one direct report: {line_path(names)}"
            note = "reports to it" if len(names) == 2 else "the next in the row"
            yield Found(
                message,
                Spot("positions", names[0]),
                tuple(entity("positions", name) for name in names),
                tuple((Spot("positions", name), note) for name in names[1 : MOST_RELATED + 1]),
                subject=names[0],
            )


def _single_reports(context: RuleContext) -> dict[int, int]:
    """Managers with one report, and that one."""
    reports = context.direct_reports
    found: dict[int, int] = {}
    skipped = reports.assistants | reports.in_loops
    for i in reports.managers:
        if reports.counts[i] != 1 or reports.lines.weight(i) > 1 or i in skipped:
            continue
        least = reports.limit(i).min
        if least is None or least > 1:
            found[i] = reports.reports(i)[0]
    return found
