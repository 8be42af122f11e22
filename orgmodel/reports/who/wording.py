"""How things, seats, letters and lines are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.analysis.who_records import Claim, Part, SeatNow, Sitter, Thing, WayUp
from orgmodel.reading.names import printable

MOST = 8
_SEATLESS = {
    "role": ", which has no seat here",
    "position": ", which is not there on this day",
    "unit": ", which has no head here",
}
_ENDS = {
    "top": "",
    "unknown": "then a manager who does not exist",
    "self": "then a line to itself",
    "missing": "then nobody: the role above has no seat here",
    "ambiguous": "then several seats could be meant",
    "not yet": "then a planned seat that is not there yet",
    "loop": "then round in a loop",
}


def name_of(thing: Thing) -> str:
    """A title, and the id where it says more."""
    title = printable(thing.title)
    return title if thing.title == thing.id else f"{title} ({printable(thing.id)})"


def title_of(thing: Thing) -> str:
    """A title alone."""
    return printable(thing.title)


def several(names: Iterable[str], most: int = MOST) -> list[str]:
    """The first few, and how many more."""
    found = list(names)
    return found if len(found) <= most + 1 else [*found[:most], f"and {len(found) - most:,} more"]


def listed(names: Iterable[str], most: int = 1_000) -> str:
    """Names in one sentence: the first few, and how many more."""
    found = list(names)
    if len(found) > most + 1:
        return f"{', '.join(found[:most])} and {len(found) - most:,} more"
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def seat_words(seat: SeatNow) -> str:
    """A seat with its holders, its unit and its id."""
    title = printable(seat.position.title)
    unit = f" in {printable(seat.unit.title)}" if seat.unit is not None else ""
    id_ = f" ({printable(seat.position.id)})" if seat.position.id != seat.position.title else ""
    words = f"{title}{unit}{id_}" + (f" × {seat.count:,}" if seat.count > 1 else "")
    if seat.state == "unsaid":
        return words
    if seat.state != "filled":
        people = listed(map(title_of, seat.standing_in))
        stands = f"; {people} stand{'s' if len(seat.standing_in) == 1 else ''} in" if people else ""
        return f"{seat.state}: {words}{stands}"
    names = [sitter_words(sitter) for sitter in seat.holders]
    if seat.undisclosed:
        names.append("somebody not named")
    return f"{listed(names)}, {words}" + (", shared" if seat.shared else "")


def sitter_words(sitter: Sitter) -> str:
    """A holder, and whether for a time only."""
    return title_of(sitter.person) + (" (interim)" if sitter.interim else "")


def part_words(part: Part) -> Iterator[str]:
    """Whom a letter means: each seat, or why there is none."""
    sources = f" — says {listed(map(printable, part.sources))}" if part.sources else ""
    note = f" — {printable(part.note)}" if part.note else ""
    extra = f"{sources}{note}"
    if part.external:
        yield f"{name_of(part.party)}, outside the organisation{extra}"
    elif part.seats:
        named = part.party.kind == "person"
        told = [
            f"{title_of(part.party)}: {seat_words(seat)}" if named and not seat.holders else seat_words(seat)
            for seat in part.seats
        ]
        yield from several([f"{told[0]}{extra}", *told[1:]])
    elif part.people:
        yield f"{listed(map(title_of, part.people))}, without a seat{extra}"
    else:
        yield f"{name_of(part.party)}{_absence(part)}{extra}"


def _absence(part: Part) -> str:
    if not part.known:
        return f", which the model does not have as {part.party.kind}"
    if part.seatless:
        return _SEATLESS[part.party.kind]
    return ", as one party" if part.party.kind == "unit" and part.hands else ""


def letter_words(part: Part | Claim) -> str:
    """A letter and its name."""
    return part.letter if part.name == part.letter else f"{part.letter} {printable(part.name)}"


def way_words(way: WayUp) -> str:
    """The line up from a seat or role, and how it ends."""
    above = [short_seat(seat) for seat in way.seats] or [title_of(role) for role in way.roles]
    end = _ENDS[way.end]
    return " → ".join([*above, end] if end else above) or "nobody above: a top"


def short_seat(seat: SeatNow) -> str:
    """A seat by its holders and its title."""
    title = printable(seat.position.title)
    if seat.state in {"vacant", "planned", "ended"}:
        return f"{title} ({seat.state})"
    return f"{listed(map(sitter_words, seat.holders))} ({title})" if seat.holders else title


def seats_words(seats: Iterable[SeatNow]) -> list[str]:
    """Every one: whoever plans a departure needs them all."""
    return list(map(seat_words, seats))
