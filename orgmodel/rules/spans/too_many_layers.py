"""ORG804: too many layers from the top to the lowest position."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.lines import VACANT
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, line_path


class TooManyLayers(Rule):
    """One finding for the model, with the longest line in it. A top is layer 1.

    Assistants, planned and ended seats make no layer at the lower end; what no top leads to has none.
    """

    code = "ORG804"
    name = "too-many-layers"
    severity = Severity.WARNING
    title = "The organisation has too many layers"
    why = (
        "Each layer delays decisions and bends what passes through it. Above eight layers the top hears of the "
        "work only what others have made of it."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {title: Chief Product Officer}
  director: {title: Director, reports_to: chief}
  lead: {title: Lead, reports_to: director}
  pm-checkout: {title: Product Manager, reports_to: lead}  # [ORG804]
policy: {layers: {max: 3}}
"""
    good = """\
orgmodel: 1
positions:
  chief: {title: Chief Product Officer}
  director: {title: Director, reports_to: chief}
  lead: {title: Lead, reports_to: chief}
  pm-checkout: {title: Product Manager, reports_to: lead}
policy: {layers: {max: 3}}
"""
    fix = "Take out a layer where managers have few reports, or raise `policy.layers.max`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the first of the lowest positions."""
        lines, most = context.lines, context.policy.layers.max
        hierarchy = lines.hierarchy
        if most is None or hierarchy.deepest <= most:
            return
        assistants = context.direct_reports.assistants
        count = sum(hierarchy.subtree[top] for top in hierarchy.tops)
        depth = hierarchy.depth
        deep = [i for i in hierarchy.order[:count] if depth[i] > most]
        below = [i for i in deep if lines.statuses[i] <= VACANT and i not in assistants]
        if not below:
            return
        lowest = max(below, key=lambda i: (depth[i], -i))
        chain = [*reversed(lines.chain(lines.ids[lowest])), lines.ids[lowest]]
        number = sum(map(lines.weight, below))
        are = "is" if number == 1 else "are"
        yield Found(
            f"{depth[lowest]:,} layers, {most:,} at most: {line_path(chain)}; "
            f"{counted(number, 'position')} {are} below layer {most:,}",
            Spot("positions", chain[-1]),
            tuple(entity("positions", name) for name in reversed(chain)),
            tuple((Spot("positions", name), "stands above") for name in chain[-2 : -MOST_RELATED - 2 : -1]),
            subject="layers",
        )
