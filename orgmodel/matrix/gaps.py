"""What is missing, doubled or vacant in a row, in few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from orgmodel.analysis.ownership import Ownership, OwnershipReader, OwnerState, hands_on
from orgmodel.graph.letters import Cell, Row
from orgmodel.graph.resolution import Instance, Resolved
from orgmodel.matrix.accepted import Accepted
from orgmodel.matrix.matrix import Gap, GapKind
from orgmodel.matrix.names import Names, several
from orgmodel.model.activities import Activity, Letter
from orgmodel.model.organization import Organization, entity
from orgmodel.reading.names import printable

_MANY = {
    OwnerState.MISSING: ("owner has no seat", GapKind.MISSING, "owner-without-seat"),
    OwnerState.DOUBLE: ("several owners", GapKind.OVERLAP, "several-owners-in-seats"),
    OwnerState.VACANT: ("owner vacant", GapKind.VACANCY, "owner-vacant"),
}

_KINDS = {
    OwnerState.MISSING: GapKind.MISSING,
    OwnerState.DOUBLE: GapKind.OVERLAP,
    OwnerState.VACANT: GapKind.VACANCY,
    OwnerState.CLEAR: None,
}
_OPENINGS = frozenset(["The", "A", "An", "It", "We", "This", "That", "There", "No", "Nobody", "They", "Our"])


class GapReader:
    """Finds the gaps of rows, as `check` does, but says them in the words of a table."""

    def __init__(
        self, organization: Organization, names: Names, ownership: OwnershipReader, accepted: Accepted
    ) -> None:
        self.organization = organization
        self.names = names
        self.ownership = ownership
        self.accepted = accepted

    def gaps(self, row: Row, instances: Sequence[Instance], owned: Iterable[Ownership]) -> tuple[Gap, ...]:
        """The gaps of a row in some of its instances. `owned` is who answers for it in these."""
        activity = self.organization.activities[row.activity]
        letters = self.organization.letters_of(activity)
        owned = list(owned)
        found = [*self._of_scheme(row, activity, letters)]
        found += self._of_owners(row, activity, letters, owned, len(instances))
        found += self._of_doers(row, activity, letters)
        found += self._beyond(row, letters)
        return tuple(self._judged(row, rule, gap, owned) for rule, gap in found if not self.accepted.is_ignored(rule))

    def _judged(self, row: Row, rule: str, gap: Gap, owned: Sequence[Ownership]) -> Gap:
        """The gap, accepted where waivers name its row, all owners it is about, or all places it is found in."""
        if gap.kind is GapKind.OPEN:
            return gap
        concerned = [ownership for ownership in owned if _KINDS[ownership.state] is gap.kind]
        owners = [f"{cell.kind}:{cell.name}" for ownership in concerned for cell in ownership.owners]
        places = [ownership.instance.entity for ownership in concerned]
        for names in ([entity("activities", row.activity)], owners, places):
            reasons = [self.accepted.reason(rule, {name}) for name in names]
            if reasons and None not in reasons:
                return Gap(gap.kind, gap.words, reasons[0])
        return gap

    def _of_scheme(self, row: Row, activity: Activity, letters: dict[str, Letter]) -> Iterator[tuple[str, Gap]]:
        if not letters:
            words = f'unknown scheme "{printable(self.organization.scheme_of(activity))}"'
            yield "unknown-reference", Gap(GapKind.MISSING, words)
        per = self.ownership.resolver.unknown_per(row.activity)
        if per is not None:
            yield "per-nothing", Gap(GapKind.MISSING, f'nothing is called "{printable(per)}"')
        unknown = list(dict.fromkeys(cell.letter for cell in unknown_letters(row)))
        if unknown:
            words = f"unknown letter{'s' if len(unknown) > 1 else ''} {several(unknown)}"
            yield "unknown-letter", Gap(GapKind.MISSING, words)

    def _of_owners(
        self, row: Row, activity: Activity, letters: dict[str, Letter], owned: list[Ownership], count: int
    ) -> Iterator[tuple[str, Gap]]:
        if activity.unowned is not None and not row.by_trait(letters, "owner"):
            reason = _continued(activity.unowned)
            yield "", Gap(GapKind.OPEN, f"nobody, because {reason}" if reason else "nobody, on purpose")
            return
        if owned and owned[0].on_paper:
            yield self._on_paper(row, letters, owned[0])
            return
        for state, (words, kind, rule) in _MANY.items():
            there = [ownership for ownership in owned if ownership.state is state]
            if not there:
                continue
            if count == 1:
                yield rule, Gap(kind, self._single(there[0]))
            else:
                places = several([self.names.place(ownership.instance) for ownership in there])
                how_many = "" if len(there) == 1 else f" in {len(there):,} of {count:,}"
                yield rule, Gap(kind, f"{words}{how_many}: {places}")

    def _on_paper(self, row: Row, letters: dict[str, Letter], owned: Ownership) -> tuple[str, Gap]:
        if owned.state is OwnerState.DOUBLE:
            names = [self._party(cell) for cell in owned.owners]
            return "several-owners", Gap(GapKind.OVERLAP, f"{len(set(names))} owners: {several(names)}")
        if not row.cells:
            return "nobody-assigned", Gap(GapKind.MISSING, "nobody assigned")
        if not row.is_decided and not _demands(letters, "owner"):
            return "no-owner", Gap(GapKind.OPEN, "no owner claimed")
        return "no-owner", Gap(GapKind.MISSING, "no owner")

    def _single(self, owned: Ownership) -> str:
        if owned.state is OwnerState.MISSING:
            return self._seatless(owned)
        if owned.state is OwnerState.DOUBLE:
            party = next(party for party in owned.resolved if hands_on(owned.instance, party) > 1)
            return f"{party.hands:,} owners: {several(self._hands(party))}"
        return f"owner vacant: {'; '.join(self._vacant(party) for party in owned.resolved if party.is_all_vacant)}"

    def _seatless(self, owned: Ownership) -> str:
        party = next(party for party in owned.resolved if not (party.is_external or party.seats or party.people))
        name = self.names.party(party.kind, party.name)
        if not party.exists:
            return f"owner is not in the model: {name}"
        return f"owner has no head: {name}" if party.kind == "unit" else f"owner has no seat: {name}"

    def _hands(self, party: Resolved) -> list[str]:
        """Those who answer apart from each other; people who share a seat are one."""
        if party.kind == "person":
            return [self.names.person(person) for person in party.people]
        held: dict[str, list[str]] = {seat: [] for seat in party.seats}
        for holding in self.ownership.resolver.holdings(party):
            held[holding.seat].append(self.names.person(holding.person))
        names: list[str] = []
        for seat, people in held.items():
            names += [" + ".join(people)] if seat in party.shared else people
            names += [self.names.seat(seat)] if seat in party.vacant or seat in party.undisclosed else []
        return names

    def _vacant(self, party: Resolved) -> str:
        stand_ins = [self.names.person(person) for stand_in in party.standing_in for person in stand_in.people]
        seats = several([self.names.seat(seat) for seat in party.vacant])
        return f"{seats} ({several(stand_ins)} stands in)" if stand_ins else seats

    def _of_doers(self, row: Row, activity: Activity, letters: dict[str, Letter]) -> Iterator[tuple[str, Gap]]:
        has_letter = any("doer" in letter.traits for letter in letters.values())
        if activity.unowned is not None or not row.cells or not has_letter or row.by_trait(letters, "doer"):
            return
        if row.is_decided or _demands(letters, "doer"):
            yield "no-doer", Gap(GapKind.MISSING, "no doer")
        else:
            yield "no-doer", Gap(GapKind.OPEN, "no doer claimed")

    def _beyond(self, row: Row, letters: dict[str, Letter]) -> Iterator[tuple[str, Gap]]:
        for code in beyond(row, letters):
            names = [self._party(cell) for cell in row.cells if cell.letter == code]
            name = letters[code].name or code
            yield "", Gap(GapKind.OVERLAP, f"{len(names)} with {code} ({name}): {several(names)}")

    def _party(self, cell: Cell) -> str:
        return self.names.party(cell.kind, cell.name)


def beyond(row: Row, letters: dict[str, Letter]) -> list[str]:
    """Letters other than the owner's that a row has more often than the scheme allows."""
    counts: dict[str, int] = {}
    for cell in row.cells:
        counts[cell.letter] = counts.get(cell.letter, 0) + 1
    return [
        code
        for code, letter in letters.items()
        if letter.max is not None and counts.get(code, 0) > letter.max and "owner" not in letter.traits
    ]


def unknown_letters(row: Row) -> list[Cell]:
    """The judged letters of a row that its scheme does not have."""
    return [cell for cell in row.unknown if cell.is_claim is not row.is_decided]


def _continued(reason: str) -> str:
    """A reason that was written as a sentence, as the end of one."""
    first, blank, rest = reason.strip().partition(" ")
    return (first.lower() if first in _OPENINGS else first) + blank + rest.rstrip(".")


def _demands(letters: dict[str, Letter], trait: str) -> bool:
    return any(letter.min for letter in letters.values() if trait in letter.traits)
