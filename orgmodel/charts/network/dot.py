"""A network of responsibilities as a Graphviz description: ids are numbers, every text is escaped."""

from __future__ import annotations

import graphviz

from orgmodel.charts.dot import FONT, text_label
from orgmodel.charts.network.network import Network
from orgmodel.charts.network.picture import STYLES
from orgmodel.drawing.palette import LIGHT, Theme, ink_color

_DASHES = {"": "solid", "dashed": "dashed", "dotted": "dotted"}


def render(network: Network, theme: Theme = LIGHT) -> str:
    """Parties left and right of the activities, a line with letters for each part."""
    graph = graphviz.Digraph(
        name="network",
        graph_attr={
            "label": text_label((network.name, network.subtitle, *network.notes)),
            "labelloc": "t",
            "rankdir": "LR",
            "ranksep": "1.6",
            "fontname": FONT,
            "fontcolor": theme.title,
            "bgcolor": theme.page,
        },
        node_attr={
            "shape": "box",
            "style": "rounded",
            "fontname": FONT,
            "fontsize": "10",
            "color": theme.line,
            "fontcolor": theme.title,
        },
        edge_attr={"arrowhead": "none", "fontname": FONT, "fontsize": "9", "fontcolor": theme.title},
    )
    for place, hub in enumerate(network.hubs):
        look = {"color": theme.cut} if hub.is_unowned else {}
        graph.node(f"h{place}", text_label((hub.title, hub.remark)), fillcolor=theme.quiet_card, style="filled", **look)
    for place, party in enumerate(network.parties):
        look = {"style": "rounded,dashed", "color": theme.vacant} if party.is_vacant else {}
        graph.node(f"p{place}", text_label((party.title, party.remark)), **look)
    for tie in network.ties:
        ink, width, dash = STYLES[tie.trait]
        ends = (f"p{tie.party}", f"h{tie.hub}")
        tail, head = ends if network.parties[tie.party].is_left else ends[::-1]
        codes = text_label((" ".join(tie.codes),))
        graph.edge(tail, head, label=codes, color=ink_color(theme, ink), penwidth=f"{width}", style=_DASHES[dash])
    source: str = graph.source
    return source
