"""The fault of a key that stands twice in one mapping."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from orgmodel.findings import Fault, Related
from orgmodel.reading.extent import extent_of_key
from orgmodel.reading.names import quoted
from orgmodel.reading.slots import Slots
from orgmodel.source import Place, Source

_SHOWN = 10

# Slot of the mapping, the mapping, the slot of the repeated key, the key.
Repeat = tuple[int, dict[str, Any], int, str]


def repeated_key_faults(source: Source, slots: Slots, repeats: Iterable[Repeat]) -> list[Fault]:
    """One fault for each key and mapping, at its second place, with the first and all later ones related."""
    groups: dict[tuple[int, str], list[int]] = {}
    mappings: dict[int, dict[str, Any]] = {}
    for mapping_slot, mapping, key_slot, key in repeats:
        groups.setdefault((mapping_slot, key), []).append(key_slot)
        mappings[mapping_slot] = mapping
    faults = []
    for (mapping_slot, key), again in groups.items():
        first = slots.find_key(mapping_slot, mappings[mapping_slot], key)
        faults.append(_fault(source, slots, key, first, again))
    return faults


def _fault(source: Source, slots: Slots, key: str, first: int, again: list[int]) -> Fault:
    def place(slot: int) -> Place:
        return source.place(*extent_of_key(source.text, slots, slot, key))

    origin = place(first)
    times = "twice" if len(again) == 1 else f"{len(again) + 1} times"
    related = [Related(origin, "first given here; this one counts")]
    related += [Related(place(slot), "and again here") for slot in again[1:_SHOWN]]
    line, column = origin.mark.line, origin.mark.column
    return Fault(
        "duplicate-key",
        f"the key {quoted(key)} is given {times} in one mapping, first at line {line}, column {column}",
        place(again[0]),
        tuple(related),
        fix=f"keep one {quoted(key)}, or give the other entry its own key",
    )
