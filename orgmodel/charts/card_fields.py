"""What `fields` say of what is on a card; of a seat also those of who sits there, and of its role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from orgmodel.charts.lettering import SHARED
from orgmodel.charts.request import ChartOf
from orgmodel.model.organization import Organization

PREFIX = "fields."


def field_names(organization: Organization, of: ChartOf) -> dict[str, None]:
    """Every name that cards of a kind have a field for, in the order in which they are met."""
    sections = ("positions", "people", "roles") if of == "positions" else (of,)
    return dict.fromkeys(
        name for section in sections for entry in organization.section(section).values() for name in entry.fields
    )


def field_value(organization: Organization, of: ChartOf, day: date, key: str, name: str) -> str:
    """The field of a thing in text, empty where it has none: the seat's own, else its holders', else its role's."""
    if of != "positions":
        return _said(organization.section(of)[key].fields, name)
    own = _said(organization.positions[key].fields, name)
    if own:
        return own
    theirs = SHARED.join(dict.fromkeys(filter(None, _of_holders(organization, day, key, name))))
    if theirs:
        return theirs
    role = organization.role_of(key)
    return _said(role.fields, name) if role is not None else ""


def _of_holders(organization: Organization, day: date, key: str, name: str) -> Iterator[str]:
    if organization.people:
        for holder in organization.positions[key].holders_on(day):
            person = organization.people.get(holder.person or "")
            if person is not None:
                yield _said(person.fields, name)


def _said(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return "" if value is None else str(value)
