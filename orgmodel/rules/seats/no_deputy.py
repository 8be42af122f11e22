"""ORG317: those who lead, and nobody stands in for them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import TYPE_CHECKING

from orgmodel.findings import Severity
from orgmodel.graph.lines import FILLED, VACANT
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, listed

if TYPE_CHECKING:
    from orgmodel.rules.authority.bonds import Bonds


class NoDeputy(Rule):
    """One finding for a model that names deputies, but not for all who lead.

    Leaders who own rows of the matrix as well are told by `owner-without-deputy`, with the rows that wait.
    """

    code = "ORG317"
    name = "no-deputy"
    severity = Severity.INFO
    title = "Leaders have no deputy"
    why = (
        "Others here have somebody who stands in. Where nobody is named, decisions wait through every holiday, "
        "or are taken by whoever is loudest."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park, deputy: lead}
  lead: {reports_to: chief, holder: Sam Ortiz}  # [ORG317]
  analyst: {reports_to: lead, holder: Li Wei}
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park, deputy: lead}
  lead: {reports_to: chief, holder: Sam Ortiz, deputy: analyst}
  analyst: {reports_to: lead, holder: Li Wei}
"""
    fix = "Name a `deputy` for each of these positions."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Filled seats that lead others or head a unit; owners of rows are told by `owner-without-deputy`."""
        named = set(context.seats_with("deputy"))
        if not named:
            return
        in_charge = _in_charge(context)
        without = [name for name in in_charge if name not in named]
        if without:
            owners = _owners(context.bonds)
            without = [name for name in without if name not in owners]
        if not without:
            return
        spots = [Spot("positions", name, key=True) for name in without[: MOST_RELATED + 1]]
        has = "has" if len(without) == 1 else "have"
        yield Found(
            f"{len(without):,} of {counted(len(in_charge), 'position')} that lead {has} no "
            f"deputy: {listed([quoted(name) for name in without])}",
            spots[0],
            tuple(entity("positions", name) for name in without),
            tuple((spot, "no deputy either") for spot in spots[1:]),
            subject="no deputy",
        )


def _owners(bonds: Bonds) -> set[str]:
    """The seats that own rows; a position that is named itself is one whether it is in force or not."""
    found: set[str] = set()
    for bond in bonds.all:
        for place in bond.shape.owners:
            given = bond.letters[place]
            kind, name = given[1]
            if kind == "position":
                found.add(name)
            else:
                found.update(bond.known[given].seats)
    return found


def _in_charge(context: RuleContext) -> list[str]:
    lines, index = context.lines, context.lines.index
    heads = {head for unit in context.organization.units.values() for head in unit.headed_by()}
    leading = {index[head] for head in heads if head in index}
    leading.update(compress(lines.parent, map(VACANT.__ge__, lines.statuses)))
    return [lines.ids[i] for i in sorted(leading) if i >= 0 and lines.statuses[i] == FILLED]
