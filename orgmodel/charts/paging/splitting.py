"""Which cards stand on which page: pure functions of who hangs on whom, without texts or sizes.

A page has some or all reports of one card, its head, and what is below them; the head itself stands on another page
and is shown again. The pages without a head have the cards at the top.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.charts.layout.forest import grow

NO_HEAD = -1
_WORTH = 4
"""A branch has a page of its own rather than share one if it fills at least one part in so many of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Cards in reading order, given by their indices in the chart."""

    head: int
    cards: tuple[int, ...]

    @property
    def drawn(self) -> int:
        """How many cards are drawn, with the head."""
        return len(self.cards) + (self.head != NO_HEAD)


def whole(parents: Sequence[int]) -> list[Page]:
    """Everything on one page."""
    return [Page(NO_HEAD, tuple(range(len(parents))))] if parents else []


def by_depth(parents: Sequence[int], layers: int) -> list[Page]:
    """So many layers a page, apart from its head; what is below them stands on further pages."""
    rows: dict[int, int] = {}
    begins: dict[int, int] = {}
    for card in grow(parents).order:
        row = rows.get(parents[card], 0) + 1
        if row > layers:
            begins[card] = 0
            row = 1
        rows[card] = row
    return _pages(parents, begins)


def by_group(parents: Sequence[int], groups: Sequence[str], least: int) -> list[Page]:
    """A page for the cards below the uppermost card of each group, where these are so many at least."""
    order = grow(parents).order
    below = [0] * len(parents)
    for card in reversed(order):
        if parents[card] >= 0:
            below[parents[card]] += below[card] + 1
    begins = {}
    for card in order:
        head = parents[card]
        above = parents[head] if head >= 0 else NO_HEAD
        if above >= 0 and groups[head] and groups[head] != groups[above] and below[head] >= least:
            begins[card] = 0
    return _pages(parents, begins)


def divided(parents: Sequence[int], page: Page, most: int) -> list[Page]:
    """The page on as few pages as are easily found, each with so many cards at most, its head among them.

    From the bottom up, the reports of a card that are too many are lightened by what is below the heaviest of them,
    which then has a page of its own (Kundu and Misra, SIAM J. Comput. 6, 1977: as few parts as can be). Reports
    that are too many even so stand on several pages, side by side.
    """
    below, order = _within(parents, page)
    begins: dict[int, int] = {}
    weights: dict[int, int] = {}

    def lightened(cards: Sequence[int], limit: int) -> int:
        total = sum(weights[card] for card in cards)
        for card in sorted(cards, key=lambda card: -weights[card]):
            if total <= limit or weights[card] - 1 < max(1, limit // _WORTH):
                break
            total -= weights[card] - 1
            weights[card] = 1
            begins.update((report, begins.get(report, 0)) for report in below[card])
        return total

    for card in reversed(order):
        reports = below.get(card, [])
        limit = max(1, most - 1)
        total = lightened(reports, limit)
        weights[card] = 1 + total
        if total > limit or weights[card] > most:
            runs = _runs([weights[report] for report in reports], limit)
            is_first_here = page.head == NO_HEAD and below[page.head] == [card] and most > 1
            begins.update((report, run) for report, run in zip(reports, runs, strict=True) if run or not is_first_here)
            weights[card] = 1
    first = below[page.head]
    limit = max(1, most - (page.head != NO_HEAD))
    if lightened(first, limit) > limit:
        begins.update(zip(first, _runs([weights[card] for card in first], limit), strict=True))
    return _pages(parents, begins, page)


def _within(parents: Sequence[int], page: Page) -> tuple[dict[int, list[int]], list[int]]:
    """The reports of each card on the page, the first ones under its head; and its cards, managers first."""
    inside = set(page.cards)
    below: dict[int, list[int]] = {page.head: []}
    for card in page.cards:
        below.setdefault(parents[card] if parents[card] in inside else page.head, []).append(card)
    order = list(below[page.head])
    for card in order:
        order += below.get(card, ())
    return below, order


def _runs(weights: Sequence[int], limit: int) -> list[int]:
    """The number of the run in which each one stands: as few runs of neighbours as can be, and as even."""
    fewest = _filled(weights, limit)[-1]
    low, high = min(max(weights), limit), limit
    while low < high:
        middle = (low + high) // 2
        if _filled(weights, middle)[-1] == fewest:
            high = middle
        else:
            low = middle + 1
    return _filled(weights, high)


def _filled(weights: Sequence[int], cap: int) -> list[int]:
    """Runs filled one after the other up to a cap."""
    found, run, used = [], 0, 0
    for weight in weights:
        if used and used + weight > cap:
            run, used = run + 1, 0
        used += weight
        found.append(run)
    return found


def _pages(parents: Sequence[int], begins: Mapping[int, int], of: Page | None = None) -> list[Page]:
    """Pages from the cards that begin one: with those beside them of the same head and the same number."""
    page = of or Page(NO_HEAD, tuple(range(len(parents))))
    below, order = _within(parents, page)
    del below
    inside = set(page.cards)
    place: dict[int, tuple[int, int]] = {}
    for card in order:
        parent = parents[card]
        own = (parent if parent in inside else page.head, begins.get(card, 0))
        place[card] = own if card in begins or parent not in inside else place[parent]
    found: dict[tuple[int, int], list[int]] = {}
    for card in page.cards:
        found.setdefault(place[card], []).append(card)
    return [Page(head, tuple(cards)) for (head, _), cards in sorted(found.items(), key=lambda item: item[1][0])]


def planned(parents: Sequence[int], pages: Sequence[Page], room: Callable[[Page], float]) -> list[Page]:
    """The pages in reading order, divided until each has room.

    `room` tells how large the letters of a page can be, as a share of what they must be at least: 1 and more is room
    enough. Raises ValueError where a single card has none.
    """
    waiting, done = list(reversed(pages)), []
    while waiting:
        page = waiting.pop()
        share = room(page)
        if share >= 1:
            done.append(page)
            continue
        least = 1 + (page.head != NO_HEAD)
        if page.drawn <= least:
            raise ValueError("a card alone is too large")
        most = max(least, min(page.drawn - 1, int(page.drawn * share * share)))
        waiting += reversed(divided(parents, page, most))
    return in_order(done)


def joined(pages: Sequence[Page], may: Callable[[Page], bool]) -> list[Page]:
    """The pages with the small ones put back on the page of their head, where `may` says that both have room there.

    What is divided further and further leaves pages that are nearly empty.
    """
    kept = dict(enumerate(pages))
    home = {card: number for number, page in enumerate(pages) for card in page.cards}
    beside = Counter(page.head for page in pages)
    for number in sorted(kept, key=lambda number: (len(pages[number].cards), number)):
        page = kept[number]
        if page.head == NO_HEAD or beside[page.head] > 1:
            continue
        other = home[page.head]
        together = Page(kept[other].head, tuple(sorted((*kept[other].cards, *page.cards))))
        if may(together):
            kept[other] = together
            home.update(dict.fromkeys(page.cards, other))
            del kept[number]
    return in_order(list(kept.values()))


def in_order(pages: Sequence[Page]) -> list[Page]:
    """The pages as one reads: each before those that hang on it, and those in the order of their heads."""
    home = {card: number for number, page in enumerate(pages) for card in page.cards}
    hanging: dict[int, list[Page]] = {}
    for page in pages:
        hanging.setdefault(home.get(page.head, NO_HEAD), []).append(page)
    order: list[Page] = []
    numbers = {page: number for number, page in enumerate(pages)}
    waiting = sorted(hanging.get(NO_HEAD, ()), key=_first, reverse=True)
    while waiting:
        page = waiting.pop()
        order.append(page)
        waiting += sorted(hanging.get(numbers[page], ()), key=_first, reverse=True)
    return order


def _first(page: Page) -> tuple[int, int]:
    return page.head, page.cards[0]
