"""The first page's sentences: what is missing, doubly owned, or rests on vacancies, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgmodel.analysis.attention import Attention, Cause, Concern, EmptySeat
from orgmodel.graph.resolution import Cell, Instance, Resolved
from orgmodel.matrix.accepted import Accepted
from orgmodel.model.organization import entity
from orgmodel.site.directory import Directory, counted, in_words, listed, shown
from orgmodel.site.values import Link, Remark, Words

_RULES = {
    Cause.NOBODY: "no-owner",
    Cause.NOT_SAID: "no-owner",
    Cause.NO_SEAT: "owner-without-seat",
    Cause.SEVERAL: "several-owners",
    Cause.DISAGREEMENT: "several-owners",
    Cause.SEVERAL_SEATS: "several-owners-in-seats",
    Cause.VACANT: "owner-vacant",
}
OWNER_RULES = frozenset({*_RULES.values(), "nobody-assigned"})
"""The rules whose findings these sentences tell."""

SEAT_RULES = frozenset({"vacant-position", "vacant-manager", "reports-to-vacancy"})
VACANCIES = "figures.html#vacancies"
_FEW = 3
_GROUPS = {"role": "roles", "position": "seats", "person": "people", "unit": "units"}


class SentenceWriter:
    """Writes the remarks of each section. What a waiver accepts comes last, with its reason."""

    def __init__(self, directory: Directory, accepted: Accepted) -> None:
        self.directory = directory
        self.accepted = accepted

    # -- sections

    def missing(self, attention: Attention) -> list[Remark]:
        """Rows for which nobody answers; last those that are left without an owner on purpose."""
        return self._remarks(attention.missing) + [self._unowned(name) for name in attention.unowned]

    def _unowned(self, name: str) -> Remark:
        reason = (self.directory.organization.activities[name].unowned or "").strip()
        told = f", on purpose: {shown(reason)}" if reason else ", on purpose, but no reason is given."
        words = Link("Nobody answers for "), self.directory.row(name), Link(told)
        return Remark(words, is_idle=True)

    def double(self, attention: Attention) -> list[Remark]:
        """Rows with several owners."""
        return self._remarks(attention.double)

    def empty(self, attention: Attention) -> list[Remark]:
        """Vacant seats with what rests on them, the weightiest first; those that carry nothing in one sentence."""
        remarks: list[Remark] = []
        waived: list[Remark] = []
        idle: list[str] = []
        for seat in attention.empty:
            rows, reasons = self._split(Cause.VACANT, seat.rows, [entity("positions", name) for name in seat.seats])
            if reasons:
                waived += [Remark(self._rests(seat, held), accepted=shown(why)) for why, held in reasons.items()]
            if rows or seat.reports:
                remarks.append(Remark(self._rests(seat, rows), rows=len(rows)))
            elif not seat.rows:
                idle.extend(seat.seats)
        if idle:
            remarks.append(Remark(self._idle(idle, is_only=not remarks), is_idle=True))
        return remarks + waived

    def _remarks(self, concerns: Sequence[Concern]) -> list[Remark]:
        remarks: list[Remark] = []
        waived: list[Remark] = []
        for concern in concerns:
            rows, reasons = self._split(concern.cause, concern.rows, _entities(concern))
            said = list(self._said(concern, rows)) if rows else []
            remarks += [Remark(words, rows=len(rows) // len(said)) for words in said]
            waived += [
                Remark(words, accepted=shown(why))
                for why, held in reasons.items()
                for words in self._said(concern, held)
            ]
        return remarks + waived

    def _split(
        self, cause: Cause, rows: Sequence[Instance], entities: Sequence[str]
    ) -> tuple[tuple[Instance, ...], dict[str, tuple[Instance, ...]]]:
        """The rows that count, and those accepted by reason; none where the policy ignores the rule."""
        rule = _RULES[cause]
        if self.accepted.is_ignored(rule):
            return (), {}
        left: list[Instance] = []
        reasons: dict[str, tuple[Instance, ...]] = {}
        for row in rows:
            own = {*entities, row.entity, entity("activities", row.activity)}
            reason = self.accepted.reason(rule, own)
            if reason is None:
                left.append(row)
            else:
                reasons[reason] = (*reasons.get(reason, ()), row)
        return tuple(left), reasons

    # -- sentences

    def _said(self, concern: Concern, rows: Sequence[Instance]) -> Iterator[Words]:
        if concern.cause is Cause.NOBODY:
            yield from self._nobody(rows, "Nobody answers for ")
        elif concern.cause is Cause.NOT_SAID:
            yield from self._nobody(rows, "No source says who answers for ")
        elif concern.cause is Cause.SEVERAL:
            yield from (self._several(row, concern.owners) for row in rows)
        elif concern.cause is Cause.DISAGREEMENT:
            yield from (self._disagreement(row, concern.owners) for row in rows)
        elif concern.party is not None and concern.cause is Cause.NO_SEAT:
            yield self._no_seat(rows, concern.party)
        elif concern.party is not None:
            yield self._several_seats(rows, concern.party)

    def _nobody(self, rows: Sequence[Instance], opening: str) -> Iterator[Words]:
        if len(rows) <= _FEW:
            yield from ((Link(opening), *self.directory.instance(row), Link(".")) for row in rows)
        else:
            yield Link(f"{opening}{counted(len(rows), 'row')}: "), *self._rows(rows), Link(".")

    def _several(self, row: Instance, owners: Sequence[Cell]) -> Words:
        parties = {cell.who: cell for cell in owners}
        kinds = {cell.kind for cell in parties.values()}
        group = _GROUPS[kinds.pop()] if len(kinds) == 1 else "parties"
        names = listed([self.directory.owner(cell) for cell in parties.values()])
        opening = f"{in_words(len(parties)).capitalize()} {group} answer for "
        return Link(opening), *self.directory.instance(row), Link(": "), *names, Link(".")

    def _disagreement(self, row: Instance, owners: Sequence[Cell]) -> Words:
        documents = dict.fromkeys(_document(source) for cell in owners for source in cell.sources)
        names = listed([self._claim(cell) for cell in owners], join="or" if len(documents) > 1 else "and")
        if len(documents) > 1:
            opening = f"{in_words(len(documents)).capitalize()} sources disagree on who answers for "
            return Link(opening), *self.directory.instance(row), Link(": "), *names, Link(".")
        opening = f"One source names {in_words(len(owners))} owners of "
        return Link(opening), *self.directory.instance(row), Link(": "), *names, Link(".")

    def _claim(self, cell: Cell) -> Words:
        owner = self.directory.owner(cell)
        sources = ", ".join(map(shown, cell.sources))
        return (*owner, Link(f" ({sources})")) if len(owner) == 1 else (*owner[:-1], Link(f"; {sources})"))

    def _no_seat(self, rows: Sequence[Instance], party: Resolved) -> Words:
        name = self.directory.party(party.kind, party.name)
        where = self._common_place(rows) if party.kind == "role" else ""
        if not party.exists:
            start: Words = (
                Link("There is no "),
                Link(f"{'seat' if party.kind == 'position' else party.kind} called "),
                name,
            )
        elif party.kind == "role":
            start = Link("No seat has the role "), name, Link(where)
        elif party.kind == "unit":
            start = Link("The unit "), name, Link(" has no head")
        elif party.kind == "position":
            start = Link("The seat "), name, Link(" is not in force")
        else:
            start = name, Link(" holds no seat")
        return (
            *start,
            Link(", so nobody answers for "),
            *self._rows(rows, is_placed=not where, is_counted=True),
            Link("."),
        )

    def _common_place(self, rows: Sequence[Instance]) -> str:
        """The one unit that all rows are for; empty when they are for several, or for none."""
        units = {row.unit for row in rows}
        unit = units.pop() if len(units) == 1 else None
        return f" at {self.directory.called('units', unit)}" if unit is not None else ""

    def _several_seats(self, rows: Sequence[Instance], party: Resolved) -> Words:
        names = listed(self._hands(party), most=8)
        name = self.directory.party(party.kind, party.name)
        number = in_words(party.hands).capitalize()
        kind = {"role": "role", "unit": "unit", "position": "seat", "person": "name"}[party.kind]
        who = "seats of" if party.hands == len(party.seats) else "owners under"
        each = "each " if len(rows) > 1 else ""
        link: Words = (Link(f"{number} {who} the {kind} "), name, Link(f" {each}answer for "))
        return *link, *self._rows(rows, is_counted=True), Link(": "), *names, Link(".")

    def _hands(self, party: Resolved) -> list[Words]:
        unnamed = [seat for seat in party.seats if seat in party.vacant or seat in party.undisclosed]
        people = [(self.directory.person(person),) for person in party.people]
        return [*people, *((self.directory.entry("positions", seat),) for seat in unnamed)]

    # -- vacancies

    def _rests(self, seat: EmptySeat, rows: Sequence[Instance]) -> Words:
        seats = listed([(self.directory.entry("positions", name),) for name in seat.seats], most=6)
        stands = self._stand_in(seat)
        is_one = self.directory.seats(*seat.seats) == 1
        if len(rows) == 1 and not seat.reports and is_one:
            row = self.directory.instance(rows[0], near=seat.seats)
            return *row, Link(" rests on the vacant seat "), *seats, Link("; "), *stands, Link(".")
        start: Words = (
            (Link("The seat "), *seats, Link(" is vacant"))
            if is_one
            else (Link("The seats "), *seats, Link(" are all vacant"))
        )
        if rows:
            answers = "; it answers for " if is_one else "; they answer for "
            start = *start, Link(answers), *self._rows(rows, near=seat.seats, is_counted=True)
        if seat.reports:
            entry = self.directory.entry("positions", seat.seats[0])
            reports = listed([(self.directory.seat_with_holder(name),) for name in seat.reports], 5, more=entry.href)
            count = self.directory.seats(*seat.reports)
            verb = "reports" if count == 1 else "report"
            join = ". " if rows else "; "
            them = "it" if is_one else "them"
            start = *start, Link(f"{join}{counted(count, 'seat')} {verb} to {them}: "), *reports
        first, *more = stands
        return *start, Link(". "), replace(first, text=first.text[0].upper() + first.text[1:]), *more, Link(".")

    def _stand_in(self, seat: EmptySeat) -> Words:
        if not seat.people:
            return (Link("nobody stands in"),)
        names = listed([(self.directory.person(person),) for person in seat.people], _FEW)
        return *names, Link(f" stand{'s' if len(seat.people) == 1 else ''} in")

    def _idle(self, seats: Sequence[str], *, is_only: bool) -> Words:
        names = listed([(self.directory.entry("positions", name),) for name in seats], more=VACANCIES)
        count = self.directory.seats(*seats)
        further = "" if is_only else "further "
        what = "row or report" if self.directory.organization.activities else "report"
        verb = "seats are" if count > 1 else "seat is"
        opening = f"{in_words(count).capitalize()} {further}{verb} vacant, with no {what} resting on "
        return Link(f"{opening}{'them' if count > 1 else 'it'}: "), *names, Link(".")

    def _rows(
        self, rows: Sequence[Instance], *, near: Sequence[str] = (), is_placed: bool = True, is_counted: bool = False
    ) -> Words:
        links = [
            self.directory.instance(row, near=near) if is_placed else (self.directory.row(row.activity),)
            for row in rows
        ]
        opening = (Link(f"{len(rows):,} rows: "),) if is_counted and len(rows) > 1 else ()
        return *opening, *listed(links, more=self.directory.rows.get(rows[-1].activity, ""))


def _entities(concern: Concern) -> list[str]:
    return [f"{cell.kind}:{cell.name}" for cell in concern.owners]


def _document(source: str) -> str:
    """The document of a source: `guide.txt` of `guide.txt:23`."""
    document, colon, line = source.rpartition(":")
    return document if colon and line[:1].isdigit() else source
