"""What the people are who hold a party's seats: employees, contractors, software agents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from orgmodel.graph.resolution import Resolved
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.authority.phrases import person_named
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.answers import Answers, Stake
from orgmodel.rules.row.judged import Party
from orgmodel.rules.row.stake_phrases import (
    letter_spot,
    stake_entities,
    stake_party,
    stake_places,
    stake_rows,
    stake_subject,
)
from orgmodel.rules.rule import Found
from orgmodel.rules.wording import MOST_RELATED, listed

EMPLOYEE = "employee"
UNKNOWN = "unknown"

_MOST = 3


def is_employment_given(context: RuleContext, *words: str) -> bool:
    """Whether the model says of anybody that they are one of these."""
    organization = context.organization
    return any(entry.employment in words for entry in organization.people.values()) or any(
        seat.employment in words for seat in organization.positions.values()
    )


def employments(context: RuleContext, resolved: Resolved) -> set[str]:
    """What they are who sit in these seats; UNKNOWN where somebody is not disclosed. Vacant seats hold nobody."""
    organization = context.organization
    found: set[str] = set()
    for holding in context.resolver.holdings(resolved):
        person = organization.people.get(holding.person)
        seat = organization.positions[holding.seat]
        found.add((person.employment if person is not None else None) or seat.employment or EMPLOYEE)
    for name in resolved.undisclosed:
        found.add(organization.positions[name].employment or UNKNOWN)
    if not resolved.seats and resolved.kind == "person":
        person = organization.people.get(resolved.name)
        found.add((person.employment if person is not None else None) or UNKNOWN)
    return found


def owned_by(context: RuleContext, wanted: Callable[[Resolved], bool], one: str, several: str) -> Iterator[Found]:
    """One finding for each owner all of whose hands are of a kind other than employees, named for one and several."""
    owning = dict.fromkeys(chain.from_iterable([row.owning for row in context.answers.rows]))
    doubtful = owning.keys() - _of_employees(context, owning)
    rows = [row for row in context.answers.rows if not doubtful.isdisjoint(row.owning)]
    for stake in Answers(context.resolver, rows).stakes("owner", wanted):
        yield _found(context, stake, one, several)


def _of_employees(context: RuleContext, parties: Iterable[Party]) -> set[Party]:
    """The parties that are one seat with one known holder of whom nothing else is said, as most owners of a large
    matrix are.
    """
    people = context.organization.people.items()
    others = {key for key, person in people if person.employment is not None and person.employment != EMPLOYEE}
    seats = {seat for seat, said in context.rare_fields["employment"].items() if said != EMPLOYEE}
    sole = context.resolver.sole
    return {
        party
        for party in parties
        if party[0] == "position" and party[1] in sole and party[1] not in seats and sole[party[1]] not in others
    }


def _found(context: RuleContext, stake: Stake, one: str, several: str) -> Found:
    people = stake.resolved.people
    names = [person_named(context, person) for person in people]
    message = f"{stake_party(context, stake)} owns {stake_rows(context, stake)}, and "
    vacant = frozenset(stake.resolved.vacant)
    seats = listed([quoted(seat) for seat in stake.resolved.seats if seat not in vacant], _MOST)
    if stake.kind == "person":
        message += f"is {one}"
    elif stake.resolved.undisclosed:
        message += f"whoever sits in {seats} is {one}"
    else:
        holders = f"its only holder is {one}" if len(names) == 1 else f"its holders are all {several}"
        message += f"{holders}: {listed(names, _MOST)} in {seats}"
    told = [(spot, "says so") for spot in _spots(context, stake.resolved)[:MOST_RELATED]]
    return Found(
        message,
        letter_spot(stake, stake.rows[0], "owner"),
        tuple(dict.fromkeys((*stake_entities(stake), *(entity("people", key.partition("\0")[0]) for key in people)))),
        (*stake_places(stake, "owner"), *told),
        subject=stake_subject(stake),
    )


def _spots(context: RuleContext, resolved: Resolved) -> list[Spot]:
    """Where the employment is written."""
    people = context.organization.people
    spots = [
        Spot("people", holding.person, ("employment",))
        if holding.person in people and people[holding.person].employment is not None
        else Spot("positions", holding.seat, ("employment",))
        for holding in context.resolver.holdings(resolved)
    ]
    spots += [Spot("positions", seat, ("employment",)) for seat in resolved.undisclosed]
    if not spots and resolved.name in people:
        spots.append(Spot("people", resolved.name, ("employment",)))
    return spots
