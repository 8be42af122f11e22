"""A written line that goes elsewhere than the role's usual line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.derivation import first_in_force
from orgmodel.graph.lines import ENDED, WRITTEN
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class LineOffRolePattern(Rule):
    """One finding for each seat. A manager of any role above the usual one is no deviation."""

    code: ClassVar[str] = "ORG208"
    name: ClassVar[str] = "line-off-role-pattern"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "A line leaves the pattern of the role"
    why: ClassVar[str] = (
        "The role says to whom its holders usually report. Where one seat reports elsewhere, either the "
        "seat is an exception worth knowing, or the pattern is out of date."
    )
    bad: ClassVar[str] = """\
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
    good: ClassVar[str] = """\
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
    fix: ClassVar[str] = "Let the position report to a seat of the usual role, or change the `reports_to` of the role."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats in force whose manager has a role that is neither the one named nor above it."""
        roles, lines = context.organization.roles, context.lines
        if not any(role.reports_to for role in roles.values()):
            return
        above: dict[str, frozenset[str]] = {}
        positions = context.organization.positions
        for i, manager in enumerate(lines.parent):
            if manager < 0 or lines.how[i] != WRITTEN or lines.statuses[i] == ENDED:
                continue
            role, over = positions[lines.ids[i]].role, positions[lines.ids[manager]].role
            if role not in roles or over not in roles or role is None or over is None:
                continue
            if role not in above:
                above[role] = _roles_above(context, role)
            if above[role] and over not in above[role]:
                yield _found(context, lines.ids[i], lines.ids[manager], role, over)


def _roles_above(context: RuleContext, role: str) -> frozenset[str]:
    """All roles that the lines of a role lead to; empty when it has none on the day."""
    found: set[str] = set()
    waiting = [role]
    while waiting:
        entry = context.organization.roles.get(waiting.pop())
        for line in entry.reports_to or () if entry is not None else ():
            if line.to not in found and line.in_force(context.day):
                found.add(line.to)
                waiting.append(line.to)
    return frozenset(found)


def _found(context: RuleContext, name: str, manager: str, role: str, over: str) -> Found:
    organization = context.organization
    line = first_in_force(organization.roles[role].reports_to, context.day)
    usual = quoted(line.to) if line is not None else "another role"
    return Found(
        f"{described(organization, 'positions', name)} reports to {quoted(manager)}, whose role is {quoted(over)}; "
        f"role {quoted(role)} usually reports to {usual}",
        line_spot(organization, "positions", name, manager),
        (entity("positions", name), entity("positions", manager), entity("roles", role)),
        ((line_spot(organization, "roles", role), "the usual line of the role"),),
    )
