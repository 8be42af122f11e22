"""A row that tells too many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.crowds import crowded
from orgmodel.rules.rule import Found, Rule


class TooManyInformed(Rule):
    """More parties than the policy allows."""

    code: ClassVar[str] = "ORG407"
    name: ClassVar[str] = "too-many-informed"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Too many are told"
    why: ClassVar[str] = "Reports that go to everybody are read by nobody, and those who needed to know miss it."
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {row: {informed: 2}}
roles: {pm: {}, dev: {}, qa: {}, ops: {}, law: {}}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev, I: [qa, ops, law]}}  # [ORG407]
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {row: {informed: 2}}
roles: {pm: {}, dev: {}, qa: {}, ops: {}, law: {}}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev, I: [qa, ops]}}
"""
    fix: ClassVar[str] = "Inform those who act on it; publish it for the others."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Each party counts once."""
        most = context.policy.row.informed
        for row in context.rows:
            if len(row.informed) > most:
                yield from crowded(context, row, row.informed, most, "are told about")
