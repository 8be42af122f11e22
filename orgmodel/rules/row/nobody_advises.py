"""A row in which nobody is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.silence import without
from orgmodel.rules.rule import Found, Rule


class NobodyAdvises(Rule):
    """Several take part, none of them to advise."""

    code: ClassVar[str] = "ORG408"
    name: ClassVar[str] = "nobody-advises"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Nobody is asked"
    why: ClassVar[str] = "Work on which nobody is asked may be right, or may be done without those who know better."
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, ops: {}}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev, I: ops}}
  release: {title: Release an increment, assign: {A: pm, R: dev, I: ops}}  # [ORG408]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, ops: {}}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev, I: ops}}
  release: {title: Release an increment, assign: {A: pm, R: dev, C: ops}}
"""
    fix: ClassVar[str] = "Name those whose advice is needed, or leave it so on purpose."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """See `without`."""
        yield from without(context, "advises", "nobody is asked")
