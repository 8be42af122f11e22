"""Who answers for what, a line for each row."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.who_records import Overview, Part, RowLine
from orgmodel.reports.who.page import Page
from orgmodel.reports.who.troubles import TROUBLES
from orgmodel.reports.who.wording import listed, name_of, part_words, several, short_seat, title_of


def show_overview(page: Page, answer: Overview) -> None:
    """A line for each row in each place."""
    if answer.only_for is not None:
        page.title(f"For {name_of(answer.only_for)}")
    if not answer.rows:
        page.say("No activities: nobody answers for anything.")
    ids: dict[str, set[str]] = {}
    for row in answer.rows:
        if row.place is not None:
            ids.setdefault(row.place.title, set()).add(row.place.id)
    for row in answer.rows:
        place = row.place if row.place != answer.only_for else None
        alike = place is not None and (len(ids[place.title]) > 1 or place.kind == "position")
        page.item(row_words(row, "" if place is None else name_of(place) if alike else title_of(place)))


def row_words(row: RowLine, place: str = "") -> str:
    """One row: who answers, and what is wrong with that."""
    return f"{title_of(row.activity)}{f' for {place}' if place else ''}: {_owners(row)}"


def _owners(row: RowLine) -> str:
    if row.unowned is not None:
        return "nobody, on purpose"
    if not row.asked:
        return "no owner is asked for"
    told = [words for part in row.owners for words in _owner(part)]
    trouble = "".join(f" ! {TROUBLES[cause].partition(':')[0].lower()}" for cause in row.troubles)
    return f"{'; '.join(several(told, 3))}{trouble}".strip()


def _owner(part: Part) -> Iterator[str]:
    """Whoever answers, in short; a person named in the row by the name."""
    if part.seats and part.party.kind != "person":
        for seat in part.seats:
            people = listed(map(title_of, seat.standing_in))
            yield short_seat(seat) + (f", {people} standing in" if people else "")
    elif part.party.kind == "person":
        yield title_of(part.party)
    else:
        yield from part_words(part)
