"""A row of which nobody is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.silence import without
from orgmodel.rules.rule import Found, Rule


class NobodyInformed(Rule):
    """Several take part, none of them to be told."""

    code: ClassVar[str] = "ORG409"
    name: ClassVar[str] = "nobody-informed"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Nobody is told"
    why: ClassVar[str] = "What nobody hears of is done twice, or comes as a surprise to those who depend on it."
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, ops: {}}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev, I: ops}}
  release: {title: Release an increment, assign: {A: pm, R: dev, C: ops}}  # [ORG409]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, ops: {}}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev, I: ops}}
  release: {title: Release an increment, assign: {A: pm, R: dev, I: ops}}
"""
    fix: ClassVar[str] = "Name those who must hear of the result, or leave it so on purpose."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """See `without`."""
        yield from without(context, "informed", "nobody is told")
