"""Answers to "who?" as text for a terminal and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from orgmodel.analysis.attention import Cause
from orgmodel.analysis.duties import TRAITS
from orgmodel.analysis.who_records import (
    ActivityAnswer,
    Answer,
    Choices,
    Claim,
    Gap,
    LeavesAnswer,
    Overview,
    Part,
    PartyAnswer,
    Place,
    RowLine,
    SeatNow,
    Sitter,
    Succession,
    Task,
    Thing,
    WayUp,
)
from orgmodel.reading.names import printable
from orgmodel.reports.json_text import json_text

VERSION = 1
_MOST = 8
_MOST_CHOICES = 20
_LABEL = 14
_KINDS = {
    ActivityAnswer: "activity",
    Overview: "overview",
    PartyAnswer: "party",
    LeavesAnswer: "leaves",
    Choices: "choices",
}
_TROUBLES = {
    Cause.NOBODY: "Nobody answers: no letter of the row makes anybody its owner.",
    Cause.NOT_SAID: "Nobody answers: no source names an owner.",
    Cause.NO_SEAT: "Nobody answers: whoever the letter names has no seat.",
    Cause.SEVERAL: "Several answer: the row has more than one owner.",
    Cause.DISAGREEMENT: "Several answer: the sources name different owners.",
    Cause.SEVERAL_SEATS: "Several answer: the letter means more than one seat.",
    Cause.VACANT: "Nobody is there: the seat that answers is vacant.",
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
_TASKS = {
    "owner": "Answers for",
    "doer": "Does",
    "vetoes": "May stop",
    "verifies": "Checks",
    "advises": "Is asked",
    "informed": "Is told",
}


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write answers."""

    suffixes: tuple[str, ...]


FORMATS = {"text": Format((".txt",)), "json": Format((".json",))}


def render(name: str, model: str, answer: Answer, width: int = 100, *, color: bool = False) -> str:
    """An answer in a format."""
    return render_json(model, answer) if name == "json" else render_text(answer, width, color=color)


def render_json(model: str, answer: Answer) -> str:
    """One object: `version`, `name`, `answer` (which kind it is), and the fields of its record."""
    return json_text({"version": VERSION, "name": model, "answer": _KINDS[type(answer)], **_plain(answer)}, depth=3)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def render_text(answer: Answer, width: int = 100, *, color: bool = False) -> str:
    """An answer for a person; every line fits the width unless a single word is longer."""
    page = _Page(width, color)
    if isinstance(answer, ActivityAnswer):
        _activity(page, answer)
    elif isinstance(answer, Overview):
        _overview(page, answer)
    elif isinstance(answer, PartyAnswer):
        _party(page, answer)
    elif isinstance(answer, LeavesAnswer):
        _leaves(page, answer)
    else:
        _choices(page, answer)
    return page.text()


class _Page:
    """Lines of text: titles, sentences, and labels with values."""

    def __init__(self, width: int, color: bool) -> None:
        self.width = width
        self.color = color
        self.lines: list[str] = []

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def title(self, words: str) -> None:
        self._put(words, "", "", "1")

    def blank(self) -> None:
        self.lines.append("")

    def say(self, words: str) -> None:
        self._put(words, "", "")

    def warn(self, words: str, indent: str = "") -> None:
        self._put(f"! {words}", indent, f"{indent}  ", "31")

    def item(self, words: str) -> None:
        self._put(words, "  ", "    ")

    def values(self, label: str, values: Iterable[str]) -> None:
        """A label and what belongs to it, each on a line of its own; nothing without values."""
        start = f"  {label.ljust(_LABEL)}  "
        if len(label) > _LABEL:
            values = list(values)
            if values:
                self.lines.append(f"  {label}")
            start = " " * (_LABEL + 4)
        for value in values:
            self._put(value, start, " " * (_LABEL + 6))
            start = " " * (_LABEL + 4)

    def _put(self, words: str, first: str, further: str, style: str = "") -> None:
        wrapped = textwrap.wrap(
            words,
            self.width,
            initial_indent=first,
            subsequent_indent=further,
            break_long_words=False,
            break_on_hyphens=False,
        )
        on, off = (f"\x1b[{style}m", "\x1b[0m") if style and self.color else ("", "")
        self.lines += [f"{on}{line}{off}" for line in wrapped or [first.rstrip()]]


# -- words


def _name(thing: Thing) -> str:
    """A title, and the id where it says more."""
    title = printable(thing.title)
    return title if thing.title == thing.id else f"{title} ({printable(thing.id)})"


def _titled(thing: Thing) -> str:
    return printable(thing.title)


def _several(names: Iterable[str], most: int = _MOST) -> list[str]:
    found = list(names)
    return found if len(found) <= most + 1 else [*found[:most], f"and {len(found) - most:,} more"]


def _and(names: Iterable[str], most: int = 1_000) -> str:
    found = list(names)
    if len(found) > most + 1:
        return f"{', '.join(found[:most])} and {len(found) - most:,} more"
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def _seat(seat: SeatNow) -> str:
    title = printable(seat.position.title)
    unit = f" in {printable(seat.unit.title)}" if seat.unit is not None else ""
    id_ = f" ({printable(seat.position.id)})" if seat.position.id != seat.position.title else ""
    words = f"{title}{unit}{id_}" + (f" × {seat.count:,}" if seat.count > 1 else "")
    if seat.state == "unsaid":
        return words
    if seat.state != "filled":
        people = _and(map(_titled, seat.standing_in))
        stands = f"; {people} stand{'s' if len(seat.standing_in) == 1 else ''} in" if people else ""
        return f"{seat.state}: {words}{stands}"
    names = [_sitter(sitter) for sitter in seat.holders]
    if seat.undisclosed:
        names.append("somebody not named")
    return f"{_and(names)}, {words}" + (", shared" if seat.shared else "")


def _sitter(sitter: Sitter) -> str:
    return _titled(sitter.person) + (" (interim)" if sitter.interim else "")


def _part(part: Part) -> Iterator[str]:
    sources = f" — says {_and(map(printable, part.sources))}" if part.sources else ""
    note = f" — {printable(part.note)}" if part.note else ""
    extra = f"{sources}{note}"
    if part.external:
        yield f"{_name(part.party)}, outside the organisation{extra}"
    elif part.seats:
        named = part.party.kind == "person"
        told = [
            f"{_titled(part.party)}: {_seat(seat)}" if named and not seat.holders else _seat(seat)
            for seat in part.seats
        ]
        yield from _several([f"{told[0]}{extra}", *told[1:]])
    elif part.people:
        yield f"{_and(map(_titled, part.people))}, without a seat{extra}"
    else:
        yield f"{_name(part.party)}{_absence(part)}{extra}"


def _absence(part: Part) -> str:
    if not part.known:
        return f", which the model does not have as {part.party.kind}"
    return ", as one party" if part.party.kind == "unit" and part.hands else ""


def _letter(part: Part | Claim) -> str:
    return part.letter if part.name == part.letter else f"{part.letter} {printable(part.name)}"


def _way(way: WayUp) -> str:
    above = [_short(seat) for seat in way.seats] or [_titled(role) for role in way.roles]
    end = _ENDS[way.end]
    return " → ".join([*above, end] if end else above) or "nobody above: a top"


def _short(seat: SeatNow) -> str:
    title = printable(seat.position.title)
    if seat.state in {"vacant", "planned", "ended"}:
        return f"{title} ({seat.state})"
    return f"{_and(map(_sitter, seat.holders))} ({title})" if seat.holders else title


def _ways(page: _Page, ways: tuple[WayUp, ...]) -> None:
    many = len(ways) > 1
    page.values("Up the line", [f"{_titled(way.start)}: {_way(way)}" if many else _way(way) for way in ways])


# -- an activity


def _activity(page: _Page, answer: ActivityAnswer) -> None:
    page.title(_name(answer.activity))
    facts = [answer.kind, *([printable(answer.group)] if answer.group else [])]
    if answer.per is not None:
        role = answer.per.partition("role:")[2]
        facts.append(f"once for each {'seat of ' if role else ''}{printable(role or answer.per)}")
    if answer.only_for is not None:
        facts.append(f"asked for {_name(answer.only_for)}")
    page.say(", ".join(facts))
    if answer.description:
        page.say(printable(" ".join(answer.description.split()), 1_000))
    if not answer.in_force:
        page.warn("The row is not in force on this day.")
    elif not answer.places:
        only_for = _name(answer.only_for) if answer.only_for is not None else "anybody"
        page.warn(f"The row does not exist for {only_for}.")
    if answer.unowned is not None:
        reason = f": {printable(answer.unowned, 200)}" if answer.unowned else ""
        page.say(f"Left without an owner on purpose{reason}.")
    elif not answer.asked and answer.in_force:
        page.say("The letters of its scheme ask for no owner.")
    for place in answer.places:
        page.blank()
        _place(page, place)
    if answer.claims:
        page.blank()
        page.say("Others say:")
        page.values("", map(_claim, answer.claims))


def _place(page: _Page, place: Place) -> None:
    where = place.unit or place.seat
    if where is not None:
        seen = ", of a row that exists once for all" if place.narrowed else ""
        like = f" × {place.count:,}" if place.count > 1 else ""
        page.title(f"For {_name(where)}{like}{seen}")
    for trouble in place.troubles:
        page.warn(_TROUBLES[trouble], "  ")
    for trouble in place.whole:
        if trouble not in place.troubles:
            page.warn(f"For everybody together: {_TROUBLES[trouble]}", "  ")
    labels: dict[str, list[str]] = {}
    order = {trait: i for i, trait in enumerate(TRAITS)}
    for part in sorted(place.parts, key=lambda part: order.get(part.trait, len(order))):
        labels.setdefault(_letter(part), []).extend(_part(part))
    for label, values in labels.items():
        page.values(label, values)
    if place.escalates_to is not None:
        page.values("Escalates to", _part(place.escalates_to))
    _ways(page, place.ways)


def _claim(claim: Claim) -> str:
    sources = _and(map(printable, claim.sources)) or "a row without a source"
    if claim.denied:
        return f"{_name(claim.party)} has no part, says {sources}"
    return f"{_letter(claim)}: {_name(claim.party)}, says {sources}"


# -- who answers for what


def _overview(page: _Page, answer: Overview) -> None:
    if answer.only_for is not None:
        page.title(f"For {_name(answer.only_for)}")
    if not answer.rows:
        page.say("No activities: nobody answers for anything.")
    ids: dict[str, set[str]] = {}
    for row in answer.rows:
        if row.place is not None:
            ids.setdefault(row.place.title, set()).add(row.place.id)
    for row in answer.rows:
        place = row.place if row.place != answer.only_for else None
        alike = place is not None and (len(ids[place.title]) > 1 or place.kind == "position")
        page.item(_row(row, "" if place is None else _name(place) if alike else _titled(place)))


def _row(row: RowLine, place: str = "") -> str:
    return f"{_titled(row.activity)}{f' for {place}' if place else ''}: {_owners(row)}"


def _owners(row: RowLine) -> str:
    if row.unowned is not None:
        return "nobody, on purpose"
    if not row.asked:
        return "no owner is asked for"
    told = [words for part in row.owners for words in _owner(part)]
    trouble = "".join(f" ! {_TROUBLES[cause].partition(':')[0].lower()}" for cause in row.troubles)
    return f"{'; '.join(_several(told, 3))}{trouble}".strip()


def _owner(part: Part) -> Iterator[str]:
    """Whoever answers, in short; a person named in the row by the name."""
    if part.seats and part.party.kind != "person":
        for seat in part.seats:
            people = _and(map(_titled, seat.standing_in))
            yield _short(seat) + (f", {people} standing in" if people else "")
    elif part.party.kind == "person":
        yield _titled(part.party)
    else:
        yield from _part(part)


# -- a person, a seat, a role, a unit


def _party(page: _Page, answer: PartyAnswer) -> None:
    kind = answer.subject.kind
    page.title(_name(answer.subject))
    page.values("Role", [_name(answer.role)] if answer.role is not None else [])
    page.values("Head" if kind == "unit" else "Seat" if kind == "position" else "Sits in", _seats(answer.seats))
    if answer.seatless:
        page.values("Head" if kind == "unit" else "Sits in", ["nobody" if kind == "unit" else "no seat"])
    page.values("Part of" if kind == "unit" else "Unit", map(_name, answer.units))
    page.values("Heads", map(_name, answer.heads))
    page.values("Below it", _several(map(_name, answer.below)))
    _ways(page, answer.ways)
    page.values("Also up to", _seats(answer.also_reports_to))
    page.values("Others in it" if kind == "unit" else "Reports", _seats(answer.reports))
    page.values(
        "Deputy",
        [
            _and(map(_titled, deputy.people)) + f", for {_titled(deputy.position)}"
            if deputy.people
            else f"{printable(deputy.written)}, where nobody sits"
            for deputy in answer.deputies
        ],
    )
    page.values("Deputy for", _seats(answer.deputy_for))
    groups: dict[str, list[str]] = {}
    order = {trait: i for i, trait in enumerate(TRAITS)}
    for task in sorted(answer.tasks, key=lambda task: order.get(task.trait, len(order))):
        groups.setdefault(_TASKS.get(task.trait) or printable(task.name), []).append(_task(task, answer))
    page.blank()
    if not groups and not answer.rows:
        page.say("No letter on any row.")
    for label, told in groups.items():
        page.values(label, told)
    if answer.rows:
        page.say("Rows that exist for it:")
    for row in answer.rows:
        page.item(_row(row))


def _seats(seats: Iterable[SeatNow]) -> list[str]:
    """Every one: whoever plans a departure needs them all."""
    return list(map(_seat, seats))


def _task(task: Task, answer: PartyAnswer) -> str:
    own = [seat.position for seat in answer.seats]
    is_party = answer.subject.kind in {"role", "unit"}
    places = () if is_party or list(task.places) == own[:1] == own else task.places
    where = f" for {_and(map(_name, places), 3)}" if places else ""
    among = f", one of {task.among:,} seats" if task.among > 1 and not is_party else ""
    sources = f" — says {_and(map(printable, task.sources))}" if task.sources else ""
    return f"{_titled(task.activity)}{where}{among}{sources}"


# -- leaving


def _leaves(page: _Page, answer: LeavesAnswer) -> None:
    page.title(f"Without {_name(answer.subject)}")
    page.values("Empty then", _seats(answer.emptied))
    page.values("Still held", _seats(answer.kept))
    page.values("Unowned", map(_gap, answer.unowned))
    page.values("Undone", map(_gap, answer.undone))
    page.values("No manager", _seats(answer.unmanaged))
    page.values("No head", map(_name, answer.headless))
    page.values("No deputy", _seats(answer.deputy_for))
    open_things = (answer.unowned, answer.undone, answer.unmanaged, answer.headless, answer.deputy_for)
    if not any(open_things):
        page.say("No row, report or unit rests on this alone.")
    if answer.next_in_line:
        page.blank()
        page.say("Next in line:")
    for succession in answer.next_in_line:
        page.values(_titled(succession.position), _successors(succession))


def _gap(gap: Gap) -> str:
    where = f" for {_and(map(_name, gap.places), _MOST)}" if gap.places else ""
    return f"{_titled(gap.activity)}{where}"


def _successors(succession: Succession) -> Iterator[str]:
    if succession.deputies:
        yield f"deputy: {_and(map(_titled, succession.deputies))}"
    elif succession.manager is not None:
        yield f"no deputy; the manager: {_seat(succession.manager)}"
    else:
        yield "nobody: no deputy and no manager who is there"
    if succession.peers:
        where = f" in {_titled(succession.peers_in)}" if succession.peers_in is not None else ""
        yield f"same role{where}: {_and(map(_short, succession.peers), 4)}"


# -- several hits


def _choices(page: _Page, answer: Choices) -> None:
    page.say(f'"{printable(answer.asked)}" may be one of {len(answer.choices):,}; ask for exactly one of them:')
    for thing in answer.choices[:_MOST_CHOICES]:
        title = f"  {printable(thing.title)}" if thing.title != thing.id else ""
        page.item(f"{printable(thing.exactly, 120)}{title}")
    left = len(answer.choices) - _MOST_CHOICES
    if left > 0:
        page.item(f"and {left:,} more")
