"""A chart as a Graphviz description, through the `graphviz` package.

Ids in the description are numbers, never names of the user's, and every text is escaped so that it is
read as text: not as HTML, not as an escape sequence.
"""

from __future__ import annotations

import graphviz

from orgmodel.charts.chart import NO_PARENT, Card, Chart
from orgmodel.charts.palette import LIGHT, band
from orgmodel.charts.text import clean

_STYLES = {
    "vacant": "rounded,dashed",
    "planned": "rounded,dotted",
    "ended": "rounded,dotted",
    "stub": "rounded,dashed",
}
_LINES = {"solid": {}, "derived": {"color": "gray60"}, "cut": {"style": "dashed", "color": "red"}}


def render(chart: Chart, *, fit: str = "none") -> str:
    """The chart as DOT text; `fit` is left to Graphviz, which lays out in layers."""
    del fit
    graph = graphviz.Digraph(
        name="chart",
        graph_attr={"label": _text(chart.name), "labelloc": "t", "splines": "ortho", "fontname": "DejaVu Sans"},
        node_attr={"shape": "box", "style": "rounded", "fontname": "DejaVu Sans", "fontsize": "10"},
        edge_attr={"arrowhead": "none"},
    )
    for place, card in enumerate(chart.cards):
        graph.node(f"n{place}", label=_label(card), **_look(card))
    for place, card in enumerate(chart.cards):
        if card.parent != NO_PARENT:
            graph.edge(f"n{card.parent}", f"n{place}", **_LINES[card.line])
    for line in chart.dotted:
        graph.edge(f"n{line.target}", f"n{line.source}", style="dashed", color="gray40", constraint="false")
    source: str = graph.source
    return source


def _look(card: Card) -> dict[str, str]:
    look = {"style": _STYLES.get(card.kind, "rounded")}
    if card.color >= 0:
        look["color"] = LIGHT.bands[band(card.color)]
    if card.seats > 1:
        look["peripheries"] = "2"
    return look


def _label(card: Card) -> str:
    waiting = {"vacant": "Vacant", "planned": "Planned"}.get(card.kind, "")
    holder = card.holder or waiting
    title = f"{card.title} × {card.seats}" if card.seats > 1 else card.title
    return "\\n".join(_text(text) for text in (title, holder, card.unit, *card.fields, *card.badges) if text)


def _text(text: str) -> str:
    """Text that Graphviz shows as it stands."""
    plain: str = graphviz.escape(" ".join(clean(text).split()))
    return graphviz.nohtml(plain) if plain.startswith("<") else plain
