"""The fields of every kind of entry that can be asked for, under the names of the file format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from orgmodel.model.activities import ActivityKind
from orgmodel.model.organization import PLURAL
from orgmodel.model.values import Employment, Plane, Status

if TYPE_CHECKING:
    from orgmodel.analysis.attributes import Attributes

Read = Callable[["Attributes", str], Iterable[Any]]
Within = Callable[["Attributes", str, str], Iterable[Any]]

TRAITS = ("owner", "doer", "advises", "informed", "vetoes", "verifies")
PARTY = "party"
"""What a letter is given to: a bare role, or `position:`, `unit:`, `person:` with an id."""

Measure = Literal["", "value", "day", "count"]

UNDISCLOSED = "(undisclosed)"
"""The value of `holder` in a seat whose holder is not named."""


@dataclass(frozen=True, slots=True)
class Field:
    """How to read a field, the kind of entry that its values name, and how to read a name behind it.

    A field with `within` alone wants that name: `skills.discovery`; `names` is the kind of entry it has to be,
    if it is one. `words` are all values that a field may have. `measure` says what limits are held against: the
    value (a number, in own fields also a day), a day, how many values there are, or nothing. `attribute` is that of
    the entry on which alone the values depend, if there is one: where it is equal, they are.
    """

    read: Read | None = None
    leads_to: str | None = None
    within: Within | None = None
    names: str | None = None
    words: tuple[str, ...] = ()
    measure: Measure = ""
    attribute: str = ""

    @property
    def counts(self) -> bool:
        """Whether limits are about how many values there are."""
        return self.measure == "count" or self.leads_to is not None


def _own(kind: str, *names: str, measure: Measure = "") -> dict[str, Field]:
    """Fields that are read as they stand in the file."""
    return {name.rstrip("_"): Field(_reader(kind, name), measure=measure, attribute=name) for name in names}


def _worded(kind: str, name: str, words: Any) -> Field:
    """A field that has one of some words."""
    return Field(_reader(kind, name), words=get_args(words))


def _reader(kind: str, name: str) -> Read:
    def read(look: Attributes, entry: str) -> Iterable[Any]:
        found = look.org.section(PLURAL[kind]).get(entry)
        value = getattr(found, name, None)
        return value if isinstance(value, tuple) else (value,)

    return read


def _mapping(kind: str, name: str) -> Field:
    def within(look: Attributes, entry: str, key: str) -> Iterable[Any]:
        found = look.org.section(PLURAL[kind]).get(entry)
        return (getattr(found, name, {}).get(key),)

    return Field(within=within, measure="value")


def _identity(_look: Attributes, entry: str) -> Iterable[Any]:
    return (entry,)


def _title(kind: str) -> Field:
    return Field(lambda look, entry: (look.org.title(PLURAL[kind], entry),))


def _pay(kind: str) -> Field:
    def read(look: Attributes, entry: str) -> Iterable[Any]:
        figures = look.org.section(PLURAL[kind])[entry].pay
        return (amount for figure in figures for amount in (figure.min, figure.max, figure.amount))

    return Field(read, measure="value")


def _sources(kind: str) -> Field:
    """Who says so, of the whole entry and of parts of it."""

    def read(look: Attributes, entry: str) -> Iterable[Any]:
        return (source for named in look.org.section(PLURAL[kind])[entry].sources.values() for source in named)

    return Field(read, measure="count")


# -- seats


def _level(look: Attributes, seat: str) -> Iterable[Any]:
    own, role = look.seat(seat).level, look.org.role_of(seat)
    return (own if own is not None or role is None else role.level,)


def _manager(look: Attributes, seat: str) -> Iterable[Any]:
    return (look.lines.manager(seat),)


def _sitting(look: Attributes, seat: str) -> Iterable[Any]:
    state = look.holders.state(seat)
    people = [holding.person for holding in state.holdings]
    return (*people, UNDISCLOSED) if state.is_undisclosed and not people else people


def _employment(look: Attributes, seat: str) -> Iterable[Any]:
    own = look.seat(seat).employment
    if own is not None:
        return (own,)
    entries = (look.org.people.get(holding.person) for holding in look.holders.state(seat).holdings)
    return (entry.employment for entry in entries if entry is not None)


def _layer(look: Attributes, seat: str) -> Iterable[Any]:
    i = look.lines.index.get(seat)
    return () if i is None else (look.lines.hierarchy.depth[i],)


_POSITION = {
    "id": Field(_identity),
    "title": _title("position"),
    "role": Field(lambda look, seat: (look.seat(seat).role,), "role", attribute="role"),
    "unit": Field(lambda look, seat: look.upward(look.seat(seat).unit), "unit", attribute="unit"),
    "also_in": Field(lambda look, seat: look.seat(seat).also_in, "unit"),
    "reports_to": Field(_manager, "position"),
    "dotted_to": Field(lambda look, seat: (line.to for line in look.seat(seat).dotted_to), "position"),
    "holder": Field(_sitting, "person"),
    "status": Field(lambda look, seat: (look.seat(seat).status_on(look.day),), words=get_args(Status)),
    "employment": Field(_employment, words=get_args(Employment)),
    "level": Field(_level, measure="value"),
    "span": Field(lambda look, seat: (look.spans.get(seat, 0),), measure="value"),
    "layer": Field(_layer, measure="value"),
    "pay": _pay("position"),
    "skills": _mapping("position", "skills"),
    "fields": _mapping("position", "fields"),
    **_own("position", "fte", "seats", measure="value"),
    **_own("position", "from_", "until", measure="day"),
    **_own("position", "deputy", "assistant", "grade", "photo", "description"),
}

# -- roles

_ROLE = {
    "id": Field(_identity),
    "title": _title("role"),
    "reports_to": Field(lambda look, role: (line.to for line in look.org.roles[role].reports_to or ()), "role"),
    "dotted_to": Field(lambda look, role: (line.to for line in look.org.roles[role].dotted_to), "role"),
    "promotes_to": Field(lambda look, role: look.org.roles[role].promotes_to, "role"),
    "counts_as": Field(lambda look, role: look.org.roles[role].counts_as, "role"),
    "works_with": Field(lambda look, role: look.org.roles[role].works_with, "role"),
    "seats": Field(lambda look, role: (look.count(look.lines.seating.of_role(role)),), measure="value"),
    "experience": Field(lambda look, role: (getattr(look.org.roles[role].experience, "min", None),), measure="value"),
    "pay": _pay("role"),
    "skills": _mapping("role", "skills"),
    "fields": _mapping("role", "fields"),
    "codes": _mapping("role", "codes"),
    **_own("role", "level", measure="value"),
    "sources": _sources("role"),
    **_own("role", "aliases", "certifications", "responsibilities", measure="count"),
    **_own("role", "grade", "track", "purpose", "family", "external", "description"),
}

# -- units


def _members(look: Attributes, unit: str) -> Iterable[Any]:
    return (look.count(look.lines.seating.members(unit)),)


def _members_of(look: Attributes, unit: str, role: str) -> Iterable[Any]:
    return (look.count(look.lines.seating.within(role, unit)),)


def _people(look: Attributes, unit: str) -> Iterable[Any]:
    return (len(look.people_in(look.lines.seating.members(unit))),)


def _people_of(look: Attributes, unit: str, role: str) -> Iterable[Any]:
    return (len(look.people_in(look.lines.seating.within(role, unit))),)


def _roles_in(look: Attributes, unit: str) -> Iterable[Any]:
    return (look.seat(seat).role for seat in look.lines.seating.members(unit))


_UNIT = {
    "id": Field(_identity),
    "title": _title("unit"),
    "parent": Field(lambda look, unit: tuple(look.upward(unit))[1:], "unit"),
    "head": Field(lambda look, unit: look.org.units[unit].headed_by(), "position"),
    "seats": Field(_members, within=_members_of, names="role", measure="value"),
    "people": Field(_people, within=_people_of, names="role", measure="value"),
    "roles": Field(_roles_in, "role"),
    "fields": _mapping("unit", "fields"),
    **_own("unit", "from_", "until", measure="day"),
    **_own("unit", "kind", "description"),
}

# -- people


def _name(look: Attributes, person: str) -> Iterable[Any]:
    return (look.holders.person_name(person),)


def _roles_of(look: Attributes, person: str) -> Iterable[Any]:
    return (look.seat(seat).role for seat in look.seats_of.get(person, ()))


def _units_of(look: Attributes, person: str) -> Iterable[Any]:
    return (unit for seat in look.seats_of.get(person, ()) for unit in look.upward(look.seat(seat).unit))


_PERSON = {
    "id": Field(_identity),
    "name": Field(_name),
    "roles": Field(_roles_of, "role"),
    "positions": Field(lambda look, person: look.seats_of.get(person, ()), "position"),
    "units": Field(_units_of, "unit"),
    "skills": _mapping("person", "skills"),
    "fields": _mapping("person", "fields"),
    "employment": _worded("person", "employment", Employment),
    **_own("person", "aliases", measure="count"),
    **_own("person", "email", "photo", "description"),
}

# -- activities


def _having(trait: str) -> Read:
    def read(look: Attributes, activity: str) -> Iterable[Any]:
        letters = look.org.letters_of(look.org.activities[activity])
        return (cell.who for cell in look.rows.row(activity).by_trait(letters, trait))

    return read


_ACTIVITY = {
    "id": Field(_identity),
    "title": _title("activity"),
    "scheme": Field(lambda look, activity: (look.org.scheme_of(look.org.activities[activity]),)),
    "part_of": Field(lambda look, activity: (look.org.activities[activity].part_of,), "activity"),
    "depends_on": Field(lambda look, activity: look.org.activities[activity].depends_on, "activity"),
    "fields": _mapping("activity", "fields"),
    **{trait: Field(_having(trait), PARTY) for trait in TRAITS},
    "kind": _worded("activity", "kind", ActivityKind),
    "plane": _worded("activity", "plane", Plane),
    **_own("activity", "from_", "until", measure="day"),
    "sources": _sources("activity"),
    **_own("activity", "group", "per", "unowned", "escalates_to", "separate", "description"),
}

FIELDS = {"position": _POSITION, "role": _ROLE, "unit": _UNIT, "person": _PERSON, "activity": _ACTIVITY}
"""Kind of entry to its fields."""

_LONGEST_WAY = 20


def field_at(kind: str, written: str) -> Field | None:
    """The last field on a way such as `reports_to.role.level`; None where there is no such field."""
    if written.count(".") > _LONGEST_WAY or written.endswith("."):
        return None
    name, _, rest = written.partition(".")
    field = FIELDS[kind].get(name)
    if field is None:
        return None
    if field.within is not None and rest:
        return Field(within=field.within, names=field.names, measure=field.measure)
    if not rest:
        return field if field.read is not None else None
    onward = (field_at(other, rest) for other in kinds_behind(field))
    return next((other for other in onward if other is not None), None)


def name_behind(kind: str, written: str) -> str:
    """The name that a way which `field_at` knows ends in: `pm` of `seats.pm`."""
    name, _, rest = written.partition(".")
    field = FIELDS[kind][name]
    if field.within is not None or not rest:
        return rest
    return next((name_behind(other, rest) for other in kinds_behind(field) if field_at(other, rest) is not None), "")


def kinds_behind(field: Field) -> tuple[str, ...]:
    """The kinds of entries that the values of a field name; a party may be any of several."""
    if field.leads_to == PARTY:
        return ("role", "position", "unit", "person")
    return (field.leads_to,) if field.leads_to is not None else ()


def lost_at(kind: str, written: str) -> tuple[str, str]:
    """Where a way that `field_at` does not know is left: the kind of entry, and what it has no field for."""
    name, _, rest = written.partition(".")
    field = FIELDS[kind].get(name)
    if field is not None and rest and kinds_behind(field) and written.count(".") <= _LONGEST_WAY:
        return lost_at(kinds_behind(field)[0], rest)
    return kind, written


def known_fields(kind: str) -> tuple[str, ...]:
    """The fields of a kind; behind those that end in a point a name is wanted."""
    return tuple(name if field.read is not None else f"{name}." for name, field in FIELDS[kind].items())
