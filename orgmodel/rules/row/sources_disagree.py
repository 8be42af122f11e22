"""Sources that give one party different letters in one row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.letters import Cell
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, parties
from orgmodel.rules.row.phrases import document, entities, entity_of, holder_of, letter, places_of, sources
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, named


class SourcesDisagree(Rule):
    """One finding for each party of a row. A source that says more than another one does not contradict it."""

    code: ClassVar[str] = "ORG429"
    name: ClassVar[str] = "sources-disagree"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Sources disagree about one part"
    why: ClassVar[str] = (
        "Each reader follows the source they know: one does the work, another only waits to be asked. As long as "
        "nothing is decided, both are right."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
activities: {vision: {title: Set the product vision}}
assignments:
  - {activity: vision, role: director, letter: A, source: career guide}
  - {activity: vision, role: pm, letter: R, source: career guide}
  - {activity: vision, role: pm, letter: C, source: job description}  # [ORG429]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
activities: {vision: {title: Set the product vision}}
assignments:
  - {activity: vision, role: director, letter: A, source: career guide}
  - {activity: vision, role: pm, letter: R, source: career guide}
  - {activity: vision, role: pm, letter: R, source: job description}
"""
    fix: ClassVar[str] = "Decide with `assign` in the activity, and tell the authors of the other source."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Rows that are decided are another rule's, and so are several owners and denials."""
        for row in context.rows:
            if not row.is_claimed:
                continue
            for cells in parties(row.row.cells).values():
                if len(cells) > 1 and _disagree(cells):
                    yield _found(context, row, cells)


def _disagree(cells: list[Cell]) -> bool:
    """Whether each of two sources gives a letter that the other one does not."""
    given: dict[str, set[str]] = {}
    for cell in cells:
        for source in cell.sources:
            given.setdefault(document(source), set()).add(cell.letter)
    return any(not (one <= other or other <= one) for one, other in combinations(given.values(), 2))


def _found(context: RuleContext, row: JudgedRow, cells: list[Cell]) -> Found:
    organization = context.organization
    who = holder_of(organization, cells[0])
    said = "; ".join(f"{letter(row.letters, cell.letter)} by {sources(cell)}" for cell in cells)
    shown = named(organization, "activities", row.name)
    related = places_of((cell, f"{quoted(cell.letter)} by {sources(cell)}") for cell in (cells[0], *cells[2:]))
    return Found(
        f"sources disagree about the part of {who} in {shown}: {said}",
        cells[1].spot,
        entities(row, cells),
        tuple(related)[:MOST_RELATED],
        subject=f"{row.entity} {entity_of(cells[0])}",
    )
