"""Who answers, who does the work and who else takes part, on seats: each set of rows and places that agree, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat

from orgmodel.graph.counted_roles import NONE_APART
from orgmodel.graph.instances import Instance
from orgmodel.graph.letters import Cell
from orgmodel.graph.resolution import Resolved
from orgmodel.rules.authority.ground import Ground
from orgmodel.rules.authority.homes import Homes, Sides
from orgmodel.rules.authority.parts import Bond, Given, Part, Shape, SolePart
from orgmodel.rules.authority.standing import FEW, Few, Joined, Standing, few
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import Frame, JudgedRow, Party

ONCE = (Instance(""),)
_OF_ONE_SEAT = ("position", "role")
"""The kinds of parties of which a seat is one by its own name or role."""
_Key = tuple[Frame, str, str | None, tuple[Given, ...]]
"""What rows have in common whose letters are judged once: frame, scheme, the source that claims them, the letters."""


class Bonds:
    """All that rules about authority look at, made once."""

    def __init__(self, context: RuleContext) -> None:
        self.context = context
        self.ground = Ground(context)
        self._stands: dict[int, tuple[Standing, Resolved]] = {}
        self._known: dict[tuple[Frame, str], _Known] = {}
        self._shapes: dict[tuple[str, ...], Shape] = {}
        self._lines: dict[tuple[Standing, ...], Standing] = {}
        self._common: dict[tuple[int, int], tuple[tuple[str, ...], tuple[Resolved, Resolved]]] = {}
        self._alone: dict[Party, Resolved] = {}
        self._sole = context.resolver.sole if self.ground.kind == "positions" else {}
        self.shores: dict[Bond, tuple[Sides, Sides] | None] = {}

    @cached_property
    def homes(self) -> Homes:
        """In which units the seats are at home."""
        return Homes(self.context, self.ground)

    @cached_property
    def all(self) -> tuple[Bond, ...]:
        """Rows with several owners on paper are left to the rule that says so."""
        scheme_of = self.context.organization.scheme_of
        together: dict[_Key, list[JudgedRow]] = {}
        for row in self.context.answers.rows:
            if row.owners and _has_lawful_owners(row):
                scheme = scheme_of(row.activity)
                voices = _voices(row) if row.is_claimed else ((None, row.row.cells),)
                for source, cells in voices:
                    letters = tuple([(cell.letter, cell.party) for cell in cells])
                    together.setdefault((row.frame, scheme, source, letters), []).append(row)
        return tuple([bond for key, rows in together.items() for bond in self._bonds(key, rows)])

    def _bonds(self, key: _Key, rows: list[JudgedRow]) -> Iterable[Bond]:
        frame, scheme, source, letters = key
        row = rows[0]
        shape = self._shape(row, scheme, letters)
        places = self._places(row)
        if len(places) == 1:
            known = self._known.get((frame, scheme))
            if known is None:
                known = self._known[frame, scheme] = _Known(self, row, places[0])
            found = self._of_sole_seats(rows, places, letters, shape, known, source)
            return (found or self._bond(rows, places, letters, shape, known, source),)
        if not places:
            return ()
        return [
            self._bond(rows, there, letters, shape, self._parts(row, letters, meant), source)
            for there, meant in self._alike(row, letters, places)
        ]

    def _shape(self, row: JudgedRow, scheme: str, letters: tuple[Given, ...]) -> Shape:
        key = (scheme, *[letter for letter, _party in letters])
        if key not in self._shapes:
            traits = [row.letters[letter].traits for letter in key[1:]]
            owners, doers = (
                tuple([place for place, own in enumerate(traits) if trait in own]) for trait in ("owner", "doer")
            )
            self._shapes[key] = Shape(owners, doers, frozenset().union(*traits))
        return self._shapes[key]

    def _bond(
        self,
        rows: list[JudgedRow],
        places: tuple[Instance, ...],
        letters: tuple[Given, ...],
        shape: Shape,
        known: Mapping[Given, Part],
        source: str | None,
    ) -> Bond:
        owners = tuple([known[letters[place]] for place in shape.owners])
        doers = tuple([known[letters[place]] for place in shape.doers])
        owning, doing = self.line_of(owners), self.line_of(doers)
        is_said = self.ground.is_placed(owning) and self.ground.is_placed(doing)
        if is_said and not (owning.is_few and doing.is_few and len(owning) + len(doing) == len(owners) + len(doers)):
            # else each of them has a line, as most have one seat
            is_said = all(part.line or part.resolved.is_external for part in (*owners, *doers))
        bearing = self.ground.bearing(owning, doing)
        return Bond(rows, places, letters, shape, known, source, owning, doing, is_said, *bearing)

    def _of_sole_seats(
        self,
        rows: list[JudgedRow],
        places: tuple[Instance, ...],
        letters: tuple[Given, ...],
        shape: Shape,
        known: Mapping[Given, Part],
        source: str | None,
    ) -> Bond | None:
        """Like `_bond`, where owners and doers are seats that are named themselves, each with one known holder.

        So most rows of a large matrix are, and few rules ask for more of them than where these seats stand.
        """
        owners, doers = self._sole_seats(letters, shape.owners), self._sole_seats(letters, shape.doers)
        if not owners or not doers:
            return None
        owning, doing = self._few(owners), self._few(doers)
        is_said = self.ground.is_placed(owning) and self.ground.is_placed(doing)
        bearing = self.ground.bearing(owning, doing)
        people = {self._sole[seat] for seat in owners}
        is_one_hand = not people.isdisjoint([self._sole[seat] for seat in doers])
        return Bond(rows, places, letters, shape, known, source, owning, doing, is_said, *bearing, is_one_hand)

    def _sole_seats(self, letters: tuple[Given, ...], places: tuple[int, ...]) -> list[str]:
        """The seats with these letters; none if one of them is anybody else than a seat with one known holder."""
        found = []
        for place in places:
            kind, name = letters[place][1]
            if kind != "position" or name not in self._sole:
                return []
            found.append(name)
        return found

    def _few(self, seats: list[str]) -> Standing:
        if len(seats) == 1:
            return Few(self.ground.hierarchy, (self.ground.index[seats[0]],))
        if len(seats) <= FEW:
            return few(self.ground.hierarchy, [self.ground.index[seat] for seat in seats])
        return Standing(self.ground.hierarchy, [self.ground.index[seat] for seat in seats])

    def _alike(
        self, row: JudgedRow, letters: tuple[Given, ...], places: Sequence[Instance]
    ) -> Iterable[tuple[tuple[Instance, ...], tuple[Resolved, ...]]]:
        """The places of a row in which its letters mean the same, with what they mean."""
        meant = zip(*[self._in_places(row, given, places) for given in letters], strict=False)
        found: dict[tuple[int, ...], tuple[list[Instance], tuple[Resolved, ...]]] = {}
        for place, there in zip(places, meant, strict=False):
            found.setdefault(tuple(map(id, there)), ([], there))[0].append(place)
        return ((tuple(those), there) for those, there in found.values())

    def _in_places(self, row: JudgedRow, given: Given, places: Sequence[Instance]) -> Iterable[Resolved]:
        """What a letter means in each of these places; only a role means something else in another one."""
        _letter, (kind, name) = given
        if kind == "role":
            return self.context.answers.in_places(row, name)
        return repeat(self._meant_by(row, given, places[0]))

    def _parts(self, row: JudgedRow, letters: Iterable[Given], meant: Iterable[Resolved]) -> dict[Given, Part]:
        return {given: self.part_of(row, given, resolved) for given, resolved in zip(letters, meant, strict=True)}

    def part_of(self, row: JudgedRow, given: Given, resolved: Resolved) -> Part:
        """A letter of a row with what it means."""
        letter, party = given
        return Part(letter, row.letters[letter].traits, party, self._stood(resolved), resolved)

    def part_in(self, row: JudgedRow, given: Given, place: Instance) -> Part:
        """A letter of a row in a place."""
        letter, party = given
        kind, name = party
        if kind == "position" and name in self._sole:
            line, resolver = self._few([name]), self.context.resolver
            return SolePart(letter, row.letters[letter].traits, party, line, self._sole[name], resolver)
        return self.part_of(row, given, self._meant_by(row, given, place))

    def _places(self, row: JudgedRow) -> tuple[Instance, ...]:
        return self.context.answers.places(row) if self.ground.kind == "positions" else ONCE

    def _meant_by(self, row: JudgedRow, given: Given, place: Instance) -> Resolved:
        letter, (kind, name) = given
        return self._meant(place, kind, name, owner="owner" in row.letters[letter].traits)

    def _meant(self, place: Instance, kind: str, name: str, *, owner: bool) -> Resolved:
        on_paper = self.ground.kind == "roles"
        if not on_paper and (owner or kind != "unit"):
            return self.context.resolver.resolve_named(place, kind, name, owner=owner)
        if (kind, name) not in self._alone:
            organization = self.context.organization
            exists = on_paper or name in organization.units
            is_external = kind == "role" and name in organization.roles and organization.roles[name].external
            self._alone[kind, name] = Resolved(kind, name, exists=exists, is_external=is_external)
        return self._alone[kind, name]

    def _stood(self, resolved: Resolved) -> Standing:
        """Where these stand; kept with the object itself, since an id is good only while that lives."""
        found = self._stands.get(id(resolved))
        if found is None:
            members = self._members(resolved)
            hierarchy = self.ground.hierarchy
            line = Few(hierarchy, (members[0],)) if len(members) == 1 else Standing(hierarchy, members)
            found = self._stands[id(resolved)] = (line, resolved)
        return found[0]

    def _members(self, resolved: Resolved) -> list[int]:
        index = self.ground.index
        if self.ground.kind == "roles":
            return [index[resolved.name]] if resolved.kind == "role" and resolved.name in index else []
        seats = resolved.seats
        if resolved.kind == "unit" and not seats:
            seats = self.context.resolver.seating.heads(resolved.name)
        return [index[seat] for seat in seats]

    def part(self, place: Instance, party: Party) -> Part:
        """Somebody without a letter, such as the one a row escalates to, in a place. A unit means its heads."""
        resolved = self._meant(place, *party, owner=True)
        return Part("", (), party, self._stood(resolved), resolved)

    def common(self, one: Part, other: Part) -> tuple[str, ...]:
        """The people to whom two letters lead both."""
        if not one.shares_people(other):
            return ()
        kept = (one.resolved, other.resolved)  # an id is good only while its object lives
        key = (id(kept[0]), id(kept[1]))
        if key not in self._common:
            fewer, more = sorted((one, other), key=lambda part: len(part.people))
            people = tuple(person for person in fewer.resolved.people if person in more.people)
            self._common[key] = (people, kept)
        return self._common[key][0]

    def is_one_hand(self, bond: Bond) -> bool:
        """Whether somebody who owns it does it too, be it from another seat."""
        if bond.is_one_hand is None:
            owners = bond.owners
            bond.is_one_hand = any(part.shares_people(owner) for part in bond.doers for owner in owners)
        return bond.is_one_hand

    def takes_part(self, bond: Bond, member: int) -> bool:
        """Whether somebody's seat has a letter: itself, by its holder's other seat, or with its unit as one."""
        people = self.ground.people(member)
        if bond.places[0].place is not None or self._may_sit_elsewhere(people):
            return any(self._is_in(part, member, people) for part in bond.parts)
        itself = self._named_as(member, bond.rows[0].frame)
        for given in bond.letters:
            party = given[1]
            if party in itself or (party[0] not in _OF_ONE_SEAT and self._is_in(bond.known[given], member, people)):
                return True
        return False

    def _named_as(self, member: int, frame: Frame) -> tuple[Party, ...]:
        """The seats and roles as which letters of a row that exists once name a seat."""
        seat, role = self.ground.ids[member], self.context.of_lines("role")[member]
        if role is None:
            return (("position", seat),)
        counted = self.context.resolver.counted
        if role not in counted.above:
            return (("position", seat), ("role", role))
        apart = frame[1] if isinstance(frame, tuple) else NONE_APART
        others = [other for other in counted.stood_for(role) if role in counted.meant(other, apart)]
        return (("position", seat), ("role", role), *[("role", other) for other in others])

    def _is_in(self, part: Part, member: int, people: frozenset[str]) -> bool:
        if member in part.line or not people.isdisjoint(part.people):
            return True
        return part.is_unit and self.homes.is_member(member, part.party[1])

    def _may_sit_elsewhere(self, people: frozenset[str]) -> bool:
        """Whether one of these may sit in another seat, too."""
        repeated = self.context.repeated_holders
        for key in people:
            name = key.partition("\0")[0]
            if name in repeated or "\ufffd" in name:  # see `Organization.person_key`
                return True
        return False

    def line_of(self, parts: tuple[Part, ...]) -> Standing:
        """The seats of several parts together."""
        if len(parts) == 1:
            return parts[0].line
        if len(parts) <= FEW and False not in [part.line.is_few for part in parts]:
            members = [member for part in parts for member in part.line]
            return few(self.ground.hierarchy, members) if parts else self.ground.nothing
        lines = tuple([part.line for part in parts if part.line])
        if len(lines) < 2:
            return lines[0] if lines else self.ground.nothing
        if lines not in self._lines:
            self._lines[lines] = Joined(self.ground.hierarchy, lines)
        return self._lines[lines]


class _Known(dict[Given, Part]):
    """The parts of all rows of one scheme and frame that exist in one place, each made when it is asked for."""

    def __init__(self, bonds: Bonds, row: JudgedRow, place: Instance) -> None:
        self.bonds = bonds
        self.row = row
        self.place = place

    def __missing__(self, given: Given) -> Part:
        part = self[given] = self.bonds.part_in(self.row, given, self.place)
        return part


def _voices(row: JudgedRow) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """The letters of a row that is only claimed, for each source."""
    for source in dict.fromkeys(source for cell in row.row.cells for source in cell.sources):
        cells = tuple(cell for cell in row.row.cells if source in cell.sources)
        if any("owner" in row.letters[cell.letter].traits for cell in cells):
            yield source, cells


def _has_lawful_owners(row: JudgedRow) -> bool:
    if len(row.owning) == 1:
        return True
    most = max((row.letters[cell.letter].max or 1 for cell in row.owners), default=1)
    return len(row.owning) <= most
