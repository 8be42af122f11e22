"""Rows that are parts of each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.row_rings import RingWords, rings, steps_of
from orgmodel.rules.rule import Found, Rule

_WORDS = RingWords("is a part of itself", "are parts of each other", "is part of")


class PartLoop(Rule):
    """One finding for each ring of `part_of`; a row that is its own part is a ring of one."""

    code: ClassVar[str] = "ORG433"
    name: ClassVar[str] = "part-loop"
    severity: ClassVar[Severity] = Severity.ERROR
    title: ClassVar[str] = "Rows are parts of each other"
    why: ClassVar[str] = (
        "Work cannot be a part of its own part: nobody can tell which of the rows is the whole, and who answers for it."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  launch:
    part_of: campaign  # [ORG433]
    assign: {A: pm, R: pm}
  campaign:
    part_of: launch
    assign: {A: pm, R: pm}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  launch:
    assign: {A: pm, R: pm}
  campaign:
    part_of: launch
    assign: {A: pm, R: pm}
"""
    fix: ClassVar[str] = "Take `part_of` out of the row that is the whole."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Among rows in force."""
        yield from rings(context, steps_of(context, "part_of"), _WORDS)
