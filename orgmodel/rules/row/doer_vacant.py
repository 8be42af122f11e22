"""A row that only empty seats do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.idle_doers import waits
from orgmodel.rules.row.phrases import party
from orgmodel.rules.row.stake_phrases import (
    letter_spot,
    stake_entities,
    stake_party,
    stake_places,
    stake_rows,
    stake_subject,
)
from orgmodel.rules.row.vacant_seats import emptiness, is_stood_in_for, stand_ins
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import listed


class DoerVacant(Rule):
    """One finding for each set of vacant seats, however many rows wait for it."""

    code: ClassVar[str] = "ORG434"
    name: ClassVar[str] = "doer-vacant"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "The seats of all doers are vacant"
    why: ClassVar[str] = (
        "Somebody answers for it, but nobody is there to do it: the work waits until the seat is filled, or the owner "
        "does it without having planned to."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, dev: {title: Developer}}
positions:
  pm-1: {role: pm, holder: Li Wei}
  dev-1: {role: dev, reports_to: pm-1}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev}}  # [ORG434]
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
    fix: ClassVar[str] = "Fill the seat, give it a `deputy`, or let somebody who is there do it until then."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Vacant seats that own the row too are another rule's finding. Info where each seat has a deputy."""
        for wait in waits(context.doubts.of_doers):
            stake, others = wait.stake, list(wait.others)
            message = f"{stake_party(context, stake)} does {stake_rows(context, stake)}, and {emptiness(stake)}"
            if others:
                shown = listed([party(context.organization, *other) for other in others], 3)
                share = "shares" if len(others) == 1 else "share"
                work = "the work" if len(stake.rows) == 1 else "some of the work"
                message += f", nor is anybody there for {shown}, who {share} {work}"
            yield Found(
                message + stand_ins(context, stake.resolved),
                letter_spot(stake, stake.rows[0], "doer"),
                (*stake_entities(stake), *(f"{kind}:{name}" for kind, name in others)),
                stake_places(stake, "doer", seats="a vacant seat"),
                severity=Severity.INFO if is_stood_in_for(stake.resolved) else None,
                subject=stake_subject(stake),
            )
