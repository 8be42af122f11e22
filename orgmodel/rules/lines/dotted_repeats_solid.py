"""ORG210: a dotted line to the manager."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.dotted import DottedLines
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class DottedRepeatsSolid(Rule):
    """One finding for each line; a derived solid line counts like a written one."""

    code = "ORG210"
    name = "dotted-repeats-solid"
    severity = Severity.INFO
    title = "A dotted line repeats the solid one"
    why = (
        "The manager is already the manager. A second, weaker line to the same seat adds ink to the chart and "
        "may hide that another seat was meant."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, dotted_to: chief}  # [ORG210]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief}
"""
    fix = "Remove the manager from `dotted_to`, or name the other seat that was meant."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Positions by their lines on the day, roles by their usual lines."""
        organization = context.organization
        for lines in context.dotted_lines:
            kind = lines.kind
            for i in range(len(lines.names)) if kind == "roles" else _suspects(context, lines):
                name, to = lines.names[i], lines.to[i]
                if to == name or not _is_solid(context, kind, name, to):
                    continue
                yield Found(
                    f"{described(organization, kind, name)} has a dotted line to its manager {quoted(to)}",
                    lines.spot(i),
                    (entity(kind, name), entity(kind, to)),
                    ((line_spot(organization, kind, name, to), "the solid line"),),
                )


def _suspects(context: RuleContext, dotted: DottedLines) -> list[int]:
    """The dotted lines of seats that may be solid too: to the manager, or where the hierarchy cannot tell."""
    lines = context.lines
    parent, irregular = lines.parent, set(lines.irregular)
    return [
        i
        for i, (lower, upper) in enumerate(dotted.ends)
        if lower is None or upper is None or parent[lower] == upper or lower in irregular
    ]


def _is_solid(context: RuleContext, kind: str, name: str, to: str) -> bool:
    """Whether a solid line of the entry leads there too: one that is written, else the one that counts."""
    entry = context.organization.section(kind)[name]
    written = [solid.to for solid in entry.reports_to or () if solid.in_force(context.day)]
    if written or kind == "roles":
        return to in written
    return context.lines.manager(name) == to
