"""A doer that nobody can sit in for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.absent_seats import absence, absence_fix, follows
from orgmodel.rules.row.answers import Stake, has_no_seat
from orgmodel.rules.row.judged import JudgedRow, Party
from orgmodel.rules.row.stake_phrases import (
    letter_spot,
    stake_entities,
    stake_party,
    stake_places,
    stake_rows,
    stake_subject,
)
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import counted, listed


class DoerWithoutSeat(Rule):
    """A warning where nobody else does it either, else info; the owner's own seat is another rule's finding."""

    code: ClassVar[str] = "ORG421"
    name: ClassVar[str] = "doer-without-seat"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "A doer has no seat"
    why: ClassVar[str] = (
        "Work was given to a role for which there is no post. While another doer of the row has a seat this is info."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, dev: {title: Developer}}
positions:
  pm-1: {role: pm, holder: Li Wei}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev}}  # [ORG421]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, dev: {title: Developer}}
positions:
  pm-1: {role: pm, holder: Li Wei}
  dev-1: {role: dev, reports_to: pm-1, holder: Ana Reis}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev}}
"""
    fix: ClassVar[str] = "Add a position of that role, or give the work to a role that has one."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """One finding for each role without a seat, and for each place in which a role has none."""
        for stake in context.doubts.of_seatless_doers.stakes("doer", has_no_seat, _is_not_owner):
            if follows(context, stake):
                continue
            undone, is_everywhere = _undone(context, stake)
            message = f"{stake_party(context, stake)} does {stake_rows(context, stake)} and {absence(context, stake)}"
            if is_everywhere:
                message += "; nobody else who does it has one"
            elif undone:
                names = listed([*map(quoted, undone)], 3)
                message += f"; in {counted(len(undone), 'row')} ({names}) nobody else who does it has one"
            yield Found(
                message,
                letter_spot(stake, stake.rows[0], "doer"),
                stake_entities(stake),
                stake_places(stake, "doer"),
                fix=absence_fix(context, stake),
                severity=Severity.WARNING if undone else Severity.INFO,
                subject=stake_subject(stake),
            )


def _is_not_owner(row: JudgedRow, party: Party) -> bool:
    return party not in row.owning


def _undone(context: RuleContext, stake: Stake) -> tuple[list[str], bool]:
    """The rows of a stake that nobody does, as no doer has a seat there; and whether these are all.

    A row that somebody does in other places is named with each place in which nobody does: `backlog@payments`.
    """
    found: dict[str, None] = {}
    is_everywhere = True
    for row, places in stake.held:
        left = {place.place for place in places}
        for party in row.doing:
            if party != (stake.kind, stake.name) and left:
                left &= context.answers.lacking(row, party, "doer")
        if len(left) == len(places):
            found[row.name] = None
            continue
        is_everywhere = False
        found.update(dict.fromkeys(f"{row.name}@{place.place}" for place in places if place.place in left))
    return list(found), is_everywhere
