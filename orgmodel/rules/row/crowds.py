"""Rows in which more parties share one kind of letter than is good, or one letter than its scheme allows."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.graph.letters import Cell
from orgmodel.model.activities import Letter
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, parties
from orgmodel.rules.row.phrases import entities, holders
from orgmodel.rules.rule import Found
from orgmodel.rules.wording import named


def beyond_scheme(row: JudgedRow) -> Iterator[tuple[str, int, list[Cell]]]:
    """Letters that more parties have than the scheme allows: the code, the most, and the cells.

    Letters of owners are left out: a row with several owners is a matter of its own.
    """
    for code, letter in row.letters.items():
        if letter.max is not None and _has_limit(letter):
            cells = [cell for cell in row.row.cells if cell.letter == code]
            if len(cells) > letter.max:
                yield code, letter.max, cells


def have_limits(letters: dict[str, Letter]) -> bool:
    """Whether a scheme limits how many have some letter, apart from owners."""
    return any(map(_has_limit, letters.values()))


def _has_limit(letter: Letter) -> bool:
    return letter.max is not None and "owner" not in letter.traits


def crowded(context: RuleContext, row: JudgedRow, cells: tuple[Cell, ...], most: int, verb: str) -> Iterator[Found]:
    """A finding at the first party beyond the limit, if there are so many.

    Silent where the scheme's own limit says it more exactly.
    """
    found = parties(cells)
    if len(found) <= most:
        return
    told = {code for code, _most, _cells in beyond_scheme(row)}
    if any(cell.letter in told for cell in cells):
        return
    shown = named(context.organization, "activities", row.name)
    who = holders(context.organization, cells, 6)
    message = f"{len(found):,} {verb} {shown}, more than {most}: {who}"
    yield Found(message, list(found.values())[most][0].spot, entities(row, cells), subject=row.entity)
