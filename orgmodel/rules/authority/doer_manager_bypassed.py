"""ORG605: a manager whose people work for somebody else, and who has no letter in the row."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.lines import VACANT
from orgmodel.reading.names import quoted
from orgmodel.rules.authority.bonds import Bond, Bonds, Part
from orgmodel.rules.authority.bridges import is_bridge_missing
from orgmodel.rules.authority.matters import Hit, Matter, Pair
from orgmodel.rules.authority.phrases import lines_of, more_such, party_named, rows_told, way_up
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import Party
from orgmodel.rules.rule import Found, Rule

_CROWD = 50
"""What so many seats do is asked of everybody, not of one manager's people."""


class DoerManagerBypassed(Rule):
    """One finding for each doer and the role of the managers, with all rows.

    Managers between owner and doer are bypassed by an owner too high, a manager above both hears of it
    from the owner, and where the whole unit of the doer has no other letter the missing bridge is told.
    """

    code = "ORG605"
    name = "doer-manager-bypassed"
    severity = Severity.INFO
    title = "The doer's manager has no letter"
    why = (
        "People do work for an owner outside their line, and the manager who plans their time is neither asked nor "
        "told: promises are made with time that somebody else has given away already."
    )
    bad = """\
orgmodel: 1
roles: {cpo: {}, pm: {reports_to: cpo}, lead: {reports_to: cpo}, dev: {reports_to: lead}}
positions:
  cpo-1: {role: cpo, holder: Ada Park}
  pm-1: {role: pm, holder: Li Wei}
  lead-1: {role: lead, holder: Sam Ortiz}
  dev-1: {role: dev, holder: Ana Reis}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev}}  # [ORG605]
"""
    good = """\
orgmodel: 1
roles: {cpo: {}, pm: {reports_to: cpo}, lead: {reports_to: cpo}, dev: {reports_to: lead}}
positions:
  cpo-1: {role: cpo, holder: Ada Park}
  pm-1: {role: pm, holder: Li Wei}
  lead-1: {role: lead, holder: Sam Ortiz}
  dev-1: {role: dev, holder: Ana Reis}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev, I: lead}}
"""
    fix = (
        "Give the manager a letter in the row, such as advising or informed, or state the second line with `dotted_to`."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent where lines are unknown, and of managers whose seats are vacant."""
        found: dict[tuple[Party, str], Matter] = {}
        for bond in context.bonds.all:
            owner = bond.owners[0]
            for role, doer, pairs in _bypassed(context.bonds, bond):
                matter = found.setdefault((doer.party, role), Matter(doer.party, ()))
                matter.others = tuple(dict.fromkeys((*matter.others, owner.party)))
                matter.add(Hit(bond, doer, (owner,), pairs))
        for (_doer, role), matter in found.items():
            yield _found(context, matter, role)


def _bypassed(bonds: Bonds, bond: Bond) -> Iterator[tuple[str, Part, list[Pair]]]:
    """By the managers' role (or seat, if it has none): whose reports do the work without them."""
    ground = bonds.ground
    if not 0 < len(bond.doing.members) <= _CROWD or not ground.is_placed(bond.owning) or bond.is_one_hand():
        return
    candidates = [
        (part, doer)
        for part in bond.doers
        if not part.is_unit
        for doer in part.line.members
        if _is_bypassed(bonds, bond, doer)
    ]
    if not candidates or is_bridge_missing(bonds, bond):
        return
    found: dict[tuple[str, Party], tuple[Part, list[Pair]]] = {}
    for part, doer in candidates:
        manager = ground.hierarchy.parent[doer]
        name = ground.ids[manager]
        role = bonds.context.organization.positions[name].role or f"position:{name}"
        found.setdefault((role, part.party), (part, []))[1].append((doer, manager))
    for (role, _part), (part, pairs) in found.items():
        yield role, part, pairs


def _is_bypassed(bonds: Bonds, bond: Bond, doer: int) -> bool:
    hierarchy = bonds.ground.hierarchy
    manager = hierarchy.parent[doer]
    if manager < 0 or bonds.context.lines.statuses[manager] == VACANT:
        return False
    if bond.owning.above(doer, itself=True) is not None or bond.owning.below(manager):
        return False
    return not bonds.takes_part(bond, manager) and not bonds.ground.is_tied(doer, bond.owning)


def _found(context: RuleContext, matter: Matter, role: str) -> Found:
    ground = context.bonds.ground
    (doer, manager), *more = matter.pairs
    managers = {above for _doer, above in matter.pairs}
    owned = party_named(context, matter.others[0])
    if len(matter.others) > 1:
        owned = f"{len(matter.others):,} owners elsewhere"
    message = (
        f"{who} no letter in {rows_told(context, matter)}, done for {owned} by "
        f"{quoted(ground.ids[doer])}: {way_up(ground, doer, manager)}{more_such(len(more))}"
    )
    related = (*matter.letters("the owner", "done without the manager too"), *lines_of(ground, doer, manager))
    seats = ground.reporting.entities([manager])
    subject = f"{matter.first[0]}:{matter.first[1]} below {role}"
    return Found(message, matter.letter(), matter.entities(ground, seats), related, subject=subject)
