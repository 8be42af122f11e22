"""Which roles the entries of a model name: roles of a library that nothing names stay silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.model.organization import Organization
from orgmodel.model.roles import Role

_ROLE = "role:"


def roles_named_by_roles(roles: Iterable[Role]) -> set[str]:
    """The roles that the lines, promotions and partners of roles name, and those they count as."""
    named: set[str] = set()
    for role in roles:
        named.update(line.to for line in (*(role.reports_to or ()), *role.dotted_to))
        named.update(role.promotes_to, role.counts_as, role.works_with)
    return named


def roles_named(organization: Organization) -> set[str]:
    """The roles that seats, rows, single letters and the policy name."""
    return set(map(_bare, (*_by_seats(organization), *_by_rows(organization), *_by_policy(organization))))


def _bare(reference: str) -> str:
    return reference.removeprefix(_ROLE)


def _by_seats(organization: Organization) -> Iterator[str]:
    for seat in organization.positions.values():
        if seat.role is not None:
            yield seat.role
        if seat.deputy is not None and seat.deputy.startswith(_ROLE):
            yield seat.deputy


def _by_rows(organization: Organization) -> Iterator[str]:
    for activity in organization.activities.values():
        yield from (assignee.who for assignees in activity.assign.values() for assignee in assignees)
        if activity.per is not None and activity.per.startswith(_ROLE):
            yield activity.per
        if activity.escalates_to is not None:
            yield activity.escalates_to
    yield from (assignment.role for assignment in organization.assignments)


def _by_policy(organization: Organization) -> Iterator[str]:
    policy = organization.policy
    yield from (role for conflict in policy.conflicts for role in conflict.roles)
    yield from (role for ratio in policy.ratios for role in (*ratio.of, *ratio.to))
    yield from (limit.role for limit in policy.spans if limit.role is not None)
    yield from policy.holders
