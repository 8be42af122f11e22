"""The letters of a row: what is decided, what is only claimed, what is denied, what is no letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from orgmodel.model.activities import NOT_THIS_ROLE, Activity, Assignment, Letter
from orgmodel.model.letter_codes import letter_code
from orgmodel.model.organization import PLURAL, Organization, Spot

Party = tuple[str, str]
"""Kind and name of whoever holds a letter, as in `("role", "pm")`."""
Way = tuple[str, str, int]
"""From an activity to one of its letters: `assign`, the letter as written, and the number of the assignee."""


@dataclass(slots=True, eq=False)
class Cell:
    """One letter of one assignee on one activity.

    `letter` is the code; where the scheme does not know it, as written. `party` says whose it is, by `kind`
    (`role`, `position`, `unit`, `person`) and `name`; `who` is the written form, a bare name for a role.
    `sources` are those that claim it, empty for a decision. `spots` are all places that say so.
    """

    letter: str
    party: Party
    sources: tuple[str, ...]
    spots: tuple[Spot, ...]
    note: str | None = None
    kind: str = field(init=False)
    name: str = field(init=False)

    def __post_init__(self) -> None:
        """The parts of the party, which are asked for more often than the whole."""
        self.kind, self.name = self.party

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


class _Written(Cell):
    """A letter that a row gives itself: its place is put into words only when somebody asks."""

    __slots__ = ("row", "way")

    def __init__(self, letter: str, party: Party, row: str, way: Way, note: str | None) -> None:
        self.letter = letter
        self.party = party
        self.kind, self.name = party
        self.sources = ()
        self.row = row
        self.way = way
        self.note = note

    @property
    def spots(self) -> tuple[Spot, ...]:  # type: ignore[override]
        """See `Cell`."""
        return (Spot("activities", self.row, self.way),)


@dataclass(slots=True, eq=False)
class Row:
    """The letters of one activity on a day.

    `cells` are judged: the decision where there is one, else all claims together. `claims` are the
    claims beside a decision. `denials` say that somebody does not have a part. `unknown` are letters
    the scheme does not have. `repeated` are decided cells that stand twice. `empty` are the places of
    letters that nobody holds. `letters` are those of its scheme; none when that is unknown.
    """

    activity: str
    letters: dict[str, Letter]
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


def parse_assignee(org: Organization, who: str) -> Party:
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
        self._codes: dict[str, _Codes] = {}
        self._parties = _Parties(org)
        self._ways = _Ways()

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
        codes = self._codes_of(activity)
        written, empty = self._written(name, activity, codes)
        added = self._added.get(name)
        if added is not None:
            return self._together(name, activity, written, empty, added)
        judged, repeated = _merged(written)
        known = [cell for cell in judged if cell.letter not in codes.unknown] if codes.unknown else judged
        unknown = [cell for cell in judged if cell.letter in codes.unknown] if len(known) < len(judged) else ()
        is_decided = bool(activity.assign)
        return Row(name, codes.letters, tuple(known), (), (), tuple(unknown), tuple(repeated), empty, is_decided)

    def _together(
        self,
        name: str,
        activity: Activity,
        decided: list[Cell],
        empty: tuple[Spot, ...],
        added: list[tuple[int, Assignment]],
    ) -> Row:
        """A row of which `assignments` speak too."""
        claimed: list[Cell] = []
        denials: list[Cell] = []
        for i, assignment in added:
            cell = self._cell_of(i, assignment)
            if cell.letter == NOT_THIS_ROLE:
                denials.append(cell)
            else:
                (claimed if assignment.source is not None else decided).append(cell)
        is_decided = bool(activity.assign) or bool(decided)
        codes = self._codes_of(activity)
        judged, repeated = _merged(decided)
        claims, _same = _merged(claimed)
        cells = judged if is_decided else claims
        return Row(
            name,
            codes.letters,
            cells=tuple([cell for cell in cells if cell.letter not in codes.unknown]),
            claims=tuple(claims) if is_decided else (),
            denials=tuple(denials),
            unknown=tuple([cell for cell in judged + claims if cell.letter in codes.unknown]),
            repeated=tuple(repeated),
            empty=empty,
            is_decided=is_decided,
        )

    def _written(self, name: str, activity: Activity, codes: _Codes) -> tuple[list[Cell], tuple[Spot, ...]]:
        """The letters that an activity gives itself, and the places of those that nobody holds."""
        found: list[Cell] = []
        empty: list[Spot] = []
        parties, ways, day = self._parties, self._ways, self.day
        for key, assignees in activity.assign.items():
            letter = codes[key]
            is_held = False
            for i, assignee in enumerate(assignees):
                party = parties[assignee.who]
                if party is None:
                    continue
                is_held = True
                if (assignee.from_ is None and assignee.until is None) or assignee.in_force(day):
                    found.append(_Written(letter, party, name, ways[key, i], assignee.note))
            if not is_held:
                empty.append(Spot("activities", name, ("assign", key)))
        return found, tuple(empty)

    def _cell_of(self, i: int, assignment: Assignment) -> Cell:
        party = self._parties[assignment.role] or parse_assignee(self.org, assignment.role)
        if assignment.letter.casefold() == NOT_THIS_ROLE:
            letter = NOT_THIS_ROLE
        else:
            letter = self._codes_of(self.org.activities[assignment.activity])[assignment.letter]
        sources = (assignment.source,) if assignment.source is not None else ()
        return Cell(letter, party, sources, (Spot("assignments", i, ("letter",)),), assignment.note)

    def _codes_of(self, activity: Activity) -> _Codes:
        scheme = self.org.scheme_of(activity)
        if scheme not in self._codes:
            self._codes[scheme] = _Codes(self.org.letters_of(activity))
        return self._codes[scheme]


class _Codes(dict[str, str]):
    """The codes of the letters of one scheme as they are written; one that it does not know stays as written.

    `unknown` are those met so far, none while the scheme itself is unknown.
    """

    def __init__(self, letters: dict[str, Letter]) -> None:
        self.letters = letters
        self.unknown: set[str] = set()

    def __missing__(self, written: str) -> str:
        code = letter_code(self.letters, written)
        if code is None:
            code = written
            if self.letters:
                self.unknown.add(written)
        self[written] = code
        return code


class _Parties(dict[str, Party | None]):
    """Kind and name of each assignee as written; None for a blank, which is nobody."""

    def __init__(self, org: Organization) -> None:
        self.org = org

    def __missing__(self, who: str) -> Party | None:
        party = self[who] = parse_assignee(self.org, who) if who.strip() else None
        return party


class _Ways(dict[tuple[str, int], Way]):
    """The way to a letter within its row, one object for all rows."""

    def __missing__(self, at: tuple[str, int]) -> Way:
        way = self[at] = ("assign", *at)
        return way


def _merged(cells: list[Cell]) -> tuple[list[Cell], list[Cell]]:
    """Equal cells as one, with all their sources and places; and those that came again."""
    if len({cell.name for cell in cells}) == len(cells):
        return cells, []
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
        spots = (*first.spots, *cell.spots)
        found[same] = Cell(first.letter, first.party, sources, spots, first.note)
    return list(found.values()), again
