"""How far the authority of owners reaches over those who do the work."""

from __future__ import annotations

from orgmodel.rules.authority.bonds import Bonds
from orgmodel.rules.authority.ground import Reached
from orgmodel.rules.authority.parts import Bond


def reach_of(bonds: Bonds, bond: Bond) -> Reached | None:
    """The least number of layers from a doer up to an owner; None when no owner is in reach.

    So it is where lines cannot say, where an owner reports to a doer (a fault of its own), and where one
    person owns and does it from two seats.
    """
    if bond.reached is None or not bond.is_said or bond.is_inverted or bonds.is_one_hand(bond):
        return None
    return bond.reached


def is_outside(bonds: Bonds, bond: Bond) -> bool | None:
    """Whether owners stand on no line of those who do the work; None when the lines cannot say.

    They do not stand outside if they do it too, if a second line leads to them, if they report to a doer,
    or if they belong to the unit that does it.
    """
    return not are_joined(bonds, bond) if bond.is_said else None


def are_joined(bonds: Bonds, bond: Bond) -> bool:
    """Whether some line, person or unit joins owners and doers, as far as the lines are known."""
    if bond.is_joined is None:
        bond.is_joined = _are_joined(bonds, bond)
    return bond.is_joined


def _are_joined(bonds: Bonds, bond: Bond) -> bool:
    if bond.reached is not None or bond.is_inverted:
        return True
    if bonds.is_one_hand(bond) or bonds.ground.second.are_tied(bond.doing, bond.owning):
        return True
    units = [part.party[1] for part in bond.doers if part.is_unit]
    return any(bonds.homes.sit_within(bond.owning, unit) for unit in units)
