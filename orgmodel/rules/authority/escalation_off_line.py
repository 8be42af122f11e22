"""ORG614: an escalation that does not lead upward."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgmodel.findings import Severity
from orgmodel.graph.instances import Instance
from orgmodel.graph.letters import parse_assignee
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.authority.bonds import Bonds
from orgmodel.rules.authority.ground import Pair
from orgmodel.rules.authority.matters import Hit, Matter
from orgmodel.rules.authority.parts import Bond, Part
from orgmodel.rules.authority.phrases import lines_of, party_named, rows_told, way_up
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, Party
from orgmodel.rules.rule import Found, Rule

ITSELF, BELOW, BESIDE = "itself", "below", "beside"


class EscalationOffLine(Rule):
    """One finding for each owner and each one whom their rows escalate to; info where that is on another line."""

    code = "ORG614"
    name = "escalation-off-line"
    severity = Severity.WARNING
    title = "An escalation does not lead upward"
    why = (
        "A dispute is taken to somebody who can decide over the owner's head. Who is the owner, reports to the owner, "
        "or leads somewhere else can give an opinion, and the dispute goes on."
    )
    bad = """\
orgmodel: 1
roles:
  cpo: {title: Chief Product Officer}
  director: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, reports_to: director}
activities:
  release:
    title: Release an increment
    escalates_to: pm  # [ORG614]
    assign: {A: director, R: pm}
"""
    good = """\
orgmodel: 1
roles:
  cpo: {title: Chief Product Officer}
  director: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, reports_to: director}
activities:
  release:
    title: Release an increment
    escalates_to: cpo
    assign: {A: director, R: pm}
"""
    fix = "Let the row escalate to somebody on the line above its owner, or state the second line with `dotted_to`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent about outsiders, and where lines are unknown. A dotted line to the other one will do."""
        found: dict[tuple[Party, Party, str], Matter] = {}
        for bond in context.bonds.all:
            for row in bond.rows:
                for hit, target, how in _strays(context, bond, row):
                    key = (bond.owners[0].party, target, how)
                    found.setdefault(key, Matter(bond.owners[0].party, {target: None})).add(hit)
        for (_owner, target, how), matter in found.items():
            yield _found(context, matter, target, how)


def _strays(context: RuleContext, bond: Bond, row: JudgedRow) -> Iterator[tuple[Hit, Party, str]]:
    written = row.activity.escalates_to
    if written is None or not context.bonds.ground.is_placed(bond.owning):
        return
    target = parse_assignee(context.organization, written)
    together: dict[tuple[str, tuple[Pair, ...]], list[Instance]] = {}
    for place in bond.places:
        part = context.bonds.part(place, target)
        if part.line and not part.resolved.is_external:
            stray = _stray(context.bonds, bond, part)
            if stray is not None:
                together.setdefault(stray, []).append(place)
    for (how, pairs), places in together.items():
        here = replace(bond, rows=[row], places=tuple(places))
        yield Hit(here, bond.owners[0], (), pairs), target, how


def _stray(bonds: Bonds, bond: Bond, target: Part) -> tuple[str, tuple[Pair, ...]] | None:
    """How an escalation misses the line above an owner, with the owner's and the other one's seat."""
    owner = next((member for member in bond.owning.members if target.line.above(member) is None), None)
    people = frozenset().union(*(part.people for part in bond.owners))
    if owner is None or bonds.ground.second.are_tied(bond.owning, target.line):
        return None
    other = target.line.first
    if owner in target.line or not target.people.isdisjoint(people):
        return ITSELF, ((owner, owner),)
    below = target.line.below(owner)
    if below:
        return BELOW, ((below[0], owner),)
    return (BESIDE, ((owner, other),)) if bonds.ground.is_placed(target.line) else None


def _found(context: RuleContext, matter: Matter, target: Party, how: str) -> Found:
    ground = context.bonds.ground
    owner = party_named(context, matter.first)
    lower, upper = next(iter(matter.pairs))
    is_one = len(matter.stake().rows) == 1
    message = (
        f"{rows_told(context, matter)} {'escalates' if is_one else 'escalate'} to "
        f"{'the head of ' if target[0] == 'unit' else ''}{party_named(context, target)}, "
    )
    if how == ITSELF:
        message += "the owner" if target == matter.first else f"the same hand as the owner {owner}"
    elif how == BELOW:
        message += f"who reports to the owner {owner}: {way_up(ground, lower, upper)}"
    else:
        top = way_up(ground, lower, ground.hierarchy.head_of(lower))
        message += f"who is not on the line above the owner {owner}: {top}"
    rows = matter.stake().rows
    related = [(matter.letter(), "the owner")]
    related += [(_spot(row), f"escalates to {quoted(target[1])} too") for row in rows[1:20]]
    if how == BELOW:
        related += lines_of(ground, lower, upper)
    return Found(
        message,
        _spot(rows[0]),
        matter.entities(ground),
        tuple(related),
        severity=Severity.INFO if how == BESIDE else None,
        subject=f"{matter.subject()} {how}",
    )


def _spot(row: JudgedRow) -> Spot:
    return Spot("activities", row.name, ("escalates_to",))
