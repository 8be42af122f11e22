"""A person on whom too many rows rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.column.loads import Load
from orgmodel.rules.column.people import person_entity, person_shown, person_spot, seats_of
from orgmodel.rules.column.phrases import MOST_ENTITIES, row_entities, some_rows
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, listed


class OverloadedPerson(Rule):
    """One finding for each person; one for all who have the very same rows."""

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
        for load in context.loads.beyond(context.policy.column.person):
            yield _found(context, load)


def _found(context: RuleContext, load: Load) -> Found:
    people = load.people
    rows = load.rows
    counts = f"{counted(len(rows), 'row')} (owned {len(load.owned):,}, done {len(load.done):,})"
    beyond = f"more than {context.policy.column.person}: {some_rows(list(rows))}"
    shown = listed([person_shown(context, person) for person in people], 3)
    if len(people) == 1:
        message = f"{shown} owns or does {counts}, {beyond}"
    else:
        message = f"{len(people):,} people own or do the same {counts}, {beyond}; they are {shown}"
    who = [person_entity(person) for person in people[:MOST_ENTITIES]]
    seats = seats_of(context, people[0]) if len(people) == 1 else ()
    further: list[tuple[Spot, str]] = [(Spot("positions", seat), "holds this seat too") for seat in seats[1:]]
    if len(people) > 1:
        further = [(person_spot(context, person), "has the same rows") for person in people[1 : MOST_RELATED + 1]]
    activities = {row.name: row for row in rows.values()}
    further += [(row.spot, "owned or done") for row in list(activities.values())[:MOST_RELATED]]
    return Found(
        message,
        person_spot(context, people[0]),
        tuple(dict.fromkeys((*who, *(entity("positions", seat) for seat in seats), *row_entities(rows)))),
        tuple(further[:MOST_RELATED]),
        subject=" ".join(who),
    )
