"""People who are alone with rows: the one owner and the one doer, with nobody to stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from orgmodel.graph.resolution import Resolved
from orgmodel.rules.column.loads import Job, Loads, in_place
from orgmodel.rules.row.answers import Part
from orgmodel.rules.row.judged import Frame, JudgedRow, Party

_Places = frozenset[str | None]
_Hands = tuple[Frame, Party, frozenset[Party]]
"""The frame of rows, who owns them, and who does them."""


@dataclass(slots=True)
class LoneHand:
    """A person, and rows with the places in which nobody else owns or does them; `count` is of rows in places."""

    person: str
    count: int = 0
    held: list[tuple[list[JudgedRow], list[str | None]]] = field(default_factory=list)

    @property
    def rows(self) -> list[JudgedRow]:
        """The rows, wherever they exist."""
        return [row for rows, _places in self.held for row in rows]

    def names(self, most: int) -> list[str]:
        """Rows in their places: `backlog@payments`."""
        named = (in_place(row.name, place) for rows, places in self.held for row in rows for place in places)
        return list(islice(named, most))


class LoneHands:
    """Rows of the same frame, owner and doers are looked at once."""

    def __init__(self, loads: Loads) -> None:
        self.loads = loads
        self._sole: dict[Job, dict[str, _Places]] = {}

    def beyond(self, most: int) -> list[LoneHand]:
        """Those who are alone with more rows than that."""
        found: dict[str, LoneHand] = {}
        likely = self.loads.parties_of(self.loads.seats_beyond(most))
        for (frame, owner, doers), rows in self._hands(likely).items():
            for person, places in self._alone(frame, owner, doers).items():
                hand = found.setdefault(person, LoneHand(person))
                hand.count += len(rows) * len(places)
                hand.held.append((rows, sorted(places, key=lambda place: place or "")))
        return [hand for hand in found.values() if hand.count > most]

    def _hands(self, parties: set[Party]) -> dict[_Hands, list[JudgedRow]]:
        """Rows of which the owner and all doers are among these parties."""
        found: dict[_Hands, list[JudgedRow]] = {}
        for row in self.loads.rows if parties else ():
            if len(row.owning) != 1 or row.owning[0] not in parties:
                continue
            if not row.doing or not parties.issuperset(row.doing):
                continue
            if all(kind != "unit" for kind, _name in row.doing):
                found.setdefault((row.frame, row.owning[0], frozenset(row.doing)), []).append(row)
        return found

    def _alone(self, frame: Frame, owner: Party, doers: frozenset[Party]) -> dict[str, _Places]:
        """Persons who are both the owner and every doer, and where."""
        found = self._alone_as((frame, owner), "owner")
        for doer in doers - {owner}:
            theirs = self._alone_as((frame, doer), "doer")
            if found.keys().isdisjoint(theirs):
                return {}
            both = {person: places & theirs[person] for person, places in found.items() if person in theirs}
            found = {person: places for person, places in both.items() if places}
        return found

    def _alone_as(self, job: Job, part: Part) -> dict[str, _Places]:
        """Persons who are all that a party means, and where."""
        if job not in self._sole:
            found: dict[str, set[str | None]] = {}
            for answer in self.loads.answers_of(job, part):
                meant = answer.resolved
                if meant.hands == 1 and len(meant.people) == 1 and not self._has_deputies(meant):
                    found.setdefault(meant.people[0], set()).update(place.place for place in answer.places)
            self._sole[job] = {person: frozenset(places) for person, places in found.items()}
        return self._sole[job]

    def _has_deputies(self, meant: Resolved) -> bool:
        """Whether for every seat somebody else stands in."""
        return bool(meant.seats) and all(self._has_deputy(seat, meant.people) for seat in meant.seats)

    def _has_deputy(self, seat: str, people: tuple[str, ...]) -> bool:
        """Whether anybody but these people stands in for a seat."""
        resolver = self.loads.answers.resolver
        deputy = resolver.org.positions[seat].deputy
        if deputy in resolver.sole:
            return resolver.sole[deputy] not in people
        found = resolver.holders.stand_in(seat)
        return found is not None and not set(people).issuperset(found.people)
