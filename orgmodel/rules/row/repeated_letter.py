"""The same letter of the same party, written twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.letters import Cell
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import entities, entity_of, holder_of, letter, other_places
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import listed, named


class RepeatedLetter(Rule):
    """A slip of the pen in one decision: not two owners, not two doers."""

    code: ClassVar[str] = "ORG413"
    name: ClassVar[str] = "repeated-letter"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "A letter stands twice"
    why: ClassVar[str] = "One of the two was mostly meant for somebody else, who is now missing."
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, qa: {}}
activities:
  release:
    title: Release an increment
    assign:
      A: pm
      R: dev
      C: [qa, qa]  # [ORG413]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, qa: {}}
activities:
  release:
    title: Release an increment
    assign: {A: pm, R: dev, C: qa}
"""
    fix: ClassVar[str] = "Delete the repetition, or put in whoever was meant."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """One finding for each letter and party of a row, or for a row that is listed again; equal claims agree."""
        for row in context.rows:
            if not row.row.repeated:
                continue
            repeated = [cell for cell in row.row.repeated if cell.letter in row.letters]
            listed_again = [cell for cell in repeated if cell.spot.kind == "assignments"]
            if len(_apart(listed_again)) > 1:
                yield _row_again(context, row, listed_again)
                repeated = [cell for cell in repeated if cell.spot.kind != "assignments"]
            for cells in _apart(repeated).values():
                yield self._found(context, row, cells)

    def _found(self, context: RuleContext, row: JudgedRow, cells: list[Cell]) -> Found:
        organization = context.organization
        first = next(cell for cell in row.row.cells if (cell.letter, cell.who) == (cells[0].letter, cells[0].who))
        times = "twice" if len(cells) == 1 else f"{len(cells) + 1} times"
        what = f"{letter(row.letters, first.letter)} of {named(organization, 'activities', row.name)}"
        related = ((first.spot, "the first time"), *other_places(cells[1:], "and again"))
        return Found(
            f"{holder_of(organization, first)} has {what} {times}",
            cells[0].spot,
            entities(row, [first]),
            related,
            subject=f"{row.entity} {entity_of(first)} {first.letter}",
        )


def _apart(cells: list[Cell]) -> dict[tuple[str, str, str], list[Cell]]:
    """The cells by letter and party."""
    again: dict[tuple[str, str, str], list[Cell]] = {}
    for cell in cells:
        again.setdefault((cell.letter, cell.kind, cell.name), []).append(cell)
    return again


def _row_again(context: RuleContext, row: JudgedRow, repeated: list[Cell]) -> Found:
    """A row of a table that stands there twice: one slip, however many letters it has."""
    organization = context.organization
    cells = [found[0] for found in _apart(repeated).values()]
    first = next(cell for cell in row.row.cells if (cell.letter, cell.who) == (cells[0].letter, cells[0].who))
    shown = listed([f"{letter(row.letters, cell.letter)} of {holder_of(organization, cell)}" for cell in cells], 3)
    return Found(
        f"{len(cells)} letters of {named(organization, 'activities', row.name)} are listed again: {shown}",
        cells[0].spot,
        entities(row, cells),
        ((first.spot, "the first time"),),
        fix="Delete the repetition; if two activities are meant, give them names that tell them apart.",
        subject=f"{row.entity} again",
    )
