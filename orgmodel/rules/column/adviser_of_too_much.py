"""A role that is asked about most of the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.column.columns import ADVISES
from orgmodel.rules.column.phrases import of_column, out_of, per_cent
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class AdviserOfTooMuch(Rule):
    """More than the policy's share of the rows, in a matrix that is large enough."""

    code: ClassVar[str] = "ORG505"
    name: ClassVar[str] = "adviser-of-too-much"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "One role is asked about most rows"
    why: ClassVar[str] = (
        "A role whose advice everybody waits for slows everybody down, and has no time left to think about any of it."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  architect: {title: Architect}  # [ORG505]
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: architect}}
  build: {title: Build the increment, assign: {A: architect, R: dev}}
  test: {title: Test the increment, assign: {A: dev, R: dev, C: architect}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  architect: {title: Architect}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: architect}}
  build: {title: Build the increment, assign: {A: architect, R: dev}}
  test: {title: Test the increment, assign: {A: dev, R: dev, I: architect}}
"""
    fix: ClassVar[str] = (
        "Ask the role where its advice changes the result; elsewhere tell it, or write its advice down once for all."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent about external roles. That the role does and owns nothing besides is told here."""
        columns = context.columns
        for column in columns.inside:
            if not columns.is_beyond(column, "advises"):
                continue
            asked = column.of("advises")
            what = f"is asked about {out_of(len(asked), len(columns.rows))}, more than "
            what += per_cent(columns.share_of("advises"))
            if column.strength == ADVISES and column.strength_of_seats <= ADVISES:
                what += ", and neither owns nor does any"
            yield of_column(context, column, what, asked, "asked here")
