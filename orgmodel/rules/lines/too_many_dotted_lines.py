"""ORG220: a seat that looks up in too many directions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import compress, count

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.dotted import DottedLines
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
        for lines in context.dotted_lines:
            many = {name for name, number in Counter(lines.names).items() if number > most}
            by_owner: dict[str, dict[str, int]] = {}
            for i in compress(count(), map(many.__contains__, lines.names) if many else ()):
                by_owner.setdefault(lines.names[i], {}).setdefault(lines.to[i], i)
            for name, targets in by_owner.items():
                if len(targets) > most:
                    yield _found(context, lines, name, targets, most)


def _found(context: RuleContext, lines: DottedLines, name: str, targets: dict[str, int], most: int) -> Found:
    kind, numbers = lines.kind, list(targets.values())
    return Found(
        f"{described(context.organization, kind, name)} has {counted(len(targets), 'dotted line')}, "
        f"{most:,} at most: {listed([quoted(to) for to in targets])}",
        lines.spot(numbers[most]),
        tuple(entity(kind, each) for each in (name, *targets)),
        tuple((lines.spot(i), "another one") for i in numbers[:MOST_RELATED] if i != numbers[most]),
        subject=f"{kind} {name}",
    )
