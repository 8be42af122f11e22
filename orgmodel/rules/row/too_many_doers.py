"""A row that too many do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.crowds import crowded
from orgmodel.rules.row.judged import JudgedRow, parties
from orgmodel.rules.row.phrases import entities, holders, letter
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import named


class TooManyDoers(Rule):
    """More doers than the policy allows, or more than the scheme allows of one letter."""

    code: ClassVar[str] = "ORG405"
    name: ClassVar[str] = "too-many-doers"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Too many do one thing"
    why: ClassVar[str] = (
        "A row that many do is mostly several rows in one, and nobody sees who does which part. "
        "More of one letter than its scheme allows, such as two drivers in DACI, is a warning."
    )
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
        """The scheme's own limit comes first: it says the same thing more exactly."""
        most = context.policy.row.doers
        for row in context.rows:
            beyond = list(self._beyond_scheme(context, row)) if len(row.doers) > 1 else []
            yield from beyond or crowded(context, row, row.doers, most, "do")

    def _beyond_scheme(self, context: RuleContext, row: JudgedRow) -> Iterator[Found]:
        for code in row.codes("doer"):
            most = row.letters[code].max
            cells = [cell for cell in row.doers if cell.letter == code]
            if most is None or len(parties(cells)) <= most or "owner" in row.letters[code].traits:
                continue
            shown = named(context.organization, "activities", row.name)
            who = holders(context.organization, cells)
            limit = f"{len(cells):,} with {letter(row.letters, code)}, the scheme allows {most}"
            message = f"{shown} has {limit}: {who}"
            yield Found(message, cells[most].spot, entities(row, cells), severity=Severity.WARNING, subject=row.entity)
