"""A role that is asked and told, and never does anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.column.columns import ADVISES
from orgmodel.rules.column.phrases import of_column, out_of
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class RoleWithoutWork(Rule):
    """Letters to its seats, to a unit it heads or to its people by name count as work of the role."""

    code: ClassVar[str] = "ORG501"
    name: ClassVar[str] = "role-without-work"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "A role only gives advice"
    why: ClassVar[str] = (
        "A role that is asked about much and does and owns nothing is either staff on purpose, or its own work was "
        "forgotten when the matrix was made. Its advice costs time without anything to show for it."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  architect: {title: Architect}  # [ORG501]
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: architect}}
  build: {title: Build the increment, assign: {A: pm, R: dev, C: architect}}
  test: {title: Test the increment, assign: {A: dev, R: dev}}
  release: {title: Release the increment, assign: {A: dev, R: dev, C: pm}}
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
  test: {title: Test the increment, assign: {A: dev, R: dev}}
  release: {title: Release the increment, assign: {A: dev, R: dev, C: pm}}
"""
    fix: ClassVar[str] = "Add the rows that the role does or owns, or ask it only where its advice changes the result."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent in small matrices, about external roles, and where `adviser-of-too-much` says it of the role."""
        columns = context.columns
        for column in columns.inside if columns.are_many_rows else ():
            if column.strength != ADVISES or column.strength_of_seats > ADVISES or columns.is_beyond(column, "advises"):
                continue
            asked = column.of("advises")
            rows = out_of(len(asked), len(columns.rows))
            yield of_column(
                context, column, f"is asked about {rows}, but neither owns nor does any", asked, "asked here"
            )
