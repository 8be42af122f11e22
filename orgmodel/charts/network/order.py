"""The order of hubs: that of the file, or one in which clearly fewer lines cross."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from orgmodel.charts.network.network import Network

_ROUNDS = 12
_WEIGHTS = {"owner": 4.0, "doer": 2.0}
_GAIN = 0.85
"""The file's order is left only where so much of its crossings would remain, or less."""
_MOST_COUNTED = 20_000


def order_of(network: Network) -> list[int]:
    """The hubs from top to bottom."""
    kept = list(range(len(network.hubs)))
    if len(kept) < 3 or len(network.ties) > _MOST_COUNTED:
        return kept
    order, best, fewest = kept, kept, crossings(network, kept) * _GAIN
    for _ in range(_ROUNDS):
        order = _nearer(network, order)
        found = crossings(network, order)
        if found < fewest:
            best, fewest = order, found
    return best


def _nearer(network: Network, order: Sequence[int]) -> list[int]:
    """Hubs ordered by where those stand who have a part in them, owners before others."""
    ranks = party_ranks(network, order)
    place = {hub: rank for rank, hub in enumerate(order)}
    sums: dict[int, list[float]] = {hub: [0.0, 0.0] for hub in order}
    for tie in network.ties:
        weight = _WEIGHTS.get(tie.trait, 1.0)
        sums[tie.hub][0] += weight * ranks[tie.party]
        sums[tie.hub][1] += weight
    return sorted(order, key=lambda hub: (sums[hub][0] / sums[hub][1] if sums[hub][1] else place[hub], place[hub]))


def party_ranks(network: Network, order: Sequence[int]) -> list[float]:
    """The mean rank of the hubs that each party is tied to."""
    place = {hub: rank for rank, hub in enumerate(order)}
    found: list[list[int]] = [[] for _ in network.parties]
    for tie in network.ties:
        found[tie.party].append(place[tie.hub])
    return [sum(ranks) / len(ranks) if ranks else 0.0 for ranks in found]


def crossings(network: Network, order: Sequence[int]) -> int:
    """How many pairs of lines cross, both sides together, where parties stand at the mean of their hubs."""
    ranks = party_ranks(network, order)
    place = {hub: rank for rank, hub in enumerate(order)}
    count = 0
    for side in (True, False):
        hubs: dict[tuple[float, int], list[int]] = {}
        for tie in network.ties:
            if network.parties[tie.party].is_left is side:
                hubs.setdefault((ranks[tie.party], tie.party), []).append(place[tie.hub])
        below: list[int] = []
        for party in sorted(hubs, reverse=True):
            count += sum(bisect_left(below, hub) for hub in hubs[party])
            for hub in hubs[party]:
                insort(below, hub)
    return count
