"""An owner that nobody can sit in for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.absent_seats import absence, absence_fix, follows
from orgmodel.rules.row.answers import has_no_seat
from orgmodel.rules.row.stake_phrases import (
    letter_spot,
    stake_entities,
    stake_party,
    stake_places,
    stake_rows,
    stake_subject,
)
from orgmodel.rules.rule import Found, Rule


class OwnerWithoutSeat(Rule):
    """One finding for each role without a seat, and for each place in which a role has none."""

    code: ClassVar[str] = "ORG418"
    name: ClassVar[str] = "owner-without-seat"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "The owner has no seat"
    why: ClassVar[str] = (
        "On paper a role answers for it; in the building there is no such post. External roles need none."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
positions:
  pm-1: {role: pm, holder: Li Wei}
activities:
  vision: {title: Set the product vision, assign: {A: director, R: pm}}  # [ORG418]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
positions:
  dir-1: {role: director, holder: Sam Ortiz}
  pm-1: {role: pm, reports_to: dir-1, holder: Li Wei}
activities:
  vision: {title: Set the product vision, assign: {A: director, R: pm}}
"""
    fix: ClassVar[str] = "Add a position of that role, or give the row to a role that has one."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Roles, positions and units that do not exist are another rule's finding."""
        for stake in context.doubts.of_seatless_owners.stakes("owner", has_no_seat):
            if follows(context, stake):
                continue
            message = f"{stake_party(context, stake)} owns {stake_rows(context, stake)} and {absence(context, stake)}"
            spot = letter_spot(stake, stake.rows[0], "owner")
            related = stake_places(stake, "owner")
            fix = absence_fix(context, stake)
            yield Found(message, spot, stake_entities(stake), related, fix=fix, subject=stake_subject(stake))
