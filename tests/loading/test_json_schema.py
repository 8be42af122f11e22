"""The JSON Schema for editors: it accepts what the reader accepts, refuses unknown keys, and explains itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from orgmodel.model.key_notes import KEY_NOTES
from orgmodel.model.schema import SCHEMA_ID, json_schema

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "examples").rglob("*.yaml"), *(ROOT / "orgmodel" / "library" / "templates").rglob("*.yaml")])


class CoreLoader(yaml.SafeLoader):
    """YAML as editors resolve it: numbers and booleans are such, dates stay text."""


CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def problems(text: str) -> list[str]:
    data = yaml.load(text, CoreLoader)
    return [error.message for error in Draft202012Validator(json.loads(json_schema())).iter_errors(data)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(json_schema()))


def test_the_shipped_schema_is_the_one_of_the_records() -> None:
    assert (ROOT / "docs" / SCHEMA_ID).read_text("utf-8") == json_schema()


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-2:]))
def test_every_example_and_template_is_accepted(file: Path) -> None:
    assert problems(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "orgmodel: 1\nroles: {pm: }",
        "roles: {pm: {title: 42, grade: 7, skills: {a: 3}, pay: 100, reports_to: ~}}",
        "positions: {1: {holder: 4711, reports_to: {to: 2, from: 2026-01-01}, dotted_to: [a, {to: b}], fte: 1}}",
        "activities: {a: {assign: {A: pm, R: [x, {who: y}], C: }}}",
        "include: [a.yaml, {file: b.csv, as: units, columns: {id: i, title: [a, b]}}]",
        "assignments: {activity: a, role: r, letter: A}",
        "waivers: {rule: a, for: b, until: 2026-01-01}",
        "schemes: {ours: {A: {traits: owner}, R: }}",
    ],
)
def test_what_the_reader_accepts_the_schema_accepts(loaded: Any, text: str) -> None:
    faults = [fault for fault in loaded(text).faults if not fault.rule.startswith("include")]
    assert (faults, problems(text)) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "rolse: {}",
        "roles: {pm: {titel: x}}",
        "positions: {p: {reports_to: {to: a, knd: x}}}",
        "positions: {p: {status: gone}}",
        "positions: {p: {fte: x}}",
        "roles: {pm: {skills: {a: 9}}}",
        "activities: {a: {kind: idea}}",
        "policy: {severity: {a: bad}}",
        "assignments: [{activity: a}]",
        "orgmodel: 2",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(loaded: Any, text: str) -> None:
    assert loaded(text).faults != []
    assert problems(text) != []


def test_every_note_belongs_to_a_key() -> None:
    schema = json.loads(json_schema())
    records = {**schema["$defs"], "OrgFile": schema}
    assert {
        (name, key) for name, notes in KEY_NOTES.items() for key in notes if key not in records[name]["properties"]
    } == set()


def test_every_section_and_record_is_described() -> None:
    schema = json.loads(json_schema())
    bare = [key for key, value in schema["properties"].items() if "description" not in value]
    assert (bare, [name for name, record in schema["$defs"].items() if not record.get("description")]) == (
        ["description"],
        [],
    )
