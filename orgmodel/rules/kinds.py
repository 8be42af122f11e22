"""Which kinds of things a model has anywhere: a rule about another kind has nothing to say, and is not imported."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from orgmodel.model.organization import Organization
from orgmodel.model.policy import Policy
from orgmodel.model.values import unwritten

_SECTIONS = ("roles", "units", "positions", "people", "activities", "assignments", "waivers")
_OF_ROLES: dict[str, Callable[[Any], Any]] = {
    "promotions": lambda role: role.promotes_to,
    "counted": lambda role: role.counts_as,
    "tracks": lambda role: role.track,
    "skills": lambda role: role.skills,
    "experience": lambda role: role.experience,
    "pay": lambda role: role.pay,
    "levels": lambda role: role.level is not None,
    "dotted": lambda role: role.dotted_to,
}
_OF_SEATS = {
    "pay": "pay",
    "levels": "level",
    "dotted": "dotted_to",
    "deputies": "deputy",
    "several-holders": "holders",
    "employment": "employment",
}
_OF_ACTIVITIES: dict[str, Callable[[Any], Any]] = {
    "parts": lambda activity: activity.part_of is not None or activity.depends_on,
    "escalations": lambda activity: activity.escalates_to is not None,
    "unowned": lambda activity: activity.unowned is not None,
    "per": lambda activity: activity.per is not None,
    "separate": lambda activity: activity.separate,
}
_OF_POLICY: dict[str, Callable[[Any], Any]] = {
    "policy-conflicts": lambda policy: policy.conflicts,
    "policy-holders": lambda policy: policy.holders,
    "policy-unit-size": lambda policy: policy.unit_size.min is not None or policy.unit_size.max is not None,
    "policy-managers": lambda policy: policy.managers.min is not None or policy.managers.max is not None,
    "demands-of-people": lambda policy: (
        policy.conflicts or policy.holders or any(demand.every == "person" for demand in policy.require)
    ),
    "requirements": lambda policy: policy.require,
    "some-limits": lambda policy: policy.spans or policy.ratios,
    "policy-ratios": lambda policy: policy.ratios,
    "policy-responsibilities": lambda policy: policy.column.responsibilities is not None,
}


def kinds_of(organization: Organization, rare_fields: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Sections by their name, and what roles, seats, activities and policy have, by the names above.

    `policy` is there when severities or waivers are, `limits` when the policy may set some, `claims` when an
    assignment has a source, `checks` when a scheme in use has letters that verify or veto, or a row is to be
    kept separate, `many-rows` when there are enough rows to judge shares of them.
    `rare_fields` has the seats in which a field is given.
    """
    policy, activities = organization.policy, organization.activities
    roles = organization.counting("roles")
    present = {kind for kind in _SECTIONS if (roles if kind == "roles" else getattr(organization, kind))}
    if len(organization.made_roles) < len(roles):
        present |= _present(_OF_ROLES, roles.values())
    if any(seat.holder is not None or seat.holders or seat.status for seat in organization.positions.values()):
        present.add("holders")
    present |= {kind for kind, field in _OF_SEATS.items() if rare_fields[field]}
    present |= _present(_OF_ACTIVITIES, activities.values())
    present |= _present(_OF_POLICY, (policy,))
    if policy.severity or organization.waivers:
        present.add("policy")
    if policy != unwritten(Policy) or _has_narrow_letter(organization):
        present.add("limits")
    if any(person.employment is not None for person in organization.people.values()):
        present.add("employment")
    if any(assignment.source is not None for assignment in organization.assignments):
        present.add("claims")
    if "separate" in present or _has_checks(organization):
        present.add("checks")
    if len(activities) >= policy.column.rows:
        present.add("many-rows")
    return frozenset(present)


def _present(kinds: dict[str, Callable[[Any], Any]], entries: Any) -> set[str]:
    return {kind for kind, has in kinds.items() if any(map(has, entries))}


def _has_narrow_letter(organization: Organization) -> bool:
    letters = (letter for scheme in organization.schemes.values() for letter in scheme.values())
    return any(letter.max is not None and letter.min > letter.max for letter in letters)


def _has_checks(organization: Organization) -> bool:
    schemes = {organization.scheme_of(activity) for activity in organization.activities.values()}
    letters = (letter for scheme in schemes for letter in (organization.schemes.get(scheme) or {}).values())
    return any("verifies" in letter.traits or "vetoes" in letter.traits for letter in letters)
