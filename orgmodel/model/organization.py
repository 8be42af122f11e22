"""The whole organisation: everything that the files say, merged, before any question is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from orgmodel.model.activities import Activity, Assignment, Letter
from orgmodel.model.policy import Policy, Waiver
from orgmodel.model.positions import Person, Position
from orgmodel.model.roles import Role
from orgmodel.model.units import Unit
from orgmodel.model.values import unwritten

KINDS = ("roles", "units", "positions", "people", "activities")
"""The kinds of things that have ids, by the name of their section in the file."""

SINGULAR = {
    "roles": "role",
    "units": "unit",
    "positions": "position",
    "people": "person",
    "activities": "activity",
}
"""Section name to the word that stands before an id, as in `position:cpo`."""

PLURAL = {word: kind for kind, word in SINGULAR.items()}


def entity(kind: str, name: str) -> str:
    """The written form of a thing: `entity("positions", "cpo")` is `position:cpo`."""
    return f"{SINGULAR.get(kind, kind)}:{name}"


@dataclass(slots=True, unsafe_hash=True)
class Spot:
    """A value of the model, by name: which section, which entry, which field within it.

    The loading room turns it into a place in a file. `occurrence` counts repeats of one id (0 is the
    entry that counts, 1 the first repeat). `key` asks for the key instead of the value.
    For lists (`assignments`, `waivers`) `id` is the index in the merged list.
    """

    kind: str
    id: str | int
    path: tuple[str | int, ...] = ()
    key: bool = False
    occurrence: int = 0


@dataclass(slots=True)
class Organization:
    """What the files say. Sections keep the order of the files.

    `repeats` holds the further entries of an id that is defined more than once; the first one counts.
    `made_roles` and `made_units` were made from titles or cells of a table, not written as such.
    `grouped` are seats of a table of groups: it says under which post they belong, not who leads them.
    `row_people` are ids of positions from tables without a person id: each holder there is a person
    of their own, even under an equal name.
    `unread_rows` are activities whose letters are written the wrong way round: they are left out here and
    reported, and the roles that they name are kept, so that nothing else is said of either.
    `silent` holds `kind:id` of library entries that nothing of the user's names.
    """

    name: str | None = None
    as_of: date | None = None
    scheme: str = "raci"
    roles: dict[str, Role] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    activities: dict[str, Activity] = field(default_factory=dict)
    assignments: list[Assignment] = field(default_factory=list)
    schemes: dict[str, dict[str, Letter]] = field(default_factory=dict)
    policy: Policy = field(default_factory=lambda: unwritten(Policy))
    waivers: list[Waiver] = field(default_factory=list)
    repeats: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    made_roles: frozenset[str] = frozenset()
    made_units: frozenset[str] = frozenset()
    grouped: frozenset[str] = frozenset()
    row_people: frozenset[str] | set[str] = frozenset()
    unread_rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()

    def section(self, kind: str) -> dict[str, Any]:
        """The entries of a kind (`roles`, `units`, `positions`, `people`, `activities`) by id."""
        section: dict[str, Any] = getattr(self, kind)
        return section

    def counting(self, kind: str) -> dict[str, Any]:
        """The entries of a kind that count: all but those of a library that nothing names."""
        section = self.section(kind)
        if not self.silent:
            return section
        return {name: entry for name, entry in section.items() if entity(kind, name) not in self.silent}

    def title(self, kind: str, name: str) -> str:
        """What to call a thing: its title or name, else its id."""
        entry = self.section(kind).get(name)
        if entry is None:
            return name
        shown: str | None = entry.name if kind == "people" else entry.title
        if shown is None and kind == "positions" and entry.role is not None:
            return self.title("roles", entry.role)
        return shown if shown is not None and shown.strip() else name

    def role_of(self, position_id: str) -> Role | None:
        """The role of a position, if it has one that exists."""
        position = self.positions.get(position_id)
        return self.roles.get(position.role) if position is not None and position.role is not None else None

    def person_key(self, position_id: str, person: str) -> str:
        """What makes two holders one person: the person's id or name; in a table the row itself.

        The part after NUL is the row; a NUL in a name, which only an escape can bring, is shown as U+FFFD.
        """
        if "\0" in person:
            person = person.replace("\0", "\ufffd")
        if position_id in self.row_people and person not in self.people:
            return f"{person}\0{position_id}"
        return person

    def scheme_of(self, activity: Activity) -> str:
        """The name of the scheme in which an activity's letters are to be read."""
        return activity.scheme if activity.scheme is not None else self.scheme

    def letters_of(self, activity: Activity) -> dict[str, Letter]:
        """The letters of the activity's scheme; empty when the scheme is unknown."""
        return self.schemes.get(self.scheme_of(activity), {})
