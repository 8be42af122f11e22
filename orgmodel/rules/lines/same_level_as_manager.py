"""ORG225: a manager of the same level as the report."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, later


class SameLevelAsManager(Rule):
    """One finding for each pair of roles, or for each manager where seats have levels of their own."""

    code = "ORG225"
    name = "same-level-as-manager"
    severity = Severity.INFO
    title = "A manager and a report have the same level"
    why = (
        "Levels say who carries more. Between equals the manager's word is one among peers, and the layer between "
        "the report and the next level up adds a step without adding weight."
    )
    bad = """\
orgmodel: 1
roles:
  lead: {title: Team Lead, level: 4}
  pm: {title: Product Manager, level: 4}
positions:
  lead-core: {role: lead}
  pm-core: {role: pm, reports_to: lead-core}  # [ORG225]
"""
    good = """\
orgmodel: 1
roles:
  lead: {title: Team Lead, level: 5}
  pm: {title: Product Manager, level: 4}
positions:
  lead-core: {role: lead}
  pm-core: {role: pm, reports_to: lead-core}
"""
    fix = "Let the report go to the manager's manager, or set the levels apart."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """By the level of the seat, else that of its role; without seats by the usual lines of roles."""
        levels = context.levels
        for lines in levels.together(levels.lines(lambda level, above: above == level)):
            yield later(lines.found)
