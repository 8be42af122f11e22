"""A row on the reporting lines: each of its letters with the seats and people it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.graph.instances import Instance
from orgmodel.graph.resolution import Resolved, Resolver
from orgmodel.model.organization import Spot
from orgmodel.rules.authority.ground import Reached
from orgmodel.rules.authority.standing import Standing
from orgmodel.rules.row.judged import JudgedRow, Party


class Part:
    """One letter of one party, and where that leads: `line` has its seats on the lines, `people` who sits there.

    A unit that takes part as a whole stands on the lines where its head stands. Of a seat that one person holds
    this is all that most rules ask; `resolved` is then found when one asks for more.
    """

    __slots__ = ("_meant", "_people", "letter", "line", "party", "traits")

    def __init__(
        self,
        letter: str,
        traits: tuple[str, ...],
        party: Party,
        line: Standing,
        people: frozenset[str] | str,
        meant: Resolved | Resolver,
    ) -> None:
        self.letter = letter
        self.traits = traits
        self.party = party
        self.line = line
        self._people = people
        self._meant = meant

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats meant."""
        return (self.party[1],) if isinstance(self._meant, Resolver) else self._meant.seats

    @property
    def people(self) -> frozenset[str]:
        """Who sits there; one person is made a set only when somebody asks."""
        if isinstance(self._people, str):
            self._people = frozenset((self._people,))
        return self._people

    def shares_people(self, other: Part) -> bool:
        """Whether somebody is among the people of both."""
        if isinstance(self._people, str) and isinstance(other._people, str):
            return self._people == other._people
        return not self.people.isdisjoint(other.people)

    @property
    def resolved(self) -> Resolved:
        """What the party means there."""
        if isinstance(self._meant, Resolver):
            self._meant = self._meant.position(self.party[1])
        return self._meant

    @property
    def is_unit(self) -> bool:
        """Whether a unit takes part as one."""
        return self.party[0] == "unit" and "owner" not in self.traits


@dataclass(slots=True, eq=False)
class Bond:
    """Rows with the same letters, in the places where these mean the same seats.

    `source` is the one that claims these letters, None for decisions: letters that different sources
    claim make no row together. `is_said` tells whether the lines say anything of owners and doers,
    `is_inverted` whether an owner reports to a doer, and `reached` the least number of layers from a doer
    up to an owner. `is_joined` is found when somebody asks (see `reach.are_joined`).
    """

    rows: list[JudgedRow]
    places: tuple[Instance, ...]
    parts: tuple[Part, ...]
    source: str | None
    owners: tuple[Part, ...]
    doers: tuple[Part, ...]
    owning: Standing
    doing: Standing
    is_said: bool
    is_inverted: bool
    reached: Reached | None
    is_joined: bool | None = None

    def others(self) -> Iterator[Part]:
        """Those who neither own nor do it."""
        return (part for part in self.parts if "owner" not in part.traits and "doer" not in part.traits)


def cell_spot(row: JudgedRow, part: Part) -> Spot:
    """Where a row gives a letter to a party."""
    for cell in row.row.cells:
        if (cell.letter, cell.kind, cell.name) == (part.letter, *part.party):
            return cell.spot
    return row.spot
