"""ORG611: a veto held below those whom it is to stop."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.authority.bonds import Bonds
from orgmodel.rules.authority.ground import Pair
from orgmodel.rules.authority.matters import Hit, Matter
from orgmodel.rules.authority.parts import Bond, Part, cell_spot
from orgmodel.rules.authority.phrases import it_or_them, lines_of, parties_named, party_named, rows_told, ways_up
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import Party
from orgmodel.rules.rule import Found, Rule

_SAYS = {"doer": ("does", "do"), "owner": ("owns", "own")}


class VetoBySubordinate(Rule):
    """One finding for each holder of a veto. Info where only the owner stands above: owners often do."""

    code = "ORG611"
    name = "veto-by-subordinate"
    severity = Severity.WARNING
    title = "A veto is held by a subordinate"
    why = (
        "A veto is worth as much as the freedom to use it. Whoever must stop their own manager's work either does "
        "not, or pays for it."
    )
    bad = """\
orgmodel: 1
scheme: pacsi
roles:
  cto: {title: Chief Technology Officer}
  lead: {title: Tech Lead, reports_to: cto}
  tester: {title: Tester, reports_to: lead}
activities:
  release: {title: Release an increment, assign: {A: cto, P: lead, C: tester}}  # [ORG611]
"""
    good = """\
orgmodel: 1
scheme: pacsi
roles:
  cto: {title: Chief Technology Officer}
  lead: {title: Tech Lead, reports_to: cto}
  quality: {title: Head of Quality}
  tester: {title: Tester, reports_to: quality}
activities:
  release: {title: Release an increment, assign: {A: cto, P: lead, C: tester}}
"""
    fix = "Give the veto to somebody on another line, or to somebody above, and let the subordinate advise."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent where one seat of the party stands on another line, and where one person sits in both seats."""
        found: dict[tuple[Party, str], Matter] = {}
        for bond in context.bonds.all:
            for part in bond.parts if "vetoes" in bond.shape.traits else ():
                if "vetoes" in part.traits and not {"doer", "owner"}.intersection(part.traits):
                    for trait, above, pairs in _above(context.bonds, bond, part):
                        matter = found.setdefault((part.party, trait), Matter(part.party, {}))
                        matter.others[above.party] = None
                        matter.add(Hit(bond, part, (above,), pairs))
        for (_party, trait), matter in found.items():
            yield _found(context, matter, trait)


def _above(bonds: Bonds, bond: Bond, veto: Part) -> Iterator[tuple[str, Part, list[Pair]]]:
    """Of doers, else of owners, the first party that stands above all seats of a veto."""
    if not bonds.ground.is_placed(veto.line):
        return
    for trait, parts in (("doer", bond.doers), ("owner", bond.owners)):
        for part in parts:
            if part.is_unit or part.shares_people(veto) or part.party == veto.party:
                continue
            pairs: list[Pair] = []
            for member in veto.line.members:
                above = part.line.above(member)
                if above is None:
                    break
                pairs.append((member, above))
            else:
                yield trait, part, pairs
                return


def _found(context: RuleContext, matter: Matter, trait: str) -> Found:
    ground = context.bonds.ground
    lower, upper = next(iter(matter.pairs))
    one, several = _SAYS[trait]
    what = "the work" if trait == "doer" else it_or_them(matter)
    is_direct = ground.hierarchy.parent[lower] == upper
    message = (
        f"{party_named(context, matter.first)} can veto {rows_told(context, matter)} and reports to "
        f"{parties_named(context, matter.others)}{'' if is_direct else ' in the end'}, who "
        f"{one if len(matter.others) == 1 else several} {what}: {ways_up(ground, matter.pairs)}"
    )
    related = (
        (cell_spot(matter.row, matter.hit.others[0]), "owns it" if trait == "owner" else "does the work"),
        *matter.letters("", "the same")[1:],
        *lines_of(ground, lower, upper),
    )
    severity = Severity.INFO if trait == "owner" else None
    subject = f"{matter.first[0]}:{matter.first[1]} {trait}"
    return Found(message, matter.letter(), matter.entities(ground), related, severity=severity, subject=subject)
