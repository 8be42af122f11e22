"""Rows that wait for each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.row_rings import RingWords, rings, steps_of
from orgmodel.rules.rule import Found, Rule

_WORDS = RingWords("depends on itself", "wait for each other in a ring", "depends on")


class DependencyLoop(Rule):
    """One finding for each ring of `depends_on`; a row that depends on itself is a ring of one."""

    code: ClassVar[str] = "ORG430"
    name: ClassVar[str] = "dependency-loop"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "Rows wait for each other"
    why: ClassVar[str] = (
        "If each waits for the other, none can begin: somebody starts without what they need, and nobody has said who."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  roadmap:
    depends_on: budget  # [ORG430]
    assign: {A: pm, R: pm}
  budget:
    depends_on: roadmap
    assign: {A: pm, R: pm}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  roadmap:
    depends_on: budget
    assign: {A: pm, R: pm}
  budget:
    assign: {A: pm, R: pm}
"""
    fix: ClassVar[str] = "Take out the dependency that can do without, or split one row into a first and a second part."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Among rows in force."""
        yield from rings(context, steps_of(context, "depends_on"), _WORDS)
