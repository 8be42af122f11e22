"""A long section read field by field gives the records that reading entry by entry gives."""

from __future__ import annotations

from typing import Any

import pytest

from orgmodel.loading.by_field import read_by_field
from orgmodel.loading.entries import read_entry, read_section
from orgmodel.model.activities import Activity
from orgmodel.model.positions import Person, Position
from orgmodel.model.roles import Role
from orgmodel.model.units import Unit

LINE: dict[str, Any] = {"to": "boss", "kind": "functional", "from": "2026-01-01"}
WRITTEN: dict[str, tuple[Any, list[dict[str, Any]]]] = {
    "positions": (
        Position,
        [
            {},
            {"title": "Seat", "role": "pm", "unit": None, "reports_to": "boss", "holder": "Ada", "fte": "0.5"},
            {"title": "", "reports_to": None, "fte": " 1 ", "seats": "3", "assistant": "true", "status": "vacant"},
            {"reports_to": ["boss", LINE], "dotted_to": LINE, "also_in": "north", "from": "2026-01-01"},
            {"holders": ["Ada", {"person": "Bo", "kind": "interim"}], "fields": {"cost": "12"}, "skills": {"sql": "3"}},
            {"holders": "Ada", "fields": None, "pay": "50000", "level": "4", "employment": "agent"},
        ],
    ),
    "activities": (
        Activity,
        [
            {},
            {"title": "Row", "assign": {"A": "pm", "R": ["pm", "position:a"], "C": None, "I": [{"who": "pm"}]}},
            {"assign": None, "unowned": None, "depends_on": ["a", "b"], "sources": "book", "kind": "decision"},
            {"assign": {"A": {"who": "pm", "until": "2026-12-31"}}, "sources": {"title": ["a", "b"]}},
        ],
    ),
    "roles": (Role, [{}, {"title": "PM", "reports_to": "head", "aliases": "P", "experience": {"min": "2"}}]),
    "units": (Unit, [{}, {"heads": ["a", "b"], "interactions": [{"with": "b", "mode": "x"}]}, {"parent": "a"}]),
    "people": (Person, [{}, {"name": "Ada", "email": "a@b.c", "aliases": None}]),
}


def section(entries: list[dict[str, Any]]) -> dict[str, Any]:
    return {f"id{number}": entries[number % len(entries)] for number in range(2_500)}


@pytest.mark.parametrize("kind", WRITTEN)
def test_the_records_are_those_of_the_entries(kind: str) -> None:
    record, entries = WRITTEN[kind]
    raw = section(entries)
    expected = {name: read_entry(kind, entry)[0] for name, entry in raw.items()}
    found = read_by_field(record, raw)
    assert found is not None
    assert list(found.items()) == list(expected.items())
    assert repr(found) == repr(expected)
    assert read_section(kind, raw) == expected


def test_no_two_records_share_a_mapping() -> None:
    """What is written in one entry must not show up in another."""
    found = read_by_field(Activity, section([{}, {"fields": None}, {"sources": "book"}, {"assign": {}}]))
    assert found is not None
    mappings = [each for entry in found.values() for each in (entry.fields, entry.sources, entry.assign)]
    assert len(set(map(id, mappings))) == len(mappings)


@pytest.mark.parametrize(
    "wrong",
    [None, "text", ["a"], {"titel": "A"}, {"fte": "half"}, {"reports_to": [{"kind": "x"}]}, {"title": ["A"]}],
)
def test_a_section_in_which_anything_is_wrong_is_left_to_the_entries(wrong: Any) -> None:
    assert read_by_field(Position, {**section([{"title": "Seat", "fte": "1"}]), "wrong": wrong}) is None
