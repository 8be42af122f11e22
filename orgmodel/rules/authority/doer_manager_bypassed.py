"""ORG605: a manager whose people work for somebody else, and who has no letter in the row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.findings import Severity
from orgmodel.reading.names import quoted
from orgmodel.rules.authority.bridges import is_bridge_missing
from orgmodel.rules.authority.ground import Pair
from orgmodel.rules.authority.matters import Hit, Matter
from orgmodel.rules.authority.parts import Bond, Part
from orgmodel.rules.authority.phrases import lines_of, member_named, more_such, party_named, rows_told, way_up
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import Party
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import counted

_CROWD = 25
"""What so many seats do is asked of everybody, not of one manager's people."""


class DoerManagerBypassed(Rule):
    """One finding for each role of managers (or seat without a role), with all rows.

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
    fix = "Give the manager a letter in the row, such as to be informed, or state the second line with `dotted_to`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent where lines are unknown, and of managers whose seats are vacant."""
        found: dict[Party, Matter] = {}
        for bond in context.bonds.all:
            for managers, (doer, pairs) in _bypassed(context, bond):
                matter = found.get(managers)
                if matter is None:
                    matter = found[managers] = Matter(managers)
                owner = bond.owners[0]
                matter.others[doer.party] = matter.others[owner.party] = None
                matter.add(Hit(bond, doer, (owner,), pairs))
        for matter in found.values():
            yield later(_found, context, matter)


def _bypassed(context: RuleContext, bond: Bond) -> Iterable[tuple[Party, tuple[Part, list[Pair]]]]:
    """By the managers' role (or seat, if it has none): whose reports do the work without them."""
    bonds, ground = context.bonds, context.bonds.ground
    if bond.is_led:
        return ()
    if not 0 < len(bond.doing) <= _CROWD or not (bond.is_said or ground.is_placed(bond.owning)):
        return ()
    passed = ground.passed_over(bond.owning, bond.doing)
    if not passed or bonds.is_one_hand(bond) or is_bridge_missing(bonds, bond):
        return ()
    passed = [found for found in passed if not bonds.takes_part(bond, found[0])]
    found: dict[Party, tuple[Part, list[Pair]]] = {}
    roles = context.of_lines("role")
    for manager, doers in passed:
        role = roles[manager]
        managers = ("position", ground.ids[manager]) if role is None else ("role", role)
        for part in bond.doers:
            pairs = [(doer, manager) for doer in doers if not part.is_unit and doer in part.line]
            if pairs:
                found.setdefault(managers, (part, []))[1].extend(pairs)
    return found.items()


def _found(context: RuleContext, matter: Matter) -> Found:
    ground = context.bonds.ground
    (doer, manager), *more = matter.pairs
    managers = {above for _doer, above in matter.pairs}
    who = f"{member_named(ground, manager)} has"
    if len(managers) > 1:
        who = f"{counted(len(managers), 'position')} of {party_named(context, matter.first)} have"
    owners = list(dict.fromkeys(hit.others[0].party for hit in matter.hits))
    elsewhere = party_named(context, owners[0]) if len(owners) == 1 else f"{len(owners):,} owners elsewhere"
    message = (
        f"{who} no letter in {rows_told(context, matter)}, which {quoted(ground.ids[doer])} does for {elsewhere}: "
        f"{way_up(ground, doer, manager)}{more_such(len(more))}"
    )
    related = (*matter.letters("the owner", "here too"), *lines_of(ground, doer, manager))
    entities = matter.entities(ground, ground.reporting.entities([manager]))
    return Found(message, matter.letter(), entities, related, subject=f"{matter.first[0]}:{matter.first[1]}")
