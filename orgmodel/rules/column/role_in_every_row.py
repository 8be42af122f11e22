"""A role that takes part in everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.column.columns import ACTS, Column, Columns
from orgmodel.rules.column.phrases import of_column, row_entities
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, listed, named

_SHARES = ("owner", "doer", "advises")


class RoleInEveryRow(Rule):
    """One finding for each role; one for all of them where most roles of the matrix are like that."""

    code: ClassVar[str] = "ORG506"
    name: ClassVar[str] = "role-in-every-row"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "A role takes part in every row"
    why: ClassVar[str] = (
        "Nobody is needed for everything. A role with a letter in every row was mostly put there out of courtesy or "
        "caution, and those letters hide the few that matter."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  lead: {title: Team Lead}  # [ORG506]
  qa: {title: Tester}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: lead}}
  build: {title: Build the increment, assign: {A: lead, R: dev}}
  test: {title: Test the increment, assign: {A: qa, R: qa, I: lead}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  lead: {title: Team Lead}
  qa: {title: Tester}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: lead}}
  build: {title: Build the increment, assign: {A: lead, R: dev}}
  test: {title: Test the increment, assign: {A: qa, R: qa, I: dev}}
"""
    fix: ClassVar[str] = "Take the role out of the rows that would go as well without it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent where a share of one letter says it more exactly, and where everybody is in every row."""
        columns = context.columns
        if not columns.are_many_rows:
            return
        full = [column for column in columns.inside if column.has_parts_in(len(columns.rows))]
        if len(full) == len(columns.inside):
            return
        told = [column for column in full if column.strength == ACTS and not _is_told(columns, column)]
        if 2 * len(full) > len(columns.inside) and len(told) > 1:
            yield _together(context, told)
            return
        for column in told:
            what = f"takes part in all {len(columns.rows):,} rows"
            yield of_column(context, column, what, column.parts, "takes part here")


def _is_told(columns: Columns, column: Column) -> bool:
    return any(columns.is_beyond(column, trait) for trait in _SHARES)


def _together(context: RuleContext, told: list[Column]) -> Found:
    columns = context.columns
    shown = listed([named(context.organization, "roles", column.role) for column in told])
    spots = [Spot("roles", column.role, key=True) for column in told]
    return Found(
        f"{len(told)} of {len(columns.inside)} roles take part in all {len(columns.rows):,} rows: {shown}",
        spots[0],
        (*(entity("roles", column.role) for column in told), *row_entities(told[0].parts)),
        tuple((spot, "takes part in all of them too") for spot in spots[1 : MOST_RELATED + 1]),
        subject="most roles",
    )
