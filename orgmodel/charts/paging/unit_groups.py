"""The unit by which each card of a chart of positions is grouped, and what units are called."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.charts.chart import Card
from orgmodel.charts.frames import units_of_cards
from orgmodel.errors import UsageError
from orgmodel.graph.units import UnitTree
from orgmodel.model.organization import Organization
from orgmodel.reading.names import printable


def unit_groups(organization: Organization, cards: Sequence[Card], kind: str) -> list[str]:
    """The unit of each card, or the nearest one above it that is of a kind; empty where there is none.

    A card without a unit is in that of its manager. Raises UsageError where no unit is of the kind.
    """
    kinds = sorted({unit.kind for unit in organization.units.values() if unit.kind})
    if not organization.units:
        raise UsageError("--pages unit wants a model with units; --pages depth or density split any chart")
    if kind and kind not in kinds:
        known = f"; there are {', '.join(printable(name) for name in kinds)}" if kinds else "; no unit has a kind"
        raise UsageError(f'no unit is of the kind "{printable(kind, 100)}"{known}')
    tree = UnitTree(organization)
    nearest: dict[str, str] = {}

    def grouped(unit: str) -> str:
        if unit not in nearest:
            above = tree.upward(unit)
            nearest[unit] = next((name for name in above if _is_of(organization, name, kind)), "")
        return nearest[unit]

    found = [grouped(unit) if unit is not None else None for unit in units_of_cards(organization, tree, cards)]
    return [_inherited(place, found, cards) for place in range(len(cards))]


def _is_of(organization: Organization, unit: str, kind: str) -> bool:
    entry = organization.units.get(unit)
    return not kind or (entry is not None and entry.kind == kind)


def _inherited(place: int, found: list[str | None], cards: Sequence[Card]) -> str:
    way = []
    while place >= 0 and found[place] is None:
        way.append(place)
        place = cards[place].parent
    unit = (found[place] or "") if place >= 0 else ""
    for card in way:
        found[card] = unit
    return unit
