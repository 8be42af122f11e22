"""Who answers for each row, wherever the row exists, and whether that is clear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from orgmodel.graph.letters import Cell
from orgmodel.graph.resolution import Instance, Resolved, Resolver
from orgmodel.model.organization import Organization, entity


class OwnerState(StrEnum):
    """How a row is owned. The worst of a row's instances is the state of the row."""

    MISSING = "missing"
    DOUBLE = "doubly owned"
    VACANT = "resting on a vacancy"
    CLEAR = "clear"


_ORDER = (OwnerState.MISSING, OwnerState.DOUBLE, OwnerState.VACANT, OwnerState.CLEAR)


@dataclass(frozen=True, slots=True)
class Ownership:
    """One row where it exists: its state, the owners on paper, and the seats and people they lead to.

    `on_paper` says that the letters alone decide the state (no owner, or several), so that it holds for
    every instance of the row.
    """

    instance: Instance
    state: OwnerState
    owners: tuple[Cell, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    on_paper: bool = False

    @property
    def seats(self) -> tuple[str, ...]:
        """All seats that answer for the row, each once."""
        return tuple(dict.fromkeys(seat for party in self.resolved for seat in party.seats))


def names_holders(organization: Organization) -> bool:
    """Whether the model says anywhere who sits in a seat, or that nobody does."""
    seats = organization.positions.values()
    return any(seat.holder is not None or seat.holders or seat.status is not None for seat in seats)


def hands_on(instance: Instance, party: Resolved) -> int:
    """How many answer apart from each other; like seats are one where each has the row for itself."""
    own = instance.weight > 1 and party.seats == (instance.seat,)
    return 1 if own else party.hands


class OwnershipReader:
    """Reads who owns what. `by_activity` has the state of every row that is judged."""

    def __init__(self, organization: Organization, resolver: Resolver) -> None:
        self.organization = organization
        self.resolver = resolver

    @cached_property
    def has_holders(self) -> bool:
        """Whether the model says anywhere who sits in a seat; without that no seat is called vacant."""
        return names_holders(self.organization)

    def activities(self) -> Iterator[str]:
        """The rows that are judged: in force on the day, and not silent entries of a library."""
        for name, activity in self.organization.activities.items():
            if activity.in_force(self.resolver.day) and entity("activities", name) not in self.organization.silent:
                yield name

    def of_activity(self, activity: str) -> list[Ownership]:
        """The row in each place where it exists; empty when its scheme has no owner letter or it is
        left without an owner on purpose."""
        entry = self.organization.activities[activity]
        letters = self.organization.letters_of(entry)
        if entry.unowned is not None or not any("owner" in letter.traits for letter in letters.values()):
            return []
        owners = self.resolver.row(activity).by_trait(letters, "owner")
        if not owners:
            return [Ownership(Instance(activity), OwnerState.MISSING, on_paper=True)]
        most = max(letters[cell.letter].max or 1 for cell in owners)
        if len({cell.who for cell in owners}) > most:
            return [Ownership(Instance(activity), OwnerState.DOUBLE, owners, on_paper=True)]
        return [self._in_place(instance, owners) for instance in self.resolver.instances(activity)]

    def _in_place(self, instance: Instance, owners: tuple[Cell, ...]) -> Ownership:
        resolved = tuple(self.resolver.resolve_cell(instance, cell) for cell in owners)
        return Ownership(instance, self._state(instance, resolved), owners, resolved)

    def _state(self, instance: Instance, resolved: tuple[Resolved, ...]) -> OwnerState:
        if not self.organization.positions:
            return OwnerState.CLEAR
        seated = [party for party in resolved if not party.is_external]
        if any(not party.seats and not party.people for party in seated):
            return OwnerState.MISSING
        if any(hands_on(instance, party) > 1 for party in seated):
            return OwnerState.DOUBLE
        if self.has_holders and any(party.is_all_vacant for party in seated):
            return OwnerState.VACANT
        return OwnerState.CLEAR

    def state(self, activity: str) -> OwnerState:
        """The worst state of a row."""
        states = {ownership.state for ownership in self.of_activity(activity)}
        return next((state for state in _ORDER if state in states), OwnerState.CLEAR)

    def counts(self) -> dict[OwnerState, int]:
        """How many rows are in each state."""
        counts = dict.fromkeys((OwnerState.CLEAR, OwnerState.MISSING, OwnerState.DOUBLE, OwnerState.VACANT), 0)
        for activity in self.activities():
            counts[self.state(activity)] += 1
        return counts
