"""Every seat with everything about it: who sits there, who is above and below, what it answers for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from orgmodel.analysis.duties import DUTY_WORDS, TRAITS, Duty
from orgmodel.analysis.shape import further_reports, seats_below
from orgmodel.graph.hierarchy import AMBIGUOUS, LOOP, MISSING, NOT_YET, SELF, UNRESOLVED
from orgmodel.graph.lines import Lines
from orgmodel.graph.resolution import Instance
from orgmodel.site.anchors import anchor, numbered
from orgmodel.site.directory import Directory, counted, listed, listed_text, shown
from orgmodel.site.values import EntriesPage, Entry, Fact, Link, Words

FILE = "positions.html"
PER_PAGE = 400
_INDEXED = 5_000

_MOST_PLACES = 3
_MOST_REPORTS = 40
_CAUSES = {
    UNRESOLVED: "somebody who does not exist",
    SELF: "itself, which is no line",
    MISSING: "nobody: the role above has no seat here",
    AMBIGUOUS: "nobody for certain: several seats could be meant",
    NOT_YET: "a planned seat that is not there yet",
}


def in_reading_order(lines: Lines) -> list[str]:
    """The seats from the top down, each with those below it following directly."""
    return [lines.ids[i] for i in lines.hierarchy.order]


def file_of(place: int) -> str:
    """The page of the seat at a place of the reading order."""
    return numbered(FILE, place // PER_PAGE)


def seat_pages(
    directory: Directory, lines: Lines, duties: Mapping[str, Sequence[Duty]], planned: bool
) -> list[EntriesPage]:
    """The pages of all seats."""
    seats = in_reading_order(lines)
    writer = _SeatWriter(directory, lines, duties)
    starts = range(0, len(seats), PER_PAGE)
    pages = tuple(Link(f"{start + 1:,} to {min(start + PER_PAGE, len(seats)):,}", file_of(start)) for start in starts)
    made = []
    for start in starts:
        some = seats[start : start + PER_PAGE]
        made.append(
            EntriesPage(
                file_of(start),
                "People and seats",
                "People and seats" if len(pages) == 1 else f"People and seats {pages[start // PER_PAGE].text}",
                FILE if start else "",
                intro=_intro(directory.seats(*seats), len(seats), planned),
                index=tuple(_index(directory, seats)) if not start else (),
                entries=tuple(map(writer.entry, some)),
                pages=pages if len(pages) > 1 else (),
            )
        )
    return made


def _intro(count: int, entries: int, planned: bool) -> str:
    extra = f", in {entries:,} entries" if count != entries else ""
    extra += ", planned ones included" if planned else ""
    what = "who sits there, who is above and below, and what it answers for"
    return f"{counted(count, 'seat')}{extra}, from the top down. Each says {what}."


def _index(directory: Directory, seats: Sequence[str]) -> Iterator[tuple[str, tuple[Words, ...]]]:
    people: dict[str, list[Words]] = {}
    vacant: dict[str, Words] = {}
    unnamed: dict[str, Words] = {}
    in_force = directory.resolver.seating.in_force
    for seat in seats[:_INDEXED]:
        if seat not in in_force:
            continue
        state = directory.resolver.holders.state(seat)
        title = directory.called("positions", seat)
        href = directory.entries["positions", seat]
        for holding in state.holdings:
            name = shown(directory.names.person(holding.person))
            people.setdefault(name.casefold(), []).append((Link(name, href), Link(f", {title}")))
        if directory.is_vacant(seat):
            vacant[seat] = (directory.entry("positions", seat),)
        if directory.unnamed(seat):
            unnamed[seat] = (directory.entry("positions", seat),)
    if people:
        yield "Find a person", tuple(words for name in sorted(people) for words in people[name])
    for label, found, count in (
        ("Vacant seats", vacant, directory.seats(*vacant)),
        ("Filled, names not kept", unnamed, sum(map(directory.unnamed, unnamed))),
    ):
        if found:
            yield f"{label} ({count:,})", tuple(sorted(found.values(), key=lambda words: words[0].text))


class _SeatWriter:
    def __init__(self, directory: Directory, lines: Lines, duties: Mapping[str, Sequence[Duty]]) -> None:
        self.directory = directory
        self.organization = directory.organization
        self.lines = lines
        self.duties = duties
        self.below = seats_below(lines)
        self.further = further_reports(lines)

    def entry(self, seat: str) -> Entry:
        status = self.lines.status(seat)
        is_plain = status == "filled" or (status == "vacant" and not self.directory.has_holders)
        facts = [*self._structure(seat), *duty_facts(self.directory, self.duties.get(seat, ()), near=seat)]
        return Entry(
            anchor("seat", seat),
            self.directory.entry("positions", seat).text,
            self._who(seat),
            state="" if is_plain else status,
            facts=tuple(fact for fact in facts if fact.values),
            chart=self.directory.cards.get(("positions", seat), ""),
        )

    def _who(self, seat: str) -> Words:
        status = self.lines.status(seat)
        state = self.directory.resolver.holders.state(seat)
        if status == "filled":
            names = [shown(self.directory.names.person(holding.person)) for holding in state.holdings]
            unnamed = self.directory.unnamed(seat)
            if unnamed and names:
                names.append(f"{unnamed:,} whose names are not kept")
            elif unnamed > 1:
                names.append(f"{unnamed:,} filled seats, names not kept")
            elif unnamed:
                names.append("a holder who is not disclosed")
            return (Link(listed_text(names)),)
        if status == "vacant":
            stand_in = self.directory.resolver.holders.stand_in(seat)
            people = [self.directory.person(person) for person in stand_in.people] if stand_in else []
            stands = " stands in" if len(people) == 1 else " stand in"
            return (*listed([(person,) for person in people]), Link(stands)) if people else ()
        return ()

    def _structure(self, seat: str) -> Iterator[Fact]:
        position = self.organization.positions[seat]
        directory = self.directory
        yield from self._about(seat)
        if position.role is not None and position.role not in self.organization.made_roles:
            yield Fact("Role", ((directory.entry("roles", position.role),),))
        units = [unit for unit in (position.unit, *position.also_in) if unit is not None]
        yield Fact("Unit", tuple((directory.entry("units", unit),) for unit in units))
        yield Fact("Reports to", self._managers(seat))
        above = self.lines.chain(seat)[1:6]
        yield Fact(
            "Further up", (listed([(self.directory.seat_with_holder(name),) for name in above]),) if above else ()
        )
        dotted = [line.to for line in position.dotted_to if line.in_force(self.lines.day)]
        yield Fact("Also reports to", tuple((self.directory.seat_with_holder(name),) for name in dotted))
        yield self._reports(seat)
        if position.deputy is not None:
            yield Fact("Deputy", ((self._deputy(position.deputy),),))
        yield Fact("Good to know", tuple((Link(text),) for text in self._remarks(seat)))

    def _managers(self, seat: str) -> tuple[Words, ...]:
        above = self.lines.manager(seat)
        if above is not None:
            derived = " (as the role says)" if self.lines.is_derived(seat) else ""
            own: Words = (
                (self.directory.seat_with_holder(above), Link(derived))
                if derived
                else (self.directory.seat_with_holder(above),)
            )
            further = self.lines.second.get(self.lines.index[seat], ())
            return own, *((self.directory.seat_with_holder(self.lines.ids[i]),) for i in further)
        cause = self.lines.cause(seat)
        if cause == UNRESOLVED:
            name = self.lines.unresolved.get(self.lines.index[seat], "")
            return ((Link(f"{_CAUSES[UNRESOLVED]}: {shown(name)}"),),)
        if cause in _CAUSES and cause != LOOP:
            return ((Link(_CAUSES[cause]),),)
        return ((Link("nobody: this is a top"),),)

    def _about(self, seat: str) -> Iterator[Fact]:
        """What is written about the seat, and about those who sit there."""
        description = self.organization.positions[seat].description
        if description:
            yield Fact("About", ((Link(description),),))
        for holding in self.directory.resolver.holders.state(seat).holdings:
            person = self.organization.people.get(holding.person)
            if person is not None and person.description:
                name = shown(self.directory.names.person(holding.person))
                yield Fact(f"About {name}", ((Link(person.description),),))

    def _reports(self, seat: str) -> Fact:
        """The direct reports with their number, second lines included as in the widest span."""
        place = self.lines.index[seat]
        second = [self.lines.ids[i] for i in self.further.get(place, ())]
        direct = self.lines.reports(seat)
        count = self.directory.seats(*direct) + len(second)
        reports = [*direct, *second]
        shown_reports = [(self.directory.seat_with_holder(name),) for name in reports[:_MOST_REPORTS]]
        left = self.directory.seats(*reports[_MOST_REPORTS:])
        more = ((Link(f"and {left:,} more"),),) if left else ()
        below = self.below[place]
        all_below = ((Link(f"{counted(below, 'seat')} below in all"),),) if below > count else ()
        return Fact(f"Direct reports ({count:,})", (*shown_reports, *more, *all_below))

    def _deputy(self, deputy: str) -> Link:
        if deputy in self.organization.positions:
            return self.directory.seat_with_holder(deputy)
        people = self.directory.resolver.holders.keys_of(deputy.removeprefix("person:"))
        if people:
            return self.directory.person(people[0])
        return self.directory.entry("roles", deputy.removeprefix("role:"))

    def _remarks(self, seat: str) -> Iterator[str]:
        position = self.organization.positions[seat]
        state = self.directory.resolver.holders.state(seat)
        if position.seats > 1:
            yield f"one entry for {position.seats:,} like seats"
        if state.is_shared:
            yield "one seat, shared"
        for holding in state.holdings:
            if holding.is_interim:
                yield f"{shown(self.directory.names.person(holding.person))} holds it for the time being"
        if position.fte is not None and position.fte != 1:
            yield f"{position.fte:g} of full time"
        if position.employment in {"contractor", "agent"}:
            yield f"held by {'a contractor' if position.employment == 'contractor' else 'a software agent'}"
        if position.from_ is not None and position.from_ > self.lines.day:
            yield f"from {position.from_}"
        if position.until is not None:
            yield f"until {position.until}"


def duty_facts(directory: Directory, duties: Sequence[Duty], near: str = "") -> Iterator[Fact]:
    """What a seat or a role answers for, does, is asked and told, by the meaning of the letters."""
    groups: dict[str, list[Words]] = {}
    for duty in duties:
        term = DUTY_WORDS.get(duty.trait) or shown(duty.name)
        groups.setdefault(term, []).append(_duty(directory, duty, near))
    order = [DUTY_WORDS[trait] for trait in TRAITS]
    for term in sorted(groups, key=lambda term: order.index(term) if term in order else len(order)):
        yield Fact(term, tuple(dict.fromkeys(groups[term])))


def _duty(directory: Directory, duty: Duty, near: str) -> Words:
    """A row with the place it is for, leading to the row of that place: `Rank the backlog for Billing`."""
    row = directory.row(duty.activity)
    if duty.sources:
        return row, Link(f" ({', '.join(map(shown, duty.sources))})")
    if len(duty.places) == 1:
        row = replace(row, href=directory.places.get(duty.places[0], row.href))
    placed = [place for place in duty.places if place.place is not None]
    if len(placed) > _MOST_PLACES:
        return row, Link(f", in {sum(place.weight for place in placed):,} places")
    names = {_place(directory, place, near): directory.places.get(place, "") for place in placed}
    links = [(Link(name, href if len(placed) > 1 else ""),) for name, href in names.items() if name]
    return (row, Link(" for "), *listed(links)) if links else (row,)


def _place(directory: Directory, place: Instance, near: str) -> str:
    """The unit or seat that a row is for; the seat itself is called by its unit, or not at all."""
    if place.unit is not None or place.seat is None:
        return directory.called("units", place.unit) if place.unit is not None else ""
    unit = directory.organization.positions[place.seat].unit
    if place.seat == near:
        return directory.called("units", unit) if unit is not None else ""
    name = directory.names.place(place)
    return directory.called("positions", place.seat) if name == place.seat else shown(name)
