"""A row that too many do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.crowds import crowded
from orgmodel.rules.rule import Found, Rule


class TooManyDoers(Rule):
    """More parties than the policy allows."""

    code: ClassVar[str] = "ORG405"
    name: ClassVar[str] = "too-many-doers"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Too many do one thing"
    why: ClassVar[str] = "A row that many do is mostly several rows in one, and nobody sees who does which part."
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {row: {doers: 2}}
roles: {pm: {}, dev: {}, qa: {}, ops: {}}
activities:
  release: {title: Release an increment, assign: {A: pm, R: [dev, qa, ops]}}  # [ORG405]
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {row: {doers: 2}}
roles: {pm: {}, dev: {}, qa: {}, ops: {}}
activities:
  release: {title: Release an increment, assign: {A: pm, R: [dev, qa], I: ops}}
"""
    fix: ClassVar[str] = "Split the row into what each does, or name those who lead it and inform the others."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Each party counts once."""
        most = context.policy.row.doers
        for row in context.rows:
            if len(row.doers) > most:
                yield from crowded(context, row, row.doers, most, "do")
