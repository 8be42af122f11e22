"""A letter that more have than its scheme allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.letters import Cell
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.crowds import beyond_scheme, have_limits
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import claimed, entities, holders, letter, other_places
from orgmodel.rules.row.schemes import rows_of_schemes
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import named


class LetterAboveMaximum(Rule):
    """One finding for each row and letter; a row with several owners is another rule's finding."""

    code: ClassVar[str] = "ORG423"
    name: ClassVar[str] = "letter-above-maximum"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "More have a letter than the scheme allows"
    why: ClassVar[str] = (
        "A scheme that allows a letter once wants one hand there: of two drivers of one decision, each waits for the "
        "other. Several owners are told by `several-owners`."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
scheme: daci
roles: {chief: {}, pm: {}, ops: {}}
activities:
  pricing: {title: Choose the price model, assign: {A: chief, D: [pm, ops]}}  # [ORG423]
"""
    good: ClassVar[str] = """\
orgmodel: 1
scheme: daci
roles: {chief: {}, pm: {}, ops: {}}
activities:
  pricing: {title: Choose the price model, assign: {A: chief, D: pm, C: ops}}
"""
    fix: ClassVar[str] = "Leave the letter with as many as the scheme allows; give the others a letter that fits."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the first party beyond the limit."""
        for row in rows_of_schemes(context, have_limits):
            for code, most, cells in beyond_scheme(row):
                yield _found(context, row, code, most, cells)


def _found(context: RuleContext, row: JudgedRow, code: str, most: int, cells: list[Cell]) -> Found:
    organization = context.organization
    shown, given = named(organization, "activities", row.name), letter(row.letters, code)
    if row.is_claimed:
        who = "; ".join(claimed(organization, cell) for cell in cells[:12])
        message = f"sources give {given} of {shown} to {len(cells):,}, the scheme allows {most}: {who}"
    else:
        message = f"{shown} has {len(cells):,} with {given}, the scheme allows {most}: {holders(organization, cells)}"
    others = other_places([cell for cell in cells if cell is not cells[most]], f"has {given} too")
    return Found(message, cells[most].spot, entities(row, cells), others, subject=f"{row.entity} {code}")
