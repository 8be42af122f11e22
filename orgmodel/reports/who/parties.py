"""Everything about a person, a seat, a role or a unit."""

from __future__ import annotations

from orgmodel.analysis.duties import TRAITS
from orgmodel.analysis.who_records import PartyAnswer, Task
from orgmodel.reading.names import printable
from orgmodel.reports.who.activities import show_ways
from orgmodel.reports.who.overview import row_words
from orgmodel.reports.who.page import Page
from orgmodel.reports.who.wording import listed, name_of, seats_words, several, title_of

_TASKS = {
    "owner": "Answers for",
    "doer": "Does",
    "vetoes": "May stop",
    "verifies": "Checks",
    "advises": "Is asked",
    "informed": "Is told",
}


def show_party(page: Page, answer: PartyAnswer) -> None:
    """Where somebody stands, and every letter that means them."""
    kind = answer.subject.kind
    page.title(name_of(answer.subject))
    page.values("Role", [name_of(answer.role)] if answer.role is not None else [])
    page.values("Counts as", map(name_of, answer.counts_as))
    page.values("Head" if kind == "unit" else "Seat" if kind == "position" else "Sits in", seats_words(answer.seats))
    if answer.seatless:
        page.values("Head" if kind == "unit" else "Sits in", ["nobody" if kind == "unit" else "no seat"])
    page.values("Part of" if kind == "unit" else "Unit", map(name_of, answer.units))
    page.values("Heads", map(name_of, answer.heads))
    page.values("Below it", several(map(name_of, answer.below)))
    show_ways(page, answer.ways)
    page.values("Also up to", seats_words(answer.also_reports_to))
    page.values("Others in it" if kind == "unit" else "Reports", seats_words(answer.reports))
    page.values(
        "Deputy",
        [
            listed(map(title_of, deputy.people)) + f", for {title_of(deputy.position)}"
            if deputy.people
            else f"{printable(deputy.written)}, where nobody sits"
            for deputy in answer.deputies
        ],
    )
    page.values("Deputy for", seats_words(answer.deputy_for))
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
        page.item(row_words(row))


def _task(task: Task, answer: PartyAnswer) -> str:
    own = [seat.position for seat in answer.seats]
    is_party = answer.subject.kind in {"role", "unit"}
    places = () if is_party or list(task.places) == own[:1] == own else task.places
    where = f" for {listed(map(name_of, places), 3)}" if places else ""
    among = f", one of {task.among:,} seats" if task.among > 1 and not is_party else ""
    sources = f" — says {listed(map(printable, task.sources))}" if task.sources else ""
    return f"{title_of(task.activity)}{where}{among}{sources}"
