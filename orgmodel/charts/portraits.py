"""Whose faces stand on cards, and what is in their photo files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from orgmodel.charts.chart import Card, Chart, Portrait
from orgmodel.drawing.raster import Raster
from orgmodel.drawing.text import clean
from orgmodel.model.organization import Organization

MOST_BYTES = 40_000_000
"""All photos of one chart together."""


def portrait(organization: Organization, position_id: str, day: date, names: tuple[str, ...]) -> Portrait:
    """The face of who sits in a seat: the seat's own photo, else that of its first holder."""
    if not names:
        return Portrait()
    position = organization.positions[position_id]
    photo = position.photo
    for holder in position.holders_on(day):
        person = organization.people.get(holder.person or "")
        photo = photo or (person.photo if person is not None else None)
    return Portrait(initials(names[0]), photo or "")


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = [word for word in clean(name).split() if word[0].isalnum()]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper()[:2]


def with_photos(chart: Chart, read: Callable[[str], Raster | str], tell: Callable[[str], None]) -> Chart:
    """The chart with what is in its photo files. `read` gives an image, or says why there is none."""
    known: dict[str, Raster | str] = {}
    size = 0
    cards: list[Card] = []
    for card in chart.cards:
        face_ = card.portrait
        if face_ is None or not face_.photo:
            cards.append(card)
            continue
        if face_.photo not in known:
            known[face_.photo] = found = read(face_.photo)
            if isinstance(found, str):
                tell(f"{found}; initials are drawn instead")
        image = known[face_.photo]
        if isinstance(image, str):
            cards.append(card)
            continue
        size += len(image.data)
        if size > MOST_BYTES:
            tell(f"the photos have over {MOST_BYTES // 1_000_000} MB in all; initials are drawn instead of the rest")
            return replace(chart, cards=(*cards, *chart.cards[len(cards) :]))
        cards.append(replace(card, portrait=replace(face_, data=image.data, mime=image.mime)))
    return replace(chart, cards=tuple(cards))
