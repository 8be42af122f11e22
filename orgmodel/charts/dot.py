"""A chart as a Graphviz description, through the `graphviz` package.

Ids in the description are numbers, never names of the user's, and every text is escaped so that it is
read as text: not as HTML, not as an escape sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import graphviz

from orgmodel.charts.chart import NO_PARENT, Card, Chart
from orgmodel.charts.legend import entries
from orgmodel.charts.lettering import CUT_TEXT, STATES
from orgmodel.drawing.escape import safe_link
from orgmodel.drawing.palette import LIGHT, band
from orgmodel.drawing.text import clean

_LOOKS = {
    "vacant": {"style": "rounded,dashed", "color": LIGHT.vacant},
    "planned": {"style": "rounded,dotted", "color": LIGHT.planned},
    "ended": {"style": "rounded,filled", "fillcolor": LIGHT.quiet_card, "fontcolor": LIGHT.muted},
    "stub": {"style": "rounded,filled", "fillcolor": LIGHT.quiet_card, "color": LIGHT.quiet_card},
}
_LINES = {
    "solid": {},
    "derived": {"style": "dashed", "color": LIGHT.derived},
    "cut": {"style": "dashed", "color": LIGHT.cut},
}
FONT = "DejaVu Sans"
_ENTITY = re.compile(r"&(?=#?\w+;)")
_MOST_ORTHO = 400
"""Cards up to which Graphviz draws right angles in a short time."""


def render(chart: Chart, *, fit: str = "none") -> str:
    """The chart as DOT text; `fit` is left to Graphviz, which lays out in layers."""
    del fit
    graph = graphviz.Digraph(
        name="chart",
        graph_attr={
            "label": text_label((chart.name, chart.subtitle, *chart.notes)),
            "labelloc": "t",
            "splines": "ortho" if len(chart.cards) <= _MOST_ORTHO else "line",
            "fontname": FONT,
        },
        node_attr={"shape": "box", "style": "rounded", "fontname": FONT, "fontsize": "10", "color": LIGHT.line},
        edge_attr={"arrowhead": "none", "color": LIGHT.line},
    )
    for place, card in enumerate(chart.cards):
        graph.node(f"n{place}", label=_label(card), **_look(card))
    for place, card in enumerate(chart.cards):
        if card.parent != NO_PARENT:
            graph.edge(f"n{card.parent}", f"n{place}", **_LINES[card.line])
    for line in chart.dotted:
        graph.edge(f"n{line.target}", f"n{line.source}", style="dotted", color=LIGHT.dotted, constraint="false")
    _add_legend(graph, chart)
    source: str = graph.source
    return source


def _add_legend(graph: graphviz.Digraph, chart: Chart) -> None:
    """The colours and what they mean, as a group of its own."""
    colors = [entry for entry in entries(chart) if entry.mark == "color"]
    if not colors:
        return
    with graph.subgraph(name="cluster_legend") as legend:
        legend.attr(label=text_label((chart.color_by,)), color=LIGHT.outline, fontsize="10")
        for entry in colors:
            legend.node(f"k{entry.band}", label=text_label((entry.text,)), color=_color(entry.band), penwidth="2")


def _color(number: int) -> str:
    return (*LIGHT.bands, LIGHT.other)[band(number)]


def _look(card: Card) -> dict[str, str]:
    look = dict(_LOOKS.get(card.kind, {}))
    if card.color >= 0:
        look["color"] = _color(card.color)
        look["penwidth"] = "2"
    if card.line == "cut":
        look["color"] = LIGHT.cut
    if card.seats > 1:
        look["peripheries"] = "2"
    if card.href and (link := safe_link(card.href)):
        look["URL"] = text_label((link,))
    return look


def _label(card: Card) -> str:
    title = f"{card.title} × {card.seats}" if card.seats > 1 else card.title
    holder = card.holder or STATES.get(card.kind, "")
    cut = CUT_TEXT if card.line == "cut" else ""
    return text_label((title, holder, card.unit, *card.fields, " · ".join(card.badges), cut))


def text_label(texts: Iterable[str]) -> str:
    """Texts that Graphviz shows as they stand, each on a line of its own; empty ones are left out.

    The whole has to be kept from being read as HTML: the first text may open a tag that the last one closes.
    """
    lines = [graphviz.escape(_ENTITY.sub("&amp;", text)) for text in map(clean, texts) if text]
    label: str = graphviz.nohtml("\\n".join(lines))
    return label
