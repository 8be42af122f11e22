"""Rows that seem to be one and the same, written in several ways."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import chain
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.folding import letters_and_words, letters_only
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
    equal = list(_equal(rows))
    above = {i: i for i in sorted(chain.from_iterable(equal))}

    def root(i: int) -> int:
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    for first, *others in equal:
        for i in others:
            one, other = sorted((root(first), root(i)))
            above[other] = one
    sets: dict[int, list[JudgedRow]] = {}
    for i in above:
        sets.setdefault(root(i), []).append(rows[i])
    return list(sets.values())


def _equal(rows: tuple[JudgedRow, ...]) -> Iterator[list[int]]:
    """The numbers of rows with an equal key; a key of which nothing is left equals none."""
    ids = [letters_only(row.name) for row in rows]
    kinds: list[Sequence[Hashable]] = [ids, *letters_and_words([row.activity.title or row.name for row in rows])]
    for keys in kinds:
        found: dict[Hashable, list[int]] = {}
        if len(set(keys)) < len(keys):
            for i, key in enumerate(keys):
                found.setdefault(key, []).append(i)
        yield from (same for key, same in found.items() if key and len(same) > 1)
