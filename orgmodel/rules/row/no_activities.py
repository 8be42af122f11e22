"""Roles, and nothing that any of them does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.model.roles import Role
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import counted, listed, named


class NoActivities(Rule):
    """One finding for a model of bare roles; with lines, levels, skills or pay they are a ladder, not half a matrix."""

    code: ClassVar[str] = "ORG432"
    name: ClassVar[str] = "no-activities"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "There are roles and no activity"
    why: ClassVar[str] = (
        "A list of roles does not say what anybody answers for. An empty matrix passes every check, so rows that were "
        "lost look like a perfect organisation."
    )
    bad: ClassVar[str] = """\
orgmodel: 1  # [ORG432]
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: dev}}
"""
    fix: ClassVar[str] = "Add `activities` with their letters, or positions, or say how the roles report to each other."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent beside positions, and beside any assignment, even one whose activity is unknown."""
        organization = context.organization
        if organization.activities or organization.assignments or organization.positions or context.faults:
            return
        silent = organization.silent
        roles = {name: role for name, role in organization.roles.items() if entity("roles", name) not in silent}
        if not roles or any(map(_says_more, roles.values())):
            return
        shown = listed([named(organization, "roles", name) for name in roles], 3)
        yield Found(
            f"the model has {counted(len(roles), 'role')} and no activity: {shown}",
            Spot("model", "model"),
            tuple(entity("roles", name) for name in roles),
            subject="no activities",
        )


def _says_more(role: Role) -> bool:
    """Whether a role is described as a rung or a place in the line."""
    return bool(
        role.reports_to is not None
        or role.dotted_to
        or role.promotes_to
        or role.level is not None
        or role.grade is not None
        or role.skills
        or role.experience is not None
        or role.pay
        or role.responsibilities
    )
