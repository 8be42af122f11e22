"""Every role with what it is for, what it needs, where it leads, and what it answers for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from orgmodel.analysis.duties import Duty
from orgmodel.graph.role_lines import beyond
from orgmodel.model.organization import Organization
from orgmodel.model.roles import Experience, Pay, Role
from orgmodel.site.anchors import anchor
from orgmodel.site.directory import Directory, counted, listed, shown
from orgmodel.site.seat_entries import duty_facts
from orgmodel.site.values import EntriesPage, Entry, Fact, Link, Words

FILE = "roles.html"
_MOST_SEATS = 12


def shown_roles(organization: Organization) -> list[str]:
    """The roles worth an entry: not silent entries of a library, and not those made from titles of seats."""
    made = organization.made_roles if organization.positions else frozenset()
    return [name for name in organization.counting("roles") if name not in made]


def role_page(directory: Directory, roles: Sequence[str], duties: Mapping[str, Sequence[Duty]]) -> EntriesPage:
    """The page of all roles."""
    writer = _RoleWriter(directory, duties)
    return EntriesPage(
        FILE,
        "Roles",
        "Roles",
        intro=f"{counted(len(roles), 'role')}: what each is for, what it needs and where it leads.",
        index=(("All roles", tuple((directory.entry("roles", role),) for role in roles)),) if len(roles) > 6 else (),
        entries=tuple(map(writer.entry, roles)),
    )


class _RoleWriter:
    def __init__(self, directory: Directory, duties: Mapping[str, Sequence[Duty]]) -> None:
        self.directory = directory
        self.organization = directory.organization
        self.duties = duties

    def entry(self, role: str) -> Entry:
        entry = self.organization.roles[role]
        facts = [*self._facts(role, entry), *duty_facts(self.directory, self.duties.get(role, ()))]
        return Entry(
            anchor("role", role),
            self.directory.called("roles", role),
            (Link(shown(entry.purpose)),) if entry.purpose else (),
            state="outside" if entry.external else "",
            facts=tuple(fact for fact in facts if fact.values),
            chart=self.directory.cards.get(("roles", role), ""),
        )

    def _facts(self, role: str, entry: Role) -> Iterator[Fact]:
        yield _texts("Also called", entry.aliases)
        yield _texts("About", _one(entry.description))
        rank = [f"level {entry.level}" if entry.level is not None else "", entry.grade and f"grade {entry.grade}"]
        rank += [entry.track and f"track {entry.track}", entry.family and f"family {entry.family}"]
        yield _texts("Rank", _one(", ".join(part for part in rank if part)))
        yield self._roles(
            "Usually reports to", self._beyond("reports_to", [line.to for line in entry.reports_to or ()])
        )
        yield self._roles("Leads to", self._beyond("promotes_to", entry.promotes_to))
        yield self._roles("Counts as", self.directory.resolver.counted.stood_for(role))
        yield self._roles("Works with", self._beyond("works_with", entry.works_with))
        yield self._seats(role, entry)
        yield _texts("Years", _one(_years(entry.experience)))
        yield _texts("Pay", [_pay(pay) for pay in entry.pay])
        skills = [f"{shown(skill)} {level}" for skill, level in entry.skills.items()]
        yield _texts("Skills, of 7", _one(", ".join(skills)))
        yield _texts("Certificates", entry.certifications)
        yield _texts("Responsibilities", entry.responsibilities)

    def _beyond(self, kind: str, names: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(other for name in names for other in beyond(self.organization, name, kind)))

    def _roles(self, term: str, names: Sequence[str]) -> Fact:
        return Fact(term, (listed([(self.directory.entry("roles", name),) for name in names]),) if names else ())

    def _seats(self, role: str, entry: Role) -> Fact:
        """The seats with those who sit there."""
        if entry.external or not self.organization.positions:
            return Fact("Seats", ())
        seats = self.directory.resolver.seating.of_role(role)
        if not seats:
            return Fact("Seats", ((Link("none"),),))
        count = self.directory.seats(*seats)
        kept = seats[:_MOST_SEATS] if len(seats) > _MOST_SEATS + 1 else seats
        named: list[Words] = [(self.directory.seat_with_holder(seat),) for seat in kept]
        left = count - self.directory.seats(*kept)
        if left:
            named.append((Link(f"and {left:,} more"),))
        return Fact(f"Seats ({count:,})" if count > 1 else "Seat", tuple(named))


def _one(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _texts(term: str, texts: Sequence[str]) -> Fact:
    return Fact(term, tuple((Link(text if len(text) < 2_000 else shown(text)),) for text in texts))


def _years(experience: Experience | None) -> str:
    if experience is None:
        return ""
    low, high = experience.min, experience.max
    if low is not None and high is not None:
        years = f"{low:g} to {high:g}"
    elif low is not None:
        years = f"{low:g} or more"
    elif high is not None:
        years = f"up to {high:g}"
    else:
        return shown(experience.note) if experience.note else ""
    basis = f" ({shown(experience.basis).replace('_', ' ')})" if experience.basis else ""
    return f"{years}{basis}{_origin(experience.source)}"


def _pay(pay: Pay) -> str:
    if pay.amount is not None:
        amount = f"{pay.amount:,.0f}"
    else:
        amount = " to ".join(f"{value:,.0f}" for value in (pay.min, pay.max) if value is not None)
    currency = f"{shown(pay.currency)} " if pay.currency else ""
    year = f", {pay.year}" if pay.year else ""
    note = f"; {shown(pay.note)}" if pay.note else ""
    return f"{pay.stat} {currency}{amount} a {pay.period}{year}{note}{_origin(pay.source)}"


def _origin(source: str | None) -> str:
    return f" [{shown(source)}]" if source else ""
