"""Which units get a frame: those whose cards stand together below one card."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.charts.chart import Card, Frame
from orgmodel.graph.units import UnitTree
from orgmodel.model.organization import Organization


def unit_frames(organization: Organization, cards: Sequence[Card]) -> tuple[Frame, ...]:
    """A frame for each card that is the uppermost one of its unit, where all below it belong to that unit too.

    A card of a unit within that unit belongs to it. A head who sits in the unit above stands in the frame of the
    unit it heads. A unit whose cards hang in several places has several frames, one that is mixed with others none.
    """
    tree = UnitTree(organization)
    units = units_of_cards(organization, tree, cards)
    outside = _outside(tree, units, cards)
    leads = {card.parent for card in cards}
    frames = []
    for place, card in enumerate(cards):
        unit = units[place]
        above = units[card.parent] if card.parent >= 0 else None
        if unit is not None and unit != above and place in leads and place not in outside:
            frames.append(Frame(place, organization.title("units", unit)))
    return tuple(frames)


def units_of_cards(organization: Organization, tree: UnitTree, cards: Sequence[Card]) -> list[str | None]:
    """The unit of each card; of a head that sits above its unit, the unit it heads."""
    heads: dict[str, list[str]] = {}
    for name, unit in organization.units.items():
        for head in unit.headed_by():
            heads.setdefault(head, []).append(name)
    found: list[str | None] = []
    for card in cards:
        if card.kind == "stub":
            found.append(found[card.parent])
            continue
        own = organization.positions[card.id].unit
        headed = heads.get(card.id, ())
        if own is not None and len(headed) == 1 and tree.is_within(headed[0], own):
            own = headed[0]
        found.append(own)
    return found


def _outside(tree: UnitTree, units: list[str | None], cards: Sequence[Card]) -> set[int]:
    """Cards that have somebody below them who does not belong to their unit."""
    outside: set[int] = set()
    climbed: set[tuple[str, int]] = set()
    for unit, card in zip(units, cards, strict=True):
        above = card.parent
        while unit is not None and above >= 0 and (unit, above) not in climbed:
            climbed.add((unit, above))
            other = units[above]
            if other is not None and not tree.is_within(unit, other):
                outside.add(above)
            above = cards[above].parent
    return outside
