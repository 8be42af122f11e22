"""Who refers to what: one pass over every reference of a model, and those that lead nowhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from orgmodel.graph.letters import parse_assignee
from orgmodel.graph.lines import Lines
from orgmodel.model.activities import Activity
from orgmodel.model.lines import Assignee, Line
from orgmodel.model.organization import KINDS, PLURAL, Organization, Spot, entity
from orgmodel.model.positions import Position

_FEW = ("roles", "units")
_FEW_WAIVERS = 20
_SEAT = "position:"
_SCHEME = Spot("scheme", "scheme", (0,))
"""Where the model names its scheme; a step into it leads from the key to the value."""

Way = tuple[str | int, ...]


class Use(NamedTuple):
    """One reference: the section and name it leads to, the field that says so, whose field it is, and where.

    `field` is written `positions.reports_to`. `owner` is an entity, or empty for the model itself.
    """

    kind: str
    name: str
    field: str
    owner: str
    spot: Spot


@dataclass(slots=True)
class Missing:
    """Something referred to that does not exist, with all that refers to it, in the order of the files.

    `by_case` and `by_zeros` are ids that differ from it only in upper and lower case, or only in
    leading zeros (and case). `called` are entries whose alias, title or holder it is, with that word.
    """

    kind: str
    name: str
    uses: list[Use] = field(default_factory=list)
    by_case: list[str] = field(default_factory=list)
    by_zeros: list[str] = field(default_factory=list)
    called: list[tuple[str, str]] = field(default_factory=list)

    @property
    def owners(self) -> tuple[str, ...]:
        """Everything that refers to it, each once."""
        return tuple(dict.fromkeys(use.owner for use in self.uses if use.owner))


class References:
    """All references of a model, whatever their dates.

    `lines` have met most names of managers already. `of_seats` tells what all seats have in a field. `rare_fields`
    has by seat who names a deputy, further units or dotted lines, `assignees` whoever has a letter.
    """

    def __init__(
        self,
        lines: Lines,
        of_seats: Callable[[str], list[Any]],
        rare_fields: Mapping[str, Mapping[str, Any]],
        assignees: Iterable[Assignee],
    ) -> None:
        self.org = lines.org
        self._lines = lines
        self._column = of_seats
        self._rare = rare_fields
        self._assignees = assignees
        self._ordered: dict[str, list[str]] = {}
        self._sections = {kind: self.org.section(kind) for kind in KINDS}
        self._parties: dict[str, tuple[str, str]] = {}

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """What does not exist and is referred to all the same, in the order in which it is met."""
        found: dict[tuple[str, str], Missing] = {}
        for use in self._dangling():
            place = (use.kind, use.name)
            if place not in found:
                found[place] = Missing(*place)
            found[place].uses.append(use)
        _find_kin(self.org, found.values())
        return tuple(found.values())

    @cached_property
    def used_roles(self) -> frozenset[str]:
        """Roles that a seat, a letter, a row or another role refers to, and those that count as another."""
        org = self.org
        used = self._roles_of_rows().union(self._column("role"))
        used.discard(None)
        used.update(item.role.removeprefix("role:") for item in org.assignments)
        used.update(role for named in org.unread_rows.values() for role in named)
        for _section, name, _occurrence, _kind, target, way in self._of_entries("roles"):
            if name != target:
                used.add(target)
                if way[0] == "counts_as":
                    used.add(name)
        return frozenset(used)

    def _dangling(self) -> Iterator[Use]:
        if self.org.scheme and not self._exists("schemes", self.org.scheme):
            yield Use("schemes", self.org.scheme, "model.scheme", "", _SCHEME)
        sections = _FEW if self._are_rows_whole() else (*_FEW, "activities")
        for section, name, occurrence, kind, target, way in self._of_entries(*sections):
            if not self._exists(kind, target):
                owner = entity(section, name)
                yield Use(kind, target, f"{section}.{way[0]}", owner, Spot(section, name, way, False, occurrence))
        yield from self._of_seats()
        yield from self._of_assignments()
        yield from self._of_policy()
        yield from self._of_waivers()

    def _exists(self, kind: str, name: str) -> bool:
        if kind == "people":
            return name in self.org.people or name in self._holders
        if kind == "schemes":
            return bool(self.org.schemes.get(name))
        return name in self._sections[kind]

    @cached_property
    def _holders(self) -> frozenset[str]:
        seats = (seat for _, seat, _ in self._entries("positions"))
        people = (holder.person for seat in seats for holder in seat.held_by())
        return frozenset(person for person in people if person is not None)

    def _entries(self, kind: str) -> Iterator[tuple[str, Any, int]]:
        """Id, entry and which one it is of those with this id."""
        for name, entry in self.org.section(kind).items():
            yield name, entry, 0
        for name, further in self.org.repeats.get(kind, {}).items():
            for i, entry in enumerate(further, 1):
                yield name, entry, i

    # -- what activities name, each name once: most often all of it is there

    @cached_property
    def _rows(self) -> list[Activity]:
        return [*self.org.activities.values(), *chain.from_iterable(self.org.repeats.get("activities", {}).values())]

    @cached_property
    def parties(self) -> set[str]:
        """Whom the rows name, as written: whoever holds a letter, and whom they escalate to."""
        return _parties_of(self._assignees, self.org.activities.values())

    @cached_property
    def parties_but_seats(self) -> frozenset[str]:
        """Of the parties those that are not seats which exist: these are most of a large matrix."""
        return self._without_seats(self.parties)

    def _without_seats(self, parties: set[str]) -> frozenset[str]:
        seats, start = self.org.positions, len(_SEAT)
        found = [who for who in parties if not who.startswith(_SEAT) or who[start:] not in seats]
        return frozenset(found).union(parties & self.org.roles.keys())

    @cached_property
    def _less_plain_parties(self) -> frozenset[tuple[str, str]]:
        """Who has a part in activities, repeated ones too, without the seats that exist."""
        repeats = list(chain.from_iterable(self.org.repeats.get("activities", {}).values()))
        repeated = _parties_of((held for row in repeats for each in row.assign.values() for held in each), repeats)
        return frozenset(map(self._party, self.parties_but_seats | self._without_seats(repeated)))

    def _roles_of_rows(self) -> set[str]:
        pers = _written("per", self._rows)
        named = {per.removeprefix("role:") for per in pers if per.startswith("role:")}
        return named.union(name for kind, name in self._less_plain_parties if kind == "roles")

    def _are_rows_whole(self) -> bool:
        """Whether all that activities refer to exists. A letter that stands empty is looked at more closely."""
        after = chain.from_iterable(map(attrgetter("depends_on"), self._rows))
        rows = {name.removeprefix("activity:") for name in _written("part_of", self._rows).union(after)}
        schemes = (("schemes", name) for name in _written("scheme", self._rows))
        return (
            rows <= self.org.activities.keys()
            and self._roles_of_rows() <= self.org.roles.keys()
            and all(self._exists(kind, name) for kind, name in (*schemes, *self._less_plain_parties))
        )

    # -- roles, units, activities: few enough to be looked at one by one

    def _of_entries(self, *sections: str) -> Iterator[tuple[str, str, int, str, str, Way]]:
        """Section, id and occurrence of each entry that refers to something; kind and id of that, and the field."""
        targets = {"roles": _role_targets, "units": _unit_targets, "activities": self._activity_targets}
        for section in sections:
            for name, entry, occurrence in self._entries(section):
                for kind, target, way in targets[section](entry):
                    yield section, name, occurrence, kind, target, way

    def _activity_targets(self, activity: Any) -> Iterator[tuple[str, str, Way]]:
        if activity.part_of is not None:
            yield "activities", activity.part_of.removeprefix("activity:"), ("part_of",)
        for i, name in enumerate(activity.depends_on):
            yield "activities", name.removeprefix("activity:"), ("depends_on", i)
        if activity.per is not None and activity.per.startswith("role:"):
            yield "roles", activity.per.removeprefix("role:"), ("per",)
        if activity.scheme is not None:
            yield "schemes", activity.scheme, ("scheme",)
        if activity.escalates_to is not None:
            yield *self._party(activity.escalates_to), ("escalates_to",)
        for letter, assignees in activity.assign.items():
            if len(assignees) == 1 and not assignees[0].who.strip():
                continue  # a letter that stands empty has nobody, and names nobody who does not exist
            for i, assignee in enumerate(assignees):
                yield *self._party(assignee.who), ("assign", letter, i, "who")

    def _party(self, who: str) -> tuple[str, str]:
        if who not in self._parties:
            word, name = parse_assignee(self.org, who)
            self._parties[who] = PLURAL[word], name
        return self._parties[who]

    # -- seats and assignments: there may be a million, so nothing is made for those that are right

    def _are_seats_whole(self) -> bool:
        """Whether all that seats refer to exists, told field by field."""
        org = self.org
        roles = _written("role", self._repeated_seats).union(self._column("role"))
        units = _written("unit", self._repeated_seats).union(self._column("unit"))
        units.update(chain.from_iterable(self._rare["also_in"].values()))
        deputies: set[str | None] = set(self._rare["deputy"].values())
        lines: list[Line] = list(chain.from_iterable(self._rare["dotted_to"].values()))
        for seat in self._repeated_seats:
            units.update(seat.also_in)
            deputies.add(seat.deputy)
            lines += seat.dotted_to
        for seat in self._seats_of_many_lines():
            lines += seat.reports_to or ()
        return (
            not self._lines.unresolved
            and roles - {None} <= org.roles.keys()
            and units - {None} <= org.units.keys()
            and deputies - {None} <= org.positions.keys()
            and {line.to for line in lines} <= org.positions.keys()
        )

    @cached_property
    def _repeated_seats(self) -> list[Position]:
        return list(chain.from_iterable(self.org.repeats.get("positions", {}).values()))

    def _seats_of_many_lines(self) -> Iterator[Position]:
        """Those with written lines that the hierarchy need not have followed."""
        lines = self._lines
        names = chain(map(lines.ids.__getitem__, lines.irregular), lines.left_out)
        return chain(map(self.org.positions.__getitem__, names), self._repeated_seats)

    def _of_seats(self) -> Iterator[Use]:
        if self._are_seats_whole():
            return
        org = self.org
        roles, units, positions = org.roles, org.units, org.positions
        for name, seat, occurrence in self._entries("positions"):
            if seat.role not in roles and seat.role is not None:
                yield _seat_use("roles", seat.role, ("role",), name, occurrence)
            if seat.unit not in units and seat.unit is not None:
                yield _seat_use("units", seat.unit, ("unit",), name, occurrence)
            if seat.reports_to:
                for i, line in enumerate(seat.reports_to):
                    if line.to not in positions:
                        yield _seat_use("positions", line.to, ("reports_to", i, "to"), name, occurrence)
            if seat.also_in or seat.dotted_to or seat.deputy is not None:
                yield from self._rarer(name, seat, occurrence)

    def _rarer(self, name: str, seat: Position, occurrence: int) -> Iterator[Use]:
        org = self.org
        for i, unit in enumerate(seat.also_in):
            if unit not in org.units:
                yield _seat_use("units", unit, ("also_in", i), name, occurrence)
        for i, line in enumerate(seat.dotted_to):
            if line.to not in org.positions:
                yield _seat_use("positions", line.to, ("dotted_to", i, "to"), name, occurrence)
        if seat.deputy is not None and seat.deputy not in org.positions:
            kind, deputy = self._party(seat.deputy)
            if not self._exists(kind, deputy) and not (kind == "roles" and self._exists("people", deputy)):
                kind = kind if seat.deputy != deputy else "positions"
                yield _seat_use(kind, deputy, ("deputy",), name, occurrence)

    def _of_assignments(self) -> Iterator[Use]:
        roles, activities = self.org.roles, self.org.activities
        for i, item in enumerate(self.org.assignments):
            if item.activity not in activities:
                kind, name = self._party(item.role)
                owner = entity(kind, name)
                yield Use("activities", item.activity, "assignments.activity", owner, _listed(i, "activity"))
            if item.role not in roles:
                kind, name = self._party(item.role)
                if not self._exists(kind, name):
                    owner = entity("activities", item.activity)
                    yield Use(kind, name, "assignments.role", owner, _listed(i, "role"))

    # -- policy and waivers

    def _of_policy(self) -> Iterator[Use]:
        """Roles that must be apart or be held by several; a role that does not exist would be judged in silence."""
        roles, policy = self.org.roles, self.org.policy
        for i, conflict in enumerate(policy.conflicts):
            for j, role in enumerate(conflict.roles):
                if role not in roles:
                    spot = Spot("policy", "conflicts", ("conflicts", i, "roles", j))
                    yield Use("roles", role, "policy.conflicts", "", spot)
        for role in policy.holders:
            if role not in roles:
                yield Use("roles", role, "policy.holders", "", Spot("policy", "holders", ("holders", role), key=True))

    def _of_waivers(self) -> Iterator[Use]:
        for i, waiver in enumerate(self.org.waivers):
            word, _, name = waiver.for_.partition(":")
            kind = PLURAL.get(word, "")
            if not kind or not self._is_waived(kind, name):
                target = name if kind else waiver.for_
                yield Use(kind, target, "waivers.for", "", Spot("waivers", i, ("for",)))

    def _is_waived(self, kind: str, name: str) -> bool:
        if name.endswith("*"):
            return self._begins_a_name(kind, name[:-1])
        return self._exists(kind, name) or (kind == "activities" and self._exists(kind, name.rpartition("@")[0]))

    def _begins_a_name(self, kind: str, beginning: str) -> bool:
        """Whether any id of a kind has this beginning; names are sorted only where many waivers ask."""
        names = chain(self.org.section(kind), self._holders if kind == "people" else ())
        if len(self.org.waivers) <= _FEW_WAIVERS:
            return any(name.startswith(beginning) for name in names)
        if kind not in self._ordered:
            self._ordered[kind] = sorted(names)
        known = self._ordered[kind]
        at = bisect_left(known, beginning)
        return at < len(known) and known[at].startswith(beginning)


def _written(field: str, entries: Iterable[Any]) -> set[str]:
    """What entries say in a field, each once."""
    return set(map(attrgetter(field), entries)) - {None}


def _parties_of(assignees: Iterable[Assignee], rows: Iterable[Activity]) -> set[str]:
    return set(map(attrgetter("who"), assignees)) | _written("escalates_to", rows)


def _seat_use(kind: str, target: str, way: Way, name: str, occurrence: int) -> Use:
    owner = entity("positions", name)
    return Use(kind, target, f"positions.{way[0]}", owner, Spot("positions", name, way, False, occurrence))


def _listed(i: int, way: str) -> Spot:
    return Spot("assignments", i, (way,))


def _role_targets(role: Any) -> Iterator[tuple[str, str, Way]]:
    for key in ("reports_to", "dotted_to"):
        for i, line in enumerate(getattr(role, key) or ()):
            yield "roles", line.to, (key, i, "to")
    for key in ("promotes_to", "counts_as", "works_with"):
        for i, name in enumerate(getattr(role, key)):
            yield "roles", name, (key, i)


def _unit_targets(unit: Any) -> Iterator[tuple[str, str, Way]]:
    if unit.parent is not None:
        yield "units", unit.parent, ("parent",)
    for i, head in enumerate(unit.headed_by()):
        yield "positions", head, ("heads", i) if unit.heads else ("head",)
    for i, interaction in enumerate(unit.interactions):
        yield "units", interaction.with_, ("interactions", i, "with")


def _without_zeros(text: str) -> str:
    return text.casefold().lstrip("0") or "0"


def _find_kin(org: Organization, missing: Collection[Missing]) -> None:
    """Look through each section once for names that the missing ones may stand for."""
    for kind in sorted({item.kind for item in missing} - {"", "schemes"}):
        by_case: dict[str, list[Missing]] = {}
        by_zeros: dict[str, list[Missing]] = {}
        for item in missing:
            if item.kind == kind:
                by_case.setdefault(item.name.casefold(), []).append(item)
                by_zeros.setdefault(_without_zeros(item.name), []).append(item)
        for name, entry in org.section(kind).items():
            folded = name.casefold()
            for item in by_case.get(folded, ()):
                item.by_case.append(name)
            for item in by_zeros.get(folded.lstrip("0") or "0", ()):
                if name not in item.by_case:
                    item.by_zeros.append(name)
            for word, text in _other_names(entry):
                for item in by_case.get(text.casefold(), ()):
                    item.called.append((name, word))


def _other_names(entry: Any) -> Iterator[tuple[str, str]]:
    for alias in getattr(entry, "aliases", ()):
        yield "alias", alias
    title = getattr(entry, "title", None)
    if title is not None:
        yield "title", title
    for word in ("name", "holder"):
        text = getattr(entry, word, None)
        if text is not None:
            yield word, text
