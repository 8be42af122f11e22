"""`orgmodel compare` and `orgmodel path`: outputs, names, redaction, and how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

MODEL = """\
orgmodel: 1
name: Small
as_of: 2026-11-01
roles:
  lead:
    title: Lead
    skills: {coaching: 4}
    pay: {min: 70000, max: 91234, currency: EUR}
  pm:
    title: Product Manager
    aliases: [Planner]
    promotes_to: lead
    skills: {discovery: 3}
    purpose: Earns 61234 and listens to Ada Park.
    pay: {min: 50000, max: 61234, currency: EUR}
people:
  ada: {name: Ada Park, aliases: [Adie], skills: {coaching: 4}}
positions:
  lead-1: {role: lead, holder: ada, reports_to: ~}
  pm-1: {role: pm, holder: Bo Quill, reports_to: lead-1}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: pm, I: lead}}
  vision: {title: Set the vision, assign: {A: lead, R: "position:pm-1"}}
"""


@pytest.fixture
def org(folder: Path) -> str:
    (folder / "org.yaml").write_text(MODEL, "utf-8")
    return "org.yaml"


def test_roles_are_named_by_id_title_or_alias_in_any_case(orgmodel: Any, org: str) -> None:
    first = orgmodel("compare", org, "pm", "lead")
    assert (first.code, first.err) == (0, "")
    assert first.out == orgmodel("compare", org, "PLANNER", "Lead").out
    assert first.out.startswith("Product Manager and Lead\nSmall\n")


def test_path_says_how_ready_a_person_is(orgmodel: Any, org: str) -> None:
    done = orgmodel("path", org, "planner", "lead", "--person", "adie")
    assert (done.code, done.err) == (0, "")
    assert "Counted from the skills of Ada Park." in done.out
    assert "1 / 1 = 100 %" in done.out


def test_path_takes_skills_from_a_file(orgmodel: Any, org: str, folder: Path) -> None:
    (folder / "me.yaml").write_text("name: Kim\nskills: {coaching: 1}\n", "utf-8")
    answer = json.loads(orgmodel("path", org, "pm", "lead", "--skills", "me.yaml", "--format", "json").out)
    assert answer["person"] == {"standing": "file", "name": "Kim", "skills": {"coaching": 1}, "unused": []}
    assert answer["readiness"][0]["met"] == 0
    assert answer["readiness"][0]["gap"] == 3


def test_a_skill_that_no_rung_asks_for_is_told_with_the_one_that_may_be_meant(
    orgmodel: Any, org: str, folder: Path
) -> None:
    (folder / "me.yaml").write_text("skills: {Coaching: 1, juggling: 2}\n", "utf-8")
    done = orgmodel("path", org, "pm", "lead", "--skills", "me.yaml")
    assert "No rung of the way asks for Coaching (did you mean coaching?) and juggling." in done.out


def test_where_no_way_leads_the_answer_is_written_and_the_end_is_0(orgmodel: Any, org: str) -> None:
    done = orgmodel("path", org, "lead", "pm")
    assert done.code == 0
    assert "No promotions lead from Lead to Product Manager." in done.out
    assert "They lead the other way: from Product Manager to Lead." in done.out
    answer = json.loads(orgmodel("path", org, "lead", "pm", "--format", "json").out)
    assert (answer["way"], answer["exits"]["is_open_backward"]) == ([], True)


def test_several_files_are_written_at_once_and_none_over_the_model(orgmodel: Any, org: str, folder: Path) -> None:
    done = orgmodel("compare", org, "pm", "lead", "-o", "a.md", "-o", "svg=b.out", "--output", "a.html", "-o", "c.json")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (folder / "a.md").read_text("utf-8").startswith("# Product Manager and Lead\n")
    assert (folder / "b.out").read_text("utf-8").startswith("<svg ")
    assert (folder / "a.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert json.loads((folder / "c.json").read_text("utf-8"))["answer"] == "comparison"
    assert orgmodel("path", org, "pm", "lead", "-o", f"md={org}").code == 2
    assert (folder / org).read_text("utf-8") == MODEL


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("compare", "pm"), "compare takes two to 8 roles, not 1"),
        (
            ("compare", "pm", "Planner"),
            '"pm" is asked for twice (also called "Planner"); compare wants different roles',
        ),
        (("compare", "pm", "product manger"), 'there is no role "product manger"; did you mean "Product Manager"?'),
        (("compare", "pm", "lead", "--format", "pdf"), 'unknown format "pdf"; known: text, md, html, json, svg'),
        (("path", "pm", "leed"), 'there is no role "leed"; did you mean "lead"?'),
        (("path", "pm", "planner"), '"pm" and "planner" are one role; path wants two'),
        (("path", "pm", "lead", "--person", "Ada Prak"), 'there is no person "Ada Prak"; did you mean "Ada Park"?'),
        (
            ("path", "pm", "lead", "--person", "Bo Quill"),
            (
                '"Bo Quill" holds a seat and has no entry in `people`, so no skills; '
                "write one with `skills`, or give them with --skills FILE"
            ),
        ),
        (
            ("path", "pm", "lead", "--person", "ada", "--skills", "x"),
            "--person and --skills do not go together: both say whose skills count",
        ),
        (("path", "pm", "lead", "--skills", "x.yaml"), 'there is no file or folder "x.yaml"'),
    ],
)
def test_what_cannot_be_answered_ends_with_2_and_one_line(
    orgmodel: Any, org: str, arguments: tuple[str, ...], message: str
) -> None:
    command, *rest = arguments
    done = orgmodel(command, org, *rest)
    assert (done.code, done.out, done.err) == (2, "", f"orgmodel: {message}\n")


@pytest.mark.parametrize("format_name", ["text", "md", "html", "json", "svg"])
def test_redacted_pay_and_people_appear_nowhere(orgmodel: Any, org: str, folder: Path, format_name: str) -> None:
    (folder / "me.yaml").write_text("name: Ada Park\nskills: {coaching: 1}\n", "utf-8")
    options = ("--redact", "pay,people", "--format", format_name)
    for done in (
        orgmodel("compare", org, "pm", "lead", *options),
        orgmodel("path", org, "pm", "lead", *options, "--skills", "me.yaml"),
    ):
        assert done.code == 0
        for secret in ("61234", "61,234", "91234", "91,234", "70,000", "70000", "EUR", "Ada", "Quill"):
            assert secret not in done.out, secret


def test_pay_and_people_are_there_without_redaction(orgmodel: Any, org: str) -> None:
    out = orgmodel("compare", org, "pm", "lead").out
    assert "50,000 to 61,234 EUR a year" in out
    assert "Ada Park" in out


def test_a_library_answers_as_a_path(orgmodel: Any, folder: Path) -> None:
    done = orgmodel("compare", "library:product-management", "product planner", "director of products")
    assert done.code == 0
    assert done.out.startswith("Product Manager and Director of Product\n")
    assert orgmodel("path", "library:product-management", "pm", "Product Director").code == 0


def test_a_model_compares_its_own_role_with_one_of_a_library(orgmodel: Any, folder: Path) -> None:
    text = 'orgmodel: 1\ninclude: ["library:product-management"]\nroles: {mine: {title: Pathfinder}}\n'
    (folder / "own.yaml").write_text(text, "utf-8")
    done = orgmodel("compare", "own.yaml", "pathfinder", "Product Director")
    assert done.code == 0
    assert done.out.startswith("Pathfinder and Director of Product\n")
    assert orgmodel("path", "own.yaml", "Product Planner", "Product Director").out.count("→") > 0


def test_a_role_of_a_chart_is_named_by_its_title_too(orgmodel: Any, org: str) -> None:
    by_id = orgmodel("chart", org, "--of", "roles", "--root", "lead")
    assert by_id.code == 0
    assert orgmodel("chart", org, "--of", "roles", "--root", "Lead").out == by_id.out
    assert orgmodel("chart", org, "--root", "nobody").code == 2
    assert orgmodel("matrix", org, "--role", "planner").out == orgmodel("matrix", org, "--role", "pm").out


def test_the_name_in_a_file_of_skills_is_redacted_where_a_skill_is_called_by_it(orgmodel: Any, folder: Path) -> None:
    (folder / "climb.yaml").write_text("roles: {a: {promotes_to: [b]}, b: {skills: {x: 3}}}\n", "utf-8")
    (folder / "mine.yaml").write_text("name: Ada Park\nskills: {x: 2, ada-park-method: 3}\n", "utf-8")
    outcome = orgmodel("path", "climb.yaml", "a", "b", "--skills", "mine.yaml", "--redact", "people")
    assert (outcome.code, "ada" in outcome.out.casefold()) == (0, False)
    assert "No rung of the way asks for Person 1-method." in outcome.out
