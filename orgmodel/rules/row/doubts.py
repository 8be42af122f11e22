"""Rows with owners or doers about whose seats something may be found.

Most letters of a large matrix name one seat in which one known person sits: such a party has a seat, is not
vacant and is not several, and need not be resolved to know it.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property

from orgmodel.rules.row.answers import Answers, Part
from orgmodel.rules.row.judged import JudgedRow, Party


class Doubts:
    """Answers about the rows of certain owners, or doers, and about no other party of these rows."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    @cached_property
    def of_owners(self) -> Answers:
        """About owners that are not one seat with one known holder."""
        return _about(self.answers, "owner", self._unsure)

    @cached_property
    def of_doers(self) -> Answers:
        """About doers that are not one seat with one known holder."""
        return _about(self.answers, "doer", self._unsure)

    @cached_property
    def of_seatless_owners(self) -> Answers:
        """About owners that are not one seat in force."""
        return _about(self.of_owners, "owner", self._absent)

    @cached_property
    def of_seatless_doers(self) -> Answers:
        """About doers that are not one seat in force."""
        return _about(self.of_doers, "doer", self._absent)

    @cached_property
    def _unsure(self) -> frozenset[str]:
        """Seats that are not in force, or of which more is said than who holds them."""
        positions, sole = self.answers.resolver.org.positions, self.answers.resolver.sole
        return frozenset(seat for seat in positions if seat not in sole) if len(sole) < len(positions) else frozenset()

    @cached_property
    def _absent(self) -> frozenset[str]:
        """Seats that are not in force."""
        in_force = self.answers.resolver.seating.in_force
        return frozenset(seat for seat in self._unsure if seat not in in_force)


def _about(answers: Answers, part: Part, seats: Container[str]) -> Answers:
    """Answers about these seats, as far as they are named, and about parties that are no seat."""
    doubtful: set[Party] = set()
    rows: list[JudgedRow] = []
    for row in answers.rows:
        held = row.owning if part == "owner" else row.doing
        found = [party for party in held if party[0] != "position" or party[1] in seats]
        if found:
            doubtful.update(found)
            rows.append(row)
    return Answers(answers.resolver, rows, doubtful)
