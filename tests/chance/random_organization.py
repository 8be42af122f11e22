"""Small organisations made by chance: every key of the format, lawful in form and wild in what it means.

There are few ids, so that everything meets everything: loops, lines to oneself, names that are nowhere, dates in any
order, several holders, letters of every scheme. One seed makes one organisation, the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, TypeVar

from orgmodel.library.shipped import builtin_schemes, profiles, scheme_aliases, span_presets
from orgmodel.rules.registry import ENTRIES

DAY = "2026-11-01"
DAYS = ("0001-01-01", "2020-02-29", "2026-05-01", "2026-10-31", DAY, "2026-11-02", "2027-01-15", "9999-12-31")
ROLES = ("a", "b", "c", "d", "lead")
SEATS = ("a", "b", "c", "d", "s1", "s2")
UNITS = ("a", "b", "u1", "u2")
PEOPLE = ("ada", "bo", "cy", "a")
NAMES = (*PEOPLE, "Ada Park", "ada park", "Vacant", "TBD", "N.N.")
ROWS = ("a", "b", "plan", "plan-1", "ship", "r1", "r2", "r3", "r4")
NOWHERE = "zz"
KINDS_OF_UNIT = ("team", "department", "squad")
WORDS = ("x", "X", "", "team", "Lead", "plan of the year", "ő", "two\nlines", "a/b", "*", "12", "-")
SKILLS = ("writing", "Writing", "sums")
TRAITS = ("owner", "doer", "advises", "informed", "vetoes", "verifies")
PREFIXES = ("role", "position", "unit", "person", "activity")

T = TypeVar("T")
Entry = dict[str, Any]


class Chance:
    """Decisions by lot. `often` is how likely a key is written that may be left out.

    Where it `is_calm`, dates, states and names that are nowhere are rare: only there much is in force. Where it
    `is_claimed`, sources say who has which letter, and little is decided.
    """

    def __init__(self, seed: int | str) -> None:
        self.lot = Random(seed)
        self.often = self.lot.choice((0.1, 0.2, 0.35, 0.6))
        self.is_calm = self.is_so(0.5)
        self.is_claimed = self.is_so(0.2)

    def is_so(self, likely: float) -> bool:
        return self.lot.random() < likely

    def one(self, of: tuple[T, ...]) -> T:
        return self.lot.choice(of)

    def some(self, most: int, make: Callable[[], T], least: int = 0) -> list[T]:
        return [make() for _ in range(self.lot.randint(least, most))]

    def one_or_more(self, make: Callable[[], T]) -> Any:
        """One value in place of a list, a list, or nothing."""
        return make() if self.is_so(0.5) else None if self.is_so(0.1) else self.some(3, make)

    def entry(self, **keys: Callable[[], Any]) -> Entry:
        """Some of the keys, in any order; a name that is a word of Python has a line behind it."""
        names = [name for name in keys if self.is_so(self.often)]
        self.lot.shuffle(names)
        return {name.rstrip("_"): keys[name]() for name in names}

    def day(self) -> str:
        return self.one(DAYS)

    def word(self) -> str:
        return self.one(WORDS)

    def name(self, of: tuple[str, ...]) -> str:
        return NOWHERE if self.is_so(0.002 if self.is_calm else 0.05) else self.one(of)

    def number(self) -> float:
        return self.one((0, 1, 2, 3, 0.5, 0.25, -1, 7, 100, 1e9, 1e308, -0.0, 0.1))

    def count(self) -> int:
        return self.one((0, 0, 1, 1, 2, 3, 5, 40, 10_000_000))

    def whole(self) -> int:
        return self.one((0, 1, 1, 2, 2, 3, 4, 5, -3, 1_000_000_000, -1_000_000))

    def flag(self) -> bool:
        return self.is_so(0.7)


def random_organization(seed: int | str) -> Entry:
    """An organisation as plain data, ready to be written as JSON or YAML."""
    chance = Chance(seed)
    return _Organization(chance).whole()


class _Organization:
    def __init__(self, chance: Chance) -> None:
        self.chance = chance
        self.own_schemes = {name: self.scheme() for name in chance.some(2, lambda: chance.one(("ours", "RACI", "x")))}

    def whole(self) -> Entry:
        chance = self.chance
        sections: Entry = {
            "roles": self.section(ROLES, self.role, 0.8),
            "units": self.section(UNITS, self.unit, 0.7),
            "positions": self.section(SEATS, self.position, 0.8),
            "people": self.section(PEOPLE, self.person, 0.5),
            "activities": self.section(ROWS, self.activity, 0.8),
            "schemes": self.own_schemes,
            "assignments": self.assignments(),
            "policy": self.policy() if chance.is_so(0.5) else {},
            "waivers": chance.some(3, self.waiver) if chance.is_so(0.3) else [],
            "include": chance.some(2, self.include) if chance.is_so(0.12) else [],
        }
        heads: Entry = {"orgmodel": 1}
        for key, likely, make in (
            ("name", 0.2, chance.word),
            ("as_of", 0.8, self.as_of),
            ("scheme", 0.3, self.letters),
        ):
            if chance.is_so(likely):
                heads[key] = make()
        return heads | {key: value for key, value in sections.items() if value or chance.is_so(0.05)}

    def assignments(self) -> list[Entry]:
        chance = self.chance
        most = 40 if chance.is_claimed else 6 if chance.is_so(0.4) else 0
        return chance.some(most, self.assignment, least=most // 2)

    def as_of(self) -> str:
        return self.chance.day() if self.chance.is_so(0.05 if self.chance.is_calm else 0.4) else DAY

    def section(self, names: tuple[str, ...], make: Callable[[], Entry], likely: float) -> Entry:
        chance = self.chance
        if not chance.is_so(likely):
            return {}
        kept = chance.lot.sample(names, chance.lot.randint(len(names) - 1 if chance.is_calm else 1, len(names)))
        return {name: None if chance.is_so(0.03) else make() for name in kept}

    # What stands in several sections ---------------------------------------------------------------

    def role_name(self) -> str:
        return self.chance.name(ROLES)

    def seat_name(self) -> str:
        return self.chance.name(SEATS)

    def unit_name(self) -> str:
        return self.chance.name(UNITS)

    def row_name(self) -> str:
        return self.chance.name(ROWS)

    def holder_name(self) -> str:
        return self.chance.name(NAMES)

    def party(self) -> str:
        """Whoever may have a letter."""
        chance = self.chance
        names = {"role": ROLES, "position": SEATS, "unit": UNITS, "person": NAMES, "activity": ROWS}
        if chance.is_so(0.5):
            return self.role_name()
        kind = chance.one(PREFIXES)
        return f"{kind}:{chance.name(names[kind])}"

    def dated(self, entry: Entry, likely: float = 0.3) -> Entry:
        for key in ("from", "until"):
            if self.chance.is_so(likely / 10 if self.chance.is_calm else likely):
                entry[key] = self.chance.day()
        return entry

    def line(self, to: Callable[[], str]) -> Any:
        chance = self.chance
        if chance.is_so(0.6):
            return to()
        return self.dated({"to": to(), **chance.entry(kind=chance.word, note=chance.word)})

    def lines(self, to: Callable[[], str]) -> Any:
        return self.chance.one_or_more(lambda: self.line(to))

    def fields(self) -> Entry:
        chance = self.chance
        return {key: chance.one((chance.word(), chance.number(), chance.day())) for key in chance.some(2, chance.word)}

    def skills(self) -> Entry:
        return {self.chance.one(SKILLS): self.chance.lot.randint(1, 7) for _ in range(2)}

    def sources(self) -> Any:
        chance = self.chance
        if chance.is_so(0.5):
            return chance.one_or_more(chance.word)
        return {
            key: chance.one_or_more(chance.word)
            for key in chance.some(2, lambda: chance.one(("purpose", "*", "level")))
        }

    def pay(self) -> Any:
        chance = self.chance
        if chance.is_calm:
            return {"min": chance.lot.randint(1, 5), "max": chance.lot.randint(4, 9), "currency": "EUR"}
        if chance.is_so(0.1):
            return chance.number()
        return chance.some(3, self.pay_figure)

    def pay_figure(self) -> Entry:
        chance = self.chance
        return chance.entry(
            stat=lambda: chance.one(
                ("range", "range", "start", "median", "mean", "min", "max", "p10", "p25", "p75", "p90")
            ),
            min=chance.number,
            max=chance.number,
            amount=chance.number,
            currency=lambda: chance.one(("EUR", "USD", "")),
            period=lambda: chance.one(("year", "month", "week", "day", "hour")),
            year=chance.whole,
            source=chance.word,
            note=chance.word,
        )

    # Entries ---------------------------------------------------------------------------------------

    def role(self) -> Entry:
        chance = self.chance
        entry = chance.entry(
            title=chance.word,
            aliases=lambda: chance.one_or_more(chance.word),
            reports_to=lambda: self.lines(self.role_name),
            dotted_to=lambda: self.lines(self.role_name),
            promotes_to=lambda: chance.one_or_more(self.role_name),
            counts_as=lambda: chance.one_or_more(self.role_name),
            works_with=lambda: chance.one_or_more(self.role_name),
            level=chance.whole,
            grade=chance.word,
            track=lambda: chance.one(("ic", "management", "executive", "x")),
            purpose=chance.word,
            family=chance.word,
            skills=self.skills,
            experience=self.experience,
            pay=self.pay,
            certifications=lambda: chance.one_or_more(chance.word),
            responsibilities=lambda: chance.one_or_more(chance.word),
            external=lambda: chance.is_so(0.3),
            sources=self.sources,
            codes=self.fields,
            fields=self.fields,
            description=chance.word,
        )
        if chance.is_calm:
            entry |= {
                "level": chance.lot.randint(1, 4),
                "reports_to": self.role_name(),
                "promotes_to": self.role_name(),
            }
            entry.pop("external", None)
        return entry

    def experience(self) -> Entry:
        chance = self.chance
        if chance.is_calm:
            return {"min": chance.lot.randint(0, 9), "max": chance.lot.randint(3, 12), "basis": "x"}
        return chance.entry(
            min=chance.number,
            max=chance.number,
            basis=lambda: chance.one(("x", "in_role")),
            source=chance.word,
            note=chance.word,
        )

    def unit(self) -> Entry:
        chance = self.chance
        return self.dated(
            chance.entry(
                title=chance.word,
                kind=lambda: chance.one(KINDS_OF_UNIT),
                parent=lambda: chance.one((self.unit_name(), None)),
                head=self.seat_name,
                heads=lambda: chance.one_or_more(self.seat_name),
                interactions=lambda: chance.some(2, self.interaction),
                fields=self.fields,
                description=chance.word,
            ),
            0.15,
        )

    def interaction(self) -> Entry:
        return self.dated({"with": self.unit_name(), **self.chance.entry(mode=self.chance.word, note=self.chance.word)})

    def position(self) -> Entry:
        chance = self.chance
        entry = chance.entry(
            title=chance.word,
            also_in=lambda: chance.one_or_more(self.unit_name),
            reports_to=lambda: self.lines(self.seat_name),
            dotted_to=lambda: self.lines(self.seat_name),
            deputy=lambda: chance.one((self.seat_name(), self.party())),
            fte=chance.number,
            seats=chance.count,
            status=lambda: chance.one(("filled", "vacant", "planned", "ended")),
            employment=self.employment,
            assistant=chance.flag,
            level=chance.whole,
            grade=chance.word,
            pay=self.pay,
            skills=self.skills,
            photo=chance.word,
            fields=self.fields,
            description=chance.word,
        )
        calm = chance.is_calm
        for key, likely, make in (
            ("role", 1 if calm else 0.8, self.role_name),
            ("unit", 0.9 if calm else 0.6, self.unit_name),
            ("reports_to", 0.6 if calm else 0.3, self.seat_name),
            ("holder", 0.7 if calm else 0.35, self.holder_name),
            ("holders", 0.2 if calm else 0.35, lambda: chance.one_or_more(self.holder)),
        ):
            if chance.is_so(likely):
                entry[key] = make()
        if chance.is_calm and chance.is_so(0.9):
            entry.pop("status", None)
            entry.pop("seats", None)
        if "holder" in entry and "holders" in entry and chance.is_so(0.9):
            del entry[chance.one(("holder", "holders"))]
        return self.dated(entry, 0.15)

    def employment(self) -> str:
        return self.chance.one(("employee", "contractor", "agent"))

    def holder(self) -> Any:
        chance = self.chance
        if chance.is_so(0.2):
            return self.holder_name()
        entry = {} if chance.is_so(0.1) else {"person": self.holder_name()}
        entry |= chance.entry(fte=chance.number, kind=lambda: chance.one(("interim", "permanent")))
        return self.dated(entry)

    def person(self) -> Entry:
        chance = self.chance
        return chance.entry(
            name=lambda: chance.one(NAMES),
            email=lambda: chance.one(("a@x.org", "A@x.org", "")),
            aliases=lambda: chance.one_or_more(lambda: chance.one(NAMES)),
            employment=self.employment,
            skills=self.skills,
            photo=chance.word,
            fields=self.fields,
            description=chance.word,
        )

    # Rows ------------------------------------------------------------------------------------------

    def activity(self) -> Entry:
        chance = self.chance
        scheme = self.letters() if chance.is_so(0.05 if chance.is_calm else 0.25) else None
        entry = chance.entry(
            title=chance.word,
            group=chance.word,
            kind=lambda: chance.one(("activity", "decision", "deliverable")),
            plane=lambda: chance.one(("strategic", "tactical", "operational")),
            per=self.per,
            part_of=self.row_name,
            depends_on=lambda: chance.one_or_more(self.row_name),
            unowned=lambda: chance.one(("", "nobody yet", None)),
            escalates_to=self.party,
            separate=chance.flag,
            description=chance.word,
            sources=self.sources,
            fields=self.fields,
        )
        if chance.is_so(0.2 if chance.is_claimed else 0.8):
            entry["assign"] = self.assign(scheme or "raci")
        if scheme is not None:
            entry["scheme"] = scheme
        return self.dated(entry, 0.1)

    def per(self) -> str:
        return self.chance.one(
            (self.chance.one(KINDS_OF_UNIT), f"role:{self.role_name()}", f"unit:{self.unit_name()}", "x")
        )

    def assign(self, scheme: str) -> Entry:
        chance = self.chance
        if chance.is_calm and chance.is_so(0.7):
            letters = self.own_schemes.get(scheme) or builtin_schemes()["raci"]
            return {code: self.role_name() if chance.is_so(0.8) else self.party() for code in letters}
        codes = chance.some(4, lambda: self.letter(scheme), least=1)
        return {code: chance.one_or_more(self.assignee) for code in codes}

    def assignee(self) -> Any:
        chance = self.chance
        if chance.is_so(0.75):
            return self.party()
        return self.dated({"who": self.party(), **chance.entry(note=chance.word)})

    def letters(self) -> str:
        """The name of a scheme."""
        chance = self.chance
        own = tuple(self.own_schemes)
        if own and chance.is_so(0.6):
            return chance.one(own)
        return chance.name((*builtin_schemes(), *scheme_aliases()))

    def letter(self, scheme: str) -> str:
        chance = self.chance
        known = self.own_schemes.get(scheme) or builtin_schemes().get(scheme.casefold())
        if known is None or chance.is_so(0.1):
            return chance.one(("A", "R", "C", "I", "a", "Responsible", "A/R", "Z", "none"))
        return chance.one(tuple(known))

    def scheme(self) -> Entry:
        chance = self.chance
        codes = ("O", "D", "H", "A", "R", "a", "none")
        return {code: self.own_letter(codes) for code in chance.some(5, lambda: chance.one(codes))}

    def own_letter(self, codes: tuple[str, ...]) -> Entry:
        chance = self.chance
        return chance.entry(
            name=lambda: chance.one(("Owns", "owns", "Does", "A", "x")),
            min=chance.count,
            max=chance.count,
            traits=lambda: chance.one_or_more(lambda: chance.one(TRAITS)),
            excludes=lambda: chance.one_or_more(lambda: chance.one((*codes, "Z"))),
            note=chance.word,
        )

    def assignment(self) -> Entry:
        chance = self.chance
        entry = {"activity": self.row_name(), "role": self.party(), "letter": self.letter("raci")}
        if chance.is_so(0.15):
            entry["letter"] = "none"
        if chance.is_claimed or chance.is_so(0.6):
            entry["source"] = chance.one(("one", "two", "One", ""))
        return self.dated(entry | chance.entry(note=chance.word), 0.1)

    def include(self) -> Any:
        chance = self.chance
        library = chance.one(("startup", "squads", "product-trio", "product-management", NOWHERE))
        if chance.is_so(0.5):
            return f"library:{library}"
        kinds = ("roles", "units", "positions", "people", "activities", "role:pm", "activity:*", "activity:roadmap")
        taken = {"library": library, "take": chance.some(3, lambda: chance.one(kinds))}
        return taken | chance.entry(scheme=self.letters)

    # Policy ----------------------------------------------------------------------------------------

    def policy(self) -> Entry:
        chance = self.chance
        return chance.entry(
            tops=chance.count,
            span=lambda: self.bounds(chance.count) if chance.is_so(0.7) else chance.one(tuple(span_presets())),
            layers=lambda: chance.entry(max=chance.count),
            row=lambda: chance.entry(doers=chance.count, advises=chance.count, informed=chance.count),
            fte=chance.number,
            dotted=lambda: chance.entry(max=chance.count),
            column=self.column,
            layers_above=chance.count,
            interim_days=chance.count,
            handover_days=chance.count,
            notice_days=chance.count,
            pay=lambda: chance.entry(overlap=chance.number, compression=chance.number),
            spans=lambda: chance.some(3, self.span_limit),
            unit_size=lambda: self.bounds(chance.count),
            managers=lambda: self.bounds(chance.number),
            ratios=lambda: chance.some(2, self.ratio),
            conflicts=lambda: chance.some(2, self.conflict),
            holders=lambda: {self.role_name(): chance.count() for _ in range(2)},
            require=lambda: chance.some(3, self.requirement),
            profile=lambda: chance.one(tuple(profiles())),
            severity=self.severity,
        )

    def bounds(self, number: Callable[[], float]) -> Entry:
        return self.chance.entry(min=number, max=number)

    def column(self) -> Entry:
        chance = self.chance
        shares = ("owner_share", "doer_share", "adviser_share", "overlap")
        counts = ("rows", "person", "sole", "responsibilities")
        return chance.entry(**dict.fromkeys(shares, chance.number), **dict.fromkeys(counts, chance.count))

    def span_limit(self) -> Entry:
        chance = self.chance
        return chance.entry(
            unit=self.unit_name,
            kind=lambda: chance.one(KINDS_OF_UNIT),
            role=self.role_name,
            level=chance.whole,
            preset=lambda: chance.one(tuple(span_presets())),
            min=chance.count,
            max=chance.count,
        )

    def ratio(self) -> Entry:
        chance = self.chance
        sides = {"of": chance.one_or_more(self.role_name), "to": chance.one_or_more(self.role_name)}
        per = chance.entry(per=lambda: chance.one((*KINDS_OF_UNIT, "x")))
        return sides | per | self.bounds(chance.number)

    def conflict(self) -> Entry:
        return {"roles": self.chance.one_or_more(self.role_name), **self.chance.entry(reason=self.chance.word)}

    def severity(self) -> Entry:
        chance = self.chance
        grades = ("error", "warning", "info", "ignore")
        rules = tuple(name for entry in ENTRIES for name in (entry.name, entry.code))
        return {chance.one(rules): chance.one(grades) for _ in range(2)}

    def requirement(self) -> Entry:
        chance = self.chance
        kind = chance.one(("role", "position", "unit", "person", "activity"))
        entry = {"every": kind, "must": self.conditions(kind)}
        if chance.is_so(0.5):
            entry["where"] = self.conditions(kind)
        if chance.is_so(0.4):
            entry["must_not"] = self.conditions(kind)
        severity = lambda: chance.one(("error", "warning", "info"))  # noqa: E731
        return entry | chance.entry(name=chance.word, reason=chance.word, severity=severity)

    def conditions(self, kind: str) -> Entry:
        return {self.asked_field(kind): self.condition() for _ in range(self.chance.lot.randint(1, 2))}

    def asked_field(self, kind: str) -> str:
        chance = self.chance
        field = chance.one(ASKED_FIELDS[kind])
        if field in {"skills", "fields", "codes", "seats", "people"} and chance.is_so(0.7):
            return f"{field}.{chance.one((*SKILLS, *ROLES, 'x'))}"
        if chance.is_so(0.2):
            return f"{field}.{chance.one(ASKED_FIELDS[chance.one(tuple(ASKED_FIELDS))])}"
        return field

    def condition(self) -> Any:
        chance = self.chance
        if chance.is_so(0.2):
            return chance.one((None, self.asked_value(), chance.some(2, self.asked_value, least=1)))
        limit = lambda: chance.one((chance.number(), chance.day()))  # noqa: E731
        asked = chance.entry(
            equals=self.asked_value,
            in_=lambda: chance.some(2, self.asked_value, least=1),
            set=chance.flag,
            unset=chance.flag,
            min=limit,
            max=limit,
        )
        return asked or {"set": True}

    def asked_value(self) -> str:
        return self.chance.one((*ROLES, *SEATS, *UNITS, *PEOPLE, *WORDS, "filled", "true", "3", DAY, "role:a"))

    def waiver(self) -> Entry:
        chance = self.chance
        rule = chance.one((*(entry.name for entry in ENTRIES), "ORG401", "*", "span-*", NOWHERE))
        names = (*ROLES, *SEATS, *UNITS, "*", "a*", "plan*", "plan@u1", "*@*", "")
        entry = {
            "rule": rule,
            "for": chance.one((f"{chance.one(PREFIXES)}:{chance.one(names)}", "*", chance.one(names))),
        }
        return entry | chance.entry(reason=chance.word, owner=self.party, until=chance.day)


def _asked_fields() -> dict[str, tuple[str, ...]]:
    from orgmodel.analysis.fields import FIELDS

    return {kind: (*fields, NOWHERE) for kind, fields in FIELDS.items()}


ASKED_FIELDS = _asked_fields()
