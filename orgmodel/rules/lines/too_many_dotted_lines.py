"""ORG220: a seat that looks up in too many directions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.dotted import Dotted
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class TooManyDottedLines(Rule):
    """One finding for each position or role above `policy.dotted.max`."""

    code = "ORG220"
    name = "too-many-dotted-lines"
    severity = Severity.INFO
    title = "A position has too many dotted lines"
    why = (
        "Every dotted line is somebody who gives direction. With four of them beside the manager, priorities are "
        "settled by whoever asks last."
    )
    bad = """\
orgmodel: 1
policy: {dotted: {max: 1}}
positions:
  chief: {holder: Ada Park}
  sales: {reports_to: chief}
  design: {reports_to: chief}
  pm: {reports_to: chief, dotted_to: [sales, design]}  # [ORG220]
"""
    good = """\
orgmodel: 1
policy: {dotted: {max: 1}}
positions:
  chief: {holder: Ada Park}
  sales: {reports_to: chief}
  design: {reports_to: chief}
  pm: {reports_to: chief, dotted_to: sales}
"""
    fix = "Keep the dotted lines that give direction; for working together write `works_with` between the roles."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Lines in force, each target once; at the first line above the limit."""
        most = context.policy.dotted.max
        if most is None:
            return
        number = Counter((line.kind, line.name) for line in context.dotted_lines)
        if max(number.values(), default=0) <= most:
            return
        by_owner: dict[tuple[str, str], dict[str, Dotted]] = {}
        for line in context.dotted_lines:
            by_owner.setdefault((line.kind, line.name), {}).setdefault(line.to, line)
        for (kind, name), targets in by_owner.items():
            if len(targets) <= most:
                continue
            lines = list(targets.values())
            over = lines[most]
            yield Found(
                f"{described(context.organization, kind, name)} has {counted(len(lines), 'dotted line')}, "
                f"{most:,} at most: {listed([quoted(to) for to in targets])}",
                over.spot,
                tuple(entity(kind, each) for each in (name, *targets)),
                tuple((line.spot, "another one") for line in lines[:MOST_RELATED] if line is not over),
                subject=f"{kind} {name}",
            )
