"""A chart as the compact data that the script of its page reads (`templates/script/data.js`).

Every text, duty and photo stands there once; cards name them by number. Texts are cut here, to the room that
cards have in every other format too; what was cut off goes along, so that what is drawn is whole for those who
do not see it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from orgmodel.charts.chart import Card, CardDuty, CardKind, Chart, LineKind, Portrait
from orgmodel.charts.layout.forest import grow
from orgmodel.charts.lettering import HOLDER, MORE, STATES, TITLE, UNIT, Lettering, Line
from orgmodel.charts.placement import card_sizes
from orgmodel.drawing.escape import allowed_link
from orgmodel.drawing.text import ELLIPSIS, clean

_KINDS: tuple[CardKind, ...] = get_args(CardKind)
_LINES: tuple[LineKind, ...] = get_args(LineKind)
_REST, _NEXT_WORD = "r", "R"
"""The style of what was cut off the line before, within or after a word: it is there, and not drawn."""


def page_data(chart: Chart) -> dict[str, Any]:
    """The chart as the script reads it. Raises ValueError when the parents form a loop."""
    grow([card.parent for card in chart.cards])
    lettering, texts = Lettering(chart.cards), _Texts()
    duties, photos = _Duties(texts), _Photos()
    sizes = card_sizes(chart, lettering)
    return {
        "name": clean(chart.name),
        "notes": [clean(note) for note in chart.notes if clean(note)],
        "size": [sizes.width, sizes.height],
        "inset": lettering.inset,
        "radius": chart.look.radius,
        "kinds": _KINDS,
        "lines": _LINES,
        "states": STATES,
        "facets": [[clean(heading), [clean(name) for name in names]] for heading, names in _facets(chart)],
        "dotted": [[line.source, line.target, texts.number(line.label)] for line in chart.dotted],
        "cards": [_card(card, lettering, texts, duties, photos) for card in chart.cards],
        "findings": [
            [
                *(finding.number, finding.severity, finding.code, finding.rule, clean(finding.message)),
                *(finding.cards, finding.lines, finding.dotted),
            ]
            for finding in chart.findings
        ],
        "duties": duties.all,
        "rows": duties.rows,
        "photos": photos.all,
        "texts": texts.all,
    }


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


class _Photos:
    """Every photo once, as an address that holds it."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._numbers: dict[bytes, int] = {}

    def number(self, face: Portrait) -> int:
        """The number of a photo, from 1; 0 where there is none."""
        if not face.data:
            return 0
        known = self._numbers.get(face.data)
        if known is None:
            self.all.append(embedded(face.data, face.mime))
            known = self._numbers[face.data] = len(self.all)
        return known


def embedded(data: bytes, mime: str) -> str:
    """An image as an address that holds it."""
    return f"data:{mime};base64,{b64encode(data).decode()}"


def _facets(chart: Chart) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What cards can be coloured by; the first is the chart's own colouring."""
    yield chart.color_by, chart.colors
    for facet in chart.facets:
        yield facet.heading, facet.names


def _card(card: Card, lettering: Lettering, texts: _Texts, duties: _Duties, photos: _Photos) -> list[Any]:
    """The card as the script reads it; what is empty at the end is left out."""
    number, face = texts.number, card.portrait
    made: list[Any] = [
        card.parent,
        _KINDS.index(card.kind),
        number(card.title),
        [part for style, text in _drawn(card, lettering.lines(card)) for part in (style, number(text))],
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
        [number(face.initials), photos.number(face)] if face is not None else 0,
        int(card.assistant),
    ]
    while not made[-1]:
        made.pop()
    return made


def _drawn(card: Card, lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """The lines of a card, each that was cut followed by what was cut off."""
    if not any(text.endswith(ELLIPSIS) for _, text in lines):
        yield from ((style.name, text) for style, text in lines)
        return
    small = [clean(text) for text in (card.unit, *card.fields) if clean(text)]
    badges = clean(" · ".join(card.badges))
    left = {TITLE: clean(card.title), MORE: clean(card.title), HOLDER: clean(card.holder)}
    for style, text in lines:
        yield style.name, text
        whole = (small.pop(0) if small else badges) if style == UNIT else left.get(style, "")
        stem = text.removesuffix(ELLIPSIS)
        if not whole.startswith(stem):
            continue
        rest = whole[len(stem) :]
        if rest and text.endswith(ELLIPSIS):
            yield _NEXT_WORD if rest[0] == " " else _REST, rest
        left[style] = rest.lstrip()
        badges = rest.lstrip() if whole is badges else badges
