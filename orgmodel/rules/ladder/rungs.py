"""Promotions from role to role: the steps of the ladder, the rings among them, and the tracks they run on."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from orgmodel.graph.loops import find_mutual_sets, shortest_ring
from orgmodel.graph.role_lines import beyond
from orgmodel.model.organization import Organization, Spot, entity
from orgmodel.model.roles import Role
from orgmodel.reading.names import quoted
from orgmodel.rules.wording import named

Track = tuple[str | None, str]
"""A track within a family: engineers and designers may both have one that is called `ic`."""

CONTRIBUTOR_TRACKS = frozenset(["ic", "individual contributor", "contributor", "specialist", "expert", "professional"])
"""Tracks of those who lead nobody, whatever stands between the words."""
MANAGEMENT_TRACKS = frozenset(
    ["management", "manager", "managers", "managerial", "people management", "people manager", "leadership"]
)
"""Tracks of those who lead people. An executive may well do without reports, so `executive` is not among them."""

_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Step:
    """A promotion, with where it is written."""

    lower: str
    upper: str
    spot: Spot

    @property
    def entities(self) -> tuple[str, ...]:
        """The role that leads on, then the next one."""
        return entity("roles", self.lower), entity("roles", self.upper)

    @property
    def subject(self) -> str:
        """What a finding about this step is about."""
        return f"{self.lower} {self.upper}"


@dataclass(frozen=True, slots=True)
class Ring:
    """Roles that lead on to each other: a shortest way round, and all that are caught in it."""

    way: tuple[str, ...]
    members: tuple[str, ...]


def find_rings(steps: Collection[tuple[str, str]]) -> tuple[Ring, ...]:
    """Rings among steps from one role to another; a step from a role to itself is one of its own."""
    ids = list(dict.fromkeys(name for step in steps for name in step))
    index = {name: i for i, name in enumerate(ids)}
    up: dict[int, list[int]] = {i: [] for i in range(len(ids))}
    for lower, upper in steps:
        if lower != upper:
            up[index[lower]].append(index[upper])
    found = [Ring((name,), (name,)) for name in ids if (name, name) in steps]
    for members in find_mutual_sets(up):
        way = shortest_ring(up, members)
        found.append(Ring(tuple(ids[i] for i in way), tuple(ids[i] for i in members)))
    return tuple(found)


class Ladder:
    """The promotions of a model between roles that count.

    Roles of a library that nobody names are passed over: `onward` leads on to the next ones above.
    """

    def __init__(self, organization: Organization) -> None:
        self.organization = organization
        self.roles: dict[str, Role] = {
            name: role for name, role in organization.roles.items() if entity("roles", name) not in organization.silent
        }

    @cached_property
    def onward(self) -> dict[tuple[str, str], Step]:
        """Every promotion to a role that exists, each once, also those that lead in a ring or over silent roles."""
        found: dict[tuple[str, str], Step] = {}
        for name, role in self.roles.items():
            for number, target in enumerate(role.promotes_to):
                for upper in (each for each in beyond(self.organization, target, "promotes_to") if each in self.roles):
                    step = Step(name, upper, Spot("roles", name, ("promotes_to", number)))
                    found.setdefault((name, upper), step)
        return found

    @cached_property
    def written(self) -> dict[tuple[str, str], Step]:
        """The promotions that are written from role to role: only these can be judged as one step."""
        return {pair: step for pair, step in self.onward.items() if pair[1] in self.roles[pair[0]].promotes_to}

    @cached_property
    def rings(self) -> tuple[Ring, ...]:
        """Rings among promotions; a role that leads on to itself is one of its own."""
        return find_rings(self.written)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The promotions that lead upward somewhere: none that is part of a ring."""
        ring_of = {name: number for number, ring in enumerate(self.rings) for name in ring.members}
        return tuple(
            step
            for (lower, upper), step in self.written.items()
            if lower != upper and (lower not in ring_of or ring_of[lower] != ring_of.get(upper))
        )

    @cached_property
    def reached(self) -> frozenset[str]:
        """Roles to which a promotion leads."""
        return frozenset(upper for lower, upper in self.onward if lower != upper)

    @cached_property
    def tracks(self) -> dict[Track, list[str]]:
        """The roles of each track that have a level."""
        found: dict[Track, list[str]] = {}
        for name, role in self.roles.items():
            track = track_of(role)
            if track is not None and role.level is not None:
                found.setdefault(track, []).append(name)
        return found


def track_of(role: Role) -> Track | None:
    """The track of a role within its family."""
    return (role.family, role.track) if role.track is not None else None


def track_named(track: Track) -> str:
    """`track "ic" of family "product"`, for messages."""
    family, name = track
    return f"track {quoted(name)}" if family is None else f"track {quoted(name)} of family {quoted(family)}"


def is_contributor(role: Role | None) -> bool:
    """Whether a role is on a track of those who lead nobody."""
    return role is not None and role.track is not None and _folded(role.track) in CONTRIBUTOR_TRACKS


def is_management(role: Role | None) -> bool:
    """Whether a role is on a track of those who lead people."""
    return role is not None and role.track is not None and _folded(role.track) in MANAGEMENT_TRACKS


def both_named(organization: Organization, step: Step) -> tuple[str, str]:
    """Lower and upper role of a step, by id and title."""
    return named(organization, "roles", step.lower), named(organization, "roles", step.upper)


def _folded(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()
