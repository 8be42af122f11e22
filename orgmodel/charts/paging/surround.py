"""What a page has round its chart: those above it, small; and at its foot where one can go from here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.chart import Chart
from orgmodel.charts.lettering import STATES
from orgmodel.charts.paging.pages import ChartPage, Superior, page_name, said
from orgmodel.charts.scene import SUBTITLE_BASELINE
from orgmodel.drawing.picture import Group, Label, Path, Rect, Shape
from orgmodel.drawing.text import clean, measure, shorten

CHAIN = 48.0
"""Unscaled pixels that the chain takes between the title and the cards."""
FOOT = 26.0
"""Unscaled pixels of the line at the foot."""
_BOX = 36.0
_NARROWEST, _WIDEST, _BETWEEN = 164.0, 200.0, 20.0
_PAD = 8.0
_SIZE = 11.0
_FROM_SUBTITLE = 16.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The page round a chart in the pixels of its cards; unscaled sizes are multiplied with `scale`."""

    width: float
    height: float
    margin: float
    scale: float


def chain(page: ChartPage, frame: Frame) -> Iterator[Shape]:
    """Those above the head of a page in a row, each leading to the own page."""
    scale = frame.scale
    room = (frame.width - 2 * frame.margin) / scale
    most = max(2, int((room + _BETWEEN) // (_NARROWEST + _BETWEEN)))
    wide = min(_WIDEST, (room + _BETWEEN) / max(1, min(len(page.chain), most)) - _BETWEEN)
    shown: Sequence[Superior | int] = page.chain
    length = len(page.chain) + page.left_out
    if length > most:
        most = min(most, len(page.chain))
        shown = (page.chain[0], length - most + 1, *page.chain[len(page.chain) - most + 2 :])
    x, y = frame.margin, frame.margin + (SUBTITLE_BASELINE + _FROM_SUBTITLE) * scale
    for number, superior in enumerate(shown):
        middle = y + _BOX / 2 * scale
        if number:
            yield Path(((x - _BETWEEN * scale, middle), (x, middle)), "line", 1.2 * scale)
        if isinstance(superior, int):
            text = f"{superior:,} more"
            yield Label(x + _PAD * scale, middle + 4 * scale, text, _SIZE * scale, "muted")
            x += (measure(text, _SIZE) + 2 * _PAD + _BETWEEN) * scale
            continue
        yield _small_card(superior, x, y, wide, scale)
        x += (wide + _BETWEEN) * scale


def _small_card(superior: Superior, x: float, y: float, wide: float, scale: float) -> Group:
    card = superior.card
    room = wide - 2 * _PAD
    title = shorten(clean(card.title), room, _SIZE, bold=True)
    holder = shorten(clean(card.holder) or STATES.get(card.kind, ""), room, _SIZE)
    left = x + _PAD * scale
    texts = [Label(left, y + (15 if holder else 22) * scale, title, _SIZE * scale, "title", bold=True)]
    if holder:
        ink = "vacant" if card.kind == "vacant" and not card.holder else "holder"
        texts.append(Label(left, y + 29 * scale, holder, _SIZE * scale, ink))
    box = Rect(x, y, wide * scale, _BOX * scale, "quiet_card", "outline", scale, 5 * scale)
    return Group(
        (box, *texts), title=clean(f"{said(card)}, on page {superior.page}"), href=f"#{page_name(superior.page)}"
    )


def foot(chart: Chart, number: int, last: int, above: int, frame: Frame) -> Iterator[Shape]:
    """The name of the whole on the left, ways to other pages and the number of this one on the right.

    `above` is the number of the page that leads here; 0 for none.
    """
    scale = frame.scale
    y = frame.height - frame.margin
    x = frame.width - frame.margin
    count = f"Page {number:,} of {last:,}"
    yield Label(x, y, count, _SIZE * scale, "muted", anchor="end")
    x -= (measure(count, _SIZE) + 2 * _PAD) * scale
    ways = [("next →", number + 1), ("← back", number - 1), (f"↑ page {above}", above), ("Contents", 1)]
    for text, target in ways:
        if 0 < target <= last and target != number:
            wide = (measure(text, _SIZE) + 2 * _PAD) * scale
            box = Rect(x - wide, y - 13 * scale, wide, 18 * scale, "page")
            label = Label(x - wide / 2, y, text, _SIZE * scale, "info", anchor="middle")
            yield Group((box, label), title=clean(f"{text}: page {target}"), href=f"#{page_name(target)}")
            x -= wide
    whole = " · ".join(filter(None, (clean(chart.name), clean(chart.subtitle))))
    yield Label(frame.margin, y, shorten(whole, (x - frame.margin) / scale, _SIZE), _SIZE * scale, "muted")
