"""A chart as one HTML file that can be searched, folded and asked.

The file needs nothing else: style, script and data are inside, and its policy forbids it to load anything. The
data are the chart in compact form; the script places the cards that are open and draws them (see
`templates/chart.js`). Texts are cut here, to the room that cards have in every other format too.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any, get_args

from orgmodel.charts.chart import Card, CardDuty, CardKind, Chart, LineKind
from orgmodel.charts.formats import Tell, silent
from orgmodel.charts.layout.forest import grow
from orgmodel.charts.lettering import STATES, Lettering
from orgmodel.charts.placement import card_sizes
from orgmodel.drawing.escape import allowed_link, escape
from orgmodel.drawing.look import Look
from orgmodel.drawing.palette import DARK, LIGHT, Theme
from orgmodel.drawing.text import clean

_TEMPLATES = Path(__file__).parent / "templates"
_KINDS: tuple[CardKind, ...] = get_args(CardKind)
_LINES: tuple[LineKind, ...] = get_args(LineKind)
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def render(chart: Chart, *, fit: str = "16:9", tell: Tell = silent) -> str:  # noqa: ARG001 - what every format takes
    """The chart as one HTML page; equal charts give equal text, byte for byte.

    ``fit`` is not used: the cards are placed for the window of the reader. Raises ValueError when the parents
    form a loop.
    """
    if chart.align or chart.frames or chart.direction != "down":
        tell("html places cards in the window of the reader: frames, bands and a direction are not drawn")
    if chart.findings or chart.look != Look():
        tell("html marks no findings yet, and has the colours of the standard theme")
    style = _theme_rules() + _template("chart.css")
    script = _template("chart.js")
    return Template(_template("chart.html")).substitute(
        policy=_policy(style, script),
        title=escape(chart.name) or "Chart",
        subtitle=escape(chart.subtitle),
        style=style,
        data=as_json(_data(chart)),
        script=script,
    )


def as_json(data: Any) -> str:
    """Data for a script element: nothing in it can end the element or begin a comment."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8").strip()


def _policy(style: str, script: str) -> str:
    """Only this style and this script, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _theme_rules() -> str:
    """The palette as variables, light and dark."""
    dark = _variables(DARK)
    return f":root{{{_variables(LIGHT)}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _variables(theme: Theme) -> str:
    plain = {name: getattr(theme, name) for name in Theme.__slots__ if name not in {"bands", "other"}}
    bands = {f"band{number}": color for number, color in enumerate((*theme.bands, theme.other))}
    return "".join(f"--{name.replace('_', '-')}:{color};" for name, color in {**plain, **bands}.items())


class _Texts:
    """Every text once, clean; cards name them by number."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._numbers: dict[str, int] = {}
        self.number("")

    def number(self, text: str) -> int:
        """The number of a text."""
        known = self._numbers.get(text)
        if known is None:
            known = self._numbers[text] = len(self.all)
            self.all.append(clean(text))
        return known


class _Duties:
    """Every duty and every list of them once; cards name a list by number: seats of one role mostly share it."""

    def __init__(self, texts: _Texts) -> None:
        self.all: list[list[int]] = [[]]
        self.rows: list[list[int]] = []
        self._row_numbers: dict[CardDuty, int] = {}
        self._texts = texts
        self._numbers: dict[tuple[CardDuty, ...], int] = {(): 0}
        self._same: dict[int, int] = {}

    def number(self, duties: tuple[CardDuty, ...]) -> int:
        """The number of a list of duties."""
        known = self._same.get(id(duties))
        if known is None:
            known = self._same[id(duties)] = self._numbers.setdefault(duties, len(self.all))
            if known == len(self.all):
                self.all.append([self._row(duty) for duty in duties])
        return known

    def _row(self, duty: CardDuty) -> int:
        known = self._row_numbers.get(duty)
        if known is None:
            known = self._row_numbers[duty] = len(self.rows)
            self.rows.append([self._texts.number(text) for text in (duty.heading, duty.letter, duty.title)])
        return known


def _data(chart: Chart) -> dict[str, Any]:
    grow([card.parent for card in chart.cards])
    lettering, texts = Lettering(chart.cards), _Texts()
    duties = _Duties(texts)
    sizes = card_sizes(chart, lettering)
    return {
        "name": clean(chart.name),
        "notes": [clean(note) for note in chart.notes if clean(note)],
        "size": [sizes.width, sizes.height],
        "kinds": _KINDS,
        "lines": _LINES,
        "states": STATES,
        "facets": [[clean(heading), [clean(name) for name in names]] for heading, names in _facets(chart)],
        "dotted": [[line.source, line.target, texts.number(line.label)] for line in chart.dotted],
        "cards": [_card(card, lettering, texts, duties) for card in chart.cards],
        "duties": duties.all,
        "rows": duties.rows,
        "texts": texts.all,
    }


def _facets(chart: Chart) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What cards can be coloured by; the first is the chart's own colouring."""
    yield chart.color_by, chart.colors
    for facet in chart.facets:
        yield facet.heading, facet.names


def _card(card: Card, lettering: Lettering, texts: _Texts, duties: _Duties) -> list[Any]:
    """The card as `chart.js` reads it; what is empty at the end is left out."""
    number = texts.number
    made: list[Any] = [
        card.parent,
        _KINDS.index(card.kind),
        number(card.title),
        [part for style, text in lettering.lines(card) for part in (style.name, number(text))],
        [card.color, *card.values],
        clean(card.id),
        number(card.holder),
        number(card.unit),
        card.seats,
        _LINES.index(card.line),
        [number(text) for text in card.fields],
        [number(text) for text in card.badges],
        duties.number(card.duties),
        number(card.description),
        allowed_link(card.href),
    ]
    while not made[-1]:
        made.pop()
    return made
