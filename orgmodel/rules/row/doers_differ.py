"""Sources that name different parties for the same work, and nobody who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, Party, parties
from orgmodel.rules.row.phrases import claimed, document, entities, places_of
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, listed, named

_MOST_NAMED = 6


class DoersDiffer(Rule):
    """One finding for each row that no source owns, where each of two sources names a doer the other does not.

    With an owner a division of the work is lawful, and two of them are `several-owners`. A source that names more
    doers than another one does not contradict it.
    """

    code: ClassVar[str] = "ORG435"
    name: ClassVar[str] = "doers-differ"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Sources give the same work to different hands"
    why: ClassVar[str] = (
        "Each of them takes the work to be theirs, or the other's: it is done twice or not at all. As nobody is named "
        "who answers for it, nobody settles it either."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
activities: {trends: {title: Follow the trends of the market}}
assignments:
  - {activity: trends, role: pm, letter: R, source: career guide}
  - {activity: trends, role: director, letter: R, source: job description}  # [ORG435]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
activities: {trends: {title: Follow the trends of the market}}
assignments:
  - {activity: trends, role: pm, letter: R, source: career guide}
  - {activity: trends, role: director, letter: R, source: job description}
  - {activity: trends, role: director, letter: A, source: job description}
"""
    fix: ClassVar[str] = "Decide with `assign` in the activity who does it and who owns it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Rows that are decided, and those with an owner, are other rules'."""
        for row in context.rows:
            if row.is_claimed and row.doers and not row.owners and _differ(row):
                yield _found(context, row)


def _differ(row: JudgedRow) -> bool:
    """Whether each of two sources names a doer that the other one does not."""
    named_by: dict[str, set[Party]] = {}
    for cell in row.doers:
        for source in cell.sources:
            named_by.setdefault(document(source), set()).add((cell.kind, cell.name))
    return any(not (one <= other or other <= one) for one, other in combinations(named_by.values(), 2))


def _found(context: RuleContext, row: JudgedRow) -> Found:
    organization = context.organization
    doers = [cells[0] for cells in parties(row.doers).values()]
    who = listed([claimed(organization, cell, row.letters) for cell in doers], _MOST_NAMED)
    related = places_of((cell, "another doer") for cell in (doers[0], *doers[2:]))
    return Found(
        f"sources give {named(organization, 'activities', row.name)} to different doers: {who}",
        doers[1].spot,
        entities(row, doers),
        tuple(related)[:MOST_RELATED],
        subject=row.entity,
    )
