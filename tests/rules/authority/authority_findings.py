"""How tests of authority read findings: place, severity and words; and the places beside them."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.findings import Finding

Told = tuple[int, int, str, str]


def told(found: Iterable[Finding]) -> list[Told]:
    return [(item.place.mark.line, item.place.mark.column, item.severity.value, item.message) for item in found]


def notes(item: Finding) -> list[tuple[int, str]]:
    return [(related.place.mark.line, related.note) for related in item.related]


def silent(found: Iterable[Finding]) -> bool:
    return not list(found)
