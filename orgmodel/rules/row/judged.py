"""The rows that rules judge: each with its scheme, and its letters by what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from orgmodel.graph.letters import Cell, Party, Row
from orgmodel.graph.resolution import Resolver
from orgmodel.model.activities import Activity, Letter
from orgmodel.model.organization import Organization, Spot, entity

__all__ = ["Frame", "JudgedRow", "Party", "judged_rows", "parties"]

Frame = str | tuple[str | None, frozenset[str]] | None
"""What rows have in common that exist in the same places and whose roles mean the same seats there: their `per`,
and the roles that they keep apart, if any (see `Resolver.apart`)."""


@dataclass(slots=True, unsafe_hash=True)
class JudgedRow:
    """A row in force. `letters` is empty when its scheme is unknown: nothing can be said about letters then.

    `owning` and `doing` are the parties that own and do it, each once.
    """

    name: str
    activity: Activity
    letters: dict[str, Letter]
    row: Row
    owners: tuple[Cell, ...]
    doers: tuple[Cell, ...]
    advisers: tuple[Cell, ...]
    informed: tuple[Cell, ...]
    owning: tuple[Party, ...]
    doing: tuple[Party, ...]
    frame: Frame

    @property
    def spot(self) -> Spot:
        """Where the activity begins in its file."""
        return Spot("activities", self.name)

    @property
    def entity(self) -> str:
        """The written form, `activity:backlog`."""
        return entity("activities", self.name)

    @property
    def is_claimed(self) -> bool:
        """Whether nothing is decided here: sources claim all of its letters."""
        return not self.row.is_decided and bool(self.row.cells or self.row.denials)

    @property
    def is_left_open(self) -> bool:
        """Whether the row says why it has no owner."""
        return self.activity.unowned is not None

    def codes(self, trait: str) -> list[str]:
        """The letters of the scheme that have a trait."""
        return [code for code, letter in self.letters.items() if trait in letter.traits]

    def demands(self, trait: str) -> bool:
        """Whether the scheme asks for at least one letter of a trait."""
        return any(self.letters[code].min for code in self.codes(trait))


def parties(cells: Iterable[Cell]) -> dict[Party, list[Cell]]:
    """Cells by whoever holds them."""
    found: dict[Party, list[Cell]] = {}
    for cell in cells:
        found.setdefault((cell.kind, cell.name), []).append(cell)
    return found


def judged_rows(organization: Organization, resolver: Resolver, day: date) -> tuple[JudgedRow, ...]:
    """The rows in force on the day, without library rows that nothing names and rows that could not be read."""
    silent, unread = organization.silent, organization.unread_rows
    ranks = _Ranks()
    return tuple(
        [
            _judged(organization, resolver, ranks, name, activity)
            for name, activity in organization.activities.items()
            if activity.in_force(day) and name not in unread and not (silent and entity("activities", name) in silent)
        ]
    )


def _judged(organization: Organization, resolver: Resolver, ranks: _Ranks, name: str, activity: Activity) -> JudgedRow:
    row = resolver.row(name)
    letters, cells = row.letters, row.cells
    apart = resolver.apart(name)
    frame = (activity.per, apart) if apart else activity.per
    shape = (organization.scheme_of(activity), *[cell.letter for cell in cells])
    owners, doers, advisers, informed = [
        cells[places] if isinstance(places, slice) else tuple([cells[place] for place in places])
        for places in ranks.of(letters, shape)
    ]
    return JudgedRow(
        name, activity, letters, row, owners, doers, advisers, informed, _parties_of(owners), _parties_of(doers), frame
    )


_PARTS = ("owner", "doer", "advises", "informed")
_Places = slice | tuple[int, ...]


class _Ranks:
    """Which of a row's cells are owners, doers, advisers and informed: the same for all rows with these letters."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], tuple[_Places, ...]] = {}

    def of(self, letters: dict[str, Letter], shape: tuple[str, ...]) -> tuple[_Places, ...]:
        """For each part the places of its cells. A shape is the name of the scheme and the letters of a row."""
        if shape not in self._known:
            traits = [letters[code].traits if code in letters else () for code in shape[1:]]
            self._known[shape] = tuple(
                _at_once([place for place, own in enumerate(traits) if part in own]) for part in _PARTS
            )
        return self._known[shape]


def _at_once(places: list[int]) -> _Places:
    """Places that follow one another, as those of one letter do, are taken in one piece."""
    if not places or places[-1] - places[0] != len(places) - 1:
        return tuple(places)
    return slice(places[0], places[-1] + 1)


def _parties_of(cells: tuple[Cell, ...]) -> tuple[Party, ...]:
    if len(cells) == 1:
        return (cells[0].party,)
    return tuple(dict.fromkeys([cell.party for cell in cells]))
