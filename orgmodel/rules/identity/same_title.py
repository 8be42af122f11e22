"""ORG106: two roles with one title."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.model.roles import Role
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, listed


class SameTitle(Rule):
    """One finding for each title. Steps of a ladder that differ in level or grade are only an info."""

    code = "ORG106"
    name = "same-title"
    severity = Severity.WARNING
    title = "Two roles have one title"
    why = "Readers of a chart see one role where the model has two, and a table that names the title means only one."
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  product-lead:
    title: Product Manager  # [ORG106]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  product-lead:
    title: Product Lead
"""
    fix = "Give each role a title of its own, or make the two one role."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Every title, in any case and spacing, of several written roles; `alias-clash` tells ids that are alike."""
        organization = context.organization
        by_title: dict[str, list[str]] = {}
        for name, role in organization.roles.items():
            if role.title and name not in organization.made_roles and entity("roles", name) not in organization.silent:
                by_title.setdefault(" ".join(role.title.casefold().split()), []).append(name)
        for names in by_title.values():
            if len({name.casefold() for name in names}) > 1:
                yield _found(organization.roles, names)


def _found(roles: dict[str, Role], names: list[str]) -> Found:
    title = roles[names[1]].title or ""
    first, second, *further = [Spot("roles", name, ("title",)) for name in names]
    return Found(
        f"{len(names)} roles have the title {quoted(title)}: {listed([quoted(name) for name in names])}",
        second,
        tuple(entity("roles", name) for name in (names[1], names[0], *names[2:])),
        ((first, "first here"), *((spot, "and here") for spot in further[:MOST_RELATED])),
        severity=Severity.INFO if _is_ladder([roles[name] for name in names]) else None,
        subject=title.casefold(),
    )


def _is_ladder(roles: list[Role]) -> bool:
    return any(
        None not in steps and len(set(steps)) == len(steps)
        for steps in ([role.level for role in roles], [role.grade for role in roles])
    )
