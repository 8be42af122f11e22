"""ORG103: a reference misses an id only in upper and lower case."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.identity.dangling import found_twins
from orgmodel.rules.identity.whole_column import found_column, whole_column
from orgmodel.rules.rule import Found, Rule


class ReferenceDiffersByCase(Rule):
    """Such a reference stays unlinked until somebody says that case does not matter."""

    code = "ORG103"
    name = "reference-differs-by-case"
    severity = Severity.ERROR
    title = "A reference differs from an id only in upper and lower case"
    why = (
        "People read the two as one; programs do not. "
        "Whoever refers to the wrong spelling is cut off from the place they belong to."
    )
    bad = """\
orgmodel: 1
positions:
  CEO: {holder: Ada Park, reports_to: ~}
  sales:
    holder: Sam Ortiz
    reports_to: Ceo  # [ORG103]
"""
    good = """\
orgmodel: 1
positions:
  CEO: {holder: Ada Park, reports_to: ~}
  sales:
    holder: Sam Ortiz
    reports_to: CEO
"""
    fix = "Write the id as it is defined; for a whole table say `--match case`, or put `match: case` into its include."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every missing target that exists in another case."""
        column = whole_column(context, lambda missing: bool(missing.by_case))
        if column:
            yield found_column(column, "differ from positions only in upper and lower case", self.fix)
        for missing in context.references.missing:
            if missing.by_case and (missing.kind, missing.name) not in column:
                yield found_twins(missing, missing.by_case, "upper and lower case")
