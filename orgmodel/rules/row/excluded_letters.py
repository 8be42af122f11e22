"""Letters of one party that the scheme does not let stand together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.letters import Cell
from orgmodel.model.activities import Letter
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, parties
from orgmodel.rules.row.phrases import entities, entity_of, holder_of, letters, other_places
from orgmodel.rules.row.schemes import rows_of_schemes
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import named


class ExcludedLetters(Rule):
    """One finding for each party of a row."""

    code: ClassVar[str] = "ORG411"
    name: ClassVar[str] = "excluded-letters"
    severity: ClassVar[Severity] = Severity.ERROR
    title: ClassVar[str] = "Two letters exclude each other"
    why: ClassVar[str] = (
        "The row says that somebody takes part and that they do not: some readers will believe the one, some the other."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
scheme: cairo
roles: {pm: {}, dev: {}}
activities:
  release:
    title: Release an increment
    assign:
      A: pm
      R: dev
      O: dev  # [ORG411]
"""
    good: ClassVar[str] = """\
orgmodel: 1
scheme: cairo
roles: {pm: {}, dev: {}}
activities:
  release:
    title: Release an increment
    assign:
      A: pm
      R: dev
"""
    fix: ClassVar[str] = "Keep the letter that is true and delete the other."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Exclusion works both ways, whichever letter states it."""
        for row in rows_of_schemes(context, _have_exclusions):
            for cells in parties(row.row.cells).values():
                clash = _clashing(row, cells)
                if clash:
                    yield self._found(context, row, clash)

    def _found(self, context: RuleContext, row: JudgedRow, clash: list[Cell]) -> Found:
        organization = context.organization
        both = letters(row, [cell.letter for cell in clash])
        who = holder_of(organization, clash[0])
        message = f"{who} has {both} in {named(organization, 'activities', row.name)}, which exclude each other"
        return Found(
            message,
            clash[-1].spot,
            entities(row, clash),
            other_places(clash[:-1], "excludes it"),
            subject=f"{row.entity} {entity_of(clash[0])}",
        )


def _have_exclusions(letters: dict[str, Letter]) -> bool:
    return any(letter.excludes for letter in letters.values())


def _clashing(row: JudgedRow, cells: list[Cell]) -> list[Cell]:
    """The cells of a party that stand against another one of its cells, in order."""
    found = {
        cell.letter
        for one, other in combinations(cells, 2)
        if other.letter in row.letters[one.letter].excludes or one.letter in row.letters[other.letter].excludes
        for cell in (one, other)
    }
    return [cell for cell in cells if cell.letter in found]
