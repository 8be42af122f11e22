"""What a name means: an id, title, name, alias or e-mail address of anything in the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from orgmodel.analysis.naming import holding, ids_called, known_names, nearest
from orgmodel.analysis.who_cast import Cast
from orgmodel.analysis.who_records import Thing
from orgmodel.model.organization import PLURAL, SINGULAR, entity

_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that a name means. `key` tells people apart who have one name; `place` is the unit or seat of
    `activity:backlog@payments`."""

    thing: Thing
    key: str
    place: str | None = None


class NameReader:
    """Finds what names mean, among what is in the model for its own sake."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.organization = cast.organization
        self.holders = cast.resolver.holders

    def hits(self, asked: str, kinds: Iterable[str] = ()) -> list[Hit]:
        """Everything that a name means, in a fixed order; only of these kinds, where some are given.

        An exact id is preferred to equal titles of its kind. A role and its only seat are one thing: the seat.
        """
        wanted = tuple(kinds) or tuple(SINGULAR.values())
        word, colon, rest = asked.strip().partition(":")
        if colon and word.strip().casefold() in PLURAL:
            kind = word.strip().casefold()
            found = self._of_kind(kind, rest.strip()) if kind in wanted else []
            if found:
                return [hit for hit in found if hit.thing.id == rest.strip()] or found
        return self._joined([hit for kind in wanted for hit in self._of_kind(kind, asked.strip())])

    def near(self, asked: str, kinds: Iterable[str] = ()) -> list[Thing]:
        """What may be meant instead: names that hold what was asked for, else the one nearest in spelling."""
        wanted = tuple(kinds) or tuple(SINGULAR.values())
        word, colon, rest = asked.strip().partition(":")
        if colon and word.casefold() in PLURAL:
            asked = rest
            wanted = (word.casefold(),) if word.casefold() in wanted else wanted
        named = [((kind, id_), name) for kind in wanted for id_, name in self._known(kind)]
        near = holding(named, asked)
        if len(near) > _MOST_OFFERED or not near:
            known: dict[str, tuple[str, str]] = {}
            for thing, name in named:
                known.setdefault(name, thing)
            closest = nearest(known, asked)
            near = [known[closest]] if closest is not None else near[:_MOST_OFFERED]
        return [self._thing(*found) for found in near]

    def _thing(self, kind: str, id_: str) -> Thing:
        return self.cast.activity(id_) if kind == "activity" else self.cast.party(kind, id_)

    def _of_kind(self, kind: str, name: str) -> list[Hit]:
        if kind == "person":
            return self._people(name)
        ids = ids_called(self.organization, PLURAL[kind], name)
        if not ids and kind == "activity" and "@" in name:
            return self._in_place(name)
        return [Hit(self._thing(kind, id_), id_) for id_ in ids]

    def _called(self, kind: str, name: str) -> list[str]:
        """The ids of everything of a kind that is called so, in any case."""
        folded = name.casefold()
        return list(dict.fromkeys(id_ for id_, called in self._known(kind) if called.strip().casefold() == folded))

    def _in_place(self, name: str) -> list[Hit]:
        activity, _, place = name.rpartition("@")
        known = place in self.organization.units or place in self.organization.positions
        return [Hit(hit.thing, hit.key, place) for hit in self._of_kind("activity", activity)] if known else []

    def _people(self, name: str) -> list[Hit]:
        ids = [name] if name in self.organization.people else self._called("person", name)
        hits: list[Hit] = []
        for id_ in ids:
            hits += [Hit(self.cast.person(key), key) for key in self.holders.keys_of(id_) or (id_,)]
        return hits

    def _known(self, kind: str) -> Iterator[tuple[str, str]]:
        """The ids of a kind with all that they are called; those of a library that nobody names are left out."""
        section, silent = PLURAL[kind], self.organization.silent
        known = known_names(self.organization, section)
        yield from (pair for pair in known if not silent or entity(section, pair[0]) not in silent)
        if kind == "person":
            for seat in self.organization.positions.values():
                for person in [holder.person for holder in seat.holders] if seat.holders else [seat.holder]:
                    if person is not None and person not in self.organization.people:
                        yield person, person

    def _joined(self, hits: list[Hit]) -> list[Hit]:
        """A role stands for seats that have its title, and its only seat for the role."""
        roles = {hit.thing.id for hit in hits if hit.thing.kind == "role"}
        positions = self.organization.positions
        seats = [hit.thing.id for hit in hits if hit.thing.kind == "position"]
        for role in roles:
            own = [seat for seat in seats if positions[seat].role == role]
            if not own:
                continue
            if list(self.cast.resolver.seating.of_role(role)) == own[:1]:
                hits = [hit for hit in hits if hit.thing != self.cast.role(role)]
            else:
                titled = {seat for seat in own if self.cast.position(seat).title == self.cast.role(role).title}
                hits = [hit for hit in hits if hit.thing.kind != "position" or hit.thing.id not in titled]
        return hits


def exact_forms(hits: Iterable[Hit]) -> list[Thing]:
    """Each hit as something that can be asked for exactly: namesakes of a table by their seats."""
    forms: dict[Thing, None] = {}
    found = list(hits)
    counts: dict[str, int] = {}
    for hit in found:
        counts[hit.thing.exactly] = counts.get(hit.thing.exactly, 0) + 1
    for hit in found:
        seat = hit.key.partition("\0")[2]
        if seat and counts[hit.thing.exactly] > 1:
            forms[Thing("position", seat, hit.thing.title)] = None
        else:
            forms[hit.thing] = None
    return list(forms)
