"""The object for programs, and the page that promises its fields."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from report_samples import INFO, REALISTIC, STAFF, WARNING, at, finding, many, report

import orgmodel
from orgmodel.checking.report import Report
from orgmodel.findings import Related
from orgmodel.reports.json_object import VERSION, render
from orgmodel.source import Cell

PAGE = (Path(__file__).parents[2] / "docs" / "json-output.md").read_text(encoding="utf-8")
TABLE = report(
    [
        finding(
            place=at(STAFF, "00130", Cell(6, 5, "Manager ID")),
            related=(Related(at(STAFF, "00101", Cell(2, 1, "Employee ID")), "the top"),),
            entities=("position:00126",),
            fix="correct the id",
        )
    ]
)


def read(*reports: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(reports))
    return found


def fields(section: str) -> list[str]:
    """The fields in the table below a heading of the page."""
    body = PAGE.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE)


def example() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(PAGE.split("```json\n")[1].split("```")[0])
    return found


def test_version_is_the_one_of_the_page() -> None:
    assert VERSION == 1
    assert f"version {VERSION} of it" in PAGE


def test_page_names_every_field_of_a_run_in_order() -> None:
    assert list(read(TABLE)) == [name for name in fields("The run") if name != "models"]


def test_page_names_every_field_of_a_run_over_several_models() -> None:
    of_one = {"name", "path", "checked", "rules_run"}
    assert sorted(read(TABLE, TABLE)) == sorted(set(fields("The run")) - of_one)
    assert all(set(model) == of_one for model in read(TABLE, TABLE)["models"])


def test_page_names_every_field_of_a_finding_and_of_a_related_place() -> None:
    found = read(TABLE)["findings"][0]
    assert list(found) == fields("A finding")
    assert list(found["related"][0]) == fields("A related place")


def test_example_of_the_page_has_the_real_fields() -> None:
    real, shown = read(TABLE), example()
    assert list(shown) == list(real)
    assert list(shown["findings"][0]) == list(real["findings"][0])
    for name in ("tool", "counts", "hidden"):
        assert list(shown[name]) == list(real[name])
    for name in ("end", "cell", "text"):
        assert list(shown["findings"][0][name]) == list(real["findings"][0][name])


def test_table_finding_has_record_and_cell_and_the_place_in_the_text() -> None:
    found = read(TABLE)["findings"][0]
    assert (found["line"], found["column"], found["end"]) == (6, 5, {"line": 6, "column": 6})
    assert found["cell"] == {"row": 6, "column": 5, "heading": "Manager ID"}
    assert found["text"] == {"line": 7, "column": 44, "end_line": 7, "end_column": 49}


def test_yaml_finding_has_the_same_place_twice_and_no_cell() -> None:
    found = read(report([finding()]))["findings"][0]
    assert (found["line"], found["column"], found["end"]) == (12, 69, {"line": 12, "column": 83})
    assert found["cell"] is None
    assert found["text"] == {"line": 12, "column": 69, "end_line": 12, "end_column": 83}


def test_counts_hold_findings_shown_or_not_and_hidden_ones_apart() -> None:
    found = read(report(many(3), hidden={WARNING: 2, INFO: 7}, kept_back={"several-owners": 10}, waived=4))
    assert found["counts"]["severity"] == {"error": 13, "warning": 2, "info": 7}
    assert found["counts"]["rule"] == {"several-owners": 13}
    assert found["hidden"] == {"error": 0, "warning": 2, "info": 7}
    assert found["kept_back"] == {"several-owners": 10}
    assert found["waived"] == 4
    assert len(found["findings"]) == 3


def test_several_models_are_one_object_with_merged_counts_and_findings() -> None:
    found = read(
        report(many(2), name="a", path="a.yaml"), report(many(1, "no-owner", "ORG402"), name="b", path="b.yaml")
    )
    assert [(model["name"], model["path"]) for model in found["models"]] == [("a", "a.yaml"), ("b", "b.yaml")]
    assert found["counts"]["rule"] == {"no-owner": 1, "several-owners": 2}
    assert [item["code"] for item in found["findings"]] == ["ORG401", "ORG401", "ORG402"]


def test_clean_model_is_an_object_with_no_findings() -> None:
    found = read(report())
    assert found["findings"] == []
    assert found["checked"] == {"roles": 6, "units": 2, "positions": 9, "activities": 6}


def test_each_finding_stands_on_a_line_of_its_own() -> None:
    lines = render([REALISTIC]).splitlines()
    assert sum(line.startswith('    {"code": ') for line in lines) == 6


def test_tool_is_named_with_its_version() -> None:
    assert read(report())["tool"] == {"name": "orgmodel", "version": orgmodel.__version__}


@pytest.mark.parametrize(
    "message",
    ["naïve 部長", "a\nb\t\x1b\x7f\x9f", "\u202e\u2028", "\U000e0041", "##[error] # ##", '\\"\\u202e'],
)
def test_text_is_read_back_as_it_was(message: str) -> None:
    assert read(report([finding(message=message)]))["findings"][0]["message"] == message


def test_lone_surrogate_becomes_the_replacement_character() -> None:
    assert read(report([finding(message="a\ud800b")]))["findings"][0]["message"] == "a\ufffdb"


def test_characters_that_do_not_print_are_escaped_and_others_are_not() -> None:
    assert '"部長 \\u202e"' in render([report([finding(message="部長 \u202e")])])
