"""ORG210: a dotted line to the manager."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.dotted import Dotted
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
        for line in context.dotted_lines:
            if line.to == line.name or not _is_solid(context, line):
                continue
            yield Found(
                f"{described(organization, line.kind, line.name)} has a dotted line to its manager {quoted(line.to)}",
                line.spot,
                (entity(line.kind, line.name), entity(line.kind, line.to)),
                ((line_spot(organization, line.kind, line.name, line.to), "the solid line"),),
            )


def _is_solid(context: RuleContext, line: Dotted) -> bool:
    """Whether a solid line of the entry leads there too: one that is written, else the one that counts."""
    entry = context.organization.section(line.kind)[line.name]
    written = [solid.to for solid in entry.reports_to or () if solid.in_force(context.day)]
    if written or line.kind == "roles":
        return line.to in written
    return context.lines.manager(line.name) == line.to
