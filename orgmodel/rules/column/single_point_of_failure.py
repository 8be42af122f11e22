"""A person who is alone with rows that matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.rules.column.lone_hands import LoneHand, LoneHands
from orgmodel.rules.column.people import person_entity, person_shown, person_spot, seats_of
from orgmodel.rules.column.phrases import MOST_ENTITIES, row_entities, some_rows
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted


class SinglePointOfFailure(Rule):
    """One finding for each person; a seat with a deputy has somebody to stand in."""

    code: ClassVar[str] = "ORG508"
    name: ClassVar[str] = "single-point-of-failure"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "One person alone knows how"
    why: ClassVar[str] = (
        "Nobody else owns these rows and nobody else does them. If this person is ill, or leaves, the work stands "
        "still, and nobody is there who has ever done it."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {column: {sole: 1}}
roles: {pm: {}, ops: {}}
positions:
  pm-1: {role: pm, reports_to: ~, holder: Li Wei}  # [ORG508]
  ops-1: {role: ops, reports_to: pm-1, holder: Ana Reis}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm}}
  price: {title: Set the price, assign: {A: pm, R: pm, C: ops}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {column: {sole: 1}}
roles: {pm: {}, ops: {}}
positions:
  pm-1: {role: pm, reports_to: ~, holder: Li Wei}
  ops-1: {role: ops, reports_to: pm-1, holder: Ana Reis}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm}}
  price: {title: Set the price, assign: {A: pm, R: [pm, ops]}}
"""
    fix: ClassVar[str] = "Let a second person do some of it, name a `deputy`, or give one of the two letters away."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Two seats of one person are one hand, and so is each place in which a row exists."""
        for hand in LoneHands(context.loads).beyond(context.policy.column.sole):
            yield _found(context, hand)


def _found(context: RuleContext, hand: LoneHand) -> Found:
    who = person_entity(hand.person)
    names = hand.names(MOST_ENTITIES)
    most = context.policy.column.sole
    message = (
        f"{person_shown(context, hand.person)} alone owns and does {counted(hand.count, 'row')}, more than {most}, "
        f"with nobody to stand in: {some_rows(names, hand.count)}"
    )
    seats = tuple(entity("positions", seat) for seat in seats_of(context, hand.person))
    return Found(
        message,
        person_spot(context, hand.person),
        (who, *seats, *row_entities(names)),
        tuple((row.spot, "owned and done alone") for row in hand.rows[:MOST_RELATED]),
        subject=who,
    )
