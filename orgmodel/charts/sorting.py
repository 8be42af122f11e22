"""The order of the reports of each manager."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from orgmodel.charts.chart import Card, Chart
from orgmodel.charts.request import Sort


def ordered(chart: Chart, sort: Sort) -> Chart:
    """The chart with siblings by title, or by the number of cards below them; as in the file otherwise.

    A stub stays behind its siblings. Siblings that are alike keep the order of the file.
    """
    if sort == "file":
        return chart
    cards = chart.cards
    children: dict[int, list[int]] = {}
    for place, card in enumerate(cards):
        children.setdefault(card.parent, []).append(place)
    key = _by_title(cards) if sort == "title" else _by_size(cards, children)
    order: list[int] = []
    waiting = sorted(children.get(-1, ()), key=key, reverse=True)
    while waiting:
        place = waiting.pop()
        order.append(place)
        waiting.extend(sorted(children.get(place, ()), key=key, reverse=True))
    if len(order) != len(cards):
        return chart
    return _moved(chart, order)


def _by_title(cards: tuple[Card, ...]) -> Callable[[int], tuple[object, ...]]:
    return lambda place: (
        cards[place].kind == "stub",
        cards[place].title.casefold(),
        cards[place].holder.casefold(),
        place,
    )


def _by_size(cards: tuple[Card, ...], children: dict[int, list[int]]) -> Callable[[int], tuple[object, ...]]:
    order = list(children.get(-1, ()))
    for place in order:
        order.extend(children.get(place, ()))
    below = [card.seats for card in cards]
    for place in reversed(order):
        if cards[place].parent >= 0:
            below[cards[place].parent] += below[place]
    return lambda place: (cards[place].kind == "stub", -below[place], place)


def _moved(chart: Chart, order: list[int]) -> Chart:
    """The chart with its cards in another order, and every index with it."""
    now = [0] * len(order)
    for place, old in enumerate(order):
        now[old] = place
    cards = tuple(
        replace(card, parent=now[card.parent]) if card.parent >= 0 else card
        for card in (chart.cards[old] for old in order)
    )
    dotted = tuple(replace(line, source=now[line.source], target=now[line.target]) for line in chart.dotted)
    frames = tuple(replace(frame, card=now[frame.card]) for frame in chart.frames)
    return replace(chart, cards=cards, dotted=dotted, frames=frames)
