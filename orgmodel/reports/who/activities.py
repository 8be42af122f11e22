"""Who answers for an activity: one row, wherever it exists."""

from __future__ import annotations

from orgmodel.analysis.duties import TRAITS
from orgmodel.analysis.who_records import ActivityAnswer, Claim, Place, WayUp
from orgmodel.reading.names import printable
from orgmodel.reports.who.page import Page
from orgmodel.reports.who.troubles import TROUBLES
from orgmodel.reports.who.wording import letter_words, listed, name_of, part_words, title_of, way_words


def show_activity(page: Page, answer: ActivityAnswer) -> None:
    """The row itself, each place where it exists, and what other sources say."""
    page.title(name_of(answer.activity))
    facts = [answer.kind, *([printable(answer.group)] if answer.group else [])]
    if answer.per is not None:
        role = answer.per.partition("role:")[2]
        facts.append(f"once for each {'seat of ' if role else ''}{printable(role or answer.per)}")
    if answer.only_for is not None:
        facts.append(f"asked for {name_of(answer.only_for)}")
    page.say(", ".join(facts))
    if answer.description:
        page.say(printable(" ".join(answer.description.split()), 1_000))
    if not answer.in_force:
        page.warn("The row is not in force on this day.")
    elif not answer.places:
        only_for = name_of(answer.only_for) if answer.only_for is not None else "anybody"
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


def _place(page: Page, place: Place) -> None:
    where = place.unit or place.seat
    if where is not None:
        seen = ", of a row that exists once for all" if place.narrowed else ""
        like = f" × {place.count:,}" if place.count > 1 else ""
        page.title(f"For {name_of(where)}{like}{seen}")
    for trouble in place.troubles:
        page.warn(TROUBLES[trouble], "  ")
    for trouble in place.whole:
        if trouble not in place.troubles:
            page.warn(f"For everybody together: {TROUBLES[trouble]}", "  ")
    labels: dict[str, list[str]] = {}
    order = {trait: i for i, trait in enumerate(TRAITS)}
    for part in sorted(place.parts, key=lambda part: order.get(part.trait, len(order))):
        labels.setdefault(letter_words(part), []).extend(part_words(part))
    for label, values in labels.items():
        page.values(label, values)
    if place.escalates_to is not None:
        page.values("Escalates to", part_words(place.escalates_to))
    show_ways(page, place.ways)


def _claim(claim: Claim) -> str:
    sources = listed(map(printable, claim.sources)) or "a row without a source"
    if claim.denied:
        return f"{name_of(claim.party)} has no part, says {sources}"
    return f"{letter_words(claim)}: {name_of(claim.party)}, says {sources}"


def show_ways(page: Page, ways: tuple[WayUp, ...]) -> None:
    """The way up from each seat that answers."""
    many = len(ways) > 1
    page.values("Up the line", [f"{title_of(way.start)}: {way_words(way)}" if many else way_words(way) for way in ways])
