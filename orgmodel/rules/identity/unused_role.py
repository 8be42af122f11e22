"""ORG105: a role that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class UnusedRole(Rule):
    """Silent on a mere list of roles: without seats and activities every role is only described."""

    code = "ORG105"
    name = "unused-role"
    severity = Severity.INFO
    title = "A role is not used"
    why = "A role without a seat, a task or a line is dead weight, or a sign that its row was forgotten."
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  scribe: {title: Scribe}  # [ORG105]
activities:
  release:
    assign: {A: pm, R: dev}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
  scribe: {title: Scribe}
activities:
  release:
    assign: {A: pm, R: dev, I: scribe}
"""
    fix = "Give the role a seat or a letter, or delete it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every written role that no seat, letter or other role names."""
        organization = context.organization
        could_use = [
            word
            for word, is_there in (
                ("seat", organization.positions),
                ("activity", organization.activities or organization.assignments),
            )
            if is_there
        ]
        if not could_use:
            return
        used = context.references.used_roles
        users = ", ".join(f"no {word}" for word in could_use)
        for name in organization.roles:
            role = entity("roles", name)
            if not name.strip() or name in used or name in organization.made_roles or role in organization.silent:
                continue
            yield Found(
                f"{described(organization, 'roles', name)} is not used: {users} and no other role names it",
                Spot("roles", name, key=True),
                (role,),
            )
