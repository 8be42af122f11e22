"""The fields of every kind of entry that can be asked for, under the names of the file format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmodel.model.organization import PLURAL

if TYPE_CHECKING:
    from orgmodel.analysis.attributes import Attributes

Read = Callable[["Attributes", str], Iterable[Any]]
Within = Callable[["Attributes", str, str], Iterable[Any]]

TRAITS = ("owner", "doer", "advises", "informed", "vetoes", "verifies")
PARTY = "party"
"""What a letter is given to: a bare role, or `position:`, `unit:`, `person:` with an id."""

UNDISCLOSED = "(undisclosed)"
"""The value of `holder` in a seat whose holder is not named."""


@dataclass(frozen=True, slots=True)
class Field:
    """How to read a field, the kind of entry that its values name, and how to read a name behind it.

    A field with `within` alone wants that name: `skills.discovery`.
    """

    read: Read | None = None
    leads_to: str | None = None
    within: Within | None = None


def _own(kind: str, *names: str) -> dict[str, Field]:
    """Fields that are read as they stand in the file."""
    return {name.rstrip("_"): Field(_reader(kind, name)) for name in names}


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

    return Field(within=within)


def _identity(_look: Attributes, entry: str) -> Iterable[Any]:
    return (entry,)


def _title(kind: str) -> Field:
    return Field(lambda look, entry: (look.org.title(PLURAL[kind], entry),))


def _pay(kind: str) -> Field:
    def read(look: Attributes, entry: str) -> Iterable[Any]:
        figures = look.org.section(PLURAL[kind])[entry].pay
        return (amount for figure in figures for amount in (figure.min, figure.max, figure.amount))

    return Field(read)


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
    "role": Field(lambda look, seat: (look.seat(seat).role,), "role"),
    "unit": Field(lambda look, seat: look.upward(look.seat(seat).unit), "unit"),
    "also_in": Field(lambda look, seat: look.seat(seat).also_in, "unit"),
    "reports_to": Field(_manager, "position"),
    "dotted_to": Field(lambda look, seat: (line.to for line in look.seat(seat).dotted_to), "position"),
    "holder": Field(_sitting, "person"),
    "status": Field(lambda look, seat: (look.seat(seat).status_on(look.day),)),
    "employment": Field(_employment),
    "level": Field(_level),
    "span": Field(lambda look, seat: (look.spans.get(seat, 0),)),
    "layer": Field(_layer),
    "pay": _pay("position"),
    "skills": _mapping("position", "skills"),
    "fields": _mapping("position", "fields"),
    **_own("position", "deputy", "fte", "seats", "from_", "until", "assistant", "grade", "photo", "description"),
}

# -- roles

_ROLE = {
    "id": Field(_identity),
    "title": _title("role"),
    "reports_to": Field(lambda look, role: (line.to for line in look.org.roles[role].reports_to or ()), "role"),
    "dotted_to": Field(lambda look, role: (line.to for line in look.org.roles[role].dotted_to), "role"),
    "promotes_to": Field(lambda look, role: look.org.roles[role].promotes_to, "role"),
    "works_with": Field(lambda look, role: look.org.roles[role].works_with, "role"),
    "seats": Field(lambda look, role: (look.count(look.lines.seating.of_role(role)),)),
    "experience": Field(lambda look, role: (getattr(look.org.roles[role].experience, "min", None),)),
    "pay": _pay("role"),
    "skills": _mapping("role", "skills"),
    "fields": _mapping("role", "fields"),
    "codes": _mapping("role", "codes"),
    **_own("role", "aliases", "level", "grade", "track", "purpose", "family", "certifications", "responsibilities"),
    **_own("role", "external", "sources", "description"),
}

# -- units


def _members(look: Attributes, unit: str) -> Iterable[Any]:
    return (look.count(look.lines.seating.members(unit)),)


def _members_of(look: Attributes, unit: str, role: str) -> Iterable[Any]:
    return (look.count(look.lines.seating.within(role, unit)),)


def _roles_in(look: Attributes, unit: str) -> Iterable[Any]:
    return (look.seat(seat).role for seat in look.lines.seating.members(unit))


_UNIT = {
    "id": Field(_identity),
    "title": _title("unit"),
    "parent": Field(lambda look, unit: tuple(look.upward(unit))[1:], "unit"),
    "head": Field(lambda look, unit: look.org.units[unit].headed_by(), "position"),
    "seats": Field(_members, within=_members_of),
    "roles": Field(_roles_in, "role"),
    "fields": _mapping("unit", "fields"),
    **_own("unit", "kind", "from_", "until", "description"),
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
    **_own("person", "email", "aliases", "employment", "photo", "description"),
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
    **_own("activity", "group", "kind", "plane", "per", "unowned", "escalates_to", "separate", "from_", "until"),
    **_own("activity", "sources", "description"),
}

FIELDS = {"position": _POSITION, "role": _ROLE, "unit": _UNIT, "person": _PERSON, "activity": _ACTIVITY}
"""Kind of entry to its fields."""

_LONGEST_WAY = 20


def field_at(kind: str, written: str) -> Field | None:
    """The last field on a way such as `reports_to.role.level`; None where there is no such field."""
    if written.count(".") > _LONGEST_WAY:
        return None
    name, _, rest = written.partition(".")
    field = FIELDS[kind].get(name)
    if field is None:
        return None
    if field.within is not None and rest:
        return Field(within=field.within)
    if not rest:
        return field if field.read is not None else None
    return field_at(field.leads_to, rest) if field.leads_to in FIELDS else None


def lost_at(kind: str, written: str) -> tuple[str, str]:
    """Where a way that `field_at` does not know is left: the kind of entry, and what it has no field for."""
    name, _, rest = written.partition(".")
    field = FIELDS[kind].get(name)
    if field is not None and rest and field.leads_to in FIELDS and written.count(".") <= _LONGEST_WAY:
        return lost_at(field.leads_to, rest)
    return kind, written


def known_fields(kind: str) -> tuple[str, ...]:
    """The fields of a kind; behind those that end in a point a name is wanted."""
    return tuple(name if field.read is not None else f"{name}." for name, field in FIELDS[kind].items())
