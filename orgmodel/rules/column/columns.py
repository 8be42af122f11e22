"""The columns of the matrix: all letters of each role, by what they mean, read once for all rules."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from orgmodel.graph.letters import Cell
from orgmodel.graph.resolution import Resolver
from orgmodel.model.activities import Letter
from orgmodel.model.policy import ColumnLimits
from orgmodel.rules.row.judged import JudgedRow

Traits = tuple[str, ...]
Parts = dict[str, tuple[JudgedRow, Cell]]
"""Rows by name, each with the first letter of the role there that counts."""

INFORMED, ADVISES, ACTS = range(3)
"""How far a letter goes: it is told, it is asked, or it does something (owns, does, helps, checks, forbids)."""

_FEWEST_ROWS = 3


@dataclass
class Column:
    """One role, with all its cells and what the letter of each means, in the order of the rows.

    `strength_of_seats` is how far letters go that mean its seats without naming it: that are given to its seats,
    heads or people by name, or to a role as which it counts. It is read where the letters of the role do not act.
    """

    role: str
    cells: list[tuple[JudgedRow, Cell, Traits]] = field(default_factory=list)
    strength_of_seats: int = -1
    _by_trait: dict[str, Parts] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def _traits(self) -> frozenset[Traits]:
        return frozenset([traits for _row, _cell, traits in self.cells])

    @cached_property
    def strength(self) -> int:
        """How far its letters go at the most."""
        return max(map(_strength, self._traits))

    @cached_property
    def parts(self) -> Parts:
        """All rows in which it takes part."""
        return _first([(row, cell) for row, cell, _traits in self.cells])

    def has_parts_in(self, rows: int) -> bool:
        """Whether it takes part in so many rows at the least."""
        names: set[str] = set()
        for row, _cell, _traits in self.cells if len(self.cells) >= rows else ():
            names.add(row.name)
            if len(names) >= rows:
                return True
        return False

    def of(self, trait: str) -> Parts:
        """The rows in which the role has a letter of a trait."""
        if trait not in self._by_trait:
            meant = {traits for traits in self._traits if trait in traits}
            cells = self.cells if meant else ()
            self._by_trait[trait] = _first([(row, cell) for row, cell, traits in cells if traits in meant])
        return self._by_trait[trait]


def _first(cells: Iterable[tuple[JudgedRow, Cell]]) -> Parts:
    found: Parts = {}
    for part in cells:
        found.setdefault(part[0].name, part)
    return found


def strength_of(letter: Letter) -> int:
    """How far a letter goes; one without traits, such as Support, takes a hand in the work."""
    return _strength(letter.traits)


@cache
def _strength(traits: Traits) -> int:
    if traits and {"advises", "informed"}.issuperset(traits):
        return ADVISES if "advises" in traits else INFORMED
    return ACTS


def is_part(letter: Letter) -> bool:
    """Whether a letter means a part in the row; one that only excludes others says that there is none."""
    return bool(letter.traits or not letter.excludes)


class Columns:
    """All roles of the matrix. Rows that sources merely claim are no decision and do not count."""

    def __init__(self, resolver: Resolver, rows: Iterable[JudgedRow], limits: ColumnLimits) -> None:
        self.resolver = resolver
        self.limits = limits
        self.rows = tuple(row for row in rows if row.letters and not row.is_claimed)

    @cached_property
    def by_role(self) -> dict[str, Column]:
        """Every role of the model that has a letter, in the order in which the rows name them."""
        found: dict[str, Column] = {}
        roles = self.resolver.org.roles
        meant: dict[str | None, dict[str, Traits]] = {}
        for row in self.rows:
            scheme = row.activity.scheme
            if scheme not in meant:
                meant[scheme] = {code: letter.traits for code, letter in row.letters.items() if is_part(letter)}
            traits = meant[scheme]
            for cell in row.row.cells:
                if cell.kind == "role" and cell.letter in traits and cell.name in roles:
                    name = cell.name
                    if name not in found:
                        found[name] = Column(name)
                    found[name].cells.append((row, cell, traits[cell.letter]))
        self._read_seats({role: column for role, column in found.items() if column.strength < ACTS})
        return found

    def _read_seats(self, columns: dict[str, Column]) -> None:
        """Read how far the letters of seats go, as far as all have been met that act."""
        for role, strength in self._of_seats(self.rows, columns) if columns else ():
            column = columns[role]
            column.strength_of_seats = max(column.strength_of_seats, strength)
            if strength == ACTS:
                del columns[role]
                if not columns:
                    return

    def roles_of_seats(self, rows: Iterable[JudgedRow], weaker: int, roles: Container[str]) -> set[str]:
        """Those roles whose seats have a letter in some of the rows that goes further, without the role being named."""
        return {role for role, strength in self._of_seats(rows, roles) if strength > weaker}

    def _of_seats(self, rows: Iterable[JudgedRow], roles: Container[str]) -> Iterator[tuple[str, int]]:
        """How far letters go that mean seats of these roles without naming the role."""
        positions, some_count = self.resolver.org.positions, bool(self.resolver.counted)
        for row in rows:
            for cell in row.row.cells:
                if cell.kind == "position":
                    seat = positions.get(cell.name)
                    if seat is not None and (role := seat.role) is not None and role in roles:
                        yield role, strength_of(row.letters[cell.letter])
                elif cell.kind != "role" or some_count:
                    for role in self._roles_of(row, cell):
                        if role in roles:
                            yield role, strength_of(row.letters[cell.letter])

    def _roles_of(self, row: JudgedRow, cell: Cell) -> Iterator[str]:
        """The roles that count as one, or of the seats of a person or of the heads of a unit."""
        if cell.kind == "role":
            yield from self.resolver.counted.meant(cell.name, self.resolver.apart(row.name))[1:]
            return
        if cell.kind == "unit":
            yield from self._roles_of_heads.get(cell.name, ())
            return
        for seat in self.resolver.holders.seats_of(cell.name):
            role = self.resolver.org.positions[seat].role
            if role is not None:
                yield role

    @cached_property
    def _roles_of_heads(self) -> dict[str, list[str]]:
        """By unit the roles of its heads."""
        org, heads = self.resolver.org, self.resolver.seating.heads
        roles = {unit: [org.positions[seat].role for seat in heads(unit)] for unit in org.units}
        return {unit: [role for role in found if role is not None] for unit, found in roles.items() if found}

    @cached_property
    def inside(self) -> tuple[Column, ...]:
        """The columns of roles of the organisation itself: external ones need not take a part."""
        roles = self.resolver.org.roles
        return tuple(column for column in self.by_role.values() if not roles[column.role].external)

    @property
    def are_many_rows(self) -> bool:
        """Whether there are enough rows to judge shares of them."""
        return bool(self.rows) and len(self.rows) >= self.limits.rows

    def share_of(self, trait: str) -> float:
        """The largest share of the rows that one role may have with a letter of a trait."""
        return {
            "owner": self.limits.owner_share,
            "doer": self.limits.doer_share,
            "advises": self.limits.adviser_share,
        }[trait]

    def is_beyond(self, column: Column, trait: str) -> bool:
        """Whether a role has a letter of a trait in more of the rows than is good.

        From `rows` rows up the share decides. In a smaller matrix one that owns every row is enough, if
        several others take part.
        """
        share = self.share_of(trait)
        if self.are_many_rows:
            most = share * len(self.rows)
            return len(column.cells) > most and len(column.of(trait)) > most
        is_all = len(column.of(trait)) == len(self.rows) >= _FEWEST_ROWS and share < 1
        return trait == "owner" and is_all and len(self.by_role) > _FEWEST_ROWS - 1
