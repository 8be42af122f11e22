"""ORG322: one name stands in several rows of a table, and counts as several people where that matters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Organization, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Example, Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import MOST_RELATED, counted, listed


class NameInSeveralRows(Rule):
    """One finding for all names; silent unless the policy demands something of people.

    In a table each row is a person of its own unless a column for the person's id joins them.
    """

    code = "ORG322"
    name = "name-in-several-rows"
    severity = Severity.WARNING
    title = "One name in several rows counts as several people"
    why = (
        "Two rows of a table may be two people of one name. So roles that must stay apart, and whatever else the "
        "policy demands of people, cannot be judged over the rows: what it forbids may be there unseen."
    )
    bad: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: seats.csv
policy: {conflicts: {roles: [Buyer, Approver]}}
""",
        "seats.csv": """\
id,title,holder,reports_to,note
1,Approver,Rosa Vidal,,
2,Buyer,Rosa Vidal,1, # [ORG322]
""",
    }
    good: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: {file: seats.csv, columns: {id: id, title: title, holder: holder, person: badge, reports_to: reports_to}}
policy: {conflicts: {roles: [Buyer, Approver]}}
""",
        "seats.csv": """\
id,title,holder,badge,reports_to
1,Approver,Rosa Vidal,71,
2,Buyer,Rosa Vidal,72,1
""",
    }
    fix = "Name the column that tells people apart, as in `columns: {person: Badge}`, or `person: holder` for the name."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Holders of rows without an id of the person, by name."""
        several = _names(context.organization, context)
        if not several:
            return
        organization = context.organization
        shown = listed([f"{quoted(name)} ({counted(len(seats), 'row')})" for name, seats in several.items()])
        seats = [seat for found in several.values() for seat in found]
        first = next(iter(several.values()))
        spots = [holder_spot(organization, seat) for seat in seats if seat != first[1]]
        people = f"{counted(len(several), 'name')} {'stands' if len(several) == 1 else 'stand'}"
        yield Found(
            f"{people} in several rows and {'counts' if len(several) == 1 else 'count'} as different people: {shown}",
            holder_spot(organization, first[1]),
            tuple(entity("positions", seat) for seat in seats),
            tuple((spot, "the same name") for spot in spots[:MOST_RELATED]),
            subject="names in several rows",
        )


def _names(organization: Organization, context: RuleContext) -> dict[str, list[str]]:
    """The names of several rows in force, with their seats."""
    found: dict[str, list[str]] = {}
    positions, people = organization.positions, organization.people
    for seat in filter(organization.row_people.__contains__, positions) if organization.row_people else ():
        if not positions[seat].in_force(context.day):
            continue
        for holder in positions[seat].holders_on(context.day):
            if holder.person is not None and holder.person not in people:
                found.setdefault(holder.person, []).append(seat)
    return {name: seats for name, seats in found.items() if len(seats) > 1}
