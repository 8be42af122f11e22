"""What a network of responsibilities shows, without saying where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hub:
    """An activity, or one of the places where it exists. `remark` says more; `is_unowned` that nobody answers."""

    title: str
    remark: str = ""
    is_unowned: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """Whoever has letters: a role, seat, unit or person. `is_left` says that it stands with owners and doers."""

    title: str
    remark: str
    is_left: bool
    is_inside: bool = False
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """The letters of a party on a hub, by place; `trait` is the weightiest meaning among them."""

    party: int
    hub: int
    codes: tuple[str, ...]
    trait: str
    is_claim: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """A letter in use, for the legend."""

    code: str
    name: str
    trait: str


@dataclass(frozen=True, slots=True)
class Network:
    """Hubs in the order of the file; parties in the order of their first letter."""

    name: str
    subtitle: str
    hubs: tuple[Hub, ...]
    parties: tuple[Party, ...]
    ties: tuple[Tie, ...]
    meanings: tuple[Meaning, ...]
    inside: str = ""
    """The unit whose parties are marked."""
    notes: tuple[str, ...] = ()
