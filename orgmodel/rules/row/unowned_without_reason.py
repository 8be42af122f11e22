"""A row that is left without an owner, and does not say why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.phrases import entities
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import named


class UnownedWithoutReason(Rule):
    """The row is taken as left open on purpose, so that `no-owner` does not tell the same."""

    code: ClassVar[str] = "ORG425"
    name: ClassVar[str] = "unowned-without-reason"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "A row is left without an owner for no stated reason"
    why: ClassVar[str] = (
        "Work may be left without an owner on purpose, for a while. Without the reason nobody can tell later whether "
        "that still holds or was an oversight, and the row is never looked at again."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}
  forum:
    title: Look after the forum
    unowned:  # [ORG425]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}
  forum:
    title: Look after the forum
    unowned: It closes in January; until then it can only be read.
"""
    fix: ClassVar[str] = "Write the reason behind `unowned:`, or take the key away and name an owner."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent where an owner is named all the same: that contradiction is another rule's finding."""
        for row in context.rows:
            reason = row.activity.unowned
            if reason is None or reason.strip() or row.owners:
                continue
            shown = named(context.organization, "activities", row.name)
            message = f"{shown} is left without an owner on purpose, and no reason is given"
            yield Found(message, Spot("activities", row.name, ("unowned",), key=True), entities(row))
