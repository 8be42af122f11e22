"""Whether somebody joins two parts of the organisation that meet in a row."""

from __future__ import annotations

from orgmodel.rules.authority.bonds import Bonds
from orgmodel.rules.authority.homes import Sides
from orgmodel.rules.authority.parts import Bond, Part
from orgmodel.rules.authority.reach import are_joined


def is_bridge_missing(bonds: Bonds, bond: Bond) -> bool:
    """Whether owner and doers are in different top-level units, on different lines, and nobody else joins them."""
    return shores(bonds, bond) is not None


def shores(bonds: Bonds, bond: Bond) -> tuple[Sides, Sides] | None:
    """The top-level units of owners and of doers, where these differ and no bridge leads across."""
    if bond.reached is not None or not bonds.homes.are_parted:
        return None
    if bond not in bonds.shores:
        bonds.shores[bond] = _shores(bonds, bond)
    return bonds.shores[bond]


def _shores(bonds: Bonds, bond: Bond) -> tuple[Sides, Sides] | None:
    homes = bonds.homes
    if not bond.owning or not bond.doing:
        return None
    owners, doers = homes.sides(bond.owning), homes.sides(bond.doing)
    if owners is None or doers is None or not owners.isdisjoint(doers):
        return None
    together = homes.working_together
    if together and any(frozenset((one, other)) in together for one in owners for other in doers):
        return None
    if are_joined(bonds, bond):
        return None
    sides = owners | doers
    return None if any(_joins(bonds, bond, part, sides) for part in bond.others()) else (owners, doers)


def _joins(bonds: Bonds, bond: Bond, part: Part, sides: Sides) -> bool:
    """Whether a letter leads to somebody else of these units, or to somebody above all units."""
    if part.is_unit:
        return not bonds.homes.side(part.party[1]) or bonds.homes.side(part.party[1]) in sides
    reached = bonds.homes.sides(part.line)
    if part.line and reached is None:
        return True
    if reached is None or reached.isdisjoint(sides):
        return False
    return any(member not in bond.owning and member not in bond.doing for member in part.line)
