"""Tables of letters: matrices and lists of claims, alone and beside a model."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from faults import all_told

from orgmodel.model.activities import Assignment
from orgmodel.model.organization import Spot

MODEL = (
    "orgmodel: 1\ninclude: {include}\nroles: {{pm: {{title: Product Manager, aliases: [PM]}}, dev: {{}}}}\n"
    "activities: {{vision: {{title: Define the vision}}}}\n"
)


def letters(model: Any) -> list[tuple[str, str, str]]:
    return [(claim.activity, claim.role, claim.letter) for claim in model.organization.assignments]


def test_a_matrix_alone_makes_its_roles_and_activities(loaded: Any) -> None:
    model = loaded({"m.csv": "Activity,PM,Dev\nVision,A,R\nBuild,,A\n"})
    assert letters(model) == [("Vision", "PM", "A"), ("Vision", "Dev", "R"), ("Build", "Dev", "A")]
    assert (list(model.organization.roles), list(model.organization.activities)) == (["PM", "Dev"], ["Vision", "Build"])
    assert (model.organization.made_roles, model.notes) == ({"PM", "Dev"}, [])


def test_a_matrix_beside_roles_makes_none(loaded: Any) -> None:
    files = {
        "org.yaml": MODEL.format(include="m.csv"),
        "m.csv": "Activity,PM,Ghost\nDefine the vision,A,R\nNothing,A,\n",
    }
    model = loaded(files)
    assert letters(model) == [("vision", "pm", "A"), ("vision", "Ghost", "R"), ("Nothing", "pm", "A")]
    assert (list(model.organization.roles), list(model.organization.activities)) == (["pm", "dev"], ["vision"])


@pytest.mark.parametrize("heading", ["pm", "PM", "Product Manager"], ids=["id", "alias", "title"])
def test_a_heading_is_matched_by_id_alias_or_title(loaded: Any, heading: str) -> None:
    files = {"org.yaml": MODEL.format(include="m.csv"), "m.csv": f"Activity,{heading}\nvision,A\n"}
    assert letters(loaded(files)) == [("vision", "pm", "A")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("A", ["A"]),
        ("a", ["A"]),
        (" A ", ["A"]),
        ("AR", ["A", "R"]),
        ("A/R", ["A", "R"]),
        ("A,R", ["A", "R"]),
        ("A, R", ["A", "R"]),
        ("A+R", ["A", "R"]),
        ("A;R", ["A", "R"]),
        ("A&R", ["A", "R"]),
        ("A & R", ["A", "R"]),
        ("A R", ["A", "R"]),
        ("A\nR", ["A", "R"]),
        ("**A**", ["A"]),
        ("`R`", ["R"]),
        ("Responsible", ["R"]),
        ("responsible", ["R"]),
        ("Accountable/Responsible", ["A", "R"]),
        ("Accountable, Consulted", ["A", "C"]),
        ("A (with the board)", ["A"]),
        ("R [note] / C", ["R", "C"]),
        ("", []),
        ("-", []),
        ("–", []),
        ("—", []),
        ("N/A", []),
        ("n/a", []),
        ("none", []),
        ("(only a note)", []),
        ("X", ["X"]),
        ("A/X", ["A", "X"]),
        ("Owner", ["Owner"]),
    ],
)
def test_a_cell_holds_letters_in_any_usual_form(loaded: Any, cell: str, expected: list[str]) -> None:
    model = loaded({"m.csv": f'Activity,PM,Dev\nVision,"{cell}",A\n'}, **{"as": "matrix"})
    assert [letter for _, role, letter in letters(model) if role == "PM"] == expected


def test_text_in_brackets_is_a_note(loaded: Any) -> None:
    model = loaded({"m.csv": "Activity,PM\nVision,A (with the board)\n"})
    assert [claim.note for claim in model.organization.assignments] == ["with the board"]


def test_letters_are_those_of_the_scheme_of_the_mapping(loaded: Any) -> None:
    model = loaded({"m.csv": "Activity,PM\nVision,Recommend\n"}, scheme="rapid", **{"as": "matrix"})
    assert letters(model) == [("Vision", "PM", "R")]
    assert model.organization.activities["Vision"].scheme == "rapid"


def test_columns_of_group_and_kind_are_no_roles(loaded: Any) -> None:
    model = loaded({"m.csv": "group,activity,kind,plane,PM\nStrategy,Vision,decision,strategic,A\n"})
    activity = model.organization.activities["Vision"]
    assert (activity.group, activity.kind, activity.plane) == ("Strategy", "decision", "strategic")
    assert list(model.organization.roles) == ["PM"]


def test_a_wrong_word_in_such_a_column_is_told_at_its_cell(loaded: Any) -> None:
    model = loaded({"m.csv": "activity,kind,PM\nVision,idea,A\n"})
    (fault,) = model.faults
    assert (fault.rule, str(fault.place)) == ("wrong-value", "m.csv:2:2")


def test_a_matrix_without_a_column_of_activities_is_told(loaded: Any) -> None:
    model = loaded({"m.csv": "x,PM\nVision,A\n"}, columns={"group": ["x"]}, **{"as": "matrix"})
    assert all_told(model) == [("table-column-missing", "m.csv:1:1", "a matrix needs a column of activities")]


def test_a_list_of_claims_is_read(loaded: Any) -> None:
    text = (
        "activity,role,letter,source,note,from,until\n"
        "Vision,PM,A/R,guide,n,2026-01-01,2026-12-31\nVision,Dev,none,guide,,,\n"
    )
    model = loaded({"c.csv": text})
    days = (date(2026, 1, 1), date(2026, 12, 31))
    assert model.organization.assignments == [
        Assignment("Vision", "PM", "A", "guide", *days, "n"),
        Assignment("Vision", "PM", "R", "guide", *days, "n"),
        Assignment("Vision", "Dev", "none", "guide"),
    ]
    assert (list(model.organization.roles), list(model.organization.activities)) == (["PM", "Dev"], ["Vision"])


def test_the_mapping_gives_claims_a_source(loaded: Any) -> None:
    files = {
        "org.yaml": MODEL.format(include="{file: c.csv, as: assignments, source: guide}"),
        "c.csv": "activity,role,letter,source\nvision,PM,A,\nvision,dev,R,own\n",
    }
    assert [claim.source for claim in loaded(files).organization.assignments] == ["guide", "own"]


def test_a_source_of_the_mapping_is_on_every_letter_of_a_matrix(loaded: Any) -> None:
    files = {
        "org.yaml": MODEL.format(include="{file: m.csv, as: matrix, source: guide}"),
        "m.csv": "activity,PM\nvision,A\n",
    }
    assert [claim.source for claim in loaded(files).organization.assignments] == ["guide"]


def test_gaps_in_a_list_of_claims_are_told_at_their_records(loaded: Any) -> None:
    model = loaded({"c.csv": "activity,role,letter\n,PM,A\nVision,,A\nVision,PM,\n"})
    assert all_told(model) == [
        ("missing-field", "c.csv:2:1", '"activity" is missing'),
        ("missing-field", "c.csv:3:1", '"role" is missing'),
        ("missing-field", "c.csv:4:1", '"letter" is missing'),
    ]


def test_a_list_of_claims_needs_its_three_columns(loaded: Any) -> None:
    model = loaded({"c.csv": "activity,letter\nVision,A\n"}, **{"as": "assignments"})
    assert all_told(model) == [("table-column-missing", "c.csv:1:1", 'a table of assignments needs "role"')]


def test_a_column_that_the_mapping_names_in_vain_is_missing_once(loaded: Any) -> None:
    columns = {"activity": "activity", "role": "Who", "letter": "letter"}
    include = {"file": "c.csv", "as": "assignments", "columns": columns}
    model = loaded(
        {"org.json": json.dumps({"orgmodel": 1, "include": include}), "c.csv": "activity,letter\nVision,A\n"}
    )
    assert [(told[0], told[2]) for told in all_told(model)] == [
        ("table-column-missing", 'the table has no column "Who"')
    ]


def test_an_activity_of_a_matrix_is_made_once(loaded: Any) -> None:
    model = loaded({"m.csv": "Activity,PM\nVision,A\nVision,R\n"})
    assert letters(model) == [("Vision", "PM", "A"), ("Vision", "PM", "R")]
    assert list(model.organization.activities) == ["Vision"]


@pytest.mark.parametrize(
    ("spot", "place"),
    [
        (Spot("assignments", 0), "m.csv:2:2"),
        (Spot("assignments", 1, ("letter",)), "m.csv:2:3"),
        (Spot("assignments", 1, ("role",)), "m.csv:1:3"),
        (Spot("assignments", 2, ("activity",)), "m.csv:3:3"),
        (Spot("roles", "Dev"), "m.csv:1:3"),
        (Spot("activities", "Build"), "m.csv:3:1"),
    ],
    ids=str,
)
def test_places_of_a_matrix_are_its_cells(loaded: Any, spot: Spot, place: str) -> None:
    model = loaded({"m.csv": "Activity,PM,Dev\nVision,A,R\nBuild,,A\n"})
    assert str(model.places.place(spot)) == place


@pytest.mark.parametrize(
    ("spot", "place"),
    [
        (Spot("assignments", 0), "c.csv:2:1"),
        (Spot("assignments", 1, ("letter",)), "c.csv:3:3"),
        (Spot("assignments", 1, ("role",)), "c.csv:3:2"),
        (Spot("roles", "Dev"), "c.csv:3:2"),
        (Spot("activities", "Vision"), "c.csv:2:1"),
    ],
    ids=str,
)
def test_places_of_claims_are_their_cells(loaded: Any, spot: Spot, place: str) -> None:
    model = loaded({"c.csv": "activity,role,letter\nVision,PM,A\nVision,Dev,R\n"})
    assert str(model.places.place(spot)) == place
