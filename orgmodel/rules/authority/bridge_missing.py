"""ORG615: two parts of the organisation that meet in a row, and nobody who joins them."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.rules.authority.bridges import shores
from orgmodel.rules.authority.homes import Sides
from orgmodel.rules.authority.matters import Hit, Matter
from orgmodel.rules.authority.phrases import it_or_them, meeting, rows_told, units_named
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class BridgeMissing(Rule):
    """One finding for each pair of units with all rows between them.

    Top-level units are those of the first level with several. Whoever else of either unit, or of those
    above both, has a letter is a bridge; so is a line of any kind, or an interaction of the two units.
    """

    code = "ORG615"
    name = "bridge-missing"
    severity = Severity.INFO
    title = "Nobody joins two units that meet in a row"
    why = (
        "One department answers for work of another, and nobody beside the two of them is asked or told. What goes "
        "wrong between them is found late, because nobody in either house is waiting for it."
    )
    bad = """\
orgmodel: 1
units: {company: {}, product: {parent: company}, sales: {parent: company}}
roles: {ceo: {}, pm: {reports_to: ceo}, head: {reports_to: ceo}, seller: {reports_to: head}}
positions:
  ceo-1: {role: ceo, unit: company, holder: Ada Park}
  pm-1: {role: pm, unit: product, holder: Li Wei}
  head-1: {role: head, unit: sales, holder: Sam Ortiz}
  seller-1: {role: seller, unit: sales, holder: Ana Reis}
activities:
  launch: {title: Launch the product, assign: {A: pm, R: seller}}  # [ORG615]
"""
    good = """\
orgmodel: 1
units: {company: {}, product: {parent: company}, sales: {parent: company}}
roles: {ceo: {}, pm: {reports_to: ceo}, head: {reports_to: ceo}, seller: {reports_to: head}}
positions:
  ceo-1: {role: ceo, unit: company, holder: Ada Park}
  pm-1: {role: pm, unit: product, holder: Li Wei}
  head-1: {role: head, unit: sales, holder: Sam Ortiz}
  seller-1: {role: seller, unit: sales, holder: Ana Reis}
activities:
  launch: {title: Launch the product, assign: {A: pm, R: seller, C: head}}
"""
    fix = "Let somebody else of the other unit advise or be informed, such as the manager of those who do the work."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent where the unit of an owner or doer is unknown, or above the others."""
        found: dict[tuple[Sides, Sides], Matter] = {}
        for bond in context.bonds.all:
            between = shores(context.bonds, bond)
            if between is not None:
                owner = bond.owners[0]
                matter = found.get(between)
                if matter is None:
                    matter = found[between] = Matter(owner.party)
                matter.others.update(dict.fromkeys(part.party for part in (owner, *bond.doers)))
                matter.add(Hit(bond, owner, bond.doers, ((bond.doing.first, bond.owning.first),)))
        for (here, there), matter in found.items():
            yield _found(context, matter, sorted(here), sorted(there))


def _found(context: RuleContext, matter: Matter, owners: list[str], doers: list[str]) -> Found:
    ground = context.bonds.ground
    doer, owner = next(iter(matter.pairs))
    message = (
        f"nobody joins {units_named(context, owners)}, which {'owns' if len(owners) == 1 else 'own'} "
        f"{rows_told(context, matter)}, and {units_named(context, doers)}, which "
        f"{'does' if len(doers) == 1 else 'do'} {it_or_them(matter)}: {meeting(ground, doer, owner)}"
    )
    units = [entity("units", name) for name in (*owners, *doers)]
    related = matter.letters("does the work", "the same")
    subject = " ".join(units)
    return Found(message, matter.letter(), matter.entities(ground, units), related, subject=subject)
