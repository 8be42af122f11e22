"""A row for which more parties answer than one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.letters import Cell
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, parties
from orgmodel.rules.row.phrases import claimed, entities, holder_of, letter
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named


class SeveralOwners(Rule):
    """Different parties with an owner letter; the same party twice is `repeated-letter`."""

    code: ClassVar[str] = "ORG401"
    name: ClassVar[str] = "several-owners"
    severity: ClassVar[Severity] = Severity.ERROR
    title: ClassVar[str] = "A row has several owners"
    why: ClassVar[str] = (
        "When two answer for one thing, each waits for the other: decisions are made twice or not at all, and "
        "after a failure nobody was in charge. Where sources only claim who owns it, they contradict each other."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
activities:
  vision:
    title: Set the product vision
    assign:
      A: [director, pm]  # [ORG401]
      R: pm
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
activities:
  vision:
    title: Set the product vision
    assign:
      A: director
      R: pm
"""
    fix: ClassVar[str] = (
        "Leave the owner letter with one of them; give the others the letter for doing or advising, or split the row."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """The most owners are those the scheme allows; one, where it says nothing."""
        for row in context.rows:
            if len(row.owning) < 2:
                continue
            owners = [cells[0] for cells in parties(row.owners).values()]
            most = max((row.letters[cell.letter].max or 1 for cell in owners), default=1)
            if len(owners) > most:
                yield self._found(context, row, owners, most)

    def _found(self, context: RuleContext, row: JudgedRow, owners: list[Cell], most: int) -> Found:
        organization = context.organization
        shown = named(organization, "activities", row.name)
        if row.is_claimed:
            who = "; ".join(claimed(organization, cell) for cell in owners)
            message = f"sources name {counted(len(owners), 'owner')} of {shown}: {who}"
        else:
            who = listed([holder_of(organization, cell) for cell in owners], 12)
            message = f"{shown} has {counted(len(owners), 'owner')}: {who}"
        if most > 1:
            message += f"; the scheme allows {most}"
        fix = "Decide with `assign` in the activity who owns it; the claims are then heard, and judged no more."
        surplus = owners[most]
        related = tuple(
            (spot, f"{quoted(cell.who)} has {letter(row.letters, cell.letter)}")
            for cell in row.owners
            for spot in cell.spots
            if spot != surplus.spot
        )
        return Found(
            message,
            surplus.spot,
            entities(row, owners),
            related[:MOST_RELATED],
            fix=fix if row.is_claimed else "",
            subject=row.entity,
        )
