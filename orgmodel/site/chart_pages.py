"""The charts of the site: seats, units, roles; each card leads to the entry of what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from orgmodel.charts.build import build_chart
from orgmodel.charts.chart import Card, Chart
from orgmodel.charts.request import ChartOf, ChartRequest
from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.graph.lines import Lines
from orgmodel.model.organization import Organization
from orgmodel.site.directory import Directory, counted, shown
from orgmodel.site.values import ChartPage, Link, OutlineItem, Words

MOST_CARDS = 500
"""With more cards a page shows the upper layers only; the file to download has them all."""

_DEEPEST_LIST = 24
_KINDS: dict[ChartOf, tuple[str, str, str, str]] = {
    "positions": ("chart.html", "seat", "Seats", "s"),
    "units": ("chart-units.html", "unit", "Units", "u"),
    "roles": ("chart-roles.html", "role", "Roles", "r"),
}


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart for a page, cut to the upper layers where it is large, and the whole of it."""

    of: ChartOf
    file: str
    chart: Chart
    whole: Chart
    depth: int | None = None

    @property
    def prefix(self) -> str:
        """What stands before the ids of the drawing."""
        return f"{_KINDS[self.of][3]}-"

    def addresses(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Where each card is."""
        for place, card in enumerate(self.chart.cards):
            if card.kind != "stub":
                yield (self.of, card.id), f"{self.file}#{self.prefix}c{place}"


def draw_charts(organization: Organization, day: date, name: str, lines: Lines, *, planned: bool) -> list[DrawnChart]:
    """The charts that a model has; the first one is the main one."""
    kinds: list[ChartOf] = []
    if organization.positions:
        kinds.append("positions")
    if organization.units:
        kinds.append("units")
    if _has_role_lines(organization) or (organization.counting("roles") and not organization.positions):
        kinds.append("roles")
    return [_drawn(organization, day, name, of, lines, planned, is_first=of == kinds[0]) for of in kinds]


def _has_role_lines(organization: Organization) -> bool:
    return any(role.reports_to for role in organization.counting("roles").values())


def _drawn(
    organization: Organization, day: date, name: str, of: ChartOf, lines: Lines, planned: bool, *, is_first: bool
) -> DrawnChart:
    whole = build_chart(organization, day, name, ChartRequest(of=of, planned=planned)).chart
    file = "chart.html" if is_first else _KINDS[of][0]
    depth = None
    chart = whole
    if len(whole.cards) > MOST_CARDS:
        depth = _depth(lines.hierarchy if of == "positions" else None, whole)
        chart = build_chart(organization, day, name, ChartRequest(of=of, depth=depth, planned=planned)).chart
    return DrawnChart(of, file, chart, whole, depth)


def _depth(hierarchy: Hierarchy | None, chart: Chart) -> int:
    """So many layers that the cards stay within bounds; at least one."""
    depths = list(hierarchy.depth) if hierarchy is not None else _depths(chart)
    counts: dict[int, int] = {}
    for depth in depths:
        counts[depth] = counts.get(depth, 0) + 1
    total = 0
    for depth in sorted(counts):
        total += counts[depth]
        if total > MOST_CARDS:
            return max(1, depth - 1)
    return max(counts, default=1)


def _depths(chart: Chart) -> list[int]:
    """The layer of each card; parents of cards may stand anywhere, but chart builders put them first."""
    depths: list[int] = []
    for card in chart.cards:
        depths.append(depths[card.parent] + 1 if 0 <= card.parent < len(depths) else 1)
    return depths


def chart_pages(directory: Directory, drawn: Sequence[DrawnChart]) -> list[ChartPage]:
    """The pages of the charts; the first is the main one."""
    siblings = tuple(Link(_KINDS[one.of][2], one.file) for one in drawn) if len(drawn) > 1 else ()
    return [_page(directory, one, siblings, is_first=one is drawn[0]) for one in drawn]


def _page(directory: Directory, drawn: DrawnChart, siblings: tuple[Link, ...], *, is_first: bool) -> ChartPage:
    ways: dict[str, str] = {}
    cards = []
    for place, card in enumerate(drawn.chart.cards):
        way = _way(directory, drawn, card)
        if way:
            ways[f"to-{place}"] = way
            card = replace(card, href=f"#to-{place}")  # noqa: PLW2901 - the same card, with its link
        cards.append(card)
    heading = f"Chart of {_KINDS[drawn.of][2].lower()}"
    return ChartPage(
        drawn.file,
        "Chart",
        heading,
        "" if is_first else "chart.html",
        chart=replace(drawn.chart, cards=tuple(cards)),
        prefix=drawn.prefix,
        ways=ways,
        outline=tuple(_outline(directory, drawn)),
        siblings=siblings,
        notes=tuple(_notes(drawn)),
    )


def _way(directory: Directory, drawn: DrawnChart, card: Card) -> str:
    """Where a card leads: to the entry of what it shows; a stub to that of its manager."""
    if card.kind == "stub":
        card = drawn.chart.cards[card.parent]
    return directory.entries.get((drawn.of, card.id), "")


def _notes(drawn: DrawnChart) -> Iterator[Words]:
    if drawn.depth is not None:
        word = _KINDS[drawn.of][1]
        shown_cards = sum(card.seats for card in drawn.chart.cards if card.kind != "stub")
        layers = counted(drawn.depth, "layer")
        whole = counted(sum(card.seats for card in drawn.whole.cards), word)
        text = f"The upper {layers}: {shown_cards:,} of {whole}. "
        yield Link(text), Link("The file", "chart.svg"), Link(" has them all.")


def _outline(directory: Directory, drawn: DrawnChart) -> Iterator[OutlineItem]:
    """The cards as a nested list, in reading order; very deep lists are flattened at the end."""
    chart = drawn.chart
    order, depths = _in_tree_order(chart)
    for place, (index, depth) in enumerate(zip(order, depths, strict=True)):
        following = depths[place + 1] if place + 1 < len(depths) else 1
        closes = max(depth - following, 0)
        yield OutlineItem(_spoken(directory, drawn, chart.cards[index]), following > depth, closes)


def _in_tree_order(chart: Chart) -> tuple[list[int], list[int]]:
    children: dict[int, list[int]] = {}
    for index, card in enumerate(chart.cards):
        children.setdefault(card.parent, []).append(index)
    order: list[int] = []
    depths: list[int] = []
    waiting = [(index, 1) for index in reversed(children.get(-1, []))]
    while waiting:
        index, depth = waiting.pop()
        order.append(index)
        depths.append(min(depth, _DEEPEST_LIST))
        waiting.extend((child, depth + 1) for child in reversed(children.get(index, [])))
    return order, depths


_STATES = {"vacant": "vacant", "planned": "planned", "ended": "ended", "undisclosed": "not disclosed"}


def _spoken(directory: Directory, drawn: DrawnChart, card: Card) -> Words:
    if card.kind == "stub":
        return (Link(card.title, _way(directory, drawn, card)),)
    link = directory.entry(drawn.of, card.id)
    holder = shown(card.holder) if card.holder else _STATES.get(card.kind, "")
    times = f" × {card.seats:,}" if card.seats > 1 else ""
    return (
        (Link(f"{link.text}{times}", link.href), Link(f": {holder}"))
        if holder
        else (Link(link.text + times, link.href),)
    )
