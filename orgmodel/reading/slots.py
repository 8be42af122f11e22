"""Where things stand in a document: one flat array of numbers, in the order of the text.

Each key and each value takes one number: its offset, with its kind in the two highest bits.
A container takes a second number, the slot after its end. An alias takes a second number, the
slot it stands for. A key marked ELSEWHERE belongs to a pair that is not in the data (a repeated key).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple

OFFSET = (1 << 30) - 1
KIND = 3 << 30
SCALAR = 0
MAPPING = 1 << 30
SEQUENCE = 2 << 30
ELSEWHERE = 3 << 30

_MANY = 32
_ROOT = 0

Route = tuple[str | int, ...]


class Spot(NamedTuple):
    """A value found on a route: its slot and data, and the slot of its key if it has one."""

    slot: int
    value: Any
    key_slot: int | None = None
    key: str = ""


class Slots:
    """Finds the slot of a value. What it learns about long containers, and about the outermost, it keeps."""

    def __init__(self, numbers: array[int]) -> None:
        self.numbers = numbers
        self._members: dict[int, array[int]] = {}
        self._keys: dict[int, dict[str, int]] = {}

    def offset(self, slot: int) -> int:
        """The character offset of a slot."""
        return self.numbers[slot] & OFFSET

    def kind(self, slot: int) -> int:
        """SCALAR, MAPPING, SEQUENCE or ELSEWHERE."""
        return self.numbers[slot] & KIND

    def after(self, slot: int) -> int:
        """The slot after a value and all that is in it."""
        kind = self.numbers[slot] & KIND
        if kind == SCALAR:
            return slot + 1
        return slot + 2 if kind == ELSEWHERE else self.numbers[slot + 1]

    def members(self, slot: int) -> Sequence[int]:
        """The slots in a container: of each item, or of each key that counts."""
        if slot in self._members:
            return self._members[slot]
        found = self._walk(slot)
        if len(found) > _MANY or slot == _ROOT:
            self._members[slot] = array("I", found)
        return found

    def find(self, data: Any, route: Route) -> Spot:
        """The deepest value that the steps of a route lead to; steps that lead nowhere are skipped."""
        spot = Spot(_ROOT, data)
        for step in route:
            spot = self.step(spot, step) or spot
        return spot

    def step(self, spot: Spot, step: str | int) -> Spot | None:
        """From a container to one of its values."""
        value = spot.value
        if isinstance(value, dict):
            key = str(step)
            return self._member(spot, key) if key in value else None
        if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            return Spot(self.members(self._real(spot.slot))[step], value[step])
        return None

    def find_key(self, slot: int, mapping: dict[str, Any], key: str) -> int:
        """The slot of a key in the mapping at a slot."""
        if len(mapping) <= _MANY:
            return self.members(slot)[list(mapping).index(key)]
        if slot not in self._keys:
            self._keys[slot] = dict(zip(mapping, self.members(slot), strict=True))
        return self._keys[slot][key]

    def _member(self, spot: Spot, key: str) -> Spot:
        key_slot = self.find_key(self._real(spot.slot), spot.value, key)
        return Spot(key_slot + 1, spot.value[key], key_slot, key)

    def _real(self, slot: int) -> int:
        return self.numbers[slot + 1] if self.numbers[slot] & KIND == ELSEWHERE else slot

    def _walk(self, slot: int) -> list[int]:
        numbers = self.numbers
        at, end = slot + 2, numbers[slot + 1]
        has_keys = numbers[slot] & KIND == MAPPING
        found = []
        while at < end:
            if not has_keys or numbers[at] & KIND != ELSEWHERE:
                found.append(at)
            value = at + has_keys
            at = value + 1 if numbers[value] < MAPPING else self.after(value)
        return found
