"""Where a network's boxes stand: hubs in the middle, parties on both sides at the height of what they are tied to.

Ties run from the inner edge of a party to the edge of a hub, so they never leave the space between two columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.charts.network.network import Network
from orgmodel.charts.network.order import order_of

PORT = 22.0
"""Between two ties at a hub."""
_BETWEEN = 16.0
_SPREAD = 8.0
_MOST_SPREAD = 0.7
_LEAST_SPACE, _MOST_SPACE, _SHARE = 140.0, 520.0, 0.22


@dataclass(frozen=True, slots=True)
class Placing:
    """Upper edges of hubs and parties, where both ends of each tie are, and the space between columns.

    Heights are from the upper edge of the drawing.
    """

    hubs: tuple[float, ...]
    hub_heights: tuple[float, ...]
    parties: tuple[float, ...]
    ends: tuple[tuple[float, float], ...]
    """For each tie the height at its party and at its hub."""
    space: float
    height: float


def placed(network: Network, hub_texts: Sequence[float], party_heights: Sequence[float]) -> Placing:
    """Places for boxes of these heights; hubs grow with the ties they have on a side."""
    ties = network.ties
    at_hub: dict[tuple[int, bool], list[int]] = {}
    for number, tie in enumerate(ties):
        at_hub.setdefault((tie.hub, network.parties[tie.party].is_left), []).append(number)
    heights = [
        max(texts, *(PORT * len(at_hub.get((hub, side), ())) + 8 for side in (True, False)))
        for hub, texts in enumerate(hub_texts)
    ]
    columns = [[i for i, party in enumerate(network.parties) if party.is_left is side] for side in (True, False)]
    needed = [sum(party_heights[i] + _BETWEEN for i in column) - _BETWEEN for column in columns]
    own = sum(heights) + _BETWEEN * (len(heights) - 1)
    height = max(own, *needed)
    extra = (height - own) / max(len(heights), 1)
    order = order_of(network)
    stacked = _stacked([heights[hub] for hub in order], _BETWEEN + extra, extra / 2)
    hubs = [top for _hub, top in sorted(zip(order, stacked, strict=True))]
    tops = [0.0] * len(network.parties)
    wanted = _wanted(network, hubs, heights)
    for column in columns:
        ordered = sorted(column, key=lambda i: (wanted[i], i))
        found = _settled([wanted[i] for i in ordered], [party_heights[i] for i in ordered], height)
        for i, top in zip(ordered, found, strict=True):
            tops[i] = top
    middles = [top + high / 2 for top, high in zip(tops, party_heights, strict=True)]
    ends = _ends(network, hubs, heights, middles, party_heights, at_hub)
    space = min(max(_LEAST_SPACE, height * _SHARE), _MOST_SPACE)
    return Placing(tuple(hubs), tuple(heights), tuple(tops), tuple(ends), space, height)


def _stacked(heights: Sequence[float], between: float, start: float) -> list[float]:
    tops, top = [], start
    for height in heights:
        tops.append(top)
        top += height + between
    return tops


def _wanted(network: Network, hubs: Sequence[float], heights: Sequence[float]) -> list[float]:
    """The mean height of the hubs that a party is tied to."""
    found: list[list[float]] = [[] for _ in network.parties]
    for tie in network.ties:
        found[tie.party].append(hubs[tie.hub] + heights[tie.hub] / 2)
    return [sum(middles) / len(middles) if middles else 0.0 for middles in found]


def _settled(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Upper edges near the wanted middles, in order, without overlap, all within the room."""
    tops: list[float] = []
    least = 0.0
    for middle, height in zip(wanted, heights, strict=True):
        tops.append(max(middle - height / 2, least))
        least = tops[-1] + height + _BETWEEN
    most = room
    for i in range(len(tops) - 1, -1, -1):
        tops[i] = min(tops[i], most - heights[i])
        most = tops[i] - _BETWEEN
    return tops


def _ends(
    network: Network,
    hubs: Sequence[float],
    heights: Sequence[float],
    middles: Sequence[float],
    party_heights: Sequence[float],
    at_hub: dict[tuple[int, bool], list[int]],
) -> list[tuple[float, float]]:
    """Ties leave a party in the order of the hubs, and reach a hub in the order of the parties."""
    ties = network.ties
    hub_end = [0.0] * len(ties)
    party_end = [0.0] * len(ties)
    for (hub, _side), own in at_hub.items():
        own.sort(key=lambda number: (middles[ties[number].party], number))
        for place, y in zip(own, _around(hubs[hub] + heights[hub] / 2, PORT, len(own)), strict=True):
            hub_end[place] = y
    at_party: dict[int, list[int]] = {}
    for number, tie in enumerate(ties):
        at_party.setdefault(tie.party, []).append(number)
    for party, own in at_party.items():
        own.sort(key=lambda number: (hub_end[number], number))
        step = min(_SPREAD, party_heights[party] * _MOST_SPREAD / max(len(own), 1))
        for place, y in zip(own, _around(middles[party], step, len(own)), strict=True):
            party_end[place] = y
    return list(zip(party_end, hub_end, strict=True))


def _around(middle: float, step: float, count: int) -> list[float]:
    return [middle + (place - (count - 1) / 2) * step for place in range(count)]
