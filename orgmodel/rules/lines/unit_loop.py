"""ORG213: units that lie within each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgmodel.findings import Severity
from orgmodel.graph.hierarchy import SELF
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, ring_path


class UnitLoop(Rule):
    """One finding for each loop; a unit that is its own parent is a loop of one."""

    code = "ORG213"
    name = "unit-loop"
    severity = Severity.ERROR
    title = "Units lie within each other"
    why = (
        "A unit cannot be part of its own part. Headcounts, charts by unit and every question about what a "
        "unit contains have no answer inside the loop."
    )
    bad = """\
orgmodel: 1
units:
  product: {parent: payments}  # [ORG213]
  payments: {parent: product}
"""
    good = """\
orgmodel: 1
units:
  product: {title: Product}
  payments: {parent: product}
"""
    fix = "Change the `parent` of one unit of the loop, or remove it if that unit stands at the top."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Loops of parents, whatever the dates of the units."""
        tree = context.units
        for i, above in enumerate(tree.parent):
            if above == SELF:
                name = tree.ids[i]
                message = f"{described(context.organization, 'units', name)} is its own parent"
                yield Found(message, _spot(name), (entity("units", name),))
        for ring in tree.hierarchy.rings:
            names = [tree.ids[member] for member in ring]
            related = [(_spot(name), f"{quoted(name)} is part of {quoted(to)}") for name, to in pairwise(names[1:])]
            related.append((_spot(names[-1]), f"{quoted(names[-1])} is part of {quoted(names[0])}"))
            yield Found(
                f"{counted(len(names), 'unit')} lie within each other: {ring_path(names)}",
                _spot(names[0]),
                tuple(entity("units", name) for name in names),
                tuple(related[:MOST_RELATED]),
            )


def _spot(unit: str) -> Spot:
    return Spot("units", unit, ("parent",))
