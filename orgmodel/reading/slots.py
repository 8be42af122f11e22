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
        return self.follow(Spot(_ROOT, data), route)

    def follow(self, spot: Spot, route: Route) -> Spot:
        """Like `find`, from a value on."""
        slot, value, key_slot, key = spot
        for step in route:
            if isinstance(value, dict):
                name = str(step)
                if name in value:
                    key, key_slot = name, self.find_key(self._real(slot), value, name)
                    slot, value = key_slot + 1, value[name]
            elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
                key, key_slot = "", None
                slot, value = self.members(self._real(slot))[step], value[step]
        return Spot(slot, value, key_slot, key)

    def find_key(self, slot: int, mapping: dict[str, Any], key: str) -> int:
        """The slot of a key in the mapping at a slot."""
        if len(mapping) <= _MANY and slot != _ROOT:
            return self._walk(slot, list(mapping).index(key) + 1)[-1]
        if slot not in self._keys:
            self._keys[slot] = dict(zip(mapping, self._walk(slot), strict=True))
        return self._keys[slot][key]

    def _real(self, slot: int) -> int:
        return self.numbers[slot + 1] if self.numbers[slot] & KIND == ELSEWHERE else slot

    def _walk(self, slot: int, most: int | None = None) -> list[int]:
        """The first members of a container, or all."""
        numbers = self.numbers
        at, end = slot + 2, numbers[slot + 1]
        has_keys = numbers[slot] & KIND == MAPPING
        found: list[int] = []
        while at < end and len(found) != most:
            if not has_keys or numbers[at] & KIND != ELSEWHERE:
                found.append(at)
            value = at + has_keys
            told = numbers[value]
            if told < MAPPING:
                at = value + 1
            elif told < ELSEWHERE:
                at = numbers[value + 1]
            else:
                at = value + 2
        return found
