"""ORG315: an entry of people who hold nothing."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from orgmodel.findings import Severity
from orgmodel.graph.letters import parse_assignee
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class PersonWithoutSeat(Rule):
    """One finding for each person that no seat and no row names, on any day, by id or by name."""

    code = "ORG315"
    name = "person-without-seat"
    severity = Severity.INFO
    title = "A person has no position"
    why = (
        "Either the person has left and the entry was forgotten, or their seat was: then they have no manager, "
        "no unit and no part in the matrix."
    )
    bad = """\
orgmodel: 1
people:
  ada: {name: Ada Park}
  sam: {name: Sam Ortiz}  # [ORG315]
positions:
  chief: {holder: ada}
"""
    good = """\
orgmodel: 1
people:
  ada: {name: Ada Park}
  sam: {name: Sam Ortiz}
positions:
  chief: {holder: ada}
  lead: {reports_to: chief, holder: sam}
"""
    fix = "Name the person as the holder of a position, or delete the entry."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """A person written by name is another rule's finding; silent where a holder could not be read."""
        organization = context.organization
        if context.misspelt.is_any_lost("position", "holder", "holders", "deputy"):
            return
        used = _used(context)
        for name, person in organization.people.items():
            if name not in used and person.name not in used and used.isdisjoint(person.aliases):
                yield Found(
                    f"{described(organization, 'people', name)} holds no position and stands in for nobody",
                    Spot("people", name, key=True),
                    (entity("people", name),),
                )


def _used(context: RuleContext) -> set[str | None]:
    """Every id and name under which seats and rows know somebody."""
    organization = context.organization
    positions = organization.positions
    used: set[str | None] = set(map(attrgetter("holder"), positions.values()))
    for name in context.seats_with("holders"):
        used.update(held.person for held in positions[name].holders)
    for further in organization.repeats.get("positions", {}).values():
        used.update(held.person for seat in further for held in seat.held_by())
    whos = [positions[name].deputy for name in context.seats_with("deputy")]
    whos += [held.who for row in organization.activities.values() for some in row.assign.values() for held in some]
    whos += [row.escalates_to for row in organization.activities.values()]
    whos += [item.role for item in organization.assignments]
    used.update(parse_assignee(organization, who)[1] for who in whos if who is not None)
    used.discard(None)
    return used
