"""A person on whom too many rows rest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.column.overloads import Load, Overloads
from orgmodel.rules.column.people import people_shown, person_entity, person_shown, person_spot, seats_of
from orgmodel.rules.column.phrases import MOST_ENTITIES, row_entities, some_rows
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import MOST_RELATED, counted


class OverloadedPerson(Rule):
    """One finding for each person; one for all who have rows of the same activities, each in their own place."""

    code: ClassVar[str] = "ORG507"
    name: ClassVar[str] = "overloaded-person"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Too much rests on one person"
    why: ClassVar[str] = (
        "On paper each role has its share; with the names filled in, one person owns or does most of it. What is "
        "dropped then is decided by the day. A row that exists in many places counts in each of them."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {column: {person: 2}}
roles: {pm: {}, ops: {}}
positions:
  pm-1: {role: pm, reports_to: ~, holder: Li Wei}  # [ORG507]
  ops-1: {role: ops, reports_to: pm-1, holder: Li Wei}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm}}
  build: {title: Build the increment, assign: {A: pm, R: ops}}
  run: {title: Run the service, assign: {A: ops, R: ops}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {column: {person: 2}}
roles: {pm: {}, ops: {}}
positions:
  pm-1: {role: pm, reports_to: ~, holder: Li Wei}
  ops-1: {role: ops, reports_to: pm-1, holder: Ana Reis}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm}}
  build: {title: Build the increment, assign: {A: pm, R: ops}}
  run: {title: Run the service, assign: {A: ops, R: ops}}
"""
    fix: ClassVar[str] = "Hand rows to somebody else, or fill a second seat of the role."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """A letter of a unit as one party is not spread over its members."""
        for loads in Overloads(context.loads).beyond(context.policy.column.person):
            yield later(_of_one, context, loads[0]) if len(loads) == 1 else later(_of_several, context, loads)


def _of_one(context: RuleContext, load: Load) -> Found:
    names, most = load.names(MOST_ENTITIES), context.policy.column.person
    counts = f"{counted(load.count, 'row')} ({load.owned:,} owned, {load.done:,} done)"
    seats = seats_of(context, load.person)
    entities = (person_entity(load.person), *(entity("positions", seat) for seat in seats), *row_entities(names))
    further = [(Spot("positions", seat), "a seat of theirs too") for seat in seats[1:]]
    shown = some_rows(names, load.count)
    message = f"{person_shown(context, load.person)} owns or does {counts}, more than {most}: {shown}"
    related = (*further, *_rows(load.rows))[:MOST_RELATED]
    return Found(message, person_spot(context, load.person), entities, related, subject=entities[0])


def _of_several(context: RuleContext, loads: list[Load]) -> Found:
    people = [load.person for load in loads]
    rows = loads[0].rows
    who = tuple(dict.fromkeys(map(person_entity, people)))[:MOST_ENTITIES]
    fewest, most = min(load.count for load in loads), max(load.count for load in loads)
    counts = f"{most:,}" if fewest == most else f"{fewest:,} to {most:,}"
    message = (
        f"{len(people):,} people each own or do {counts} rows, more than {context.policy.column.person}, of the same "
        f"{counted(len(rows), 'activity')} ({some_rows(list(rows))}): {people_shown(context, people)}"
    )
    others = ((person_spot(context, person), "has the same rows") for person in people[1:MOST_RELATED])
    related = (*others, *_rows(rows))[:MOST_RELATED]
    entities = (*who, *row_entities(rows))
    return Found(message, person_spot(context, people[0]), entities, related, subject=" ".join(rows))


def _rows(rows: dict[str, JudgedRow]) -> list[tuple[Spot, str]]:
    return [(row.spot, "owned or done") for row in islice(rows.values(), MOST_RELATED)]
