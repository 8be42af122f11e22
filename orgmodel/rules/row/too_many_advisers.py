"""A row that asks too many for advice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.crowds import crowded
from orgmodel.rules.rule import Found, Rule


class TooManyAdvisers(Rule):
    """More parties than the policy allows."""

    code: ClassVar[str] = "ORG406"
    name: ClassVar[str] = "too-many-advisers"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Too many are asked"
    why: ClassVar[str] = (
        "Whoever asks everybody waits for everybody, and the advice of the one who knows drowns in the rest."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {row: {advises: 2}}
roles: {pm: {}, dev: {}, qa: {}, ops: {}, law: {}}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev, C: [qa, ops, law]}}  # [ORG406]
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {row: {advises: 2}}
roles: {pm: {}, dev: {}, qa: {}, ops: {}, law: {}}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev, C: [qa, ops]}}
"""
    fix: ClassVar[str] = "Ask those whose advice changes the result; inform the others, or let one speak for many."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Each party counts once."""
        most = context.policy.row.advises
        for row in context.rows:
            if len(row.advisers) > most:
                yield from crowded(context, row, row.advisers, most, "are asked about")
