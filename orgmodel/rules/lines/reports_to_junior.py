"""ORG224: a manager of a lower level than the report."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, later


class ReportsToJunior(Rule):
    """One finding for each pair of roles, or for each manager where seats have levels of their own."""

    code = "ORG224"
    name = "reports-to-junior"
    severity = Severity.WARNING
    title = "A manager is junior to a report"
    why = (
        "Whoever stands higher cannot well be led, judged and paid by whoever stands lower. Most often the line "
        "or one of the two levels is a slip."
    )
    bad = """\
orgmodel: 1
roles:
  lead: {title: Team Lead, level: 3}
  architect: {title: Architect, level: 5}
positions:
  lead-core: {role: lead}
  architect-core: {role: architect, reports_to: lead-core}  # [ORG224]
"""
    good = """\
orgmodel: 1
roles:
  lead: {title: Team Lead, level: 6}
  architect: {title: Architect, level: 5}
positions:
  lead-core: {role: lead}
  architect-core: {role: architect, reports_to: lead-core}
"""
    fix = "Give the report a manager of at least the same level, or correct one of the levels."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """By the level of the seat, else that of its role; without seats by the usual lines of roles."""
        levels = context.levels
        for lines in levels.together(levels.lines(lambda level, above: above < level)):
            yield later(lines.found)
