"""One YAML or JSON file as plain data, with the way back from each value to its place in the text."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from typing import Any

from orgmodel.findings import Fault
from orgmodel.reading.extent import extent_of, extent_of_key
from orgmodel.reading.slots import Route, Slots
from orgmodel.source import START, Mark, Place, Source

__all__ = ["Document", "Route"]

_BARE = re.compile(r"\s*[,}]")


def _no_slots() -> Slots:
    return Slots(array("I"))


@dataclass(slots=True)
class Document:
    """Plain data: dicts, lists, texts, and None for null or nothing written.

    Keys are always text. Numbers, dates and booleans are the text that stands in the file.
    `data` is None, too, when a fault other than `duplicate-key` was met.
    """

    source: Source
    data: Any
    faults: list[Fault] = field(default_factory=list)
    slots: Slots = field(default_factory=_no_slots, repr=False)

    def mark(self, route: Route, *, key: bool = False) -> Mark:
        """The mark of the value at a route, or of its key.

        Steps that do not lead on are skipped, so a route to something missing ends at what should
        hold it. An item of a list has no key: its own mark is given.
        """
        if not self.slots.numbers:
            return START
        return self.source.mark(*self._extent(route, key=key))

    def place(self, route: Route, *, key: bool = False) -> Place:
        """Like `mark`, with the path."""
        return Place(self.source.path, self.mark(route, key=key))

    def is_bare_key(self, route: Route) -> bool:
        """Whether the key at a route stands without a colon, as in `{key}`."""
        spot = self.slots.find(self.data, route) if self.slots.numbers else None
        if spot is None or spot.key_slot is None or spot.key != route[-1]:
            return False
        end = extent_of_key(self.source.text, self.slots, spot.key_slot, spot.key)[1]
        return spot.value is None and _BARE.match(self.source.text, end) is not None

    def _extent(self, route: Route, *, key: bool) -> tuple[int, int]:
        spot = self.slots.find(self.data, route)
        at_key = key or (route[-1:] == ("[key]",) and spot.key != "[key]")
        if at_key and spot.key_slot is not None:
            return extent_of_key(self.source.text, self.slots, spot.key_slot, spot.key)
        return extent_of(self.source.text, self.slots, spot)
