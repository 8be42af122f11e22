"""A chart as a Mermaid flowchart, for pages that draw it themselves.

Nodes have numbers for names, and every character of a text that is not a letter, a digit or a blank is written as
its number, so that no name can end its label, start a command or be read as markup.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote

from orgmodel.charts.chart import NO_PARENT, Card, Chart
from orgmodel.charts.formats import Tell, silent
from orgmodel.charts.legend import entries
from orgmodel.charts.lettering import CUT_TEXT, STATES
from orgmodel.drawing.escape import allowed_link
from orgmodel.drawing.palette import LIGHT, band
from orgmodel.drawing.text import clean

_LONGEST = 80
"""Letters of a text; more would swell its node."""
_MOST_LINES, _MOST_LETTERS = 500, 50_000
"""What Mermaid draws unless its own settings are raised."""

_TITLE = str.maketrans("<>&", "‹›＆")
"""Mermaid reads titles as HTML, whatever their escapes."""

_LOOKS = {
    "vacant": f"fill:{LIGHT.page},stroke:{LIGHT.vacant},stroke-dasharray:6 4",
    "planned": f"fill:{LIGHT.page},stroke:{LIGHT.planned},stroke-dasharray:2 4",
    "ended": f"fill:{LIGHT.quiet_card},color:{LIGHT.muted}",
    "stub": f"fill:{LIGHT.quiet_card},stroke:{LIGHT.quiet_card}",
}


def render(chart: Chart, *, fit: str = "none", tell: Tell = silent) -> str:
    """The chart as text; `fit` is left to Mermaid. `tell` hears when it is more than Mermaid draws by itself."""
    del fit
    text = "\n".join([*_head(chart), *_nodes(chart), *_lines(chart), *_legend(chart), *_looks(chart), ""])
    if len(text) > _MOST_LETTERS or len(chart.cards) + len(chart.dotted) > _MOST_LINES:
        tell(
            f"mmd: Mermaid draws at most {_MOST_LINES} lines and {_MOST_LETTERS:,} letters unless maxEdges and "
            "maxTextSize are raised in its settings"
        )
    return text


def _head(chart: Chart) -> Iterator[str]:
    """The title, as text that YAML reads and Mermaid does not."""
    title = "".join(
        character if character == " " or (character.isascii() and character.isalnum()) else _by_code(character)
        for character in clean(chart.name)[:_LONGEST].translate(_TITLE)
    )
    yield from ("---", f'title: "{title}"', "---", "flowchart TD")
    yield f"  classDef default fill:{LIGHT.card},stroke:{LIGHT.outline},color:{LIGHT.title}"


def _by_code(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _nodes(chart: Chart) -> Iterator[str]:
    for place, card in enumerate(chart.cards):
        shape = ("([", "])") if card.kind == "stub" else ("[[", "]]") if card.seats > 1 else ("[", "]")
        yield f'  n{place}{shape[0]}"{_label(card)}"{shape[1]}'
        link = allowed_link(card.href)
        if link and not link.startswith("#"):
            yield f'  click n{place} href "{quote(link, safe=":/?@&=+,.~%-_")}"'


def _label(card: Card) -> str:
    title = f"{card.title} × {card.seats}" if card.seats > 1 else card.title
    holder = card.holder or STATES.get(card.kind, "")
    cut = CUT_TEXT if card.line == "cut" else ""
    return _texts((title, holder, card.unit, *card.fields, " · ".join(card.badges), cut))


def _texts(texts: Iterable[str]) -> str:
    lines = [_shortened(text) for text in map(clean, texts) if text]
    return "<br/>".join("".join(map(_escaped, line)) for line in lines) or " "


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


@cache
def _escaped(character: str) -> str:
    plain = character == " " or unicodedata.category(character)[0] in "LNM"
    return character if plain else f"#{ord(character)};"


def _lines(chart: Chart) -> Iterator[str]:
    for place, card in enumerate(chart.cards):
        if card.parent != NO_PARENT:
            yield f"  n{card.parent} --- n{place}"
    for line in chart.dotted:
        yield f"  n{line.target} -.- n{line.source}"


def _legend(chart: Chart) -> Iterator[str]:
    colors = [entry for entry in entries(chart) if entry.mark == "color"]
    if colors:
        yield f'  subgraph legend["{_texts((chart.color_by,))}"]'
        yield "    direction LR"
        for entry in colors:
            yield f'    k{entry.band}["{_texts((entry.text,))}"]'
        yield "  end"


def _looks(chart: Chart) -> Iterator[str]:
    """Kinds of cards and colours as classes, each with the nodes that have it."""
    bands: dict[int, list[str]] = {}
    kinds: dict[str, list[str]] = {}
    for place, card in enumerate(chart.cards):
        if card.color >= 0:
            bands.setdefault(band(card.color), [f"k{band(card.color)}"]).append(f"n{place}")
        if card.kind in _LOOKS:
            kinds.setdefault(card.kind, []).append(f"n{place}")
    for kind, nodes in sorted(kinds.items()):
        yield f"  classDef {kind} {_LOOKS[kind]}"
        yield f"  class {','.join(nodes)} {kind}"
    for number, nodes in sorted(bands.items()):
        yield f"  classDef band{number} stroke:{(*LIGHT.bands, LIGHT.other)[number]},stroke-width:3px"
        yield f"  class {','.join(nodes)} band{number}"
