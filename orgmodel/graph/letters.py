"""The letters of a row: what is decided, what is only claimed, what is denied, what is no letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from orgmodel.model.activities import NOT_THIS_ROLE, Assignment, Letter
from orgmodel.model.letter_codes import letter_code
from orgmodel.model.lines import Assignee
from orgmodel.model.organization import PLURAL, Organization, Spot


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """One letter of one assignee on one activity.

    `letter` is the code; where the scheme does not know it, as written. `kind` and `name` say whose
    it is (`role`, `position`, `unit`, `person`); `who` is the written form, a bare name for a role.
    `sources` are those that claim it, empty for a decision. `spots` are all places that say so.
    """

    letter: str
    kind: str
    name: str
    sources: tuple[str, ...]
    spots: tuple[Spot, ...]
    note: str | None = None

    @property
    def who(self) -> str:
        """The assignee as written: a bare name is a role."""
        return self.name if self.kind == "role" else f"{self.kind}:{self.name}"

    @property
    def spot(self) -> Spot:
        """The first place that says so."""
        return self.spots[0]

    @property
    def is_claim(self) -> bool:
        """Whether sources claim it, instead of the organisation deciding it."""
        return bool(self.sources)


@dataclass(slots=True, unsafe_hash=True)
class Row:
    """The letters of one activity on a day.

    `cells` are judged: the decision where there is one, else all claims together. `claims` are the
    claims beside a decision. `denials` say that somebody does not have a part. `unknown` are letters
    the scheme does not have. `repeated` are decided cells that stand twice. `empty` are the places of
    letters that nobody holds.
    """

    activity: str
    cells: tuple[Cell, ...] = ()
    claims: tuple[Cell, ...] = ()
    denials: tuple[Cell, ...] = ()
    unknown: tuple[Cell, ...] = ()
    repeated: tuple[Cell, ...] = ()
    empty: tuple[Spot, ...] = ()
    is_decided: bool = False

    @property
    def roles(self) -> frozenset[str]:
        """The roles that the row names itself with any letter, be it that they have no part.

        What sources claim or deny beside a decision says nothing about it.
        """
        denials = [cell for cell in self.denials if not (self.is_decided and cell.is_claim)]
        named = (*self.cells, *self.unknown, *denials)
        return frozenset(cell.name for cell in named if cell.kind == "role")

    def by_trait(self, letters: dict[str, Letter], trait: str) -> tuple[Cell, ...]:
        """The judged cells whose letter has a trait (owner, doer, ...)."""
        return tuple([cell for cell in self.cells if cell.letter in letters and trait in letters[cell.letter].traits])


def parse_assignee(org: Organization, who: str) -> tuple[str, str]:
    """Kind and name of an assignee: `position:cpo` is ("position", "cpo"), a bare name is a role."""
    word, colon, name = who.partition(":")
    if colon and who not in org.roles and word in PLURAL and word != "activity":
        return word, name
    return "role", who


class LetterReader:
    """Reads the rows of a matrix as they stand on a day; each row once."""

    def __init__(self, org: Organization, day: date) -> None:
        self.org = org
        self.day = day
        self._rows: dict[str, Row] = {}
        self._codes: dict[tuple[str, str], str | None] = {}
        self._parties: dict[str, tuple[str, str]] = {}
        self._ways: dict[tuple[str, int], tuple[str, str, int]] = {}

    @cached_property
    def _added(self) -> dict[str, list[tuple[int, Assignment]]]:
        found: dict[str, list[tuple[int, Assignment]]] = {}
        for i, assignment in enumerate(self.org.assignments):
            if assignment.in_force(self.day):
                found.setdefault(assignment.activity, []).append((i, assignment))
        return found

    def row(self, activity: str) -> Row:
        """The letters of an activity."""
        if activity not in self._rows:
            self._rows[activity] = self._read(activity)
        return self._rows[activity]

    def _read(self, name: str) -> Row:
        activity = self.org.activities[name]
        decided = self._written(name)
        claimed: list[Cell] = []
        denials: list[Cell] = []
        for i, assignment in self._added.get(name, ()):
            cell = self._cell_of(i, assignment)
            if cell.letter == NOT_THIS_ROLE:
                denials.append(cell)
            else:
                (claimed if assignment.source is not None else decided).append(cell)
        is_decided = bool(activity.assign) or bool(decided)
        letters = self.org.letters_of(activity)
        judged, repeated = _merged(decided)
        claims, _same = _merged(claimed) if claimed else ([], [])
        cells = judged if is_decided else claims
        return Row(
            name,
            cells=tuple([cell for cell in cells if not letters or cell.letter in letters]),
            claims=tuple(claims) if is_decided else (),
            denials=tuple(denials),
            unknown=tuple([cell for cell in judged + claims if letters and cell.letter not in letters]),
            repeated=tuple(repeated),
            empty=tuple(
                [Spot("activities", name, ("assign", key)) for key, held in activity.assign.items() if _is_empty(held)]
            ),
            is_decided=is_decided,
        )

    def _written(self, name: str) -> list[Cell]:
        """The letters that an activity gives itself."""
        found = []
        for key, assignees in self.org.activities[name].assign.items():
            letter = self._code(name, key)
            for i, assignee in enumerate(assignees):
                who = assignee.who
                if who.strip() and assignee.in_force(self.day):
                    spot = Spot("activities", name, self._way(key, i))
                    found.append(Cell(letter, *self._party(who), (), (spot,), assignee.note))
        return found

    def _way(self, key: str, i: int) -> tuple[str, str, int]:
        """The way to a letter within its row, one object for all rows."""
        if (key, i) not in self._ways:
            self._ways[key, i] = ("assign", key, i)
        return self._ways[key, i]

    def _party(self, who: str) -> tuple[str, str]:
        if who not in self._parties:
            self._parties[who] = parse_assignee(self.org, who)
        return self._parties[who]

    def _cell_of(self, i: int, assignment: Assignment) -> Cell:
        kind, who = self._party(assignment.role)
        if assignment.letter.casefold() == NOT_THIS_ROLE:
            letter = NOT_THIS_ROLE
        else:
            letter = self._code(assignment.activity, assignment.letter)
        sources = (assignment.source,) if assignment.source is not None else ()
        return Cell(letter, kind, who, sources, (Spot("assignments", i, ("letter",)),), assignment.note)

    def _code(self, activity: str, written: str) -> str:
        """The letter's code; a letter that the scheme does not know stays as written."""
        entry = self.org.activities[activity]
        place = (self.org.scheme_of(entry), written)
        if place not in self._codes:
            self._codes[place] = letter_code(self.org.letters_of(entry), written)
        code = self._codes[place]
        return written if code is None else code


def _is_empty(held: Iterable[Assignee]) -> bool:
    return not any(assignee.who.strip() for assignee in held)


def _merged(cells: Iterable[Cell]) -> tuple[list[Cell], list[Cell]]:
    """Equal cells as one, with all their sources and places; and those that came again."""
    found: dict[tuple[str, str, str], Cell] = {}
    again = []
    for cell in cells:
        same = (cell.letter, cell.kind, cell.name)
        first = found.get(same)
        if first is None:
            found[same] = cell
            continue
        again.append(cell)
        sources = tuple(dict.fromkeys((*first.sources, *cell.sources)))
        found[same] = replace(first, sources=sources, spots=(*first.spots, *cell.spots))
    return list(found.values()), again
