"""Entries of shipped libraries, as defaults below what the files say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, fields
from typing import Any

from orgmodel.library.models import PREFIX, library_names
from orgmodel.loading.assembly import Assembly
from orgmodel.loading.entries import read_entry
from orgmodel.loading.library_roles import roles_named, roles_named_by_roles
from orgmodel.loading.places import Way
from orgmodel.loading.problems import Problem, closest, suggestion
from orgmodel.model.organization import KINDS, PLURAL, Organization, entity
from orgmodel.reading.names import printable, quoted
from orgmodel.source import Place


def no_such_library(name: str) -> str:
    """The message about a name that no library has."""
    names = library_names()
    near = suggestion(name, names)
    return f'there is no library "{printable(name, 100)}"{near or "; there are " + ", ".join(names)}'


def wrong_takes(take: Sequence[str], library: Organization) -> Iterator[Problem]:
    """What is wrong with the wishes of an include: a kind that there is not, an entry that the library has not."""
    for number, wish in enumerate(take):
        kind, colon, name = wish.partition(":")
        if not colon and wish in KINDS:
            continue
        if not colon or kind not in PLURAL:
            known = ", ".join(f'"{each}"' for each in KINDS)
            message = f'"take": wanted {known}, or an entry such as "role:pm", found {quoted(wish)}'
            yield Problem("wrong-value", message + suggestion(wish, KINDS), ("take", number))
        elif not any(_fits(each, name) for each in library.section(PLURAL[kind])):
            near = _meant(name, library.section(PLURAL[kind]))
            yield Problem(
                "unknown-reference", f'"take": the library has no {kind} {quoted(name)}{near}', ("take", number)
            )


def _meant(name: str, entries: Mapping[str, Any]) -> str:
    """`; did you mean "x"?` for the id nearest to a name, or the id of the title nearest to it."""
    by_title = {entry.title: each for each, entry in entries.items() if getattr(entry, "title", None)}
    near = closest(name, entries) or by_title.get(closest(name, by_title) or "")
    return f'; did you mean "{printable(near)}"?' if near is not None else ""


def _fits(name: str, pattern: str) -> bool:
    return name.startswith(pattern[:-1]) if pattern.endswith("*") else name == pattern


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A library that a file includes: what it says, what is taken of it, and where the include stands."""

    name: str
    organization: Organization
    take: tuple[str, ...]
    place: Place
    scheme: str | None = None

    def taken(self, kind: str) -> dict[str, Any]:
        """The entries of a kind that are taken."""
        section = self.organization.section(kind)
        if kind in self.take:
            return section
        wishes = [wish.partition(":")[2] for wish in self.take if PLURAL.get(wish.partition(":")[0]) == kind]
        return {name: entry for name, entry in section.items() if any(_fits(name, wish) for wish in wishes)}

    def is_named(self, kind: str, name: str) -> bool:
        """Whether the include asks for this very entry."""
        singular = entity(kind, name)
        return any(_fits(singular, wish) for wish in self.take if ":" in wish)


@dataclass(frozen=True, slots=True)
class _IncludeOrigin:
    """Entries of a library stand, for whoever includes it, where the include stands."""

    at: Place

    def place(self, entry: str | int, way: Way, *, key: bool) -> Place:
        """See `Origin.place`."""
        return self.at


@dataclass(slots=True)
class Libraries:
    """Puts the entries of included libraries below those of the files, kind by kind.

    The first library that has an id counts.
    """

    assembly: Assembly
    borrowed: list[Borrowed] = field(default_factory=list)
    _lent: dict[str, set[str]] = field(default_factory=dict)
    _named: set[str] = field(default_factory=set)
    _twice: dict[tuple[str, str], int] = field(default_factory=dict)

    def lend(self, kind: str, documents: Sequence[dict[str, Any]]) -> None:
        """Add what is taken of a kind, below what the files say.

        `documents` are the files as they were read: there an entry names its fields.
        """
        section = self.assembly.organization.section(kind)
        if kind == "roles":
            self._named.update(roles_named_by_roles(section.values()))
        own = frozenset(section)
        done: dict[str, str] = {}
        for library in self.borrowed:
            fresh: dict[str, Any] = {}
            for name, entry in library.taken(kind).items():
                if name in done:
                    if done[name] != library.name:
                        pair = (library.name, done[name])
                        self._twice[pair] = self._twice.get(pair, 0) + 1
                    continue
                done[name] = library.name
                default = self._in_scheme(library, entry) if kind == "activities" else entry
                if name in own:
                    section[name] = _over(kind, section[name], default, _written(documents, kind, name))
                else:
                    fresh[name] = default
                    if library.is_named(kind, name):
                        self._named.add(name)
            self.assembly.add_section(kind, fresh, _IncludeOrigin(library.place))
            self._lent.setdefault(kind, set()).update(fresh)

    def finish(self) -> None:
        """Silence the roles that nothing names, and say where two libraries have the same entry."""
        organization = self.assembly.organization
        unnamed = self._lent.get("roles", set()) - self._named
        unnamed -= roles_named(organization)
        organization.silent = frozenset(entity("roles", name) for name in unnamed)
        for (later, first), number in self._twice.items():
            entries = "1 entry is" if number == 1 else f"{number:,} entries are"
            self.assembly.notes.append(
                f"{PREFIX}{later}: {entries} taken from {PREFIX}{first}, which is included before"
            )

    def _in_scheme(self, library: Borrowed, entry: Any) -> Any:
        """A row keeps the letters in which its library was written, unless the include names others."""
        organization = self.assembly.organization
        if library.scheme is not None:
            return _changed(entry, {"scheme": library.scheme})
        scheme = library.organization.scheme_of(entry)
        if scheme == organization.scheme:
            return entry
        if not organization.schemes.get(scheme):
            organization.schemes[scheme] = library.organization.schemes[scheme]
        return _changed(entry, {"scheme": scheme})


def _over(kind: str, own: Any, default: Any, written: Iterable[str]) -> Any:
    """The default with every field replaced that the own entry names; a table names what its cells give."""
    blank, _ = read_entry(kind, {})
    changed = {
        each.name: getattr(own, each.name)
        for each in fields(own)
        if each.name.rstrip("_") in written or getattr(own, each.name) != getattr(blank, each.name)
    }
    if kind == "activities" and "assign" in changed:
        changed.setdefault("scheme", own.scheme)
    return _changed(default, changed)


def _changed(record: Any, changed: dict[str, Any]) -> Any:
    """A copy with some fields changed. It is not validated again: what nobody wrote would become an empty value."""
    made = copy(record)
    for name, value in changed.items():
        object.__setattr__(made, name, value)
    return made


def _written(documents: Sequence[dict[str, Any]], kind: str, name: str) -> Iterable[str]:
    """The keys that the first file with this entry writes, empty ones too."""
    for data in documents:
        section = data.get(kind)
        if isinstance(section, dict) and name in section:
            entry = section[name]
            return entry.keys() if isinstance(entry, dict) else ()
    return ()
