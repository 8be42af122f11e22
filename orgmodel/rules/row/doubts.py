"""Rows with owners or doers about whose seats something may be found.

Most letters of a large matrix name one seat in which one known person sits: such a party has a seat, is not
vacant and is not several, and need not be resolved to know it.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property
from itertools import compress

from orgmodel.rules.row.answers import Answers, Part


class Doubts:
    """Answers about the rows of certain owners, or doers, and about no other party of these rows."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    @cached_property
    def of_owners(self) -> Answers:
        """About owners that are not one seat with one known holder."""
        return _doubtful(self.answers, "owner", self.answers.resolver.sole)

    @cached_property
    def of_doers(self) -> Answers:
        """About doers that are not one seat with one known holder."""
        return _doubtful(self.answers, "doer", self.answers.resolver.sole)

    @cached_property
    def of_seatless_owners(self) -> Answers:
        """About owners that are not one seat in force."""
        return _doubtful(self.of_owners, "owner", self.answers.resolver.seating.in_force)

    @cached_property
    def of_seatless_doers(self) -> Answers:
        """About doers that are not one seat in force."""
        return _doubtful(self.of_doers, "doer", self.answers.resolver.seating.in_force)


def _doubtful(answers: Answers, part: Part, certain: Container[str]) -> Answers:
    """Answers about parties that are no seat of which enough is known."""
    held = [row.owning if part == "owner" else row.doing for row in answers.rows]
    doubtful = {party for parties in held for party in parties if party[0] != "position" or party[1] not in certain}
    rows = compress(answers.rows, [not doubtful.isdisjoint(parties) for parties in held]) if doubtful else ()
    return Answers(answers.resolver, rows, doubtful)
