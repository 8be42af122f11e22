"""ORG606: an owner at home in another unit than the work."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from orgmodel.findings import Severity
from orgmodel.graph.instances import Instance
from orgmodel.model.organization import Spot
from orgmodel.rules.authority.bonds import Bonds
from orgmodel.rules.authority.bridges import is_bridge_missing
from orgmodel.rules.authority.matters import Hit, Matter
from orgmodel.rules.authority.parts import Bond
from orgmodel.rules.authority.phrases import member_named, party_named, rows_told, units_named
from orgmodel.rules.authority.reach import is_outside
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import Party
from orgmodel.rules.rule import Found, Rule

_MOST_SEATS = 3


class OwnerInOtherUnit(Rule):
    """One finding for each owner, whatever the units; one for rows that exist for each unit, one for others.

    Where the lines show already that the owner stands outside, or nobody joins the two units, that is told;
    this rule adds what only units show: rows that exist for each unit, and work whose lines are not known.
    """

    code = "ORG606"
    name = "owner-in-other-unit"
    severity = Severity.INFO
    title = "The owner sits in another unit"
    why = (
        "A unit is held to account for its own work. When somebody of another unit owns it, each of the two may take "
        "the result for the other one's."
    )
    bad = """\
orgmodel: 1
units:
  product: {}
  payments: {kind: team, parent: product}
  quality: {parent: product}
roles: {lead: {}, tester: {}}
positions:
  lead: {role: lead, unit: payments, reports_to: tester, holder: Ana Reis}
  tester: {role: tester, unit: quality, holder: Li Wei}
activities:
  release: {per: team, assign: {A: "position:tester", R: lead}}  # [ORG606]
"""
    good = """\
orgmodel: 1
units:
  product: {}
  payments: {kind: team, parent: product}
  quality: {parent: product}
roles: {lead: {}, tester: {}}
positions:
  lead: {role: lead, unit: payments, reports_to: tester, holder: Ana Reis}
  tester: {role: tester, unit: quality, holder: Li Wei}
activities:
  release: {per: team, assign: {A: lead, R: lead, C: "position:tester"}}
"""
    fix = "Let somebody of the unit own the row, or place the owner there too with `also_in`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """A unit above or below is no other unit; silent where an owner's unit is unknown."""
        found: dict[tuple[Party, bool], Matter] = {}
        elsewhere: dict[Party, dict[str, None]] = {}
        for bond in context.bonds.all:
            places, units = _foreign(context.bonds, bond)
            if units:
                owner, is_placed = bond.owners[0], bond.places[0].unit is not None
                hit = Hit(replace(bond, places=places), owner, bond.doers)
                found.setdefault((owner.party, is_placed), Matter(owner.party, {})).add(hit)
                if not is_placed:
                    elsewhere.setdefault(owner.party, {}).update(dict.fromkeys(units))
        for (party, is_placed), matter in found.items():
            yield _found(context, matter, [] if is_placed else list(elsewhere[party]))


def _foreign(bonds: Bonds, bond: Bond) -> tuple[tuple[Instance, ...], Collection[str]]:
    """The places and units to which the work belongs, where the owner is a stranger to them."""
    units = {place.unit for place in bond.places if place.unit is not None}
    if not units and (not bond.doing or bond.is_said):
        return (), ()
    homes = bonds.homes.of(bond.owning)
    if not homes or is_outside(bonds, bond) or bonds.is_one_hand(bond) or is_bridge_missing(bonds, bond):
        return (), ()
    if units:
        strange = {unit for unit in units if not bonds.homes.are_kin(homes, frozenset((unit,)))}
        return tuple(place for place in bond.places if place.unit in strange), strange
    theirs = bonds.homes.of(bond.doing)
    return (bond.places, sorted(theirs)) if theirs and not bonds.homes.are_kin(homes, theirs) else ((), ())


def _found(context: RuleContext, matter: Matter, units: list[str]) -> Found:
    """`units` are those of the doers; a row that exists for a unit names that one itself."""
    ground = context.bonds.ground
    owning = matter.hit.bond.owning
    own = sorted(context.bonds.homes.of(owning))
    where = units_named(context, own)
    seat = "" if matter.first[0] == "position" else f"{member_named(ground, owning.first)} "
    work = ""
    if units:
        work = f", work of {units_named(context, units)}"
    message = f"{party_named(context, matter.first)} owns {rows_told(context, matter)}{work}, but {seat}sits in {where}"
    home = (Spot("positions", ground.ids[owning.first], ("unit",)), "the owner's unit")
    seats = ground.reporting.entities(owning.members[:_MOST_SEATS])
    entities = matter.entities(ground, (*seats, *(f"unit:{name}" for name in (*own, *units))))
    related = (*matter.letters("does the work", "owned too"), home)
    subject = f"{matter.subject()} {'elsewhere' if units else 'in places'}"
    return Found(message, matter.letter(), entities, related, subject=subject)
