"""A role that does most of the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.column.phrases import of_column, out_of, per_cent
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class DoerOfTooMuch(Rule):
    """More than the policy's share of the rows, in a matrix that is large enough."""

    code: ClassVar[str] = "ORG504"
    name: ClassVar[str] = "doer-of-too-much"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "One role does most rows"
    why: ClassVar[str] = (
        "Whoever has a hand in nearly all work finishes little of it, and the other rows of the matrix wait for "
        "that hand."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}  # [ORG504]
  qa: {title: Tester}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: dev, C: qa}}
  build: {title: Build the increment, assign: {A: qa, R: dev, C: pm}}
  test: {title: Test the increment, assign: {A: qa, R: [qa, dev], C: pm}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  qa: {title: Tester}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: [qa, dev]}}
  build: {title: Build the increment, assign: {A: qa, R: dev, C: pm}}
  test: {title: Test the increment, assign: {A: qa, R: qa, C: pm}}
"""
    fix: ClassVar[str] = "Hand rows to other roles, or split the role into those that its work consists of."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """See `Columns.is_beyond`."""
        columns = context.columns
        for column in columns.by_role.values():
            if columns.is_beyond(column, "doer"):
                done = column.of("doer")
                more = f", more than {per_cent(columns.share_of('doer'))}"
                what = f"does {out_of(len(done), len(columns.rows))}{more}"
                yield of_column(context, column, what, done, "done here")
