"""ORG104: a reference misses an id only by leading zeros."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.references import Missing
from orgmodel.rules.context import RuleContext
from orgmodel.rules.identity.dangling import found_twins
from orgmodel.rules.identity.whole_column import found_column, whole_column
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
        "for a whole table say `--match leading-zeros`, or put `match: leading-zeros` into its include."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every missing target that exists with more or fewer zeros before it."""
        column = whole_column(context, _is_by_zeros)
        if column:
            yield found_column(column, "differ from positions only in leading zeros", self.fix)
        for missing in context.references.missing:
            if _is_by_zeros(missing) and (missing.kind, missing.name) not in column:
                yield found_twins(missing, missing.by_zeros, "leading zeros")


def _is_by_zeros(missing: Missing) -> bool:
    return bool(missing.by_zeros) and not missing.by_case
