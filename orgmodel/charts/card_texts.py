"""What cards of positions, roles and units say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from orgmodel.errors import UsageError
from orgmodel.graph.units import UnitTree
from orgmodel.loading.problems import suggestion
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position
from orgmodel.reading.names import printable

_POSITION_KEYS = "id role unit holder grade level fte deputy employment status from until"
POSITION_KEYS = tuple(_POSITION_KEYS.split())
ROLE_KEYS = ("id", "grade", "level", "track", "family", "purpose")
UNIT_KEYS = ("id", "kind", "seats", "vacancies")
WITHOUT = "no-"


def _refuse_unknown(show: tuple[str, ...], known: tuple[str, ...], fields: Collection[str]) -> None:
    for key in show:
        name = key.removeprefix(WITHOUT)
        if name not in known and name not in fields:
            raise UsageError(f'there is nothing called "{printable(key)}" to show{suggestion(key, [*known, *fields])}')


def _field_names(entries: Iterable[dict[str, str]]) -> dict[str, None]:
    """Every name under `fields`, with and without that word, in the order in which they are met."""
    names = dict.fromkeys(name for fields in entries for name in fields)
    return names | dict.fromkeys(f"fields.{name}" for name in names)


class PositionTexts:
    """Texts on the cards of positions. `show` adds keys and fields; `no-unit`, `no-holder` take lines away."""

    def __init__(self, organization: Organization, day: date, show: tuple[str, ...]) -> None:
        self.organization = organization
        self.day = day
        seats = organization.positions.values()
        _refuse_unknown(show, POSITION_KEYS, _field_names(seat.fields for seat in seats) if show else {})
        self.show = tuple(key for key in show if not key.startswith(WITHOUT))
        self.hidden = {key.removeprefix(WITHOUT) for key in show if key.startswith(WITHOUT)}
        self._titles: dict[str | None, str] = {}

    def title(self, position_id: str) -> str:
        """The seat's own title, else its role's, else its id."""
        position = self.organization.positions[position_id]
        if position.title is not None:
            return position.title
        if position.role is None:
            return position_id
        title = self._titles.get(position.role)
        if title is None:
            title = self._titles[position.role] = self.organization.title("roles", position.role)
        return title

    def holder(self, position_id: str) -> str:
        """Who sits there on the day; empty when nobody does or it is not disclosed."""
        if "holder" in self.hidden:
            return ""
        position = self.organization.positions[position_id]
        if not position.holders:
            if position.holder is None or position.status in {"vacant", "planned", "ended"}:
                return ""
            return self._person(position.holder)
        names = [self._person(holder.person) for holder in position.holders_on(self.day) if holder.person is not None]
        return ", ".join(dict.fromkeys(names))

    def _person(self, key: str) -> str:
        person = self.organization.people.get(key)
        return person.name if person is not None and person.name is not None else key

    def unit(self, position_id: str) -> str:
        """The title of the seat's unit."""
        unit = self.organization.positions[position_id].unit
        return self.organization.title("units", unit) if unit is not None and "unit" not in self.hidden else ""

    def fields(self, position_id: str) -> tuple[str, ...]:
        """One line for each key that was asked for and has a value."""
        if not self.show:
            return ()
        position = self.organization.positions[position_id]
        texts = (self._field(position_id, position, key) for key in self.show)
        return tuple(text for text in texts if text)

    def _field(self, position_id: str, position: Position, key: str) -> str:
        if key == "id":
            return position_id
        if key in {"unit", "holder"}:
            return ""
        if key == "role":
            return self.organization.title("roles", position.role) if position.role else ""
        if key == "status":
            return position.status_on(self.day)
        if key == "deputy":
            return f"Deputy: {self._named(position.deputy)}" if position.deputy else ""
        if key in {"grade", "level"}:
            role = self.organization.role_of(position_id)
            value = getattr(position, key)
            value = getattr(role, key) if value is None and role is not None else value
            return f"{key.capitalize()} {value}" if value is not None else ""
        if key in {"fte", "employment", "from", "until"}:
            value = getattr(position, "from_" if key == "from" else key)
            return f"{key.upper() if key == 'fte' else key.capitalize()} {value}" if value is not None else ""
        return position.fields.get(key.removeprefix("fields."), "")

    def _named(self, deputy: str) -> str:
        return self.holder(deputy) or self.title(deputy) if deputy in self.organization.positions else deputy

    def badges(self, position_id: str) -> tuple[str, ...]:
        """Short marks: part time, interim, contractor, agent, assistant."""
        position = self.organization.positions[position_id]
        if not position.holders and position.fte in {None, 1.0} and position.employment is None:
            return ("assistant",) if position.assistant else ()
        marks = []
        if position.fte is not None and 0 < position.fte < 1:
            marks.append(f"{position.fte:g} FTE")
        holders = position.holders_on(self.day)
        if len(holders) > 1:
            marks.append("shared")
        if any(holder.kind == "interim" for holder in holders):
            marks.append("interim")
        if position.employment in {"contractor", "agent"}:
            marks.append(position.employment)
        if position.assistant:
            marks.append("assistant")
        return tuple(marks)


class RoleTexts:
    """Texts on the cards of roles."""

    def __init__(self, organization: Organization, show: tuple[str, ...]) -> None:
        self.organization = organization
        roles = organization.roles.values()
        _refuse_unknown(show, ROLE_KEYS, _field_names(role.fields for role in roles))
        self.show = show

    def title(self, role: str) -> str:
        """The role's title, else its id."""
        return self.organization.title("roles", role)

    def track(self, role: str) -> str:
        """Level and track, where given."""
        entry = self.organization.roles[role]
        level = f"Level {entry.level}" if entry.level is not None else ""
        return " · ".join(filter(None, (level, entry.track or "")))

    def fields(self, role: str) -> tuple[str, ...]:
        """One line for each key that was asked for and has a value."""
        entry = self.organization.roles[role]
        texts = []
        for key in self.show:
            value = role if key == "id" else getattr(entry, key) if key in ROLE_KEYS else None
            text = entry.fields.get(key.removeprefix("fields.")) if value is None else str(value)
            if text:
                texts.append(text)
        return tuple(texts)


class UnitTexts:
    """Texts on the cards of units."""

    def __init__(self, organization: Organization, day: date, show: tuple[str, ...]) -> None:
        self.organization = organization
        units = organization.units.values()
        _refuse_unknown(show, UNIT_KEYS, _field_names(unit.fields for unit in units))
        self.show = show
        self.positions = PositionTexts(organization, day, ())
        seats: Counter[str] = Counter()
        vacant: Counter[str] = Counter()
        for position in organization.positions.values():
            status = position.status_on(day) if position.unit is not None else "ended"
            if position.unit is not None and status in {"filled", "vacant"}:
                seats[position.unit] += position.seats
                vacant[position.unit] += position.seats * (status == "vacant")
        tree = UnitTree(organization)
        self.seats, self.vacant = tree.totals(seats), tree.totals(vacant)

    def title(self, unit: str) -> str:
        """The unit's title, else its id."""
        return self.organization.title("units", unit)

    def kind(self, unit: str) -> str:
        """The kind of unit, where given."""
        return self.organization.units[unit].kind or ""

    def head(self, unit: str) -> str:
        """Who heads it: holder and title of its heads."""
        texts = []
        for head in self.organization.units[unit].headed_by():
            if head in self.organization.positions:
                holder = self.positions.holder(head)
                texts.append(
                    f"{holder}, {self.positions.title(head)}" if holder else f"{self.positions.title(head)}: vacant"
                )
        return " / ".join(texts)

    def fields(self, unit: str) -> tuple[str, ...]:
        """Seats and vacancies of the unit and all units in it, and what else was asked for."""
        seats, vacant = self.seats[unit], self.vacant[unit]
        texts = []
        if seats:
            texts.append(f"{seats} seat{'' if seats == 1 else 's'}" + (f", {vacant} vacant" if vacant else ""))
        for key in self.show:
            text = unit if key == "id" else self.organization.units[unit].fields.get(key.removeprefix("fields."))
            if text:
                texts.append(text)
        return tuple(texts)
