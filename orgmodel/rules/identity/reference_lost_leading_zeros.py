"""ORG104: a reference misses an id only by leading zeros."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.identity.dangling import found_twins
from orgmodel.rules.rule import Found, Rule


class ReferenceLostLeadingZeros(Rule):
    """Either side may have lost them: the ids or the references."""

    code = "ORG104"
    name = "reference-lost-leading-zeros"
    severity = Severity.ERROR
    title = "A reference differs from an id only in leading zeros"
    why = (
        "Spreadsheets turn 00204 into 204 in one column and leave it alone in the next. "
        "Then nobody reports to anybody, although every number is right."
    )
    bad = """\
orgmodel: 1
positions:
  204: {holder: Ada Park, reports_to: ~}
  310:
    holder: Sam Ortiz
    reports_to: 00204  # [ORG104]
"""
    good = """\
orgmodel: 1
positions:
  00204: {holder: Ada Park, reports_to: ~}
  00310:
    holder: Sam Ortiz
    reports_to: 00204
"""
    fix = (
        "Write the number alike on both sides (in a spreadsheet as text); "
        "for a whole table put `match: leading-zeros` into its include."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every missing target that exists with more or fewer zeros before it."""
        for missing in context.references.missing:
            if missing.by_zeros and not missing.by_case:
                yield found_twins(missing, missing.by_zeros, "leading zeros")
