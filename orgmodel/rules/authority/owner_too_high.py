"""ORG603: an owner far above those who do the work."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.authority.matters import Hit, Matter, matters
from orgmodel.rules.authority.phrases import it_or_them, member_named, party_named, rows_told, way_up
from orgmodel.rules.authority.reach import reach_of
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class OwnerTooHigh(Rule):
    """One finding for each owner and those far below who do the work; the nearest of them counts."""

    code = "ORG603"
    name = "owner-too-high"
    severity = Severity.INFO
    title = "The owner stands high above the work"
    why = (
        "Between who answers and who does it stand managers who have no say in it. Decisions travel up and down the "
        "line, and the owner collects more than one person can follow."
    )
    bad = """\
orgmodel: 1
roles:
  cpo: {title: Chief Product Officer}
  director: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, reports_to: director}
activities:
  backlog: {title: Rank the backlog, assign: {A: cpo, R: pm}}  # [ORG603]
"""
    good = """\
orgmodel: 1
roles:
  cpo: {title: Chief Product Officer}
  director: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, reports_to: director}
activities:
  backlog: {title: Rank the backlog, assign: {A: director, R: pm}}
"""
    fix = "Let somebody nearer to the work own it, or raise `policy.layers_above` if you want owners that high."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Owners `policy.layers_above` or more layers above the nearest who does the work."""
        for matter in matters(_hits(context)):
            yield _found(context, matter)


def _hits(context: RuleContext) -> Iterator[Hit]:
    bonds, limit = context.bonds, max(1, context.policy.layers_above)
    for bond in bonds.all:
        reach = reach_of(bonds, bond)
        if reach is not None and reach[0] >= limit:
            yield Hit(bond, bond.owners[0], bond.doers, [reach[1]])


def _found(context: RuleContext, matter: Matter) -> Found:
    ground = context.bonds.ground
    doer, owner = next(iter(matter.pairs))
    layers = ground.hierarchy.depth[doer] - ground.hierarchy.depth[owner]
    above = f"{layers:,} layers above" if layers > 1 else "a layer above"
    it = it_or_them(matter)
    nearest = "" if len(matter.others) == 1 and len(matter.hit.bond.doing) == 1 else f"the nearest who does {it}, "
    message = (
        f"{party_named(context, matter.first)} owns {rows_told(context, matter)} and stands {above} "
        f"{nearest}{member_named(ground, doer)}{'' if nearest else f', who does {it}'}: {way_up(ground, doer, owner)}"
    )
    related = matter.letters("does the work", "owned too")
    return Found(message, matter.letter(), matter.entities(ground), related, subject=matter.subject())
