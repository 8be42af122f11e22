"""Pages as charts of their own: what hangs where, who stands above, and what each page is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from orgmodel.charts.chart import NO_PARENT, Card, Chart
from orgmodel.charts.layout.forest import grow
from orgmodel.charts.lettering import STATES
from orgmodel.charts.paging.splitting import NO_HEAD, Page
from orgmodel.charts.spoken import TIES
from orgmodel.charts.wording import counted

_DOTTED_NAMED = 3

_NEAREST = 60
"""Those next above a head that a page knows: more than have room, and not the thousands of a long line."""


@dataclass(frozen=True, slots=True)
class Superior:
    """One of those above a page, drawn small at its head."""

    card: Card
    page: int
    """The number of the page on which the card stands."""


@dataclass(frozen=True, slots=True)
class ChartPage:
    """One page of a chart; the name of its chart is its title."""

    number: int
    chart: Chart
    chain: tuple[Superior, ...] = ()
    """Those above the head, from the top."""
    left_out: int = 0
    """How many of them are left out, after the one at the top."""
    head: str = ""
    """Who the head is, in words, where the title does not say it."""
    above: int = 0
    """The number of the page on which the head stands; 0 where there is no head."""
    depth: int = 0
    """How many pages are above it."""
    seats: int = 0
    vacant: int = 0

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.chart.name


def page_name(number: int) -> str:
    """What links lead to."""
    return f"page{number}"


def said(card: Card) -> str:
    """Who a card is: holder and title."""
    return ", ".join(filter(None, (card.holder or STATES.get(card.kind, ""), card.title)))


def page_charts(
    chart: Chart, pages: Sequence[Page], first: int, titles: Mapping[int, str], word: str
) -> list[ChartPage]:
    """The pages, numbered from `first`; `titles` has what pages are called by their heads, where that is known.

    `word` is what is counted: seats, roles, units.
    """
    book = _Book(chart, pages, first)
    return [book.page(number, titles, word) for number in range(len(pages))]


def page_chart(chart: Chart, page: Page) -> Chart:
    """The chart of one page alone, as it is measured: with room for all, and without what other pages make of it."""
    return _Book(chart, [page], 0).chart_of(0)


class _Book:
    def __init__(self, chart: Chart, pages: Sequence[Page], first: int) -> None:
        self.chart, self.pages, self.first = chart, pages, first
        self.homes = {card: first + number for number, page in enumerate(pages) for card in page.cards}
        self.led: dict[int, list[int]] = {}
        self.depths: dict[int, int] = {}
        for number, page in enumerate(pages, first):
            self.led.setdefault(page.head, []).append(number)
            self.depths[number] = self.depths[self.homes[page.head]] + 1 if page.head in self.homes else 0
        self.totals = {number: self._seats(page) for number, page in enumerate(pages, first)}
        for number in reversed(self.totals):
            head = pages[number - first].head
            if head in self.homes:
                self.totals[self.homes[head]] += self.totals[number]

    @cached_property
    def _whole(self) -> int:
        return sum(map(_seats, self.chart.cards))

    def _seats(self, page: Page) -> int:
        return sum(_seats(self.chart.cards[card]) for card in page.cards)

    def page(self, place: int, titles: Mapping[int, str], word: str) -> ChartPage:
        page, number = self.pages[place], self.first + place
        vacant = sum(self.chart.cards[card].seats for card in page.cards if self.chart.cards[card].kind == "vacant")
        seats = self._seats(page)
        chart = self.chart_of(place)
        head = said(self.chart.cards[page.head]) if page.head != NO_HEAD else ""
        title = self._title(page, number, titles)
        head = "" if title.startswith(head) else head
        counts = counted(self._whole, word, seats) + (f", {vacant:,} vacant" if vacant else "")
        subtitle = f"{head} · {counts}" if head else counts
        return ChartPage(
            number,
            replace(chart, name=title, subtitle=subtitle),
            *self._chain(page),
            head,
            self.homes.get(page.head, 0),
            self.depths[number],
            seats,
            vacant,
        )

    def _title(self, page: Page, number: int, titles: Mapping[int, str]) -> str:
        title = self.chart.name
        if page.head != NO_HEAD:
            title = titles.get(page.head) or said(self.chart.cards[page.head])
        beside = self.led[page.head]
        return f"{title} ({beside.index(number) + 1} of {len(beside)})" if len(beside) > 1 else title

    def _chain(self, page: Page) -> tuple[tuple[Superior, ...], int]:
        """Those above the head from the top, and how many are left out after the top one."""
        near: list[int] = []
        place = self.chart.cards[page.head].parent if page.head != NO_HEAD else NO_PARENT
        while place >= 0 and len(near) < _NEAREST:
            near.append(place)
            place = self.chart.cards[place].parent
        left_out = 0
        if place >= 0:
            top, rank = self._ranks[place]
            near.append(top)
            left_out = rank - 1
        return tuple(Superior(self.chart.cards[at], self.homes.get(at, 0)) for at in reversed(near)), left_out

    @cached_property
    def _ranks(self) -> dict[int, tuple[int, int]]:
        """The card at the top of the line of each card, and how many stand in that line."""
        found: dict[int, tuple[int, int]] = {}
        for card in grow([card.parent for card in self.chart.cards]).order:
            parent = self.chart.cards[card].parent
            found[card] = (found[parent][0], found[parent][1] + 1) if parent >= 0 else (card, 1)
        return found

    def chart_of(self, place: int) -> Chart:
        """The cards of a page with its head above them, and all that lies between cards that are there."""
        page, number = self.pages[place], self.first + place
        drawn = [page.head, *page.cards] if page.head != NO_HEAD else list(page.cards)
        places = {card: at for at, card in enumerate(drawn)}
        cards = [self._card(card, places, number) for card in page.cards]
        if page.head != NO_HEAD:
            cards.insert(0, self._head(page.head))
        leads = {card.parent for card in cards}
        chart, own = self.chart, set(page.cards)
        kept = [at for at, line in enumerate(chart.dotted) if line.source in places and line.target in places]
        lines = {old: new for new, old in enumerate(kept)}
        findings = (
            replace(
                finding,
                cards=tuple(places[card] for card in finding.cards if card in own),
                lines=tuple(places[card] for card in finding.lines if card in own and cards[places[card]].parent >= 0),
                dotted=tuple(lines[line] for line in finding.dotted if line in lines),
            )
            for finding in chart.findings
        )
        return replace(
            chart,
            cards=tuple(cards),
            dotted=tuple(
                replace(
                    chart.dotted[at], source=places[chart.dotted[at].source], target=places[chart.dotted[at].target]
                )
                for at in kept
            ),
            notes=(*(chart.notes if number == self.first else ()), *self._dotted_away(own, places)),
            frames=tuple(
                replace(frame, card=places[frame.card])
                for frame in chart.frames
                if frame.card in own and places[frame.card] in leads
            ),
            findings=tuple(finding for finding in findings if finding.cards),
        )

    def _card(self, index: int, places: Mapping[int, int], number: int) -> Card:
        card = self.chart.cards[index]
        card = replace(card, parent=places.get(card.parent, NO_PARENT))
        others = [page for page in self.led.get(index, ()) if page != number]
        if not others:
            return card
        count = sum(self.totals[page] for page in others)
        which = f"page {others[0]}" if len(others) == 1 else f"p. {others[0]}–{others[-1]}"
        return replace(card, onward=f"+{count:,} on {which}", href=f"#{page_name(others[0])}")

    def _head(self, index: int) -> Card:
        """The head of a page, shown again; the way up starts at it."""
        card = replace(self.chart.cards[index], parent=NO_PARENT, line="solid", assistant=False)
        home = self.homes.get(index)
        return card if home is None else replace(card, upward=f"↑ page {home}", href=f"#{page_name(home)}")

    def _dotted_away(self, own: set[int], places: Mapping[int, int]) -> Iterator[str]:
        """Dotted lines to cards on other pages, in words."""
        cards = self.chart.cards
        away = [
            f"page {self.homes.get(line.target if line.source in own else line.source, 0)}: "
            f"{said(cards[line.source])} {TIES[line.tie]} {said(cards[line.target])}"
            for line in self.chart.dotted
            if (line.source in own or line.target in own) and not (line.source in places and line.target in places)
        ]
        yield from (f"Dotted line, {text}" for text in away[:_DOTTED_NAMED])
        if len(away) > _DOTTED_NAMED:
            yield f"and {counted(len(away) - _DOTTED_NAMED, 'more dotted line')} to other pages"


def _seats(card: Card) -> int:
    return 0 if card.kind in {"stub", "ended"} else card.seats
