"""Includes that add nothing, and units that nothing names."""

from __future__ import annotations

from typing import Any

import pytest

ROLES = "orgmodel: 1\nroles: {pm: {}}\n"
UNITS = "orgmodel: 1\nunits:\n  u: {title: Archive}\n"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "orgmodel: 1\nname: Seats\n", "positions:\nroles: {}\n"])
def test_an_included_file_that_says_nothing(findings: Any, text: str) -> None:
    (found,) = findings({"org.yaml": ROLES + "include: [seats.yaml]\n", "seats.yaml": text}, "include-without-effect")
    assert found.message == 'the included file "seats.yaml" defines nothing'
    assert (found.severity, str(found.place)) == ("info", "org.yaml:3:11")


@pytest.mark.parametrize(
    "text",
    ["positions: {a: {}}\n", "include: more.yaml\n", "policy: {tops: 2}\n", "as_of: 2026-01-01\n", "rolse: {}\n"],
)
def test_an_included_file_that_says_something_or_is_wrong(findings: Any, text: str) -> None:
    files = {"org.yaml": ROLES + "include: [seats.yaml]\n", "seats.yaml": text, "more.yaml": "positions: {a: {}}\n"}
    found = findings(files, "include-without-effect")
    assert len(found) == (text == "rolse: {}\n")


def test_a_file_that_stands_twice_in_a_list(findings: Any) -> None:
    files = {"org.yaml": ROLES + "include: [a.yaml, b.yaml, a.yaml]\n", "a.yaml": "people: {x: {}}\n"}
    files["b.yaml"] = "include: a.yaml\npositions: {b: {}}\n"
    (found,) = findings(files, "include-without-effect")
    assert (found.message, found.place.mark.column) == ('"a.yaml" is included again', 27)


def test_a_table_with_headings_only_is_an_empty_model(findings: Any) -> None:
    files = {"org.yaml": ROLES + "include: [s.csv]\n", "s.csv": "id,holder\n"}
    assert findings(files, "include-without-effect") == []
    assert len(findings(files, "empty-model")) == 1


def test_a_unit_that_nothing_names(findings: Any) -> None:
    (found,) = findings(UNITS + "  w: {}\npositions:\n  a: {unit: w}\n", "unused-unit")
    assert found.message == (
        'unit "u" (Archive) is not used: it has no seat, no head and no unit within it, and nothing names it'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 3, 3)
    assert found.entities == ("unit:u",)


@pytest.mark.parametrize(
    "use",
    [
        "  w: {parent: u}\n",
        "  w: {interactions: {with: u, mode: x}}\n",
        "  w: {}\nassignments: [{activity: x, role: 'unit:u', letter: I}]\n",
        "  w: {}\nactivities: {x: {assign: {I: 'unit:u'}}}\n",
    ],
)
def test_every_kind_of_use_counts(findings: Any, use: str) -> None:
    text = UNITS + use + "positions:\n  a: {unit: w, until: 2026-01-31}\n"
    assert findings(text, "unused-unit") == []


def test_a_kind_for_which_rows_exist_is_a_use(findings: Any) -> None:
    text = "orgmodel: 1\nroles: {pm: {}}\nunits:\n  u: {kind: team}\nactivities:\n  x: {per: team, assign: {A: pm}}\n"
    assert findings(text, "unused-unit") == []


def test_a_mere_list_of_units_is_silent(findings: Any) -> None:
    assert findings(UNITS, "unused-unit") == []


def test_roles_that_only_the_policy_names_are_told(findings: Any) -> None:
    text = "orgmodel: 1\npolicy: {conflicts: {roles: [pm, aprover]}, holders: {rm: 2}}\nroles: {pm: {}, approver: {}}\n"
    approver, manager = findings(text, "unknown-reference")
    assert approver.message == (
        'role "aprover" does not exist; the policy keeps it apart from others; did you mean "approver"?'
    )
    assert (approver.severity, approver.place.mark.line, approver.place.mark.column) == ("warning", 2, 34)
    assert (manager.severity, manager.place.mark.column) == ("warning", 55)
