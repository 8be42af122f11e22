"""A role that is only ever told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.column.columns import INFORMED
from orgmodel.rules.column.phrases import of_column, out_of
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class RoleOnlyInformed(Rule):
    """Letters to its seats, to a unit it heads or to its people by name count as letters of the role."""

    code: ClassVar[str] = "ORG502"
    name: ClassVar[str] = "role-only-informed"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "A role is only told"
    why: ClassVar[str] = (
        "Who only hears of everything is an audience, not a part of the work: a page that people can read serves "
        "them better, or the part they should play is missing."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  seller: {title: Seller}  # [ORG502]
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev}}
  build: {title: Build the increment, assign: {A: pm, R: dev, I: seller}}
  release: {title: Release the increment, assign: {A: pm, R: dev, I: seller}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  seller: {title: Seller}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: [dev, seller]}}
  build: {title: Build the increment, assign: {A: pm, R: dev, I: seller}}
  release: {title: Release the increment, assign: {A: pm, R: dev, I: seller}}
"""
    fix: ClassVar[str] = "Say what the role contributes, or take it out of the matrix and publish the news."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent in small matrices and about external roles: a customer is told, and that is all."""
        columns = context.columns
        for column in columns.inside if columns.are_many_rows else ():
            if column.strength == INFORMED and column.strength_of_seats <= INFORMED:
                rows = out_of(len(column.parts), len(columns.rows))
                yield of_column(context, column, f"is only told, in {rows}", column.parts, "told here")
