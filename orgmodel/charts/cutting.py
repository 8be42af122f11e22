"""The part of a hierarchy that a chart shows: below a root, so many layers deep, with stubs for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from orgmodel.charts.chart import NO_PARENT, Card
from orgmodel.graph.hierarchy import Hierarchy


def below(hierarchy: Hierarchy, root: int | None) -> Sequence[int]:
    """What is on the chart, top-down: everything, or the root and all below it."""
    if root is None:
        return hierarchy.order
    first = hierarchy.rank[root]
    return hierarchy.order[first : first + hierarchy.subtree[root]]


class Cut:
    """Nodes in reading order, and how many are hidden below those of the last layer shown.

    A node whose manager is not among those kept stands at the top. `shown` has the nodes that become
    cards, `hidden` the seats below a shown node that do not; `weigh` says for how many a node counts.
    """

    def __init__(
        self, hierarchy: Hierarchy, kept: Sequence[int], depth: int | None, weigh: Callable[[int], int] = lambda _: 1
    ) -> None:
        self.above = hierarchy.cut_parent
        self.shown: Sequence[int] = kept
        self.hidden: dict[int, int] = {}
        if depth is not None:
            self._hide(kept, depth, weigh)

    def _hide(self, kept: Sequence[int], depth: int, weigh: Callable[[int], int]) -> None:
        shown: list[int] = []
        layers: dict[int, int] = {}
        stands_below: dict[int, int] = {}
        for i in kept:
            parent = self.above[i]
            layer = layers.get(parent, 0) + 1
            if parent in stands_below or layer > depth:
                manager = stands_below[i] = stands_below.get(parent, parent)
                self.hidden[manager] = self.hidden.get(manager, 0) + weigh(i)
            else:
                layers[i] = layer
                shown.append(i)
        self.shown = shown

    def cards(self, card: Callable[[int, int], Card]) -> tuple[tuple[Card, ...], dict[int, int]]:
        """The cards, made from a node and the place of its manager's card, and the place of each node."""
        places: dict[int, int] = {}
        cards: list[Card] = []
        for i in self.shown:
            place = places[i] = len(cards)
            made = card(i, places.get(self.above[i], NO_PARENT))
            cards.append(made)
            if i in self.hidden:
                cards.append(Card(f"{made.id}+", f"+{self.hidden[i]:,} more", place, kind="stub"))
        return tuple(cards), places
