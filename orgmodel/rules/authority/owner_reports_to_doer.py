"""ORG601: an owner below those whose work they answer for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.findings import Severity
from orgmodel.rules.authority.ground import Ground, Pair
from orgmodel.rules.authority.matters import Hit, Matter, matters
from orgmodel.rules.authority.parts import Bond, Part
from orgmodel.rules.authority.phrases import lines_of, parties_named, party_named, rows_told, ways_up
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class OwnerReportsToDoer(Rule):
    """One finding for each owner and those above who do the work, however many rows and seats show it."""

    code = "ORG601"
    name = "owner-reports-to-doer"
    severity = Severity.WARNING
    title = "The owner reports to who does the work"
    why = (
        "Whoever answers for a result must be able to ask for it. Nobody can hold their own manager to account: "
        "the letter says one thing, the line another, and the line wins."
    )
    bad = """\
orgmodel: 1
roles:
  director: {title: Director}
  pm: {title: Product Manager, reports_to: director}
activities:
  roadmap: {title: Keep the roadmap, assign: {A: pm, R: director}}  # [ORG601]
"""
    good = """\
orgmodel: 1
roles:
  director: {title: Director}
  pm: {title: Product Manager, reports_to: director}
activities:
  roadmap: {title: Keep the roadmap, assign: {A: director, R: pm}}
"""
    fix = "Let the one who is higher own the row and the other one do it, or give the work to somebody below the owner."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """A unit that does the work as a whole is nobody's manager."""
        for matter in matters(_hits(context)):
            yield _found(context, matter)


def _hits(context: RuleContext) -> Iterator[Hit]:
    ground = context.bonds.ground
    for bond in context.bonds.all:
        if not bond.is_inverted:
            continue
        for owner in bond.owners:
            shown = [(part, pairs) for part in bond.doers if (pairs := _pairs(ground, bond, owner, part))]
            if shown:
                doers = tuple(part for part, _pairs in shown)
                pairs = shown[0][1] if len(shown) == 1 else [pair for _part, pairs in shown for pair in pairs]
                yield Hit(bond, owner, doers, pairs)


def _pairs(ground: Ground, bond: Bond, owner: Part, doer: Part) -> Sequence[Pair]:
    """Each owner's seat with a doer's seat above it, unless another owner stands above that one."""
    if doer.is_unit:
        return ()
    pairs = ground.upside_down(owner.line, doer.line)
    if len(bond.owners) == 1:
        return pairs
    return [pair for pair in pairs if bond.owning.above(pair[1], itself=True) is None]


def _found(context: RuleContext, matter: Matter) -> Found:
    ground = context.bonds.ground
    lower, upper = next(iter(matter.pairs))
    is_direct = ground.hierarchy.parent[lower] == upper
    do = "does" if len(matter.others) == 1 else "do"
    message = (
        f"{party_named(context, matter.first)} owns {rows_told(context, matter)}, and "
        f"{parties_named(context, matter.others)}, to whom it reports{'' if is_direct else ' in the end'}, "
        f"{do} the work: {ways_up(ground, matter.pairs)}"
    )
    related = (*matter.letters("does the work", "owned too"), *lines_of(ground, lower, upper))
    return Found(message, matter.letter(), matter.entities(ground), related, subject=matter.subject())
