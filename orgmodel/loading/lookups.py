"""How names in tables find what they mean: by id, then alias, then title."""

from __future__ import annotations

from typing import Any

from orgmodel.model.organization import Organization


def names_of(section: dict[str, Any]) -> dict[str, str]:
    """Every written name of the entries of a section to the id it stands for; ids win over aliases, those
    over titles, and the first of two equal names wins (other rules report the clash)."""
    names: dict[str, str] = {name: name for name in section}
    for name, entry in section.items():
        for alias in getattr(entry, "aliases", ()):
            names.setdefault(alias, name)
    for name, entry in section.items():
        title = getattr(entry, "title", None)
        if title is not None:
            names.setdefault(title, name)
    return names


def role_names(organization: Organization) -> dict[str, str]:
    """Names by which a table may mean a role."""
    return names_of(organization.roles)


def unit_names(organization: Organization) -> dict[str, str]:
    """Names by which a table may mean a unit."""
    return names_of(organization.units)


def activity_names(organization: Organization) -> dict[str, str]:
    """Names by which a table may mean an activity."""
    return names_of(organization.activities)
