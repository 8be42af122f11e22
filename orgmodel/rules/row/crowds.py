"""Rows in which more parties share one kind of letter than is good."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.graph.letters import Cell
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, parties
from orgmodel.rules.row.phrases import entities, holders
from orgmodel.rules.rule import Found
from orgmodel.rules.wording import named


def crowded(context: RuleContext, row: JudgedRow, cells: tuple[Cell, ...], most: int, verb: str) -> Iterator[Found]:
    """A finding at the first party beyond the limit."""
    if len(cells) <= most:
        return
    found = parties(cells)
    if len(found) <= most:
        return
    shown = named(context.organization, "activities", row.name)
    who = holders(context.organization, cells, 6)
    message = f"{len(found):,} {verb} {shown}, more than {most}: {who}"
    yield Found(message, list(found.values())[most][0].spot, entities(row, cells), subject=row.entity)
