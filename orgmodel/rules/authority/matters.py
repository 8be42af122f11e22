"""Findings about authority before they are worded: one cause with all its rows, places and pairs of seats."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from orgmodel.rules.authority.ground import Ground, Pair
from orgmodel.rules.authority.parts import Bond, Part, cell_spot
from orgmodel.rules.row.answers import Stake
from orgmodel.rules.row.judged import JudgedRow, Party
from orgmodel.rules.rule import Where
from orgmodel.rules.wording import MOST_RELATED

_MOST_ENTITIES = 1_000
_MOST_COMPARED = 8


@dataclass(slots=True, unsafe_hash=True)
class Hit:
    """A fault in one bond: who is concerned, and the pairs of seats that show it."""

    bond: Bond
    first: Part
    others: tuple[Part, ...]
    pairs: Sequence[Pair] = ()


@dataclass(slots=True)
class Matter:
    """One cause. `first` and `others` are the parties that it lies between, `held` says where."""

    first: Party
    others: dict[Party, None] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)

    def add(self, hit: Hit) -> None:
        """One more bond with this cause."""
        self.hits.append(hit)

    @property
    def pairs(self) -> dict[Pair, None]:
        """All pairs of seats that show it."""
        alike = {id(hit.pairs): hit.pairs for hit in self.hits}  # many rows share the pairs of the same seats
        return dict.fromkeys(chain.from_iterable(alike.values()))

    @property
    def hit(self) -> Hit:
        """The first case."""
        return self.hits[0]

    @property
    def row(self) -> JudgedRow:
        """The first row concerned."""
        return self.hit.bond.rows[0]

    @property
    def sources(self) -> list[str]:
        """Who claims it, where nothing is decided."""
        return list(dict.fromkeys(hit.bond.source for hit in self.hits if hit.bond.source is not None))

    def stake(self) -> Stake:
        """The rows in their places, as other rules word them."""
        held = [(row, hit.bond.places) for hit in self.hits for row in hit.bond.rows]
        return Stake(*self.first, self.hit.first.resolved, held=held)

    def entities(self, ground: Ground, extra: Iterable[str] = ()) -> tuple[str, ...]:
        """All concerned: the row first if it is one, else the party that the cause begins with."""
        rows = self.stake().entities(_MOST_ENTITIES)
        involved = [f"{kind}:{name}" for kind, name in (self.first, *islice(self.others, _MOST_ENTITIES))]
        members = list(dict.fromkeys(member for pair in islice(self.pairs, _MOST_ENTITIES) for member in pair))
        seats = [*extra, *ground.reporting.entities(members)]
        ordered = (*rows, *involved, *seats) if len(rows) == 1 else (*involved[:1], *rows, *involved[1:], *seats)
        return tuple(dict.fromkeys(ordered))

    def subject(self) -> str:
        """What stays the same when rows come and go."""
        return " ".join(f"{kind}:{name}" for kind, name in (self.first, *self.others))

    def letter(self) -> Where:
        """Where the first row gives its letter to the first party."""
        return cell_spot(self.row, self.hit.first)

    def letters(self, note: str, again: str) -> tuple[tuple[Where, str], ...]:
        """The letters of the other parties in the first row, then those of the first party in other rows."""
        here = [(cell_spot(self.row, part), note) for part in self.hit.others]
        seen = {self.row.name}
        there: list[tuple[Where, str]] = []
        for hit in self.hits:
            for row in hit.bond.rows:
                if row.name not in seen and len(there) < MOST_RELATED:
                    seen.add(row.name)
                    there.append((cell_spot(row, hit.first), again))
        return (*here, *there)


def matters(hits: Iterable[Hit]) -> list[Matter]:
    """Hits between the same parties are one matter, and so are those with the same pairs of seats."""
    found: dict[tuple[Party, ...], Matter] = {}
    for hit in hits:
        first = hit.first.party
        others = dict.fromkeys([part.party for part in hit.others])  # a party may do the work with two letters
        key = (first, *others)
        matter = found.get(key)
        if matter is None:
            found[key] = Matter(first, others, [hit])
        else:
            matter.hits.append(hit)
    return folded(found.values())


def folded(found: Iterable[Matter]) -> list[Matter]:
    """Matters between the same seats become one, whatever the letters call them."""
    kept: dict[Hashable, Matter] = {}
    for matter in found:
        first = kept.setdefault(_seats(matter) or id(matter), matter)
        if first is not matter:
            first.hits += matter.hits
    return list(kept.values())


def _seats(matter: Matter) -> Hashable:
    """The seats on both sides of a matter; None where there are too many to compare."""
    bonds = {(hit.bond.owning, hit.bond.doing): hit.bond for hit in matter.hits} if len(matter.hits) > 1 else {}
    sides = frozenset([_sides(bond) for bond in bonds.values() or (matter.hit.bond,)])
    return None if None in sides else sides


def _sides(bond: Bond) -> Hashable:
    owning, doing = bond.owning, bond.doing
    if len(owning) > _MOST_COMPARED or len(doing) > _MOST_COMPARED:
        return None
    return tuple(owning.members), tuple(doing.members)
