"""Where everything stands on the site, and what it is called there."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.analysis.ownership import names_holders
from orgmodel.drawing.text import clean
from orgmodel.graph.resolution import Cell, Instance, Resolver
from orgmodel.matrix.names import Names
from orgmodel.model.organization import PLURAL, Organization
from orgmodel.site.values import Link, Words, said

_LONGEST = 140
_MOST_LISTED = 12

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def shown(text: str) -> str:
    """A name on one line, without characters that nobody sees, and not longer than a line or two."""
    text = clean(text[: 2 * _LONGEST]) or "(no name)"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def in_words(number: int) -> str:
    """A small number as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def counted(number: int, noun: str) -> str:
    """`1 row`, `2 rows`, `three people`: the noun follows the number."""
    if number == 1:
        return f"1 {noun}"
    plural = {"person": "people"}.get(noun) or (f"{noun[:-1]}ies" if noun.endswith("ty") else f"{noun}s")
    return f"{number:,} {plural}"


def listed(links: Sequence[Words], most: int = _MOST_LISTED, *, join: str = "and", more: str = "") -> Words:
    """`a, b and c`, or `a, x; b, y; and c` where names have commas of their own.

    Of a long list the beginning stands there, and how many more there are, with a link to where they are.
    """
    kept = list(links[:most]) if len(links) > most + 1 else list(links)
    left = len(links) - len(kept)
    between = "; " if len(kept) > 1 and any("," in said(words) for words in kept) else ", "
    made: list[Link] = []
    for place, words in enumerate(kept):
        if place:
            is_last = place == len(kept) - 1 and not left
            last = f"; {join} " if between == "; " else f" {join} "
            made.append(Link(last if is_last else between))
        made.extend(words)
    if left:
        made += [Link("; and " if between == "; " else " and "), Link(f"{left:,} more", more)]
    return tuple(made)


def listed_text(names: Sequence[str]) -> str:
    """Names as plain text: `a, b and c`."""
    return said(listed([(Link(name),) for name in names]))


class Directory:
    """Names and addresses. `cards` and `entries` have the addresses of things by section and id,
    `rows` those of activities, `places` those of rows where they exist, in the matrix by person.

    Names of seats, people, roles and units lead to their entries, names of activities to their rows.
    """

    def __init__(self, organization: Organization, resolver: Resolver) -> None:
        self.organization = organization
        self.resolver = resolver
        self.names = Names(organization, resolver)
        self.has_holders = names_holders(organization)
        self.cards: dict[tuple[str, str], str] = {}
        self.entries: dict[tuple[str, str], str] = {}
        self.rows: dict[str, str] = {}
        self.places: dict[Instance, str] = {}

    def entry(self, kind: str, name: str) -> Link:
        """A thing with a link to its entry, or to its card where it has none; `Tester × 4` for like seats."""
        place = (kind, name)
        seats = self.seats(name) if kind == "positions" else 1
        times = f" × {seats:,}" if seats > 1 else ""
        return Link(self.called(kind, name) + times, self.entries.get(place) or self.cards.get(place, ""))

    def called(self, kind: str, name: str) -> str:
        """What to call a thing, so that no two read alike."""
        if name not in self.organization.section(kind):
            return shown(name)
        if kind == "people":
            return shown(self.organization.title(kind, name))
        return shown(self.names.party({"positions": "position", "roles": "role", "units": "unit"}[kind], name))

    def party(self, kind: str, name: str) -> Link:
        """Whoever may hold a letter, with a link to the entry."""
        if kind == "person":
            keys = self.resolver.holders.keys_of(name)
            return self.person(keys[0]) if keys else Link(shown(self.organization.title("people", name)))
        return self.entry(PLURAL[kind], name)

    def owner(self, cell: Cell) -> Words:
        """Whoever holds a letter; a role or seat with who sits there, where it is one seat."""
        return self.party_with_holder(cell.kind, cell.name)

    def party_with_holder(self, kind: str, name: str) -> Words:
        """Like `party`, followed by who sits there: `Director (Ada Park)`; of several seats nobody is named."""
        party = self.party(kind, name)
        if kind == "role":
            seats: Sequence[str] = self.resolver.meant.of_role(name)
        else:
            seats = (name,) if kind == "position" and name in self.resolver.seating.in_force else ()
        if len(seats) != 1:
            return (party,)
        inside = self.inside(seats[0])
        if not inside:
            return (party,)
        return party, Link(" ("), Link(inside, self.entries.get(("positions", seats[0]), "")), Link(")")

    def person(self, key: str) -> Link:
        """A person, by the key that holdings use, with a link to the first seat held."""
        name, _, row = key.partition("\0")
        seats = (row,) if row else self.resolver.holders.seats_of(name)
        return Link(shown(self.names.person(key)), self.entries.get(("positions", seats[0]), "") if seats else "")

    def row(self, activity: str) -> Link:
        """An activity with a link to its row."""
        entry = self.organization.activities.get(activity)
        hint = shown(entry.description) if entry is not None and entry.description else ""
        return Link(shown(self.organization.title("activities", activity)), self.rows.get(activity, ""), hint)

    def instance(self, instance: Instance, *, near: Sequence[str] = ()) -> Words:
        """A row where it exists; the place is left out where the seats in `near` say it already."""
        row = self.row(instance.activity)
        place = self._place(instance, near)
        return (row, Link(place)) if place else (row,)

    def _place(self, instance: Instance, near: Sequence[str]) -> str:
        units = {self.organization.positions[seat].unit for seat in near}
        if instance.unit is not None:
            return "" if units == {instance.unit} else f" at {self.called('units', instance.unit)}"
        if instance.seat is not None:
            return "" if instance.seat in near else f" for {self.called('positions', instance.seat)}"
        return ""

    def holders(self, seat: str) -> tuple[str, ...]:
        """The names of those who sit in a seat: nobody for a vacancy."""
        state = self.resolver.holders.state(seat)
        return tuple(shown(self.names.person(holding.person)) for holding in state.holdings)

    def seats(self, *names: str) -> int:
        """How many seats these are: an entry for four like seats is four."""
        positions = self.organization.positions
        return sum(positions[name].seats if name in positions else 1 for name in names)

    def unnamed(self, seat: str) -> int:
        """How many sit there whose names the model does not keep."""
        position = self.organization.positions[seat]
        state = self.resolver.holders.state(seat)
        if state.is_vacant or not position.in_force(self.resolver.day) or (position.holder and state.holdings):
            return 0
        held = position.holders_on(self.resolver.day)
        return sum(holder.is_undisclosed for holder in held) + position.seats - 1

    def is_vacant(self, seat: str) -> bool:
        """Whether nobody sits there; never where the model says of no seat who sits in it."""
        return self.has_holders and self.resolver.holders.state(seat).is_vacant

    def inside(self, seat: str) -> str:
        """Who sits in a seat in a few words: names, `vacant`, or nothing where nothing is known."""
        names = list(self.holders(seat))
        unnamed = self.unnamed(seat)
        if unnamed and (names or self.seats(seat) > 1):
            names.append(f"{unnamed:,} not named" if names else "names not kept")
        return listed_text(names) or ("vacant" if self.is_vacant(seat) else "")

    def seat_with_holder(self, seat: str) -> Link:
        """A seat and who sits there, or that it is vacant, with a link to its entry."""
        entry = self.entry("positions", seat)
        if seat not in self.organization.positions:
            return entry
        inside = self.inside(seat)
        if not inside:
            return entry
        text = f"{entry.text[:-1]}, {inside})" if entry.text.endswith(")") else f"{entry.text} ({inside})"
        return Link(text, entry.href)
