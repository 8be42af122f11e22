"""Rows that involve nobody beyond those who own and do them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, parties
from orgmodel.rules.row.phrases import entities, letters, rows_named
from orgmodel.rules.rule import Found
from orgmodel.rules.wording import MOST_RELATED, listed

_FEWEST = 2


def without(context: RuleContext, trait: Literal["advises", "informed"], what: str) -> Iterator[Found]:
    """Rows in which nobody has a letter of a trait; one finding if no row of the model uses it.

    Silent where the scheme has no such letter, where one party alone takes part, and where sources
    only claim letters: what they do not mention is no decision.
    """
    lacking: list[JudgedRow] = []
    is_used = False
    for row in context.rows:
        if row.advisers if trait == "advises" else row.informed:
            is_used = True
        elif _has_company(row) and row.codes(trait):
            lacking.append(row)
    if not is_used and len(lacking) > 1:
        wanted = letters(lacking[0], lacking[0].codes(trait))
        shown = rows_named(context.organization, lacking)
        message = f"{what} in any of {shown}: the letter {wanted} is never used"
        others = tuple((row.spot, "nor here") for row in lacking[1 : MOST_RELATED + 1])
        yield Found(message, lacking[0].spot, tuple(row.entity for row in lacking), others, subject=f"no {trait}")
        return
    for row in lacking:
        shown = rows_named(context.organization, [row])
        wanted = listed([letters(row, row.codes(trait))])
        yield Found(f"{what} in {shown}: nobody has {wanted}", row.spot, entities(row))


def _has_company(row: JudgedRow) -> bool:
    return not row.is_claimed and not row.is_left_open and len(parties(row.row.cells)) >= _FEWEST
