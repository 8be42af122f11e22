"""What is open when somebody leaves, and who is next in line."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.who_records import Gap, LeavesAnswer, Succession
from orgmodel.reports.who.page import Page
from orgmodel.reports.who.wording import MOST, listed, name_of, seat_words, seats_words, short_seat, title_of


def show_leaves(page: Page, answer: LeavesAnswer) -> None:
    """What is empty, unowned, undone and unmanaged then, and who is next."""
    page.title(f"Without {name_of(answer.subject)}")
    page.values("Empty then", seats_words(answer.emptied))
    page.values("Still held", seats_words(answer.kept))
    page.values("Unowned", map(_gap, answer.unowned))
    page.values("Undone", map(_gap, answer.undone))
    page.values("No manager", seats_words(answer.unmanaged))
    page.values("No head", map(name_of, answer.headless))
    page.values("No deputy", seats_words(answer.deputy_for))
    open_things = (answer.unowned, answer.undone, answer.unmanaged, answer.headless, answer.deputy_for)
    if not any(open_things):
        page.say("No row, report or unit rests on this alone.")
    if answer.next_in_line:
        page.blank()
        page.say("Next in line:")
    for succession in answer.next_in_line:
        page.values(title_of(succession.position), _successors(succession))


def _gap(gap: Gap) -> str:
    where = f" for {listed(map(name_of, gap.places), MOST)}" if gap.places else ""
    return f"{title_of(gap.activity)}{where}"


def _successors(succession: Succession) -> Iterator[str]:
    if succession.deputies:
        yield f"deputy: {listed(map(title_of, succession.deputies))}"
    elif succession.manager is not None:
        yield f"no deputy; the manager: {seat_words(succession.manager)}"
    else:
        yield "nobody: no deputy and no manager who is there"
    if succession.peers:
        where = f" in {title_of(succession.peers_in)}" if succession.peers_in is not None else ""
        yield f"same role{where}: {listed(map(short_seat, succession.peers), 4)}"
