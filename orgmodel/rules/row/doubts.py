"""Rows with owners or doers about whose seats something may be found.

Most letters of a large matrix name one seat in which one known person sits: such a party has a seat, is not
vacant and is not several, and need not be resolved to know it.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from orgmodel.rules.row.answers import Answers, Part


class Doubts:
    """Answers about the rows in which some owner, or some doer, is not one seat with one known holder."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    @cached_property
    def of_owners(self) -> Answers:
        """Rows with such an owner."""
        return self._doubtful("owner")

    @cached_property
    def of_doers(self) -> Answers:
        """Rows with such a doer."""
        return self._doubtful("doer")

    def _doubtful(self, part: Part) -> Answers:
        held = [row.owning if part == "owner" else row.doing for row in self.answers.rows]
        sole = self.answers.resolver.sole
        parties = dict.fromkeys(chain.from_iterable(held))  # in the order of the rows, which is often that of seats
        doubtful = {(kind, name) for kind, name in parties if kind != "position" or name not in sole}
        rows = zip(self.answers.rows, held, strict=True) if doubtful else ()
        return Answers(self.answers.resolver, [row for row, parties in rows if not doubtful.isdisjoint(parties)])
