"""An owner whose seats are all empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.answers import Stake
from orgmodel.rules.row.stake_phrases import (
    letter_spot,
    stake_entities,
    stake_party,
    stake_places,
    stake_rows,
    stake_subject,
)
from orgmodel.rules.row.vacant_seats import emptiness, is_stood_in_for, stand_ins
from orgmodel.rules.rule import Found, Rule, later


class OwnerVacant(Rule):
    """One finding for each set of vacant seats, however many rows rest on it."""

    code: ClassVar[str] = "ORG419"
    name: ClassVar[str] = "owner-vacant"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "The owner's seats are all vacant"
    why: ClassVar[str] = "The matrix looks complete, but nobody is there to answer: the row rests on an empty chair."
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, dev: {title: Developer}}
positions:
  pm-1: {role: pm}
  dev-1: {role: dev, reports_to: pm-1, holder: Ana Reis}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: dev}}  # [ORG419]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, dev: {title: Developer}}
positions:
  pm-1: {role: pm, holder: Li Wei}
  dev-1: {role: dev, reports_to: pm-1, holder: Ana Reis}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: dev}}
"""
    fix: ClassVar[str] = "Fill the seat, give it a `deputy`, or give the row to somebody who is there until then."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Each vacant seat that has a deputy is named with who stands in; where all have one, it is info."""
        for stake in context.doubts.of_owners.stakes("owner", lambda resolved: resolved.is_all_vacant):
            severity = Severity.INFO if is_stood_in_for(stake.resolved) else None
            yield later(_found, context, stake, severity, severity=severity)


def _found(context: RuleContext, stake: Stake, severity: Severity | None) -> Found:
    message = (
        f"{stake_party(context, stake)} owns {stake_rows(context, stake)}, and "
        f"{emptiness(stake)}{stand_ins(context, stake.resolved)}"
    )
    spot = letter_spot(stake, stake.rows[0], "owner")
    related = stake_places(stake, "owner", seats="a vacant seat")
    return Found(message, spot, stake_entities(stake), related, severity=severity, subject=stake_subject(stake))
