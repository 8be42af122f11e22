"""A row for which nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.file.unread import first_unread
from orgmodel.rules.row.gaps import claimed_places, gap, said
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import entities
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, named


class NoOwner(Rule):
    """A decided row without an owner letter, or sources that do not say who owns it."""

    code: ClassVar[str] = "ORG402"
    name: ClassVar[str] = "no-owner"
    severity: ClassVar[Severity] = Severity.ERROR
    title: ClassVar[str] = "A row has no owner"
    why: ClassVar[str] = (
        "If it is not done, nobody answers for it. A row with letters but no owner, and any row without letters, is "
        "an error. Where sources merely claim letters and are silent about the owner, that is an error for a "
        "deliverable and where nobody is said to do it either, else a warning; and only info where the scheme asks "
        "for no owner (`min: 0`)."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, dev: {title: Developer}}
activities:
  release:  # [ORG402]
    title: Release an increment
    assign: {R: dev, C: pm}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, dev: {title: Developer}}
activities:
  release:
    title: Release an increment
    assign: {A: pm, R: dev}
"""
    fix: ClassVar[str] = "Give the owner letter to one role, or say with `unowned:` why nobody answers for it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent in schemes without an owner letter, and where the row says why it has no owner.

        Of a row without letters while a file was not read `nobody-assigned` says all that is known.
        """
        is_unread = first_unread(context, "table-column-missing") is not None
        for row in context.rows:
            is_empty = not row.row.cells and not row.row.unknown
            if is_empty and (is_unread or context.misspelt.is_lost(row.entity, "assign")):
                continue
            if row.owners or row.is_left_open or not row.codes("owner"):
                continue
            yield self._claimed(context, row) if row.is_claimed else self._decided(context, row)

    def _decided(self, context: RuleContext, row: JudgedRow) -> Found:
        found = gap(context, row, "owner")
        message = f"{named(context.organization, 'activities', row.name)} has no owner: {found.reason}"
        return Found(message, found.at, entities(row), found.related)

    def _claimed(self, context: RuleContext, row: JudgedRow) -> Found:
        organization = context.organization
        is_undone = bool(row.codes("doer")) and not row.doers
        shown = named(organization, "activities", row.name)
        message = f"no source says who owns {shown}{' or who does it' if is_undone else ''}: {said(organization, row)}"
        if not row.demands("owner"):
            severity = Severity.INFO
        elif row.doers and row.activity.kind != "deliverable":
            severity = Severity.WARNING
        else:
            severity = Severity.ERROR
        fix = "Decide with `assign` in the activity who owns it, or say with `unowned:` why nobody does."
        return Found(message, row.spot, entities(row), claimed_places(row)[:MOST_RELATED], fix=fix, severity=severity)
