"""A row on the reporting lines: each of its letters with the seats and people it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from orgmodel.graph.instances import Instance
from orgmodel.graph.resolution import Resolved, Resolver
from orgmodel.model.organization import Spot
from orgmodel.rules.authority.ground import Reached
from orgmodel.rules.authority.standing import Standing
from orgmodel.rules.row.judged import JudgedRow, Party


class Part:
    """One letter of one party, and where that leads: `line` has its seats on the lines.

    A unit that takes part as a whole stands on the lines where its head stands. `person` is the key of the one
    who sits there, where the party is a `SolePart`.
    """

    __slots__ = ("_people", "letter", "line", "party", "resolved", "traits")
    person: str | None = None

    def __init__(self, letter: str, traits: tuple[str, ...], party: Party, line: Standing, resolved: Resolved) -> None:
        self.letter = letter
        self.traits = traits
        self.party = party
        self.line = line
        self.resolved = resolved
        self._people: frozenset[str] | None = None

    @property
    def people(self) -> frozenset[str]:
        """Who sits there, by key."""
        if self._people is None:
            self._people = frozenset(self.resolved.people)
        return self._people

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats meant."""
        return self.resolved.seats

    @property
    def is_unit(self) -> bool:
        """Whether a unit takes part as one."""
        return self.party[0] == "unit" and "owner" not in self.traits

    def shares_people(self, other: Part) -> bool:
        """Whether somebody is among the people of both."""
        if self.person is not None and other.person is not None:
            return self.person == other.person
        return not self.people.isdisjoint(other.people)


class SolePart(Part):
    """A seat that is named itself and that one known person holds, as most are in a large matrix.

    `line` is all that most rules ask; the rest is found when one asks for more.
    """

    __slots__ = ("_resolver", "person")
    person: str

    def __init__(
        self, letter: str, traits: tuple[str, ...], party: Party, line: Standing, person: str, resolver: Resolver
    ) -> None:
        self.letter = letter
        self.traits = traits
        self.party = party
        self.line = line
        self.person = person
        self._resolver = resolver

    @property
    def people(self) -> frozenset[str]:
        """See `Part.people`."""
        return frozenset((self.person,))

    @property
    def resolved(self) -> Resolved:  # type: ignore[override]
        """See `Part`."""
        return self._resolver.position(self.party[1])

    @property
    def seats(self) -> tuple[str, ...]:
        """See `Part.seats`."""
        return (self.party[1],)


Given = tuple[str, Party]
"""A letter, and whoever has it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What rows with the same letters of one scheme have in common: which of the letters own, which do the work, and
    the traits of all of them together.
    """

    owners: tuple[int, ...]
    doers: tuple[int, ...]
    traits: frozenset[str]


@dataclass(slots=True, eq=False)
class Bond:
    """Rows with the same letters, in the places where these mean the same seats.

    `source` is the one that claims these letters, None for decisions: letters that different sources
    claim make no row together. `known` has the part of each letter. `is_said` tells whether the lines say
    anything of owners and doers; for `is_inverted`, `reached` and `is_led` see `ground.Bearing`. `is_one_hand` and
    `is_joined` are found when somebody asks (see `Bonds.is_one_hand` and `reach.are_joined`).
    """

    rows: list[JudgedRow]
    places: tuple[Instance, ...]
    letters: tuple[Given, ...]
    shape: Shape
    known: Mapping[Given, Part]
    source: str | None
    owning: Standing
    doing: Standing
    is_said: bool
    is_inverted: bool
    reached: Reached | None
    is_led: bool
    is_one_hand: bool | None = None
    is_joined: bool | None = None

    @property
    def owners(self) -> tuple[Part, ...]:
        """Those who own it."""
        return tuple([self.known[self.letters[place]] for place in self.shape.owners])

    @property
    def doers(self) -> tuple[Part, ...]:
        """Those who do it."""
        return tuple([self.known[self.letters[place]] for place in self.shape.doers])

    @property
    def parts(self) -> tuple[Part, ...]:
        """All letters with where they lead, in their order; those of rows in one place are found when asked for."""
        return tuple([self.known[given] for given in self.letters])

    def others(self) -> Iterator[Part]:
        """Those who neither own nor do it."""
        shape = self.shape
        for place, given in enumerate(self.letters):
            if place not in shape.owners and place not in shape.doers:
                yield self.known[given]


def cell_spot(row: JudgedRow, part: Part) -> Spot:
    """Where a row gives a letter to a party."""
    for cell in row.row.cells:
        if cell.letter == part.letter and cell.party == part.party:
            return cell.spot
    return row.spot
