"""How far the authority of owners reaches over those who do the work."""

from __future__ import annotations

from orgmodel.rules.authority.bonds import Bonds
from orgmodel.rules.authority.ground import Reached
from orgmodel.rules.authority.parts import Bond


def do_lines_say(bonds: Bonds, bond: Bond) -> bool:
    """Whether owners and doers all stand on lines that lead to a top; of others nothing can be said.

    Outsiders stand on no line, and need none.
    """
    if not all(part.line or part.resolved.is_external for part in (*bond.owners, *bond.doers)):
        return False
    return bonds.ground.is_placed(bond.owning) and bonds.ground.is_placed(bond.doing)


def reach_of(bonds: Bonds, bond: Bond) -> Reached | None:
    """The least number of layers from a doer up to an owner; None when no owner is in reach.

    So it is where lines cannot say, where an owner reports to a doer (a fault of its own), and where one
    person owns and does it from two seats.
    """
    if not do_lines_say(bonds, bond) or bonds.ground.is_any_below(bond.owning, bond.doing) or bonds.is_one_hand(bond):
        return None
    return bonds.ground.nearest(bond.owning, bond.doing)


def is_outside(bonds: Bonds, bond: Bond) -> bool | None:
    """Whether owners stand on no line of those who do the work; None when the lines cannot say.

    They do not stand outside if they do it too, if a second line leads to them, if they report to a doer,
    or if they belong to the unit that does it.
    """
    if bond not in bonds.outside:
        bonds.outside[bond] = not are_joined(bonds, bond) if do_lines_say(bonds, bond) else None
    return bonds.outside[bond]


def are_joined(bonds: Bonds, bond: Bond) -> bool:
    """Whether some line, person or unit joins owners and doers, as far as the lines are known."""
    if bond not in bonds.joined:
        bonds.joined[bond] = _are_joined(bonds, bond)
    return bonds.joined[bond]


def _are_joined(bonds: Bonds, bond: Bond) -> bool:
    ground = bonds.ground
    if ground.nearest(bond.owning, bond.doing) is not None or ground.is_any_below(bond.owning, bond.doing):
        return True
    if bonds.is_one_hand(bond) or ground.second.are_tied(bond.doing, bond.owning):
        return True
    return any(part.is_unit and bonds.homes.sit_within(bond.owning, part.party[1]) for part in bond.doers)
