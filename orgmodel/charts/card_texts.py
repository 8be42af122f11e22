"""What cards of positions, roles and units say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

from orgmodel.analysis.ownership import names_holders
from orgmodel.charts.card_fields import PREFIX, field_names, field_value
from orgmodel.charts.chart import Portrait
from orgmodel.charts.lettering import SHARED
from orgmodel.charts.portraits import portrait
from orgmodel.charts.request import ChartOf
from orgmodel.errors import UsageError
from orgmodel.graph.units import UnitTree
from orgmodel.loading.problems import suggestion
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Holder, Position
from orgmodel.reading.counts import counted
from orgmodel.reading.names import printable

POSITION_KEYS = (
    "id",
    "role",
    "unit",
    "holder",
    "grade",
    "level",
    "track",
    "fte",
    "deputy",
    "employment",
    "status",
    "from",
    "until",
    "photo",
    "span",
    "start",
    "findings",
)
ROLE_KEYS = ("id", "level", "track", "grade", "family", "purpose", "span", "findings")
UNIT_KEYS = ("id", "head", "kind", "seats", "interactions", "span", "findings")
ON_CHART = ("photo", "span", "findings")
"""Keys that are no line of the card: what they show is known only when the chart is made."""
WITHOUT = "no-"
_ONE_LINE = 30
"""Letters that fit one line of a card of the usual width."""


class Shown:
    """What `--show` asks for: `keys` to add, and what is to be left off. Raises UsageError on unknown keys.

    `usual` is on the cards unasked, and can be taken off by `no-…`.
    """

    def __init__(
        self,
        show: tuple[str, ...],
        known: tuple[str, ...],
        usual: tuple[str, ...],
        fields_of: tuple[Organization, ChartOf],
    ) -> None:
        self.hidden = {key for key in usual if f"{WITHOUT}{key}" in show}
        fields = _with_prefix(field_names(*fields_of)) if show else {}
        taking = tuple(f"{WITHOUT}{key}" for key in usual)
        for key in show:
            if key not in known and key not in taking and key not in fields:
                near = suggestion(key, [*known, *taking, *fields])
                raise UsageError(f'there is nothing called "{printable(key)}" to show{near}')
        asked = dict.fromkeys(show)
        apart = set(ON_CHART) & set(known)
        self.on_chart = frozenset(apart & set(asked))
        self.keys = tuple(key for key in asked if key not in taking and key not in usual and key not in apart)

    def shows(self, key: str) -> bool:
        """Whether something usual is on the cards."""
        return key not in self.hidden


def _with_prefix(names: dict[str, None]) -> Collection[str]:
    """The names of fields, with and without that word."""
    return names | dict.fromkeys(f"{PREFIX}{name}" for name in names)


class PositionTexts:
    """Texts on the cards of positions. `show` adds keys and fields; `no-unit`, `no-holder` take lines away."""

    def __init__(self, organization: Organization, day: date, show: tuple[str, ...]) -> None:
        self.organization = organization
        self.day = day
        self.shown = Shown(show, POSITION_KEYS, ("holder", "unit"), (organization, "positions"))
        self.has_holders = names_holders(organization)
        self._titles: dict[str, str] = {}

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
        """Who sits there on the day; empty when nobody does, it is not disclosed, or names are hidden."""
        return SHARED.join(self._names(position_id)) if self.shown.shows("holder") else ""

    def portrait(self, position_id: str) -> Portrait | None:
        """The face of the holder, where faces are asked for and names are shown."""
        if "photo" not in self.shown.on_chart or not self.shown.shows("holder"):
            return None
        return portrait(self.organization, position_id, self.day, tuple(self._names(position_id)))

    def is_disclosed(self, position_id: str) -> bool:
        """Whether the file names somebody who sits there on the day."""
        return bool(self._names(position_id))

    def called(self, position_id: str) -> str:
        """How one speaks of the seat: by its holder, else by its title."""
        return self.holder(position_id) or self.title(position_id)

    def _names(self, position_id: str) -> list[str]:
        position = self.organization.positions[position_id]
        if not position.holders:
            if position.holder is None or position.status in {"vacant", "planned", "ended"}:
                return []
            return [self._person(position.holder)]
        holders = position.holders_on(self.day)
        names = list(dict.fromkeys(self._person(holder.person) for holder in holders if holder.person is not None))
        return [*names, "undisclosed"] if names and any(holder.is_undisclosed for holder in holders) else names

    def _person(self, key: str) -> str:
        person = self.organization.people.get(key)
        return person.name if person is not None and person.name is not None else key

    def unit(self, position_id: str) -> str:
        """The title of the seat's unit."""
        unit = self.organization.positions[position_id].unit
        return self.organization.title("units", unit) if unit is not None and self.shown.shows("unit") else ""

    def fields(self, position_id: str) -> tuple[str, ...]:
        """One line for each key that was asked for and has a value."""
        if not self.shown.keys:
            return ()
        position = self.organization.positions[position_id]
        texts = (self._field(position_id, position, key) for key in self.shown.keys)
        return tuple(text for text in texts if text)

    def _field(self, position_id: str, position: Position, key: str) -> str:
        if key in {"id", "start"}:
            return position_id if key == "id" else ""
        if key == "role":
            return self.organization.title("roles", position.role) if position.role else ""
        if key == "status":
            return position.status_on(self.day).capitalize()
        if key == "deputy":
            return f"Deputy: {self._named(position.deputy)}" if position.deputy else ""
        if key in {"grade", "level", "track"}:
            value = getattr(position, key, None)
            if value is None and (role := self.organization.role_of(position_id)) is not None:
                value = getattr(role, key)
            return f"{key.capitalize()} {value}" if value is not None else ""
        if key == "fte":
            return f"{position.fte:g} FTE" if position.fte is not None else ""
        if key in {"employment", "from", "until"}:
            value = getattr(position, "from_" if key == "from" else key)
            return f"{key.capitalize()} {value}" if value is not None else ""
        return field_value(self.organization, "positions", self.day, position_id, key.removeprefix(PREFIX))

    def _named(self, deputy: str) -> str:
        kind, _, name = deputy.rpartition(":")
        if name in self.organization.positions and kind in {"", "position"}:
            return self.called(name)
        return self._person(name) if kind in {"", "person"} else self.organization.title("roles", name)

    def badges(self, position_id: str) -> tuple[str, ...]:
        """Short marks: part time, shared, interim, contractor, agent, assistant."""
        position = self.organization.positions[position_id]
        holders = position.holders_on(self.day) if position.holders else ()
        return tuple(self._marks(position, holders))

    def _marks(self, position: Position, holders: tuple[Holder, ...]) -> Iterator[str]:
        fte = holders[0].fte if position.fte is None and len(holders) == 1 else position.fte
        if fte is not None and 0 < fte < 1 and "fte" not in self.shown.keys:
            yield f"{fte:g} FTE"
        if len(holders) > 1:
            yield "shared"
        if any(holder.kind == "interim" for holder in holders):
            yield "interim"
        if "start" in self.shown.keys and (start := self._start(position)) is not None:
            yield f"since {start}"
        if "employment" not in self.shown.keys:
            yield from self._employments(position, holders)
        if position.assistant:
            yield "assistant"

    def _start(self, position: Position) -> date | None:
        """The day from which the first of those sits there who sit there now."""
        days = [holder.from_ for holder in position.holders_on(self.day) if holder.from_ is not None]
        return min(days, default=position.from_ if position.status_on(self.day) == "filled" else None)

    def _employments(self, position: Position, holders: tuple[Holder, ...]) -> Iterator[str]:
        """What tells the seat, or else those in it, from employees."""
        found: dict[str | None, None] = {position.employment: None}
        people = self.organization.people
        if position.employment is None and people:
            names = [holder.person for holder in holders] or [position.holder]
            found = {people[name].employment: None for name in names if name in people}
        yield from (word for word in found if word in {"contractor", "agent"})


class RoleTexts:
    """Texts on the cards of roles; `no-level` and `no-track` take these away."""

    def __init__(self, organization: Organization, show: tuple[str, ...]) -> None:
        self.organization = organization
        self.shown = Shown(show, ROLE_KEYS, ("level", "track"), (organization, "roles"))

    def title(self, role: str) -> str:
        """The role's title, else its id."""
        return self.organization.title("roles", role)

    def rank(self, role: str) -> str:
        """Level and track, where given."""
        entry = self.organization.roles[role]
        level = f"Level {entry.level}" if entry.level is not None and self.shown.shows("level") else ""
        return " · ".join(filter(None, (level, (entry.track or "") if self.shown.shows("track") else "")))

    def fields(self, role: str) -> tuple[str, ...]:
        """One line for each key that was asked for and has a value."""
        texts = (self._field(role, key) for key in self.shown.keys)
        return tuple(text for text in texts if text)

    def _field(self, role: str, key: str) -> str:
        entry = self.organization.roles[role]
        if key == "id":
            return role
        if key == "grade":
            return f"Grade {entry.grade}" if entry.grade is not None else ""
        if key in ROLE_KEYS:
            return getattr(entry, key) or ""
        return str(entry.fields.get(key.removeprefix("fields."), ""))

    def badges(self, role: str) -> tuple[str, ...]:
        """Whether the role is outside the organisation."""
        return ("external",) if self.organization.roles[role].external else ()


class UnitTexts:
    """Texts on the cards of units; `no-head`, `no-kind`, `no-seats` take lines away."""

    def __init__(self, organization: Organization, day: date, show: tuple[str, ...]) -> None:
        self.organization = organization
        self.day = day
        self.shown = Shown(show, UNIT_KEYS, ("head", "kind", "seats"), (organization, "units"))
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

    def _heads(self, unit: str) -> list[str]:
        positions = self.organization.positions
        heads = self.organization.units[unit].headed_by() if self.shown.shows("head") else ()
        return [name for name in heads if name in positions and positions[name].in_force(self.day)]

    def head(self, unit: str) -> str:
        """Who heads it; where the seat is vacant, that."""
        heads = self._heads(unit)
        names = dict.fromkeys(filter(None, map(self.positions.holder, heads)))
        if names or not heads or not self.positions.has_holders:
            return SHARED.join(names)
        vacant = all(self.organization.positions[name].status_on(self.day) == "vacant" for name in heads)
        return "Head vacant" if vacant else "Undisclosed"

    def head_title(self, unit: str) -> str:
        """What its heads are."""
        return SHARED.join(dict.fromkeys(map(self.positions.title, self._heads(unit))))

    def fields(self, unit: str) -> tuple[str, ...]:
        """The kind of unit, seats and vacancies with all units in it, and what else was asked for."""
        entry = self.organization.units[unit]
        size = []
        if entry.kind and self.shown.shows("kind"):
            size.append(entry.kind)
        if self.seats[unit] and self.shown.shows("seats"):
            vacant = self.vacant[unit] if self.positions.has_holders else 0
            size.append(counted(self.seats[unit], "seat") + (f", {vacant:,} vacant" if vacant else ""))
        own = (text for key in self.shown.keys for text in self._asked(unit, key))
        together = " · ".join(size)
        sizes = (together,) if len(together) <= _ONE_LINE else size
        return tuple(str(text) for text in (*sizes, *own) if text)

    def _asked(self, unit: str, key: str) -> Iterator[object]:
        """What was asked for besides; each unit it works with on a line of its own."""
        entry = self.organization.units[unit]
        if key == "interactions":
            for other in entry.interactions:
                if other.in_force(self.day) and other.with_ in self.organization.units:
                    yield f"{other.mode or ''} → {self.title(other.with_)}".strip()
        else:
            yield unit if key == "id" else entry.fields.get(key.removeprefix("fields."))

    def badges(self, unit: str) -> tuple[str, ...]:
        """Whether its head is there for a time only."""
        marks = (self.positions.badges(name) for name in self._heads(unit))
        return ("interim head",) if any("interim" in found for found in marks) else ()
