"""The lines of text on a card, measured and cut to the room the card has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from orgmodel.charts.chart import Card
from orgmodel.drawing.text import ELLIPSIS, clean, measure, shorten, wrap

PAD_X, PAD_Y = 12, 9
FACE, BESIDE_FACE = 36, 10
"""Width of a photo or of initials, and the room between them and the texts."""
_NARROWEST, _WIDEST = 120, 184
_SAMPLE, _MEASURED = 2000, 120
_MANY_BADGES = 2
"""So many may take a second line."""


class Style(NamedTuple):
    """One kind of text: font size and line height in pixels."""

    name: str
    size: int
    line: int
    bold: bool = False


TITLE = Style("t", 12, 15, True)
HOLDER = Style("h", 12, 16)
STATE = Style("v", 12, 16)
"""'Vacant' and the like, in place of a holder."""
UNIT = Style("u", 11, 14)
SEATS = Style("n", 12, 15, True)
MORE = Style("m", 12, 16)
CUT = Style("k", 11, 14)

STATES = {"vacant": "Vacant", "planned": "Planned", "undisclosed": "Undisclosed"}

CUT_TEXT = "↺ loop cut here"
SHARED = " & "
"""Between the names of those who share a seat; they may take two lines."""

Line = tuple[Style, str]


class Lettering:
    """Turns cards into lines of one width; equal texts are measured once."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self.room = _room(cards)
        self.inset = FACE + BESIDE_FACE if any(card.portrait for card in cards) else 0
        """How far the texts of all cards stand to the right, beside the faces."""
        self._known: dict[tuple[str, Style, int], tuple[str, ...]] = {}

    def lines(self, card: Card) -> list[Line]:
        """All lines of a card from top to bottom."""
        if card.kind == "stub":
            return [(MORE, text) for text in self._wrapped(card.title, MORE, 1)]
        made = [(TITLE, text) for text in self._wrapped(card.title, TITLE, 2)]
        if card.holder:
            lines = 2 if SHARED in card.holder else 1
            made += [(HOLDER, text) for text in self._wrapped(card.holder, HOLDER, lines)]
        elif card.kind in STATES:
            made.append((STATE, STATES[card.kind]))
        if card.seats > 1:
            made.append((SEATS, f"× {card.seats}"))
        if card.unit:
            made += [(UNIT, text) for text in self._wrapped(card.unit, UNIT, 1)]
        for field in card.fields:
            made += [(UNIT, text) for text in self._wrapped(field, UNIT, 1)]
        if card.badges:
            lines = 1 if len(card.badges) < _MANY_BADGES else 2
            made += [(UNIT, text) for text in self._wrapped(" · ".join(card.badges), UNIT, lines)]
        if card.line == "cut":
            made.append((CUT, CUT_TEXT))
        return made

    def _wrapped(self, text: str, style: Style, lines: int) -> tuple[str, ...]:
        found = self._known.get((text, style, lines))
        if found is None:
            whole = clean(text)
            if lines == 1:
                found = (shorten(whole, self.room, style.size),) if whole else ()
            else:
                found = wrap(whole, self.room, style.size, lines, bold=style.bold)
            self._known[text, style, lines] = found
        return found


def text_height(lines: Iterable[Line]) -> int:
    """Height of the lines of one card."""
    return sum(style.line for style, _ in lines)


def _room(cards: Sequence[Card]) -> int:
    """Width for text on every card: the one that makes the cards smallest without cutting many texts.

    Nineteen of twenty holders, units and fields fit on one line, and 49 of 50 titles on two. Wider cards may
    save the second line of the titles, narrower ones save width.
    """
    sample = [card for card in cards[:: len(cards) // _SAMPLE + 1] if card.kind != "stub"]
    titles = Counter(clean(card.title[:_MEASURED]) for card in sample)
    others = sorted(
        measure(clean(text[:_MEASURED]), HOLDER.size)
        for card in sample
        for text in (*card.holder.split(SHARED), card.unit, *card.fields)
        if text
    )
    least = max(_NARROWEST, others[int((len(others) - 1) * 0.95)] if others else 0)
    below = HOLDER.line + UNIT.line * max((bool(card.unit) + len(card.fields) for card in sample), default=0)
    rooms = [room for room in range(_NARROWEST, _WIDEST, 8) if room >= least] + [_WIDEST]
    allowed = len(sample) // 50
    fitting = [room for room in rooms if _cut(titles, room) <= allowed] or [_WIDEST]
    longest = max((measure(title, TITLE.size, bold=True) for title in titles), default=0)
    return min(fitting, key=lambda room: _area(room, longest, below))


def _cut(titles: Counter[str], room: int) -> int:
    """How many titles do not fit on two lines."""
    return sum(
        count
        for title, count in titles.items()
        if title and wrap(title, room, TITLE.size, 2, bold=True)[-1].endswith(ELLIPSIS)
    )


def _area(room: int, longest: float, below: int) -> int:
    """Area that one card takes with the lanes around it."""
    lines = 1 if longest <= room else 2
    return (room + 2 * PAD_X + 36) * (lines * TITLE.line + below + 2 * PAD_Y + 14)
