"""Rows that seem to be one and the same, written in several ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.folding import letters_only, words_only
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, listed, named


class NearDuplicateActivities(Rule):
    """Equal after folding; one finding for each set of rows."""

    code: ClassVar[str] = "ORG416"
    name: ClassVar[str] = "near-duplicate-activities"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "Two rows look like one"
    why: ClassVar[str] = (
        "One activity under two names has two owners sooner or later. Rows are compared without case, accents, "
        "punctuation, order of words, plural and the choice between verbs such as rank and prioritise."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  rank-backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}
  priorities: {title: Prioritise backlog, assign: {A: pm, R: pm}}  # [ORG416]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
activities:
  rank-backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}
  priorities: {title: Set the priorities of the quarter, assign: {A: pm, R: pm}}
"""
    fix: ClassVar[str] = "Join the rows into one, or give them titles that tell them apart."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Rows in force on the same day; a row that follows another one in time is no duplicate."""
        organization = context.organization
        for rows in _alike(context.rows):
            shown = [named(organization, "activities", row.name) for row in rows]
            others = (rows[0], *rows[2:])
            yield Found(
                f"{len(rows):,} activities look like one: {listed(shown)}",
                rows[1].spot,
                tuple(row.entity for row in rows),
                tuple((row.spot, "looks the same") for row in others[:MOST_RELATED]),
            )


def _alike(rows: tuple[JudgedRow, ...]) -> list[list[JudgedRow]]:
    """Sets of rows joined by an equal id, equal letters of the title, or equal words of it."""
    first: dict[tuple[str, object], int] = {}
    joined = list(range(len(rows)))

    def root(i: int) -> int:
        while joined[i] != i:
            joined[i] = joined[joined[i]]
            i = joined[i]
        return i

    for i, row in enumerate(rows):
        for key in _keys(row):
            one, other = sorted((root(first.setdefault(key, i)), root(i)))
            joined[other] = one
    sets: dict[int, list[JudgedRow]] = {}
    for i, row in enumerate(rows):
        sets.setdefault(root(i), []).append(row)
    return [found for found in sets.values() if len(found) > 1]


def _keys(row: JudgedRow) -> Iterator[tuple[str, object]]:
    title = row.activity.title or row.name
    for kind, key in (("id", letters_only(row.name)), ("title", letters_only(title)), ("words", words_only(title))):
        if key:
            yield kind, key
