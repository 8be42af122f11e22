"""ORG208: a written line that goes elsewhere than the role's usual line."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.lines import WRITTEN
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import described


class LineOffRolePattern(Rule):
    """One finding for each seat. A manager of any role above the usual one is no deviation."""

    code = "ORG208"
    name = "line-off-role-pattern"
    severity = Severity.INFO
    title = "A line leaves the pattern of the role"
    why = (
        "The role says to whom its holders usually report. Where one seat reports elsewhere, either the "
        "seat is an exception worth knowing, or the pattern is out of date."
    )
    bad = """\
orgmodel: 1
roles:
  director: {title: Director of Product}
  analyst: {title: Analyst}
  pm: {title: Product Manager, reports_to: director}
positions:
  dir-core: {role: director}
  analyst-core: {role: analyst, reports_to: dir-core}
  pm-checkout: {role: pm, reports_to: analyst-core}  # [ORG208]
"""
    good = """\
orgmodel: 1
roles:
  director: {title: Director of Product}
  analyst: {title: Analyst}
  pm: {title: Product Manager, reports_to: director}
positions:
  dir-core: {role: director}
  analyst-core: {role: analyst, reports_to: dir-core}
  pm-checkout: {role: pm, reports_to: dir-core}
"""
    fix = "Let the position report to a seat of the usual role, or change the `reports_to` of the role."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats in force whose manager has a role that is neither the one named nor above it."""
        roles, lines = context.organization.roles, context.lines
        if not any(role.reports_to for role in roles.values()):
            return
        off = context.ends("role").where(
            lambda role, over: role in roles and over in roles and not _is_usual(context, role, over)
        )
        how, unjudged = lines.how, lines.unjudged
        for i in off:
            if how[i] == WRITTEN and i not in unjudged:
                yield later(_found, context, i)


def _is_usual(context: RuleContext, role: str, over: str) -> bool:
    """Whether the lines of a role lead to another one in the end; true for a role without lines on the day.
    Lines that lead in a ring are no pattern: that is another rule's.
    """
    found: set[str] = set()
    waiting = [role]
    while waiting:
        entry = context.organization.roles.get(waiting.pop())
        for line in entry.reports_to or () if entry is not None else ():
            if line.to not in found and line.in_force(context.day):
                if line.to == over:
                    return True
                found.add(line.to)
                waiting.append(line.to)
    ids, looping = context.role_lines.index, context.role_lines.hierarchy.looping
    return not found or any(ids.get(name) in looping for name in (role, *found))


def _found(context: RuleContext, i: int) -> Found:
    organization, lines = context.organization, context.lines
    name, manager = lines.ids[i], lines.ids[lines.parent[i]]
    role, over = organization.positions[name].role or "", organization.positions[manager].role or ""
    usual = next(line.to for line in organization.roles[role].reports_to or () if line.in_force(context.day))
    return Found(
        f"{described(organization, 'positions', name)} reports to {quoted(manager)}, whose role is {quoted(over)}; "
        f"role {quoted(role)} usually reports to {quoted(usual)}",
        line_spot(organization, "positions", name, manager),
        (entity("positions", name), entity("positions", manager), entity("roles", role)),
        ((line_spot(organization, "roles", role), "the usual line of the role"),),
    )
