"""Which activities and which parties are in a network, and what ties them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from orgmodel.analysis.duties import TRAITS
from orgmodel.analysis.ownership import OwnershipReader
from orgmodel.charts.figure_request import FigureRequest
from orgmodel.charts.network.network import Hub, Meaning, Network, Party, Tie
from orgmodel.errors import UsageError
from orgmodel.graph.resolution import Cell, Instance, Resolver
from orgmodel.matrix.names import Names, several
from orgmodel.matrix.request import MatrixRequest
from orgmodel.matrix.selection import Selection
from orgmodel.model.activities import Letter
from orgmodel.model.organization import Organization
from orgmodel.reading.counts import counted

_LEFT = frozenset({"owner", "doer"})


def build(organization: Organization, day: date, name: str, request: FigureRequest) -> Network:
    """The network of a unit, an activity, or an activity in a unit. Raises UsageError where there is nothing of it."""
    if request.unit is None and request.activity is None:
        raise UsageError("--of network wants a middle: --unit NAME, --activity NAME, or both")
    resolver = Resolver(organization, day)
    asked = MatrixRequest(
        "role",
        (request.unit,) if request.unit is not None else (),
        (),
        (request.activity,) if request.activity is not None else (),
    )
    selection = Selection(organization, resolver, asked)
    reader = OwnershipReader(organization, resolver)
    maker = _Maker(organization, resolver, selection, reader.has_holders)
    rows = list(selection.rows(reader))
    acted = rows if request.activity is not None else [row for row in rows if maker.acts(*row)] or rows
    for activity, instances in acted:
        maker.add(activity, instances, each=request.activity is not None)
    words = selection.words()
    if not maker.ties:
        raise UsageError(f"nobody has a part in anything of {words or 'this model'} on {day.isoformat()}")
    hubs = ("activity", "activities") if request.activity is None else ("place", "places")
    parts = [counted(len(maker.hubs), *hubs)] if request.activity is None or len(maker.hubs) > 1 else []
    parts.append(counted(len(maker.parties), "party", "parties"))
    said = ["Responsibilities", words, ", ".join(parts), f"as of {day.isoformat()}" * request.dated]
    return Network(
        name,
        " · ".join(filter(None, said)),
        tuple(maker.hubs),
        tuple(maker.party(found) for found in maker.parties.values()),
        tuple(maker.ties),
        tuple(maker.meanings.values()),
        organization.title("units", selection.units[0]) if selection.units else "",
        tuple(_notes(maker.ties, len(rows) - len(acted))),
    )


def _notes(ties: Sequence[Tie], quiet: int) -> Iterator[str]:
    if quiet:
        verb = "is" if quiet == 1 else "are"
        more = counted(quiet, "more activity", "more activities")
        yield f"{more}, on which the unit is only asked or told, {verb} not shown (--activity shows one, matrix all)."
    if any(tie.is_claim for tie in ties):
        yield "Letters with a ? are claimed by a source, not decided."


@dataclass(slots=True)
class _Found:
    """A party while its seats are gathered."""

    place: int
    kind: str
    name: str
    is_left: bool
    seats: dict[str, None] = field(default_factory=dict)
    exists: bool = True
    is_external: bool = False


class _Maker:
    """Gathers hubs, parties and ties row by row."""

    def __init__(self, organization: Organization, resolver: Resolver, selection: Selection, has_holders: bool) -> None:
        self.organization = organization
        self.resolver = resolver
        self.selection = selection
        self.has_holders = has_holders
        self.names = Names(organization, resolver)
        self.hubs: list[Hub] = []
        self.parties: dict[tuple[object, ...], _Found] = {}
        self.ties: list[Tie] = []
        self.meanings: dict[tuple[str, str], Meaning] = {}

    def add(self, activity: str, instances: Sequence[Instance], *, each: bool) -> None:
        """A row: once, or once for each place where it exists."""
        cells = self.resolver.row(activity).cells
        entry = self.organization.activities[activity]
        letters = self.organization.letters_of(entry)
        owned = any("owner" in letters[cell.letter].traits for cell in cells if cell.letter in letters)
        can_be_owned = any("owner" in letter.traits for letter in letters.values())
        for group in [[instance] for instance in instances] if each else [list(instances)]:
            remark = self._where(group, each)
            if not owned and can_be_owned:
                reason = "left without an owner" if entry.unowned is not None else "nobody owns this"
                remark = ", ".join(filter(None, (remark, reason)))
            is_gap = not owned and can_be_owned and entry.unowned is None
            self.hubs.append(Hub(self.organization.title("activities", activity), remark, is_gap))
            self._tie(group, cells, letters, each=each and len(instances) > 1)

    def acts(self, activity: str, instances: Sequence[Instance]) -> bool:
        """Whether a seat of the unit asked for, or the unit itself, owns or does it."""
        letters = self.organization.letters_of(self.organization.activities[activity])
        for cell in self.resolver.row(activity).cells:
            if cell.letter in letters and not _LEFT.isdisjoint(letters[cell.letter].traits):
                if cell.kind == "unit" and self.selection.is_inside(cell.name):
                    return True
                meant = (self.resolver.resolve_cell(instance, cell) for instance in instances)
                if any(self.selection.is_wanted_seat(seat) for answer in meant for seat in answer.seats):
                    return True
        return False

    def _where(self, group: Sequence[Instance], each: bool) -> str:
        if each or len(group) == 1:
            return self.names.place(group[0])
        return f"× {len(group):,}"

    def _tie(self, group: Sequence[Instance], cells: Sequence[Cell], letters: dict[str, Letter], *, each: bool) -> None:
        found: dict[int, list[tuple[str, str, bool]]] = {}
        for cell in cells:
            letter = letters.get(cell.letter) or Letter()
            trait = next((trait for trait in TRAITS if trait in letter.traits), "")
            name = letter.name or cell.letter
            self.meanings.setdefault((cell.letter, name), Meaning(cell.letter, name, trait))
            party = self._party(group, cell, trait in _LEFT, each=each)
            found.setdefault(party, []).append((cell.letter, trait, cell.is_claim))
        for party, held in found.items():
            codes = tuple(dict.fromkeys(f"{code}?" if claim else code for code, _trait, claim in held))
            trait = min((trait for _code, trait, _claim in held), key=_weight)
            self.ties.append(Tie(party, len(self.hubs) - 1, codes, trait, any(claim for *_rest, claim in held)))

    def _party(self, group: Sequence[Instance], cell: Cell, is_left: bool, *, each: bool) -> int:
        answers = [self.resolver.resolve_cell(instance, cell) for instance in group]
        seats = tuple(dict.fromkeys(seat for answer in answers for seat in answer.seats))
        key = (cell.kind, cell.name, is_left, seats if each else ())
        known = self.parties.get(key)
        if known is None:
            known = self.parties[key] = _Found(len(self.parties), cell.kind, cell.name, is_left)
        known.seats.update(dict.fromkeys(seats))
        known.exists = known.exists and all(answer.exists for answer in answers)
        known.is_external = known.is_external or any(answer.is_external for answer in answers)
        return known.place

    def party(self, found: _Found) -> Party:
        """A party with what there is to say of its seats."""
        seats = list(found.seats)
        title = self.names.party(found.kind, found.name)
        vacant = [seat for seat in seats if self.resolver.holders.state(seat).is_vacant] if self.has_holders else []
        inside = any(map(self.selection.is_wanted_seat, seats)) if self.selection.units else False
        if found.kind == "unit":
            inside = inside or self.selection.is_inside(found.name)
        return Party(
            title,
            self._remark(found, seats, len(vacant)),
            found.is_left,
            inside,
            bool(seats) and len(vacant) == len(seats),
        )

    def _remark(self, found: _Found, seats: Sequence[str], vacant: int) -> str:
        if not found.exists:
            return "not in the model"
        if found.is_external:
            return "external"
        count = sum(self.organization.positions[seat].seats for seat in seats)
        if count == 1:
            return self._one(found, seats[0], bool(vacant))
        if not count:
            no_seat = found.kind == "role" and self.organization.positions
            return "no seat" if no_seat else "as one" if found.kind == "unit" else ""
        gone = sum(self.organization.positions[seat].seats for seat in seats) if vacant == len(seats) else vacant
        return f"{count:,} seats, {gone:,} vacant" if vacant else f"{count:,} seats"

    def _one(self, found: _Found, seat: str, is_vacant: bool) -> str:
        """Who sits in the one seat that is meant, and which seat it is where the title does not say."""
        people = [self.names.person(holding.person) for holding in self.resolver.holders.state(seat).holdings]
        who = several(people, 2) or ("vacant" if is_vacant else "")
        unit = self.organization.positions[seat].unit
        where = self.organization.title("units", unit) if unit is not None and found.kind == "role" else ""
        return ", ".join(filter(None, (who if found.kind != "person" else "", where)))


def _weight(trait: str) -> int:
    return TRAITS.index(trait) if trait in TRAITS else len(TRAITS)
