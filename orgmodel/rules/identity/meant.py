"""What a reference that leads nowhere may have been meant to be, and what to write instead."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple
from unicodedata import normalize

from orgmodel.graph.references import Missing
from orgmodel.library.shipped import builtin_schemes, scheme_aliases
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import KINDS, SINGULAR, Organization
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.wording import listed

_MOST_HINTS = 1_000
_MOST_PARTS = 20
_PARTIES = frozenset(["activities.assign", "assignments.role", "activities.escalates_to"])
"""Fields that name any kind of party; a bare name there is a role."""
_LISTS = frozenset(
    [
        "activities.assign",
        "activities.depends_on",
        "positions.also_in",
        "roles.promotes_to",
        "roles.counts_as",
        "roles.works_with",
    ]
)
"""Fields that take a list of names."""
_SEPARATORS = (re.compile(r"\s*[,;&|]\s*|\s+and\s+"), re.compile(r"\s*[,;&|/+]\s*|\s+"))


class Hint(NamedTuple):
    """The end of a message, beginning with `; `, and a fix; both empty where it is anybody's guess."""

    words: str = ""
    fix: str = ""


class Hints:
    """Hints for as many missing things as are ever shown."""

    def __init__(self, organization: Organization) -> None:
        self.organization = organization
        self._nearest: dict[str, Nearest] = {}
        self._given = 0

    def hint(self, missing: Missing) -> Hint:
        """What the name stands for elsewhere, or the nearest name that exists."""
        self._given += 1
        if self._given > _MOST_HINTS:
            return Hint()
        return (
            self._other_name(missing)
            or self._held(missing)
            or self._other_kind(missing)
            or self._several(missing)
            or self._near(missing)
        )

    def _other_name(self, missing: Missing) -> Hint | None:
        if not missing.called or missing.called[0][1] == "holder":
            return None
        name, word = missing.called[0]
        words = f"; did you mean {SINGULAR[missing.kind]} {quoted(name)}, whose {word} this is?"
        return Hint(words, _write(name))

    def _held(self, missing: Missing) -> Hint | None:
        """The name of a person, where the seat or its role is wanted."""
        known = self._seats.get(missing.name.casefold()) if missing.kind in {"roles", "positions"} else None
        if known is None:
            return None
        written, seat = known
        if missing.kind == "positions" and written != missing.name:
            return _person_meant(written, seat)
        role = self.organization.positions[seat].role
        words = f"; {quoted(missing.name)} holds position {quoted(seat)}"
        if missing.kind == "positions":
            return Hint(words, _write(seat))
        is_role = role is not None and role in self.organization.roles
        words += f", whose role is {quoted(role)}" if is_role and role is not None else ""
        seat_too = _fields(missing) <= _PARTIES
        by_role = f"`{printable(role)}` for the role" if is_role and role is not None else ""
        by_seat = f"`position:{printable(seat)}` for this seat alone" if seat_too else ""
        return Hint(words, f"Write {', or '.join(filter(None, (by_role, by_seat)))}." if by_role or by_seat else "")

    @cached_property
    def _seats(self) -> dict[str, tuple[str, str]]:
        """By the name or id of a person, in any case: the name as written, and the first seat they hold."""
        seats: dict[str, tuple[str, str]] = {}
        people = self.organization.people
        for name, seat in self.organization.positions.items():
            for holder in seat.held_by():
                if holder.person is not None:
                    person = people.get(holder.person)
                    for called in (holder.person, *((person.name, *person.aliases) if person is not None else ())):
                        if called is not None:
                            seats.setdefault(called.casefold(), (called, name))
        return seats

    def _other_kind(self, missing: Missing) -> Hint | None:
        others = [kind for kind in KINDS if kind != missing.kind and missing.name in self.organization.section(kind)]
        if not others:
            return None
        word = SINGULAR[others[0]]
        article = "an" if word[0] in "aeio" else "a"
        wanted = f", not a {SINGULAR[missing.kind]}" if missing.kind in SINGULAR else ", and its kind is not written"
        if missing.kind == "activities":
            wanted = ", not an activity"
        words = f"; {quoted(missing.name)} is {article} {word}{wanted}"
        named = missing.kind == "roles" and _fields(missing) <= _PARTIES and others[0] != "activities"
        return Hint(words, _write(f"{word}:{missing.name}") if named or not missing.kind else "")

    def _several(self, missing: Missing) -> Hint | None:
        """Several names in one text, each of which exists."""
        section = self.organization.section(missing.kind) if missing.kind in SINGULAR else {}
        for separator in _SEPARATORS:
            parts = [part for part in separator.split(missing.name, _MOST_PARTS) if part]
            if len(parts) > 1 and all(part in section for part in parts):
                names = listed([quoted(part) for part in parts], _MOST_PARTS)
                words = f"; {names} are {len(parts)} {missing.kind} in one text"
                fix = f"Write a list: `[{', '.join(map(printable, parts))}]`."
                return Hint(words, fix if _fields(missing) <= _LISTS else "")
        return None

    def _near(self, missing: Missing) -> Hint:
        near = self._of(missing.kind).find(missing.name)
        if near is None:
            person = self._people.find(missing.name) if missing.kind == "positions" else None
            return Hint() if person is None else _person_meant(*self._seats[person.casefold()])
        words = f"; did you mean {quoted(near)}?"
        if normalize("NFC", near) == normalize("NFC", missing.name):
            return Hint(
                f"{words} It looks the same and is made of other characters", "Copy the id from its definition."
            )
        return Hint(words, f"Write `{printable(near)}`, or define {quoted(missing.name)}.")

    @cached_property
    def _people(self) -> Nearest:
        return Nearest(written for written, _ in self._seats.values())

    def _of(self, kind: str) -> Nearest:
        if kind not in self._nearest:
            schemes = (*self.organization.schemes, *builtin_schemes(), *scheme_aliases())
            known = schemes if kind == "schemes" else self.organization.section(kind) if kind else ()
            self._nearest[kind] = Nearest(known)
        return self._nearest[kind]


def _person_meant(written: str, seat: str) -> Hint:
    """A manager who is named, and not quite as the person is."""
    words = f"; did you mean {quoted(written)}, who holds position {quoted(seat)}?"
    return Hint(words, f"Write `{printable(written)}` where managers are matched by name, else `{printable(seat)}`.")


def _fields(missing: Missing) -> set[str]:
    return {use.field for use in missing.uses}


def _write(name: str) -> str:
    return f"Write `{printable(name)}`."
