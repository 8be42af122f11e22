"""A network of responsibilities as placed shapes: a line for each part, and its letter where it ends.

Owners are tied by thick lines, doers by thin ones, advisers by dashes, those who are told by dots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from orgmodel.charts.network.network import Hub, Network, Party, Tie
from orgmodel.charts.network.placing import Placing, placed
from orgmodel.charts.page import HEAD, LEAST_WIDTH, MARGIN, NOTE_LINE, foot, heading, note_lines
from orgmodel.drawing.picture import Dash, Group, Label, Path, Picture, Rect, Shape
from orgmodel.drawing.text import clean, measure, shorten, wrap

_PARTY, _HUB = 210.0, 290.0
_PAD = 10.0
_TEXT, _SMALL = 12.0, 11.0
_LINE = 16.0
_BADGE = 18.0
_BADGE_ROOM = 34.0
"""Room for letters at both edges of a hub."""
_COLUMN_HEAD = 50.0
_LEGEND_LINE = 24.0
_KEY = 58.0

STYLES: dict[str, tuple[str, float, Dash]] = {
    "owner": ("band0", 2.6, ""),
    "doer": ("title", 1.3, ""),
    "vetoes": ("cut", 1.6, "dashed"),
    "verifies": ("band2", 1.6, "dashed"),
    "advises": ("dotted", 1.4, "dashed"),
    "informed": ("line", 1.4, "dotted"),
    "": ("line", 1.0, ""),
}
"""Ink, width and dash of the line of each meaning."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A placed network, its texts, and where its columns begin."""

    network: Network
    placing: Placing
    hub_titles: tuple[tuple[str, ...], ...]
    party_titles: tuple[tuple[str, ...], ...]
    top: float
    left: float
    width: float

    @property
    def hubs_left(self) -> float:
        """The left edge of the hubs."""
        return self.left + _PARTY + self.placing.space

    @property
    def right(self) -> float:
        """The left edge of the parties on the right."""
        return self.hubs_left + _HUB + self.placing.space


def draw(network: Network) -> Picture:
    """The page."""
    page = _page(network)
    bottom = page.top + page.placing.height + 26
    legend, legend_height = _legend(page, bottom)
    notes = note_lines(network.notes, page.width)
    shapes = (
        *heading(network.name or "Responsibilities", network.subtitle, page.width),
        *_heads(page),
        *(_tie(page, number) for number in range(len(network.ties))),
        *(_hub(page, number) for number in range(len(network.hubs))),
        *(_party(page, number) for number in range(len(network.parties))),
        *(shape for number in range(len(network.ties)) for shape in _badge_of(page, number)),
        *legend,
        *foot(notes, bottom + legend_height),
    )
    height = bottom + legend_height + NOTE_LINE * len(notes) + MARGIN - 6
    title = clean(network.name) or "Responsibilities"
    return Picture(ceil(page.width), ceil(height), title, shapes, _said(network))


def _page(network: Network) -> _Page:
    room = _HUB - 2 * _BADGE_ROOM
    hubs = tuple(wrap(clean(hub.title) or "(no title)", room, _TEXT, 3, bold=True) for hub in network.hubs)
    parties = tuple(
        wrap(clean(party.title) or "(no title)", _PARTY - 2 * _PAD, _TEXT, 2, bold=True) for party in network.parties
    )
    placing = placed(
        network,
        [_height(len(lines), hub.remark) for lines, hub in zip(hubs, network.hubs, strict=True)],
        [_height(len(lines), party.remark) for lines, party in zip(parties, network.parties, strict=True)],
    )
    own = 2 * _PARTY + _HUB + 2 * placing.space
    width = max(own + 2 * MARGIN, LEAST_WIDTH)
    return _Page(network, placing, hubs, parties, HEAD + _COLUMN_HEAD, (width - own) / 2, width)


def _height(lines: int, remark: str) -> float:
    return 2 * _PAD + _LINE * (lines + bool(remark)) - 4


def _said(network: Network) -> str:
    ties = "; ".join(_tie_words(network, tie) for tie in network.ties)
    return clean(f"{network.subtitle}. {ties}.")


def _tie_words(network: Network, tie: Tie) -> str:
    hub = network.hubs[tie.hub]
    where = f" ({hub.remark})" if hub.remark else ""
    return f"{network.parties[tie.party].title}: {' '.join(tie.codes)} for {hub.title}{where}"


def _heads(page: _Page) -> Iterator[Shape]:
    y = HEAD + 30
    sides = {party.is_left for party in page.network.parties}
    if True in sides:
        yield Label(page.left, y, "Answers and does", _TEXT, "muted", bold=True)
    yield Label(page.hubs_left + _HUB / 2, y, "What", _TEXT, "muted", bold=True, anchor="middle")
    if False in sides:
        yield Label(page.right + _PARTY, y, "Is asked, checks, is told", _TEXT, "muted", bold=True, anchor="end")


def _tie(page: _Page, number: int) -> Group:
    tie = page.network.ties[number]
    ink, width, dash = STYLES[tie.trait]
    party, hub = page.placing.ends[number]
    if page.network.parties[tie.party].is_left:
        start, end = page.left + _PARTY, page.hubs_left
    else:
        start, end = page.right, page.hubs_left + _HUB
    line = Path(((start, page.top + party), (end, page.top + hub)), ink, width, dash)
    return Group((line,), title=clean(_tie_words(page.network, tie)))


def _badge_of(page: _Page, number: int) -> Iterator[Shape]:
    tie = page.network.ties[number]
    text = shorten(clean(" ".join(tie.codes)), _BADGE_ROOM + 22, _SMALL, bold=True)
    is_left = page.network.parties[tie.party].is_left
    wide = _badge_width(text)
    edge = page.hubs_left if is_left else page.hubs_left + _HUB
    yield from _badge(text, tie.trait, edge - wide / 2, page.top + page.placing.ends[number][1])


def _badge_width(text: str) -> float:
    return max(_BADGE, measure(text, _SMALL, bold=True) + 10)


def _badge(text: str, trait: str, left: float, middle: float) -> Iterator[Shape]:
    """The letters of a tie in a small box: filled for owners, framed like the line for others."""
    ink, _width, dash = STYLES[trait]
    wide = _badge_width(text)
    filled = trait == "owner"
    yield Rect(left, middle - _BADGE / 2, wide, _BADGE, ink if filled else "page", ink, 1.4, 4, "" if filled else dash)
    yield Label(left + wide / 2, middle + 4, text, _SMALL, "page" if filled else "title", bold=True, anchor="middle")


def _hub(page: _Page, number: int) -> Group:
    hub: Hub = page.network.hubs[number]
    top, height = page.top + page.placing.hubs[number], page.placing.hub_heights[number]
    ink = "cut" if hub.is_unowned else "outline"
    shapes: list[Shape] = [Rect(page.hubs_left, top, _HUB, height, "quiet_card", ink, 1.6 if hub.is_unowned else 1, 8)]
    middle = page.hubs_left + _HUB / 2
    texts = page.hub_titles[number]
    remark = shorten(clean(hub.remark), _HUB - 2 * _BADGE_ROOM, _SMALL)
    base = top + (height - _LINE * (len(texts) + bool(remark))) / 2 + 12
    for text in texts:
        shapes.append(Label(middle, base, text, _TEXT, "title", bold=True, anchor="middle"))
        base += _LINE
    if remark:
        shapes.append(Label(middle, base, remark, _SMALL, "cut" if hub.is_unowned else "muted", anchor="middle"))
    return Group(tuple(shapes), title=clean(f"{hub.title}, {hub.remark}" if hub.remark else hub.title))


def _party(page: _Page, number: int) -> Group:
    party: Party = page.network.parties[number]
    left = page.left if party.is_left else page.right
    top = page.top + page.placing.parties[number]
    texts = page.party_titles[number]
    height = _height(len(texts), party.remark)
    shapes: list[Shape] = [_box(party, left, top, _PARTY, height)]
    if party.is_inside:
        shapes.append(Rect(left + 3, top + 5, 4, height - 10, "band2"))
    base = top + _PAD + 11
    for text in texts:
        shapes.append(Label(left + _PAD + 3, base, text, _TEXT, "title", bold=True))
        base += _LINE
    if party.remark:
        text = shorten(clean(party.remark), _PARTY - 2 * _PAD - 3, _SMALL)
        shapes.append(Label(left + _PAD + 3, base, text, _SMALL, "vacant" if party.is_vacant else "muted"))
    said = [party.title, party.remark, f"of {page.network.inside}" if party.is_inside else ""]
    return Group(tuple(shapes), title=clean(", ".join(filter(None, said))), role="graphics-symbol")


def _box(party: Party, left: float, top: float, wide: float, high: float) -> Rect:
    if party.is_vacant:
        return Rect(left, top, wide, high, "card", "vacant", 1.4, 6, "dashed")
    return Rect(left, top, wide, high, "card", "outline", 1, 6)


# -- legend


def _legend(page: _Page, top: float) -> tuple[list[Shape], float]:
    """Every letter in use with its line, then the marks of boxes; and the height of all that."""
    shapes: list[Shape] = []
    x, y = MARGIN, top + 8
    right = page.width - MARGIN
    for key, text in _entries(page.network):
        shown = shorten(clean(text), right - MARGIN - _KEY - 8, _TEXT)
        wide = _KEY + 8 + measure(shown, _TEXT)
        if x > MARGIN and x + wide > right:
            x, y = MARGIN, y + _LEGEND_LINE
        shapes += _key(key, x, y)
        shapes.append(Label(x + _KEY + 8, y + 4, shown, _TEXT, "muted"))
        x += wide + 26
    return shapes, y - top + _LEGEND_LINE


def _entries(network: Network) -> Iterator[tuple[tuple[str, str], str]]:
    for meaning in network.meanings:
        yield (meaning.code, meaning.trait), meaning.name
    if any(party.is_inside for party in network.parties):
        yield ("", "inside"), f"Of {network.inside}"
    if any(party.is_vacant for party in network.parties):
        yield ("", "vacant"), "Vacant"


def _key(key: tuple[str, str], x: float, y: float) -> Iterator[Shape]:
    code, kind = key
    if not code:
        yield _box(Party("", "", True, is_vacant=kind == "vacant"), x + 22, y - 9, 36, 18)
        if kind == "inside":
            yield Rect(x + 25, y - 6, 4, 12, "band2")
        return
    text = shorten(clean(code), 34, _SMALL, bold=True)
    ink, width, dash = STYLES[kind]
    wide = _badge_width(text)
    yield Path(((x, y), (x + _KEY - wide, y)), ink, width, dash)
    yield from _badge(text, kind, x + _KEY - wide, y)
