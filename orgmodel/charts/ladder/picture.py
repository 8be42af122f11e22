"""The ladder as placed shapes: bands of levels, columns of tracks, rungs with their pay, promotions as arrows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from math import ceil

from orgmodel.charts.ladder.build import scale_text
from orgmodel.charts.ladder.grid import Grid, grid_of
from orgmodel.charts.ladder.ladder import Ladder, PayScale, Rung
from orgmodel.charts.ladder.ways import Side, Way, Ways, ways_of
from orgmodel.charts.page import HEAD, LEAST_WIDTH, MARGIN, NOTE_LINE, foot, heading, note_lines
from orgmodel.drawing.picture import Dash, Group, Label, Path, Picture, Rect, Shape
from orgmodel.drawing.text import clean, measure, shorten, wrap

CARD = 176.0
_PAD = 10.0
_TITLE, _SMALL = 12.0, 11.0
_LINE, _FACT = 16.0, 15.0
_TITLE_LINES, _FACT_LINES = 2, 2
_BAR = 30.0
_TRACK, _LANE, _GUTTER = 9.0, 26.0, 18.0
_COLUMN_HEAD = 56.0
_LEGEND = 26.0


@dataclass(frozen=True)
class _Plan:
    """Sizes and places of everything on the page."""

    ladder: Ladder
    grid: Grid
    ways: Ways

    @cached_property
    def titles(self) -> tuple[tuple[str, ...], ...]:
        """The title of each rung, on lines."""
        return tuple(
            wrap(clean(rung.title) or clean(rung.id), CARD - 2 * _PAD, _TITLE, _TITLE_LINES, bold=True)
            for rung in self.ladder.rungs
        )

    @cached_property
    def facts(self) -> tuple[tuple[str, ...], ...]:
        """The facts of each rung, on lines."""
        return tuple(
            tuple(line for fact in rung.facts for line in wrap(clean(fact), CARD - 2 * _PAD, _SMALL, _FACT_LINES))
            for rung in self.ladder.rungs
        )

    def own_height(self, place: int) -> float:
        """The height that the texts of a rung need."""
        bar = _BAR if self.ladder.rungs[place].pay is not None else 0.0
        return 2 * _PAD + max(1, len(self.titles[place])) * _LINE + len(self.facts[place]) * _FACT + bar - 4

    @cached_property
    def heights(self) -> tuple[float, ...]:
        """The height of each line of cards."""
        return tuple(
            max((self.own_height(i) for i, spot in enumerate(self.grid.places) if spot[0] == line), default=0.0)
            for line in range(len(self.grid.lines))
        )

    def lane(self, number: int) -> float:
        """The height of the lane above a line."""
        tracks = self.ways.lanes.get(number, 0)
        return _LANE + _TRACK * tracks

    def gutter(self, number: int) -> float:
        """The width of the gutter left of a slot."""
        return _GUTTER + _TRACK * self.ways.gutters.get(number, 0)

    @property
    def has_heads(self) -> bool:
        """Whether any column has a name."""
        return any(column.family or any(column.tracks) for column in self.ladder.columns)

    @cached_property
    def tops(self) -> tuple[float, ...]:
        """The upper edge of each line, and below the last one the edge of its lane."""
        tops = [HEAD + (_COLUMN_HEAD if self.has_heads else 0.0) + self.lane(0)]
        for line, height in enumerate(self.heights):
            tops.append(tops[-1] + height + self.lane(line + 1))
        return tuple(tops)

    @cached_property
    def lefts(self) -> tuple[float, ...]:
        """The left edge of each slot, and behind the last one the edge of its gutter."""
        names = max(measure(_level(level), _TITLE, bold=True) for level in self.ladder.levels)
        lefts = [MARGIN + names + 12 + self.gutter(0)]
        for slot in range(len(self.grid.slots)):
            lefts.append(lefts[-1] + CARD + self.gutter(slot + 1))
        return tuple(lefts)

    @property
    def bottom(self) -> float:
        """Below the last band."""
        return self.tops[-1]

    @cached_property
    def width(self) -> float:
        """The width of the page."""
        return max(self.lefts[-1] + MARGIN - 8, LEAST_WIDTH)


def draw(ladder: Ladder) -> Picture:
    """The page."""
    grid = grid_of(ladder)
    plan = _Plan(ladder, grid, ways_of(grid, ladder.promotions))
    notes = note_lines(ladder.notes, plan.width)
    legend = list(_legend(plan, plan.bottom + 14))
    lines = plan.bottom + 14 + (_LEGEND if legend else 0)
    shapes = (
        *heading(ladder.name or "Career ladder", ladder.subtitle, plan.width),
        *_bands(plan),
        *_columns(plan),
        *_arrows(plan),
        *(_card(plan, place) for place in range(len(ladder.rungs))),
        *legend,
        *foot(notes, lines),
    )
    height = lines + NOTE_LINE * len(notes) + MARGIN - 6
    return Picture(ceil(plan.width), ceil(height), clean(ladder.name) or "Career ladder", shapes, _said(ladder))


def _said(ladder: Ladder) -> str:
    ways = (f"{ladder.rungs[low].title} to {ladder.rungs[up].title}" for low, up in ladder.promotions)
    return clean(f"{ladder.subtitle}. Promotions: {'; '.join(ways) or 'none'}.")


def _level(level: int) -> str:
    return f"Level {level}"


def _bands(plan: _Plan) -> Iterator[Shape]:
    """A band for each level, from the middle of the lane above it to the middle of the one below."""
    right = plan.width - MARGIN / 2
    line = 0
    for number, (level, members) in enumerate(groupby(plan.grid.lines)):
        last = line + len(list(members)) - 1
        top = plan.tops[line] - plan.lane(line) / 2
        bottom = plan.tops[last] + plan.heights[last] + plan.lane(last + 1) / 2
        if number % 2 == 0:
            yield Rect(MARGIN / 2, top, right - MARGIN / 2, bottom - top, "quiet_card")
        middle = (plan.tops[line] + plan.tops[last] + plan.heights[last]) / 2 + 4
        yield Label(MARGIN, middle, _level(level), _TITLE, "muted", bold=True)
        line = last + 1


def _columns(plan: _Plan) -> Iterator[Shape]:
    """The families, each over its tracks."""
    top = HEAD + 26
    columns = plan.ladder.columns
    for family, members in groupby(range(len(columns)), key=lambda column: columns[column].family):
        several = list(members)
        left, right = _extent(plan, several[0])[0], _extent(plan, several[-1])[1]
        if any(column.family for column in columns):
            text = shorten(clean(family) or "No family", right - left, _TITLE, bold=True)
            yield Label(left, top, text, _TITLE, "title", bold=True)
            yield Path(((left, top + 7), (right, top + 7)), "outline", 1)
        for column in several:
            start, end = _extent(plan, column)
            track = clean(", ".join(filter(None, columns[column].tracks)))
            if track:
                yield Label(start, top + 22, shorten(track, end - start, _SMALL), _SMALL, "muted")


def _extent(plan: _Plan, column: int) -> tuple[float, float]:
    slots = [slot for slot, own in enumerate(plan.grid.slots) if own == column]
    return plan.lefts[slots[0]], plan.lefts[slots[-1]] + CARD


# -- promotions


def _arrows(plan: _Plan) -> Iterator[Shape]:
    for way, promotion in zip(plan.ways.ways, plan.ladder.promotions, strict=True):
        low, up = (plan.ladder.rungs[place] for place in promotion)
        rises = plan.ladder.rises(promotion)
        arrow = Path(tuple(_points(plan, way)), "line" if rises else "cut", 1.6, "" if rises else "dashed", arrow=True)
        yield Group((arrow,), title=clean(f"{low.title} to {up.title}{'' if rises else ', which is not higher'}"))


def _points(plan: _Plan, way: Way) -> Iterator[tuple[float, float]]:
    x, y = _port(plan, way.source, way.ports[0])
    yield x, y
    end_x, end_y = _port(plan, way.target, way.ports[1])
    heights = [_height(plan, lane, track) for lane, track in zip(way.lanes, way.tracks, strict=True)]
    turns = [x, end_x]
    if way.gutter is not None:
        turns.insert(1, plan.lefts[way.gutter] - plan.gutter(way.gutter) + _GUTTER / 2 + _TRACK * way.gutter_track + 4)
    for height, (before, after) in zip(heights, pairwise(turns), strict=False):
        yield before, height
        yield after, height
    yield end_x, end_y


def _height(plan: _Plan, lane: int, track: int) -> float:
    """The height of a track; track 0 is the lowest, with room for the head of an arrow above the last."""
    return plan.tops[lane] - 9 - _TRACK * track if lane < len(plan.tops) else plan.bottom


def _port(plan: _Plan, side: Side, aside: float) -> tuple[float, float]:
    place, edge = side
    line, slot = plan.grid.places[place]
    top = plan.tops[line]
    return plan.lefts[slot] + CARD / 2 + aside, top if edge == "top" else top + plan.heights[line]


# -- cards


def _card(plan: _Plan, place: int) -> Group:
    rung = plan.ladder.rungs[place]
    line, slot = plan.grid.places[place]
    left, top, height = plan.lefts[slot], plan.tops[line], plan.heights[line]
    shapes: list[Shape] = [Rect(left, top, CARD, height, "card", "outline", radius=6)]
    base = top + _PAD + 11
    for text in plan.titles[place]:
        shapes.append(Label(left + _PAD, base, text, _TITLE, "title", bold=True))
        base += _LINE
    for text in plan.facts[place]:
        shapes.append(Label(left + _PAD, base, text, _SMALL, "muted"))
        base += _FACT
    if rung.pay is not None and plan.ladder.scale is not None:
        shapes += _bar(plan.ladder.scale, rung, left + _PAD, top + height - _BAR - _PAD + 6)
    said = [rung.title, _level(rung.level), *rung.facts]
    said += [f"pay {rung.pay.text} {plan.ladder.scale.unit}"] if rung.pay and plan.ladder.scale else []
    return Group(tuple(shapes), title=clean(", ".join(said)), role="graphics-symbol")


def _bar(scale: PayScale, rung: Rung, left: float, top: float) -> Iterator[Shape]:
    """The figure in words, and as a bar on a rail that is the common scale."""
    pay = rung.pay
    if pay is None:
        return
    wide = CARD - 2 * _PAD
    yield Label(left, top + 12, shorten(pay.text, wide, _SMALL), _SMALL, "holder")
    middle = top + 22
    yield Path(((left, middle), (left + wide, middle)), "outline", 1)

    def at(amount: float) -> float:
        share = (amount - scale.lower) / (scale.upper - scale.lower)
        return left + wide * min(max(share, 0.0), 1.0)

    start = at(pay.lower) if pay.lower is not None else left
    end = at(pay.upper) if pay.upper is not None else left + wide
    if pay.lower is not None and pay.upper is not None:
        yield Rect(min(start, left + wide - 4), middle - 4, max(end - start, 4.0), 8, "band0", radius=2)
        return
    yield Path(((start, middle), (end, middle)), "band0", 2.5, "dotted")
    edge = start if pay.lower is not None else end
    yield Rect(edge - 2, middle - 6, 4, 12, "band0")


# -- legend


def _legend(plan: _Plan, top: float) -> Iterator[Shape]:
    """What arrows and bars mean; only what is on the page."""
    x, middle = MARGIN, top + 10
    for ink, dash, text in _kinds_of_arrows(plan.ladder):
        yield Path(((x, middle), (x + 26, middle)), ink, 1.6, dash, arrow=True)
        yield Label(x + 34, middle + 4, text, _TITLE, "muted")
        x += 34 + measure(text, _TITLE) + 24
    scale = plan.ladder.scale
    if scale is None:
        return
    low, high = scale_text(scale)
    text = shorten(
        clean(f"Pay in {scale.unit} ({scale.origin}), from {low} to {high} in every bar"),
        plan.width - MARGIN - 34 - x,
        _TITLE,
    )
    yield Path(((x, middle), (x + 26, middle)), "outline", 1)
    yield Rect(x + 8, middle - 4, 12, 8, "band0", radius=2)
    yield Label(x + 34, middle + 4, text, _TITLE, "muted")


def _kinds_of_arrows(ladder: Ladder) -> Iterator[tuple[str, Dash, str]]:
    rising = [ladder.rises(promotion) for promotion in ladder.promotions]
    if any(rising):
        yield "line", "", "Promotion"
    if not all(rising):
        yield "cut", "dashed", "Promotion that does not rise"
