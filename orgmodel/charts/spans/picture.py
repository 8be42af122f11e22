"""Spans and layers as placed shapes: bars per layer, columns per span, and the managers who stand out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from orgmodel.charts.page import HEAD, MARGIN, NOTE_LINE, foot, heading, note_lines
from orgmodel.charts.spans.spans import LayerBar, Manager, SpanColumn, Spans
from orgmodel.drawing.picture import Group, Label, Path, Picture, Rect, Shape
from orgmodel.drawing.text import clean, measure, shorten

WIDTH = 1080.0
_GAP = 56.0
_PANEL = (WIDTH - 2 * MARGIN - _GAP) / 2
_RIGHT = MARGIN + _PANEL + _GAP
_TITLE, _TEXT, _SMALL = 14.0, 12.0, 11.0
_ROW, _WIDEST_ROW, _BAR = 28.0, 44.0, 18.0
_NAME = 62.0
_LIMIT = 16.0
_LEAST_PANEL = 230.0
_PLOT_FOOT = 42.0
_LIST_ROW = 22.0
_KEY = 24.0
_REMARK = 150.0


def draw(spans: Spans) -> Picture:
    """The page."""
    top = HEAD + 34
    plot = max(_LEAST_PANEL, _ROW * len(spans.layers) + 16 + _LIMIT)
    lists = top + 16 + plot + _PLOT_FOOT + 34
    rows = max(len(spans.widest), len(spans.narrowest))
    after = lists + 14 + _LIST_ROW * rows + 18 if rows else lists - 22
    notes = note_lines(spans.notes, WIDTH)
    shapes = (
        *heading(spans.name or "Spans and layers", spans.subtitle, WIDTH),
        *_layers(spans, top, min(_WIDEST_ROW, (plot - 16 - _LIMIT) / max(len(spans.layers), 1))),
        *_layer_key(spans, top + 16 + plot + 24),
        *_histogram(spans, top, plot),
        *_list("Widest spans", spans.widest, MARGIN, lists),
        *_list("Narrowest spans", spans.narrowest, _RIGHT, lists),
        *foot(notes, after),
    )
    height = after + NOTE_LINE * len(notes) + MARGIN - 4
    title = clean(spans.name) or "Spans and layers"
    return Picture(ceil(WIDTH), ceil(height), title, shapes, _said(spans))


def _said(spans: Spans) -> str:
    layers = "; ".join(f"layer {layer.number}: {_layer_words(layer)}" for layer in spans.layers)
    columns = "; ".join(f"{_column_name(column)}: {column.managers:,}" for column in spans.columns if column.managers)
    return clean(f"{spans.subtitle}. Seats: {layers}. Managers by number of reports: {columns or 'none'}.")


# -- layers


def _layers(spans: Spans, top: float, step: float) -> Iterator[Shape]:
    yield Label(MARGIN, top, "Seats in each layer", _TITLE, "title", bold=True)
    most = max((layer.seats for layer in spans.layers), default=1) or 1
    labels = max((measure(f"{layer.seats:,}", _TEXT, bold=True) for layer in spans.layers), default=0.0)
    room = _PANEL - _NAME - labels - 12
    for number, layer in enumerate(spans.layers):
        y = top + 20 + number * step
        if spans.most_layers is not None and layer.number > spans.most_layers:
            y += _LIMIT
            if layer.number - 1 == spans.most_layers:
                yield from _layer_limit(spans.most_layers, y - (step - _BAR) / 2)
        yield Group(tuple(_layer(layer, y, room / most)), title=f"Layer {layer.number}: {_layer_words(layer)}")


def _layer_limit(most: int, y: float) -> Iterator[Shape]:
    text = f"{most} layers at most"
    yield Path(((MARGIN, y), (MARGIN + _PANEL, y)), "cut", 1.4, "dashed")
    yield Label(MARGIN + _PANEL, y - 4, text, _SMALL, "cut", anchor="end")


def _layer(layer: LayerBar, y: float, scale: float) -> Iterator[Shape]:
    yield Label(MARGIN, y + _BAR / 2 + 4, f"Layer {layer.number}", _TEXT, "muted")
    x = MARGIN + _NAME
    parts = ((layer.managers, "managers"), (layer.others, "others"), (layer.vacant, "vacant"))
    for count, kind in parts:
        if count:
            wide = max(count * scale, 1.5)
            yield _part(kind, x, y, wide)
            text = f"{count:,}"
            if measure(text, _SMALL, bold=True) + 6 <= wide:
                ink = {"managers": "page", "others": "title", "vacant": "vacant"}[kind]
                yield Label(x + wide / 2, y + _BAR / 2 + 4, text, _SMALL, ink, bold=True, anchor="middle")
            x += wide
    yield Label(x + 8, y + _BAR / 2 + 4, f"{layer.seats:,}", _TEXT, "title", bold=True)


def _part(kind: str, x: float, y: float, wide: float) -> Rect:
    if kind == "vacant":
        return Rect(x + 1, y + 1, max(wide - 2, 0.5), _BAR - 2, "page", "vacant", 1.4, dash="dashed")
    if kind == "others":
        return Rect(x, y, wide, _BAR, "quiet_card", "outline")
    return Rect(x, y, wide, _BAR, "band0")


def _layer_words(layer: LayerBar) -> str:
    vacant = f", {layer.vacant:,} vacant" if layer.vacant else ""
    return f"{layer.seats:,} seats, {layer.managers:,} of managers{vacant}"


def _layer_key(spans: Spans, y: float) -> Iterator[Shape]:
    """What the parts of a bar are; only those on the page."""
    x = MARGIN + _NAME
    for kind, text, there in (
        ("managers", "of managers", any(layer.managers for layer in spans.layers)),
        ("others", "of others", any(layer.others for layer in spans.layers)),
        ("vacant", "vacant", any(layer.vacant for layer in spans.layers)),
    ):
        if there:
            yield _part(kind, x, y, _KEY)
            yield Label(x + _KEY + 8, y + _BAR / 2 + 4, text, _TEXT, "muted")
            x += _KEY + 8 + measure(text, _TEXT) + 22


# -- spans


def _histogram(spans: Spans, top: float, plot: float) -> Iterator[Shape]:
    yield Label(_RIGHT, top, "Managers by number of direct reports", _TITLE, "title", bold=True)
    base = top + 16 + plot
    if not spans.columns:
        yield Label(_RIGHT, top + 30, "Nobody has reports.", _TEXT, "muted")
        return
    slot = min(_PANEL / len(spans.columns), 64.0)
    most = max(column.managers for column in spans.columns)
    scale = (plot - 46) / most
    yield Path(((_RIGHT, base), (_RIGHT + slot * len(spans.columns), base)), "outline", 1)
    every = _every(spans.columns, slot)
    for number, column in enumerate(spans.columns):
        x = _RIGHT + number * slot
        shapes = tuple(_column(column, x, base, slot, scale))
        if shapes:
            yield Group(shapes, title=f"{_column_name(column)}: {_column_words(column)}")
        if number % every == 0:
            yield Label(x + slot / 2, base + 15, _column_name(column), _SMALL, "muted", anchor="middle")
    yield from _limits(spans, slot, base, top + 16)
    yield from _span_key(spans, base + 24)


def _every(columns: Sequence[SpanColumn], slot: float) -> int:
    """Which columns are named: all of them, or each second, third ... so that names keep apart."""
    widest = max(measure(_column_name(column), _SMALL) for column in columns) + 6
    return max(1, ceil(widest / slot))


def _column_name(column: SpanColumn) -> str:
    return f"{column.lower:,}" if column.lower == column.upper else f"{column.lower:,}-{column.upper:,}"


def _column_words(column: SpanColumn) -> str:
    outside = f", {column.outside:,} outside the limits" if column.outside else ""
    return f"{column.managers:,} manager{'' if column.managers == 1 else 's'}{outside}"


def _column(column: SpanColumn, x: float, base: float, slot: float, scale: float) -> Iterator[Shape]:
    gap = min(4.0, slot * 0.12)
    top = base - column.within * scale
    if column.within:
        yield Rect(x + gap, top, slot - 2 * gap, column.within * scale, "band0")
    if column.outside:
        high = column.outside * scale
        yield Rect(x + gap, top - high, slot - 2 * gap, high, "page", "cut", 1.6)
        top -= high
    text = f"{column.managers:,}"
    if column.managers and measure(text, _SMALL, bold=True) <= slot + 16:
        yield Label(x + slot / 2, top - 5, text, _SMALL, "title", bold=True, anchor="middle")


def _limits(spans: Spans, slot: float, base: float, top: float) -> Iterator[Shape]:
    """The usual limits as lines between the spans that keep them and those that do not."""
    first = spans.columns[0]
    step = first.upper - first.lower + 1
    right = slot * len(spans.columns)
    for limit, text, below in ((spans.least, "at least", True), (spans.most, "at most", False)):
        if limit is None:
            continue
        place = (limit - 1 if below else limit) / step * slot
        x = _RIGHT + place
        if place <= right + 1:
            yield Path(((x, top + 16), (x, base)), "cut", 1.4, "dashed")
        words = f"{limit:,} {text}"
        if place > right + 1:
            words = f"{words}: beyond the last column"
        at_end = place > right / 2 or not below
        anchor_x = min(x, _RIGHT + right)
        room = measure(words, _SMALL)
        start = max(_RIGHT, anchor_x - room) if at_end and anchor_x - room > _RIGHT else anchor_x + 2
        yield Label(start, top + (10 if below else -2), words, _SMALL, "cut")


def _span_key(spans: Spans, y: float) -> Iterator[Shape]:
    if not any(column.outside for column in spans.columns):
        return
    yield Rect(_RIGHT, y, _KEY, _BAR, "page", "cut", 1.6)
    outside = sum(column.outside for column in spans.columns)
    text = f"outside the limits of the policy: {outside:,} of {sum(column.managers for column in spans.columns):,}"
    yield Label(_RIGHT + _KEY + 8, y + _BAR / 2 + 4, text, _TEXT, "muted")


# -- those who stand out


def _list(title: str, managers: Sequence[Manager], x: float, top: float) -> Iterator[Shape]:
    if not managers:
        return
    yield Label(x, top, title, _TITLE, "title", bold=True)
    numbers = max(measure(f"{manager.reports:,}", _TEXT, bold=True) for manager in managers)
    for row, manager in enumerate(managers):
        y = top + 14 + (row + 1) * _LIST_ROW - 8
        yield Label(x + numbers, y, f"{manager.reports:,}", _TEXT, "title", bold=True, anchor="end")
        remark = shorten(clean(manager.remark), _REMARK, _SMALL)
        right = measure(remark, _SMALL) + 12 if remark else 0.0
        words = clean(f"{manager.title} · {manager.holder}" if manager.holder else manager.title)
        yield Label(x + numbers + 12, y, shorten(words, _PANEL - numbers - 12 - right, _TEXT), _TEXT, "holder")
        if remark:
            yield Label(x + _PANEL, y, remark, _SMALL, "cut", anchor="end")
