"""A letter that says less than another one the same party holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.letters import Cell
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, parties
from orgmodel.rules.row.phrases import entities, entity_of, holder_of, letter, other_places
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import named

_STRONGER = {"informed": ("owner", "doer", "advises"), "advises": ("owner", "doer")}
_SAYS = {"owner": "owns it", "doer": "does it", "advises": "is asked"}
_NEED_NOT = {"informed": "need not be told", "advises": "need not be asked"}


class RedundantLetter(Rule):
    """One finding for each party of a row and each letter too many."""

    code: ClassVar[str] = "ORG412"
    name: ClassVar[str] = "redundant-letter"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "A letter says nothing new"
    why: ClassVar[str] = (
        "Who owns or does it knows of it, and who is asked is told anyway. Letters beyond need hide those that matter, "
        "and often one of the two was meant for somebody else."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, qa: {}}
activities:
  release:
    title: Release an increment
    assign:
      A: pm
      R: dev
      C: qa
      I: qa  # [ORG412]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, qa: {}}
activities:
  release:
    title: Release an increment
    assign: {A: pm, R: dev, C: qa}
"""
    fix: ClassVar[str] = "Keep the stronger letter and delete the weaker one."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Letters that different sources claim do not repeat each other: they differ."""
        for row in context.rows:
            names = {cell.name for cell in row.row.cells}
            if len(names) == len(row.row.cells) or not (row.advisers or row.informed):
                continue
            for cells in parties(row.row.cells).values():
                for weak in cells if len(cells) > 1 else ():
                    yield from self._beside(context, row, weak, cells)

    def _beside(self, context: RuleContext, row: JudgedRow, weak: Cell, cells: list[Cell]) -> Iterator[Found]:
        for trait, stronger in _STRONGER.items():
            if trait not in row.letters[weak.letter].traits:
                continue
            for above in stronger:
                for cell in cells:
                    if _goes_beyond(row, cell, weak, above):
                        yield self._found(context, row, weak, cell, f"who {_SAYS[above]} {_NEED_NOT[trait]}")
                        return

    def _found(self, context: RuleContext, row: JudgedRow, weak: Cell, strong: Cell, why: str) -> Found:
        organization = context.organization
        both = f"{letter(row.letters, weak.letter)} beside {letter(row.letters, strong.letter)}"
        shown = named(organization, "activities", row.name)
        return Found(
            f"{holder_of(organization, weak)} has {both} in {shown}: {why}",
            weak.spot,
            entities(row, [weak]),
            other_places([strong], "the letter that says more"),
            subject=f"{row.entity} {entity_of(weak)} {weak.letter}",
        )


def _goes_beyond(row: JudgedRow, strong: Cell, weak: Cell, trait: str) -> bool:
    if strong.letter == weak.letter or trait not in row.letters[strong.letter].traits:
        return False
    if not set(row.letters[weak.letter].traits) <= {"informed", "advises"}:
        return False
    return not weak.is_claim or not set(weak.sources).isdisjoint(strong.sources)
