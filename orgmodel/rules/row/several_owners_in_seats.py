"""One owner on paper who turns out to be several in the building."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.resolution import Resolved
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.answers import Stake
from orgmodel.rules.row.judged import JudgedRow, Party
from orgmodel.rules.row.stake_phrases import (
    letter_spot,
    seats_and_people,
    stake_entities,
    stake_party,
    stake_places,
    stake_rows,
    stake_subject,
)
from orgmodel.rules.rule import Found, Rule

_ONE_SEAT = "Give the holders of the seat an `fte` each if they share it, or let one of them hold it."


class SeveralOwnersInSeats(Rule):
    """One finding for each set of seats; a job share is one owner, and so is one person in two seats."""

    code: ClassVar[str] = "ORG420"
    name: ClassVar[str] = "several-owners-in-seats"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "One owner on paper is several in seats"
    why: ClassVar[str] = (
        "The matrix names one role, and several people hold it: each may think that another one answers."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
positions:
  pm-cards: {role: pm, reports_to: ~, holder: Li Wei}
  pm-fraud: {role: pm, reports_to: ~, holder: Ana Reis}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}  # [ORG420]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
positions:
  pm-cards: {role: pm, reports_to: ~, holder: Li Wei}
  pm-fraud: {role: pm, reports_to: ~, holder: Ana Reis}
activities:
  backlog: {title: Rank the backlog, per: "role:pm", assign: {A: pm, R: pm}}
"""
    fix: ClassVar[str] = "Make the row exist once for each of them with `per`, or name the one position that answers."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Rows with several owners on paper are another rule's finding."""
        for found in context.doubts.of_owners.stakes("owner", _are_several, _is_sole_owner):
            stake = _without_like_seats(found)
            if not stake.held:
                continue
            message = (
                f"{stake_party(context, stake)} is the one owner of {stake_rows(context, stake)} on paper, but "
                f"{stake.resolved.hands:,} in seats: {seats_and_people(context, stake)}"
            )
            spot = letter_spot(stake, stake.rows[0], "owner")
            related = stake_places(stake, "owner", seats="one of the seats")
            fix = _ONE_SEAT if len(stake.resolved.seats) == 1 else ""
            yield Found(message, spot, stake_entities(stake), related, fix=fix, subject=stake_subject(stake))


def _are_several(resolved: Resolved) -> bool:
    return resolved.hands > 1


def _is_sole_owner(row: JudgedRow, _party: Party) -> bool:
    return len(row.owning) == 1


def _without_like_seats(stake: Stake) -> Stake:
    """An entry for several like seats is one owner in a row that exists once for each of them."""
    kept = [(row, tuple(place for place in places if place.weight == 1)) for row, places in stake.held]
    return replace(stake, held=[(row, places) for row, places in kept if places])
