"""A chart and its cards in words, for screen readers and tooltips."""

from __future__ import annotations

from orgmodel.charts.chart import Card, Chart, DottedLine, Tie
from orgmodel.charts.lettering import STATES

_COUNTED = (
    ("vacant", "vacant"),
    ("planned", "planned"),
    ("ended", "ended"),
    ("undisclosed", "with an undisclosed holder"),
)
_AT_MOST = 80
TIES: dict[Tie, str] = {"reports": "also reports to", "works": "works with"}
"""What a dotted line says between the names of its ends."""


def describe(chart: Chart) -> str:
    """The chart in one sentence."""
    if not chart.cards:
        return "An empty chart: there is nothing to show."
    tops = sum(card.parent < 0 for card in chart.cards)
    words = [f"{len(chart.cards)} cards", f"{tops} at the top"]
    for kind, word in _COUNTED:
        count = sum(card.kind == kind for card in chart.cards)
        if count:
            words.append(f"{count} {word}")
    if chart.dotted:
        words.append(f"{len(chart.dotted)} dotted lines")
    opening = f"{chart.subtitle}: " if chart.subtitle else ""
    return f"{opening}{', '.join(words)}."


def spoken(card: Card, chart: Chart) -> str:
    """One card: everything it says, in full, then its description or whom it reports to."""
    words = [card.title, card.holder or STATES.get(card.kind, ""), card.unit, *card.fields, *card.badges]
    words += [card.onward, card.upward]
    if card.seats > 1:
        words.append(f"{card.seats} seats")
    said = ", ".join([word for word in words if word])
    if card.description:
        return f"{said}. {card.description}"
    if card.line == "cut":
        return f"{said}. Its line up is left out to open a loop"
    if card.parent >= 0:
        above = "Lies within" if card.kind == "unit" else "Reports to"
        return f"{said}. {above} {chart.cards[card.parent].title[:_AT_MOST]}"
    return said


def spoken_line(line: DottedLine, chart: Chart) -> str:
    """One dotted line: who reports to whom besides the own manager, or works with whom."""
    source, target = (_short(chart.cards[index]) for index in (line.source, line.target))
    return f"{source} {TIES[line.tie]} {target}{': ' + line.label if line.label else ''}"


def _short(card: Card) -> str:
    return ", ".join(text[:_AT_MOST] for text in (card.title, card.holder) if text)
