"""What a damage is: one thing done to a clean organisation at a place chosen by chance, and what must be said of it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any, TypeVar

from clean_organization import Clean, Entry, clean_organization
from written_model import Route, Text, table_written, written

T = TypeVar("T")
DAY = "2026-11-01"
Edit = Callable[[Text], None]


@dataclass(frozen=True)
class Hurt:
    """Where the finding must lie and whom it must name.

    `also` are the honest consequences: the rules that speak up besides, and whom they name. Each must come.
    `may` are those of which the place decides whether they come.
    """

    at: Route
    names: str | Sequence[str] = ()
    also: Sequence[tuple[str, str]] = ()
    may: Sequence[tuple[str, str]] = ()
    file: str = "org.json"

    @property
    def entities(self) -> tuple[str, ...]:
        return (self.names,) if isinstance(self.names, str) else tuple(self.names)


@dataclass
class Scene:
    """A clean organisation that is about to be damaged."""

    clean: Clean
    random: Random
    edits: list[tuple[str, Edit]] = field(default_factory=list)
    extra: dict[str, Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        main = self.clean.main
        self.main = main
        self.roles: dict[str, Entry] = main["roles"]
        self.units: dict[str, Entry] = main["units"]
        self.seats: dict[str, Entry] = main["positions"]
        self.rows: dict[str, Entry] = main["activities"]
        self.policy: Entry = main["policy"]
        self.people = self.clean.people

    def files(self) -> dict[str, Text]:
        """The texts of all files, the main one first, with the edits of texts made."""
        data = {"org.json": self.main, "people.json": {"orgmodel": 1, "people": self.people}, **self.extra}
        texts = {name: written(content) for name, content in data.items()}
        texts["claims.csv"] = table_written(self.clean.claims)
        for name, edit in self.edits:
            edit(texts[name])
        return texts

    def pick(self, choices: Iterable[T]) -> T:
        """One of these, by chance."""
        return self.random.choice(list(choices))

    # -- who is who

    def of_role(self, *roles: str) -> list[str]:
        """The seats of these roles that are in force."""
        return [name for name, seat in self.seats.items() if seat["role"] in roles and self._is_there(seat)]

    def _is_there(self, seat: Entry) -> bool:
        return seat.get("until", "9") >= DAY and seat.get("from", "0") <= DAY

    def manager(self, name: str) -> str | None:
        """Whom a seat reports to, by its own line or by the shape of the organisation."""
        seat = self.seats[name]
        if "reports_to" in seat:
            return seat["reports_to"]
        head = self.units[seat["unit"]]["head"]
        return head if head != name else self.units[self.units[seat["unit"]]["parent"]]["head"]

    def leads(self) -> list[str]:
        """The heads of teams."""
        return [unit["head"] for unit in self.units.values() if unit["kind"] in TEAMS]

    def team(self, lead: str) -> list[str]:
        """The other seats of a team that are in force."""
        unit = self.seats[lead]["unit"]
        return [
            name for name, seat in self.seats.items() if seat["unit"] == unit and name != lead and self._is_there(seat)
        ]

    def workers(self, *roles: str, line: bool | None = None) -> list[str]:
        """Plain seats of one named holder that lead nobody, stand in for nobody and own nothing.

        `line` asks for those whose line is written, or for those whose line follows from their role.
        """
        deputies = {seat.get("deputy") for seat in self.seats.values()}
        found = []
        for name in self.of_role(*(roles or WORKERS)):
            seat = self.seats[name]
            is_plain = set(seat) <= {"role", "unit", "reports_to", "holder"} and "holder" in seat
            if (
                is_plain
                and "employment" not in self.person(name)
                and name not in deputies
                and line in {None, "reports_to" in seat}
            ):
                found.append(name)
        return found

    def idle(self) -> list[str]:
        """Seats in teams that have no part in any row."""
        return self.workers("trainee")

    def person(self, seat: str) -> Entry:
        """The entry of whoever holds a seat alone."""
        return self.people[self.seats[seat]["holder"]]

    # -- what several damages do

    def hire(self, seat: str, role: str, unit: str, **more: Any) -> str:
        """A new seat, filled by a new person."""
        person = f"new-{len(self.people)}"
        self.people[person] = {"name": f"Newcomer {len(self.people)}"}
        self.seats[seat] = {"role": role, "unit": unit, **more, "holder": person}
        return seat

    def dismiss(self, seat: str) -> None:
        """Whoever holds the seat leaves, and the entry of people with them."""
        entry = self.seats[seat]
        for person in [entry.pop("holder", None), *(held["person"] for held in entry.pop("holders", ()))]:
            self.people.pop(person, None)

    def close(self, seat: str) -> None:
        """The seat is gone, with its holder."""
        self.dismiss(seat)
        del self.seats[seat]

    def swap_holder(self, seat: str, person: str) -> None:
        """Another person sits there; the former one leaves."""
        self.dismiss(seat)
        self.seats[seat]["holder"] = person

    def decided(self, *letters: str, per: bool | None = None, scheme: str = "raci") -> list[str]:
        """Rows with these letters; `per` asks for those that exist in many places, or only once."""
        return [
            name
            for name, row in self.rows.items()
            if row.get("scheme", "raci") == scheme
            and set(letters) <= set(row.get("assign", ()))
            and "assign" in row
            and per in {None, "per" in row}
        ]


TEAMS = ("squad", "crew", "sales-team", "care-desk", "office")
WORKERS = (
    *("junior-engineer", "engineer", "test-engineer", "field-agent", "dispatcher"),
    *("sales-associate", "account-manager", "care-agent", "bookkeeper", "accountant"),
)

Act = Callable[[Scene], Hurt]


@dataclass(frozen=True)
class Damage:
    """A damage by the rule that must catch it."""

    rule: str
    act: Act

    @property
    def name(self) -> str:
        return self.act.__name__


DAMAGES: list[Damage] = []


def damage(rule: str) -> Callable[[Act], Act]:
    """Lists a function as a damage that this rule must catch."""

    def listed(act: Act) -> Act:
        DAMAGES.append(Damage(rule, act))
        return act

    return listed


@cache
def _kept(seed: int) -> bytes:
    return pickle.dumps(clean_organization(seed))


def scene(organization: int, seed: str) -> Scene:
    """A fresh copy of a clean organisation, with chance that begins at a word."""
    return Scene(pickle.loads(_kept(organization)), Random(seed))


def change_line(text: Text, route: Route, change: Callable[[str], str]) -> None:
    """Change the line that says something."""
    number = text.routes.index(route)
    text.lines[number] = change(text.lines[number])
