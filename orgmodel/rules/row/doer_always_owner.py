"""A matrix in which whoever owns a row does it, every time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, Party, parties
from orgmodel.rules.row.phrases import letters
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED


class DoerAlwaysOwner(Rule):
    """One finding for a matrix, from as many rows as shares of a column are judged from."""

    code: ClassVar[str] = "ORG431"
    name: ClassVar[str] = "doer-always-owner"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Owner and doer are the same everywhere"
    why: ClassVar[str] = (
        "In one row that is lawful. Where it holds in every row the two letters say one thing: either nobody ever "
        "hands work on, or whoever filled the matrix in did not tell answering from doing."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles: {pm: {}, dev: {}, qa: {}}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev}}  # [ORG431]
  build: {title: Build the increment, assign: {A: dev, R: dev, C: qa}}
  test: {title: Test the increment, assign: {A: qa, R: qa, C: dev}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {column: {rows: 3}}
roles: {pm: {}, dev: {}, qa: {}}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev}}
  build: {title: Build the increment, assign: {A: pm, R: dev, C: qa}}
  test: {title: Test the increment, assign: {A: qa, R: qa, C: dev}}
"""
    fix: ClassVar[str] = "Ask of each row who would be called if it went wrong, and who does the work; they may differ."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Decided rows with both letters; silent where one party has them all, which a column tells."""
        rows: list[JudgedRow] = []
        owners: set[Party] = set()
        for row in context.rows:
            if row.is_claimed or not row.owners or not row.doers or _is_one_letter(row):
                continue
            own = parties(row.owners)
            if own.keys() != set(row.doing):
                return
            rows.append(row)
            owners.update(own)
        if not rows or len(rows) < context.policy.column.rows or len(owners) == 1:
            return
        first = rows[0]
        both = letters(first, dict.fromkeys((*first.codes("owner"), *first.codes("doer"))))
        yield Found(
            f"in all {len(rows):,} rows with an owner and a doer the two are the same: {both} say one thing",
            first.spot,
            tuple(row.entity for row in rows),
            tuple((row.spot, "here too") for row in rows[1 : MOST_RELATED + 1]),
            subject="owner and doer",
        )


def _is_one_letter(row: JudgedRow) -> bool:
    """Whether the scheme has one letter for owning and doing."""
    return not set(row.codes("owner")).isdisjoint(row.codes("doer"))
