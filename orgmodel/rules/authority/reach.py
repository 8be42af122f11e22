"""How far the authority of owners reaches over those who do the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.rules.authority.bonds import Bond, Bonds
from orgmodel.rules.authority.ground import Ground
from orgmodel.rules.authority.matters import Pair


@dataclass(frozen=True, slots=True)
class Reach:
    """What the lines say of one set of owners and one set of doers.

    `nearest` is the least number of layers between an owner and a doer at or below them, with that pair;
    None when no owner stands at or above any doer. `inverted` says that an owner stands below a doer.
    """

    nearest: tuple[int, Pair] | None
    inverted: bool


def reach_of(bonds: Bonds, bond: Bond) -> Reach | None:
    """None when the lines cannot say: somebody has no seat on them, or hangs on no top."""
    key = (id(bond.owning), id(bond.doing))
    if key not in bonds.reaches:
        bonds.reaches[key] = _reach(bonds.ground, bond)
    return bonds.reaches[key]


def is_outside(bonds: Bonds, bond: Bond) -> bool | None:
    """Whether owners stand on no line of those who do the work; None when the lines cannot say.

    They do not stand outside if they do it too, if a second line leads to them, if they report to a doer
    (a fault of its own), or if they belong to the unit that does it.
    """
    reach = reach_of(bonds, bond)
    if reach is None:
        return None
    if reach.nearest is not None or reach.inverted or bond.is_one_hand():
        return False
    if bonds.ground.are_tied(bond.doing, bond.owning):
        return False
    return not any(part.is_unit and bonds.homes.sit_within(bond.owning, part.party[1]) for part in bond.doers)


def _reach(ground: Ground, bond: Bond) -> Reach | None:
    owning, doing = bond.owning, bond.doing
    if not owning or not doing or not ground.is_placed(owning) or not ground.is_placed(doing):
        return None
    nearest = min(_distances(ground, bond), default=None)
    return Reach(nearest, any(doing.above(owner) is not None for owner in owning.members))


def _distances(ground: Ground, bond: Bond) -> Iterator[tuple[int, Pair]]:
    """For each owner the nearest doer at or below."""
    depth = ground.hierarchy.depth
    for owner in bond.owning.members:
        below = bond.doing.below(owner)
        if below:
            nearest = min(below, key=depth.__getitem__)
            yield depth[nearest] - depth[owner], (nearest, owner)
