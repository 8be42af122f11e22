"""Raw data without the parts that are wrong, which still knows where everything in it stood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Step = str | int
Way = tuple[Step, ...]


class Remnant(list[Any]):
    """What is left of a list; `numbers` are the places that its items had in the file."""

    def __init__(self, items: Iterable[tuple[int, Any]]) -> None:
        pairs = list(items)
        super().__init__(item for _, item in pairs)
        self.numbers = [number for number, _ in pairs]


def written_number(listed: list[Any], index: int) -> int:
    """The place in the file of an item of a list that may be a remnant."""
    return listed.numbers[index] if isinstance(listed, Remnant) and index < len(listed) else index


def written_way(raw: Any, way: Way) -> Way:
    """The way in the file to what a way leads to in raw data of which parts are gone."""
    written: list[Step] = []
    for step in way:
        if isinstance(raw, list) and isinstance(step, int):
            written.append(written_number(raw, step))
            raw = raw[step] if step < len(raw) else None
        else:
            written.append(step)
            raw = raw.get(step) if isinstance(raw, dict) else raw
    return tuple(written)


def without(raw: Any, ways: Iterable[Way]) -> Any:
    """A copy of `raw` without the deepest parts that the ways reach (used to keep what is right)."""
    deeper: dict[Step, list[Way]] = {}
    for way in ways:
        if not way:
            return None
        deeper.setdefault(way[0], []).append(way[1:])
    if isinstance(raw, dict):
        return {key: item for key, value in raw.items() if (item := _kept(value, deeper.get(key))) is not _GONE}
    if isinstance(raw, list):
        kept = ((index, _kept(value, deeper.get(index))) for index, value in enumerate(raw))
        return Remnant((written_number(raw, index), item) for index, item in kept if item is not _GONE)
    return raw


_GONE = object()


def _kept(raw: Any, ways: list[Way] | None) -> Any:
    """What is left of a value when the ways within it are gone; of one that a way ends at or in, nothing."""
    if ways is None:
        return raw
    return without(raw, ways) if all(way and _reaches(raw, way[0]) for way in ways) else _GONE


def _reaches(raw: Any, step: Step) -> bool:
    if isinstance(raw, dict):
        return step in raw
    return isinstance(raw, list) and isinstance(step, int) and step < len(raw)
