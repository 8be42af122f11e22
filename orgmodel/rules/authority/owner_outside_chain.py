"""ORG602: an owner on another line than those who do the work."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.authority.matters import Hit, Matter, matters
from orgmodel.rules.authority.phrases import it_or_them, meeting, parties_named, party_named, rows_told
from orgmodel.rules.authority.reach import is_outside
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, later


class OwnerOutsideChain(Rule):
    """One finding for each owner and the doers on other lines. A dotted line to the owner is a line too."""

    code = "ORG602"
    name = "owner-outside-chain"
    severity = Severity.INFO
    title = "The owner is on no line above those who do the work"
    why = (
        "Somebody answers for work of people who report elsewhere. That works where it is agreed; where it is not, "
        "the owner can only ask, and the managers of these people decide what they do first."
    )
    bad = """\
orgmodel: 1
roles:
  director: {title: Director}
  pm: {title: Product Manager, reports_to: director}
  lead: {title: Tech Lead, reports_to: director}
  dev: {title: Developer, reports_to: lead}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev}}  # [ORG602]
"""
    good = """\
orgmodel: 1
roles:
  director: {title: Director}
  pm: {title: Product Manager, reports_to: director}
  lead: {title: Tech Lead, reports_to: director, dotted_to: pm}
  dev: {title: Developer, reports_to: lead}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev}}
"""
    fix = "Let somebody on the line above them own the row, or state the second line to the owner with `dotted_to`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent where the lines of somebody concerned are unknown or broken."""
        bonds = context.bonds
        hits = (
            Hit(bond, bond.owners[0], bond.doers, ((bond.doing.first, bond.owning.first),))
            for bond in bonds.all
            if is_outside(bonds, bond)
        )
        for matter in matters(hits):
            yield later(_found, context, matter)


def _found(context: RuleContext, matter: Matter) -> Found:
    ground = context.bonds.ground
    doer, owner = next(iter(matter.pairs))
    several = len(matter.others) > 1
    message = (
        f"{party_named(context, matter.first)} owns {rows_told(context, matter)}, but is on no line above "
        f"{parties_named(context, matter.others)}, who {'do' if several else 'does'} {it_or_them(matter)}: "
        f"{meeting(ground, doer, owner)}"
    )
    related = matter.letters("does the work", "owned too")
    return Found(message, matter.letter(), matter.entities(ground), related, subject=matter.subject())
