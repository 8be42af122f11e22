"""A role that owns most of the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.column.phrases import of_column, out_of, per_cent
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class OwnsTooMuch(Rule):
    """More than the policy's share of the rows; in a small matrix all of them."""

    code: ClassVar[str] = "ORG503"
    name: ClassVar[str] = "owns-too-much"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "One role owns most rows"
    why: ClassVar[str] = (
        "Every decision waits for one desk, and a letter that stands in every row tells nobody anything. Much of "
        "it could be owned closer to the work."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}  # [ORG503]
  dev: {title: Developer}
  qa: {title: Tester}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev}}
  build: {title: Build the increment, assign: {A: pm, R: dev, C: qa}}
  test: {title: Test the increment, assign: {A: pm, R: qa, C: dev}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  qa: {title: Tester}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev}}
  build: {title: Build the increment, assign: {A: pm, R: dev, C: qa}}
  test: {title: Test the increment, assign: {A: qa, R: qa, C: dev}}
"""
    fix: ClassVar[str] = (
        "Give rows to those who can decide them closer to the work, and keep those that need the whole view."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """See `Columns.is_beyond`."""
        columns = context.columns
        for column in columns.by_role.values():
            if not columns.is_beyond(column, "owner"):
                continue
            owned = column.of("owner")
            what = f"owns {out_of(len(owned), len(columns.rows))}"
            if columns.are_many_rows:
                what += f", more than {per_cent(columns.share_of('owner'))}"
            yield of_column(context, column, what, owned, "owned here")
