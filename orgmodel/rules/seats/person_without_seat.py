"""ORG315: an entry of people who hold nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from orgmodel.findings import Severity
from orgmodel.graph.letters import parse_assignee
from orgmodel.model.organization import PLURAL, Organization, Spot, entity
from orgmodel.model.positions import Person
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, later
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
        names = {name: (name, *_names(person)) for name, person in organization.people.items()}
        by_seats = _used_by_seats(context, set(chain.from_iterable(names.values())))
        left = [name for name in names if by_seats.isdisjoint(names[name])]
        by_rows = _used_by_rows(context, {called for name in left for called in names[name]})
        for name in left:
            if by_rows.isdisjoint(names[name]):
                yield later(_found, organization, name)


def _found(organization: Organization, name: str) -> Found:
    return Found(
        f"{described(organization, 'people', name)} holds no position and stands in for nobody",
        Spot("people", name, key=True),
        (entity("people", name),),
    )


def _names(person: Person) -> tuple[str, ...]:
    return person.aliases if person.name is None else (person.name, *person.aliases)


def _used_by_seats(context: RuleContext, names: set[str]) -> set[str]:
    """Those of some ids and names under which seats know somebody."""
    organization = context.organization
    repeats = organization.repeats.get("positions", {}).values()
    holders = [held.person for listed in context.rare_fields["holders"].values() for held in listed]
    holders += [held.person for further in repeats for seat in further for held in seat.held_by()]
    deputies = filter(None, context.rare_fields["deputy"].values())
    stand_ins = [parse_assignee(organization, who)[1] if ":" in who else who for who in deputies]
    return names.intersection(context.of_seats("holder")).union(names.intersection([*holders, *stand_ins]))


def _used_by_rows(context: RuleContext, names: Iterable[str]) -> set[str]:
    """Those of some ids and names under which rows know somebody, as a party of any kind."""
    organization = context.organization
    parties, claims = context.references.parties, {item.role for item in organization.assignments}
    written = ((name, who) for name in names for who in (name, *(f"{word}:{name}" for word in PLURAL)))
    return {
        name
        for name, who in written
        if (who in parties or who in claims) and parse_assignee(organization, who)[1] == name
    }
