"""ORG906: a requirement speaks of nothing that exists."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.policy.demands import Demand, called
from orgmodel.rules.rule import Found, Rule


class RequirementMatchesNothing(Rule):
    """One finding for each requirement."""

    code = "ORG906"
    name = "requirement-matches-nothing"
    severity = Severity.WARNING
    title = "A requirement matches nothing"
    why = "A requirement that speaks of no entry is always fulfilled: nobody notices that it no longer guards anything."
    bad = """\
orgmodel: 1
units:
  payments: {title: Payments, kind: squad}
policy:
  require:
    - {every: unit, where: {kind: team}, must: {head: {set: true}}}  # [ORG906]
"""
    good = """\
orgmodel: 1
positions: {lead: {title: Lead, unit: payments}}
units:
  payments: {title: Payments, kind: squad, head: lead}
policy:
  require:
    - {every: unit, where: {kind: squad}, must: {head: {set: true}}}
"""
    fix = "Correct `where` so that it matches what was meant, or delete the requirement."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Requirements without a single entry; what they name and nobody has is told by `requirement-names-unknown`."""
        for number, demand in context.demands:
            if not demand.matched:
                yield Found(
                    f"{called(demand.requirement)} matches nothing on {context.day}{_hint(demand)}",
                    Spot("policy", "require", ("require", number)),
                    subject=called(demand.requirement),
                )


def _hint(demand: Demand) -> str:
    """The value that was meant, where one that no entry has comes near to one that some have."""
    for field, name, known in demand.unmet():
        near = Nearest(sorted(known)).find(name)
        if near is not None:
            return f"; no {demand.kind} has the {field} {quoted(name)}; did you mean {quoted(near)}?"
    return ""
