"""ORG613: several roles of a row that are all one person."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.authority.bonds import Bonds
from orgmodel.rules.authority.matters import Hit, Matter
from orgmodel.rules.authority.parts import Bond
from orgmodel.rules.authority.phrases import person_named, rows_told
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import MOST_RELATED, listed

_FEWEST_ROLES = 3


class AllInOneHand(Rule):
    """One finding for each person with all such rows."""

    code = "ORG613"
    name = "all-in-one-hand"
    severity = Severity.INFO
    title = "Every letter of a row leads to one person"
    why = (
        "On paper several roles answer, do and advise; in life one person talks to themself. The row shows a division "
        "of work that does not exist."
    )
    bad = """\
orgmodel: 1
roles: {pm: {}, analyst: {}, tester: {}}
positions:
  pm-1: {role: pm, holder: Li Wei}
  analyst-1: {role: analyst, reports_to: ~, holder: Li Wei}
  tester-1: {role: tester, reports_to: ~, holder: Li Wei}
activities:
  figures: {title: Review the figures, assign: {A: pm, R: analyst, C: tester}}  # [ORG613]
"""
    good = """\
orgmodel: 1
roles: {pm: {}, analyst: {}, tester: {}}
positions:
  pm-1: {role: pm, holder: Li Wei}
  analyst-1: {role: analyst, reports_to: ~, holder: Li Wei}
  tester-1: {role: tester, reports_to: ~, holder: Ana Reis}
activities:
  figures: {title: Review the figures, assign: {A: pm, R: analyst, C: tester}}
"""
    fix = "Take out the letters that say nothing new, or give one of the positions to somebody else."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Rows of three roles or more in which every letter leads to a person who is known."""
        found: dict[str, Matter] = {}
        for bond in context.bonds.all:
            person = _only_person(context.bonds, bond)
            if person is not None and len(_roles(context, bond)) >= _FEWEST_ROLES:
                matter = found.setdefault(person, Matter(bond.owners[0].party, {}))
                matter.add(Hit(bond, bond.owners[0], ()))
        for person, matter in found.items():
            yield _found(context, matter, person)


def _only_person(bonds: Bonds, bond: Bond) -> str | None:
    """The one person to whom all letters lead; vacant seats, units and outsiders are somebody else."""
    if bond.shape.doers and not bonds.is_one_hand(bond):
        return None
    people = bond.owners[0].people
    if len(people) != 1 or any(part.people != people for part in bond.parts):
        return None
    if any(part.resolved.vacant or part.resolved.undisclosed or part.is_unit for part in bond.parts):
        return None
    return next(iter(people))


def _roles(context: RuleContext, bond: Bond) -> set[str]:
    positions = context.organization.positions
    found = {part.resolved.name for part in bond.parts if part.resolved.kind == "role"}
    found.update(positions[seat].role or "" for part in bond.parts for seat in part.resolved.seats)
    return found - {""}


def _found(context: RuleContext, matter: Matter, person: str) -> Found:
    organization = context.organization
    parts = [part for hit in matter.hits for part in hit.bond.parts]
    seats = list(dict.fromkeys(seat for part in parts for seat in part.resolved.seats))
    shown = person_named(context, person)
    names = listed([quoted(seat) for seat in seats])
    message = f"every letter of {rows_told(context, matter)} leads to {shown}, who sits in {names}"
    related = [(holder_spot(organization, seat), f"{shown} sits in {quoted(seat)}") for seat in seats]
    involved = (entity("people", person.partition("\0")[0]), *(entity("positions", seat) for seat in seats))
    rows = matter.stake().entities()
    entities = (*rows, *involved) if len(rows) == 1 else (involved[0], *rows, *involved[1:])
    return Found(
        message,
        matter.letter(),
        entities,
        (*matter.letters("", "this row too"), *related)[:MOST_RELATED],
        subject=person.partition("\0")[0],
    )
