"""ORG604: an owner who manages only part of those who do the work."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.authority.ground import Ground
from orgmodel.rules.authority.matters import Hit, Matter, matters
from orgmodel.rules.authority.parts import Bond
from orgmodel.rules.authority.phrases import it_or_them, member_named, party_named, rows_told, way_up
from orgmodel.rules.authority.reach import reach_of
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import counted


class OwnerNotCommonManager(Rule):
    """One finding for each owner and set of doers.

    An owner above none of them stands outside, and one above all of them may stand too high: rules of
    their own. Nor is it told of an owner who does the work with others: peers need no common manager.
    """

    code = "ORG604"
    name = "owner-not-common-manager"
    severity = Severity.INFO
    title = "The owner manages only part of those who do the work"
    why = (
        "The owner can direct one half of the work and must ask for the other. Disputes between the halves go to "
        "the manager above both, who is not named in the row."
    )
    bad = """\
orgmodel: 1
roles:
  cpo: {title: Chief Product Officer}
  director: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, reports_to: director}
  marketer: {title: Product Marketer, reports_to: cpo}
activities:
  launch: {title: Plan the launch, assign: {A: director, R: [pm, marketer]}}  # [ORG604]
"""
    good = """\
orgmodel: 1
roles:
  cpo: {title: Chief Product Officer}
  director: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, reports_to: director}
  marketer: {title: Product Marketer, reports_to: cpo}
activities:
  launch: {title: Plan the launch, assign: {A: cpo, R: [pm, marketer]}}
"""
    fix = "Let the lowest manager of all of them own the row, split it, or state the second line with `dotted_to`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Only one owner's seat can be held against several doers' seats."""
        for matter in matters(_hits(context)):
            yield _found(context, matter)


def _hits(context: RuleContext) -> Iterator[Hit]:
    bonds = context.bonds
    for bond in bonds.all:
        if bond.is_led or bond.reached is None or len(bond.owning) != 1 or len(bond.doing) < 2:
            continue
        reach = reach_of(bonds, bond)
        if reach is None or not reach[0]:
            continue
        owner = bond.owning.first
        stranger = _stranger(bonds.ground, bond, owner)
        if stranger is not None:
            yield Hit(bond, bond.owners[0], bond.doers, [(stranger, owner)])


def _stranger(ground: Ground, bond: Bond, owner: int) -> int | None:
    """The first who does the work and is neither below the owner nor tied to them by a second line."""
    return next((doer for doer in bond.doing.beside(owner) if not ground.second.is_tied(doer, bond.owning)), None)


def _found(context: RuleContext, matter: Matter) -> Found:
    ground = context.bonds.ground
    hierarchy = ground.hierarchy
    doing = matter.hit.bond.doing
    stranger, owner = next(iter(matter.pairs))
    managed = sum(map(ground.weight, doing.below(owner)))
    common = hierarchy.lowest_common_manager((doing.first, doing.last))
    if common is None:
        lowest = f"no manager is above all of them: {way_up(ground, stranger, hierarchy.head_of(stranger))}"
    else:
        lowest = (
            f"the lowest manager of all of them is {member_named(ground, common)}: {way_up(ground, stranger, common)}"
        )
    message = (
        f"{party_named(context, matter.first)} owns {rows_told(context, matter)} and manages {managed:,} of the "
        f"{counted(ground.seats(doing), ground.reporting.word)} that do {it_or_them(matter)}; {lowest}"
    )
    shared = () if common is None else ground.reporting.entities([common])
    related = matter.letters("does the work", "owned too")
    return Found(message, matter.letter(), matter.entities(ground, shared), related, subject=matter.subject())
