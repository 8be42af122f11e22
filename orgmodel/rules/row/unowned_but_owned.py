"""A row that says that nobody owns it, and names an owner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import claimed, entities, holders, letter
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import named


class UnownedButOwned(Rule):
    """One finding for each row."""

    code: ClassVar[str] = "ORG426"
    name: ClassVar[str] = "unowned-but-owned"
    severity: ClassVar[Severity] = Severity.ERROR
    title: ClassVar[str] = "A row that nobody owns has an owner"
    why: ClassVar[str] = (
        "Who reads the one line believes that nobody answers, who reads the other that somebody does. Where sources "
        "merely claim an owner it is info: the row decides against them."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  forum:
    title: Look after the forum
    unowned: It closes in January.
    assign:
      A: pm  # [ORG426]
      R: pm
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  forum:
    title: Look after the forum
    assign:
      A: pm
      R: pm
"""
    fix: ClassVar[str] = "Delete `unowned:` if somebody answers for it, else take the owner letter away."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """A reason or none makes no difference."""
        for row in context.rows:
            if row.is_left_open and row.owners:
                yield _found(context, row)


def _found(context: RuleContext, row: JudgedRow) -> Found:
    organization = context.organization
    shown = named(organization, "activities", row.name)
    reason = (row.activity.unowned or "").strip()
    said = f"says that nobody owns it ({quoted(reason, 60)})" if reason else "says that nobody owns it"
    if row.is_claimed:
        who = "; ".join(claimed(organization, cell, row.letters) for cell in row.owners)
        message = f"{shown} {said}, and sources name an owner: {who}"
    else:
        given = letter(row.letters, row.owners[0].letter)
        message = f"{shown} {said}, and gives {given} to {holders(organization, row.owners)}"
    related = ((Spot("activities", row.name, ("unowned",), key=True), "says that nobody owns it"),)
    severity = Severity.INFO if row.is_claimed else None
    return Found(message, row.owners[0].spot, entities(row, row.owners), related, severity=severity, subject=row.entity)
