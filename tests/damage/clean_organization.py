"""A realistic organisation of 200 seats and 60 rows in which nothing is wrong, made anew from a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from random import Random
from typing import Any

from role_catalogue import CHIEFS, LADDERS, Entry, Ladder, roles
from row_catalogue import CLAIMS, HOUSE_SCHEME, activities

_FIRST = (
    "Ada Bo Chen Dora Emil Fay Goran Hana Ivo Jun Kaya Leo Mira Nils Olga Pia Quinn Rosa Sami Tove Uma Vito Wim Yara"
)
_LAST = "Adler Brandt Costa Dubois Eklund Ferrari Garcia Hoffmann Ito Jansen Kovac Lindqvist Moreau Novak Okafor Petrov"
_DIVISIONS = {
    "engineering": ("cto", {"platform": "engineering", "rider-app": "engineering", "payments": "engineering"}),
    "operations": ("coo", {"north": "operations", "south": "operations", "depots": "operations"}),
    "commercial": ("cco", {"sales": "sales", "care": "care"}),
}
_TEAMS = {
    "platform": "Cobalt Granite Basalt",
    "rider-app": "Falcon Heron Plover",
    "payments": "Ledgerline Tollgate Purse",
    "north": "Harbour Hillside Oldtown",
    "south": "Riverbank Airport Meadow",
    "depots": "Foundry Wharf Quarry",
    "sales": "Campus Hotels Industry",
    "care": "Daytime Evening Weekend",
}
_OFFICES = {"accounting": "0310", "controlling": "0320", "payroll": "0330"}
"""The offices, and the numbers of the seats that lead them."""
_LADDER = {ladder.family: ladder for ladder in LADDERS}
TABLE = ("activity", "role", "letter", "source")


@dataclass
class Clean:
    """The plain data of a model: its main file, the people in a second one, and a table of claims."""

    main: Entry
    people: Entry
    claims: list[list[str]] = field(default_factory=lambda: [list(TABLE), *map(list, CLAIMS)])


def clean_organization(seed: int) -> Clean:
    """Names, dates, shares, pay and which lines are written differ with the seed; the structure does not."""
    staff = _Staff(Random(seed))
    staff.company()
    main: Entry = {
        "orgmodel": 1,
        "name": "Tidewater Mobility",
        "as_of": "2026-11-01",
        "scheme": "raci",
        "include": ["people.json", {"file": "claims.csv", "as": "assignments"}],
        "schemes": {"house": HOUSE_SCHEME},
        "roles": roles(),
        "units": staff.units,
        "positions": staff.seats,
        "activities": activities(staff.directors, staff.staff_engineers),
        "policy": {
            "span": {"min": 3, "max": 7},
            "unit_size": {"min": 4, "max": 8},
            "managers": {"min": 0.1, "max": 0.3},
            "spans": [{"kind": "squad", "min": 3, "max": 8}],
            "require": [
                {"every": "role", "where": {"track": "ic"}, "must": {"purpose": {"set": True}}},
                {"every": "unit", "where": {"kind": "squad"}, "must": {"parent": {"set": True}}},
            ],
            "layers": {"max": 5},
            "holders": {"shift-planner": 9},
            "handover_days": 31,
            "column": {"responsibilities": 15},
            "ratios": [{"of": ["engineer"], "to": ["engineering-manager"], "max": 4}],
            "conflicts": [{"roles": ["internal-auditor", "accountant"], "reason": "who books does not audit"}],
            "severity": {"vacant-position": "info"},
        },
        "waivers": [
            {"rule": "vacant-position", "for": "position:trainee-*", "reason": "Hired each spring", "owner": "coo"}
            | {"until": "2027-06-30"}
        ],
    }
    return Clean(main, staff.people)


class _Staff:
    """Fills units with seats and seats with people."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.units: dict[str, Entry] = {"company": {"title": "Tidewater Mobility", "kind": "company", "head": "ceo"}}
        self.seats: dict[str, Entry] = {}
        self.people: dict[str, Entry] = {}
        self.directors: dict[str, list[str]] = {}
        self.staff_engineers: list[str] = []
        names = [f"{first} {last}" for first, last in product(_FIRST.split(), _LAST.split())]
        random.shuffle(names)
        self._names = iter(names)

    def company(self) -> None:
        self._seat("ceo", "ceo", "company", reports_to=None, deputy="coo")
        for name, deputy in (("general-counsel", "auditor"), ("auditor", "chief-of-staff")):
            self._seat(name, "internal-auditor" if name == "auditor" else name, "company", deputy=deputy)
        self._seat("chief-of-staff", "chief-of-staff", "company", deputy="analyst-engineering", assistant=True)
        for division, (chief, departments) in _DIVISIONS.items():
            self._division(division, chief, f"dir-{next(iter(departments))}")
            for department, family in departments.items():
                self._department(department, division, chief, _LADDER[family])
        self._division("finance", "cfo", _OFFICES["accounting"])
        for office in _OFFICES:
            self._team(office, "finance", "cfo", _LADDER["finance"])
        self._vary()

    def _division(self, name: str, chief: str, deputy: str) -> None:
        self.units[name] = {"title": name.title(), "kind": "division", "parent": "company", "head": chief}
        self._seat(chief, chief, name, reports_to="ceo", deputy=deputy)
        self._seat(f"analyst-{name}", "business-analyst", name, reports_to=chief, dotted_to=["chief-of-staff"])

    def _department(self, name: str, division: str, chief: str, ladder: Ladder) -> None:
        head, teams = f"dir-{name}", [team.lower() for team in _TEAMS[name].split()]
        title = name.replace("-", " ").title()
        self.units[name] = {"title": title, "kind": "department", "parent": division, "head": head}
        self._seat(head, "director", name, reports_to=chief, deputy=f"lead-{teams[0]}")
        self.directors.setdefault(chief, []).append(head)
        if ladder.family == "engineering":
            self.staff_engineers.append(f"staff-{name}")
            self._seat(f"staff-{name}", "staff-engineer", name)
        for team in teams:
            self._team(team, name, head, ladder)

    def _team(self, name: str, parent: str, manager: str, ladder: Ladder) -> None:
        lead = _OFFICES.get(name, f"lead-{name}")
        self.units[name] = {"title": name.title(), "kind": ladder.kind, "parent": parent, "head": lead}
        self._seat(lead, ladder.lead, name, reports_to=manager, deputy=f"{ladder.rungs[2]}-{name}-1")
        for rung, size in reversed(tuple(zip(ladder.rungs, ladder.sizes, strict=True))):
            for number in range(1, size + 1):
                more = {"deputy": f"{ladder.rungs[1]}-{name}-1"} if rung == ladder.rungs[2] else {}
                self._seat(f"{rung}-{name}-{number}", rung, name, **self._line(lead), **more)
        if ladder.family == "engineering":
            self._seat(f"test-engineer-{name}", "test-engineer", name, **self._line(lead))
        if ladder.family in {"engineering", "operations"}:
            self._seat(f"trainee-{name}", "trainee", name, reports_to=lead)

    def _line(self, manager: str) -> Entry:
        """Every other line is written; the rest follow from the roles."""
        return {"reports_to": manager} if self.random.random() < 0.5 else {}

    def _seat(self, name: str, role: str, unit: str, **more: Any) -> None:
        self.seats[name] = {"role": role, "unit": unit, **more, "holder": self._person()}

    def _person(self, **more: Any) -> str:
        name = next(self._names)
        key = name.lower().replace(" ", "-")
        self.people[key] = {"name": name, "email": f"{key.replace('-', '.')}@tidewater.example", **more}
        return key

    # -- what makes it look like life

    def _vary(self) -> None:
        workers = self._workers()
        for seat in islice(workers, 5):
            seat["holders"] = [{"person": person, "fte": 0.5} for person in (seat.pop("holder"), self._person())]
        for seat in islice(workers, 5):
            people = self._person(), seat.pop("holder")
            ends = {"until": "2026-03-31"}, {"from": "2026-04-01"}
            seat["holders"] = [{"person": person, **end} for person, end in zip(people, ends, strict=True)]
        for seat in islice(workers, 3):
            interim = {"person": self._person(), "kind": "interim", "from": "2026-08-01"}
            seat["holders"] = [{"person": seat.pop("holder"), "from": "2021-05-01"}, interim]
        for seat in islice(workers, 10):
            seat["fte"] = self.random.choice((0.6, 0.75, 0.8))
        for seat in islice(workers, 3):
            self.people[seat["holder"]]["employment"] = "contractor"
        for seat in islice(workers, 2):
            self.people[seat["holder"]] = {"name": f"Router {seat['unit'].title()}", "employment": "agent"}
        for seat in islice(workers, 20):
            band = roles()[seat["role"]]["pay"][0]
            amount = self.random.randrange(band["min"], band["max"] + 1, 500)
            seat["pay"] = [{"amount": amount, "currency": "EUR", "year": 2026}]
        for seat in islice(workers, 10):
            self.people[seat["holder"]]["skills"] = {"coding": 2, "safety": 4}
        for seat in islice(workers, 3):
            seat["dotted_to"] = [self.random.choice(("dir-platform", "dir-south", "dir-care"))]
            if seat["dotted_to"] == [f"dir-{self.units[seat['unit']]['parent']}"]:
                seat["dotted_to"] = ["auditor"]
        for seat in islice(workers, 5):
            seat["from"] = self.random.choice(("2019-03-01", "2022-09-15", "2025-01-01"))
        self._planned_and_ended()

    def _workers(self) -> Iterator[Entry]:
        """Seats that lead nobody, stand in for nobody and answer for nothing, each once."""
        lowest = {rung for ladder in LADDERS for rung in ladder.rungs[:1]} | {"engineer", "dispatcher"}
        deputies = {seat.get("deputy") for seat in self.seats.values()}
        names = [name for name, seat in self.seats.items() if seat["role"] in lowest and name not in deputies]
        self.random.shuffle(names)
        return iter([self.seats[name] for name in names])

    def _planned_and_ended(self) -> None:
        vacant = self.random.choice([name for name, seat in self.seats.items() if seat["role"] == "trainee"])
        del self.people[self.seats[vacant].pop("holder")]
        squad, crew = self.random.choice(_TEAMS["platform"].split()), self.random.choice(_TEAMS["north"].split())
        for team, role in ((squad, "engineer"), (crew, "field-agent")):
            name = f"{role}-{team.lower()}-9"
            self.seats[name] = {"role": role, "unit": team.lower(), "from": "2027-02-01"}
        self.seats["bookkeeper-payroll-9"] = {
            "role": "bookkeeper",
            "unit": "payroll",
            "reports_to": _OFFICES["payroll"],
            "until": "2026-05-31",
        }


__all__ = ["CHIEFS", "Clean", "clean_organization"]
