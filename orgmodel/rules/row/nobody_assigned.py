"""A row without any letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.file.unread import first_unread
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import entities, sources
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import named


class NobodyAssigned(Rule):
    """The cause of a row that has no owner because it has nobody."""

    code: ClassVar[str] = "ORG415"
    name: ClassVar[str] = "nobody-assigned"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "A row has no letters"
    why: ClassVar[str] = (
        "A row that nobody has any part in was forgotten, or is not needed. That it has no owner either "
        "(`no-owner`) follows from this; where that is told, this one is info."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {severity: {no-owner: warning}}
roles: {pm: {title: Product Manager}}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}
  pricing: {title: Set the price}  # [ORG415]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}
  pricing: {title: Set the price, assign: {A: pm, R: pm}}
"""
    fix: ClassVar[str] = "Say who takes part, delete the row, or say with `unowned:` why nobody does."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Letters that the scheme does not know are letters."""
        unread = first_unread(context, "table-column-missing")
        for row in context.rows:
            if row.row.cells or row.row.unknown or row.is_left_open or context.misspelt.is_lost(row.entity, "assign"):
                continue
            message = f"{named(context.organization, 'activities', row.name)} has no letters{_why(context, row)}"
            if unread is None:
                severity = Severity.INFO if row.codes("owner") else None
                yield Found(message, row.spot, entities(row), severity=severity)
            else:
                message += "; they may stand in a file that was not read"
                yield Found(message, row.spot, entities(row), ((unread.place, "this was not read"),))


def _why(context: RuleContext, row: JudgedRow) -> str:
    if row.row.denials:
        return f": it is only said who has no part in it, by {sources(row.row.denials[0])}"
    if any(assignee.who.strip() for held in row.activity.assign.values() for assignee in held):
        return f" in force on {context.day.isoformat()}"
    return ": all of them stand empty" if row.row.empty else ": nobody is assigned"
