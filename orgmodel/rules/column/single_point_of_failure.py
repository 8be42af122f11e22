"""A person who is alone with rows that matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.column.lone_hands import LoneHand, LoneHands
from orgmodel.rules.column.people import people_shown, person_entity, person_shown, person_spot, seats_of
from orgmodel.rules.column.phrases import MOST_ENTITIES, row_entities, some_rows
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import MOST_RELATED, counted


class SinglePointOfFailure(Rule):
    """One finding for each person; one for all who are alone with the same rows, each in their own place."""

    code: ClassVar[str] = "ORG508"
    name: ClassVar[str] = "single-point-of-failure"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "One person alone knows how"
    why: ClassVar[str] = (
        "Nobody else owns these rows and nobody else does them. If this person is ill, or leaves, the work stands "
        "still, and nobody is there who has ever done it. A seat with a deputy has somebody to stand in."
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
        alike: dict[tuple[str, ...], list[LoneHand]] = {}
        for hand in LoneHands(context.loads).beyond(context.policy.column.sole):
            alike.setdefault(tuple(row.name for row in hand.rows), []).append(hand)
        for activities, hands in alike.items():
            if len(hands) == 1:
                yield later(_of_one, context, hands[0])
            else:
                yield later(_of_several, context, hands, activities)


def _of_one(context: RuleContext, hand: LoneHand) -> Found:
    who = person_entity(hand.person)
    names = hand.names(MOST_ENTITIES)
    most = context.policy.column.sole
    message = (
        f"{person_shown(context, hand.person)} alone owns and does {counted(hand.count, 'row')}, more than {most}, "
        f"with nobody to stand in: {some_rows(names, hand.count)}"
    )
    seats = (entity("positions", seat) for seat in seats_of(context, hand.person))
    entities = (who, *seats, *row_entities(names))
    return Found(message, person_spot(context, hand.person), entities, _rows(hand), subject=who)


def _of_several(context: RuleContext, hands: list[LoneHand], activities: tuple[str, ...]) -> Found:
    people = [hand.person for hand in hands]
    who = tuple(dict.fromkeys(map(person_entity, people)))[:MOST_ENTITIES]
    fewest, most = min(hand.count for hand in hands), max(hand.count for hand in hands)
    counts = f"{most:,}" if fewest == most else f"{fewest:,} to {most:,}"
    message = (
        f"{len(people):,} people are each alone with {counts} rows, more than {context.policy.column.sole}, and nobody "
        f"to stand in, of the same {counted(len(activities), 'activity')} ({some_rows(activities)}): "
        f"{people_shown(context, people)}"
    )
    others = ((person_spot(context, person), "alone with the same rows") for person in people[1:MOST_RELATED])
    related = (*others, *_rows(hands[0]))[:MOST_RELATED]
    entities = (*who, *row_entities(activities))
    return Found(message, person_spot(context, people[0]), entities, related, subject=" ".join(activities))


def _rows(hand: LoneHand) -> tuple[tuple[Spot, str], ...]:
    return tuple((row.spot, "owned and done alone") for row in hand.rows[:MOST_RELATED])
