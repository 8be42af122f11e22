"""SARIF 2.1.0, held against its schema and the limits of GitHub."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from report_samples import (
    ERROR,
    HOSTILE,
    INFO,
    REALISTIC,
    STAFF,
    WARNING,
    at,
    finding,
    hostile_report,
    many,
    report,
    use_sample_rules,
)

from orgmodel.checking.report import Report
from orgmodel.findings import Related
from orgmodel.reports.sarif import MOST_RESULTS, render
from orgmodel.source import Cell, Mark, Place

SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json"


@pytest.fixture(autouse=True)
def _sample_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    use_sample_rules(monkeypatch)


@cache
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(*reports: Report) -> dict[str, Any]:
    log = json.loads(render(reports))
    assert [error.message for error in validator().iter_errors(log)] == []
    run: dict[str, Any] = log["runs"][0]
    return run


def test_schema_refuses_what_is_wrong() -> None:
    log = json.loads(render([REALISTIC]))
    log["runs"][0]["results"][0]["level"] = "info"
    assert list(validator().iter_errors(log))


def test_realistic_report_is_valid_and_its_results_name_their_rules() -> None:
    run = run_of(REALISTIC)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ORG101", "ORG102", "ORG401", "ORG419"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert len(run["results"]) == 6


def test_clean_model_is_a_valid_run_without_results() -> None:
    run = run_of(report())
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_rule_carries_the_text_of_its_page() -> None:
    rule = run_of(report([finding()]))["tool"]["driver"]["rules"][0]
    assert rule["name"] == "several-owners"
    assert rule["shortDescription"] == {"text": "An activity has more than one owner."}
    assert rule["fullDescription"] == {"text": "Two owners each expect the other to answer for the result."}
    assert rule["help"]["text"].endswith("\n\nFix: leave the owner letter on one role")
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_rule_that_is_not_registered_is_named_without_text() -> None:
    assert run_of(report([finding("ORG999", "own-rule")]))["tool"]["driver"]["rules"] == [
        {"id": "ORG999", "name": "own-rule"}
    ]


def test_info_is_a_note() -> None:
    levels = [
        result["level"]
        for result in run_of(report([finding(severity=level) for level in (ERROR, WARNING, INFO)]))["results"]
    ]
    assert levels == ["error", "warning", "note"]


def test_place_is_a_relative_uri_and_a_region_in_code_points() -> None:
    run = run_of(report([finding()]))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "examples/team/org.yaml", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 12, "startColumn": 69, "endLine": 12, "endColumn": 83},
    }


def test_table_finding_points_at_the_place_in_the_text() -> None:
    run = run_of(report([finding(place=at(STAFF, "00130", Cell(6, 5, "Manager ID")))]))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "startColumn": 44, "endLine": 7, "endColumn": 49}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü#?%.yaml", "a%20b/%C3%BC%23%3F%25.yaml"),
        ("c:x.yaml", "c%3Ax.yaml"),
        ("../up.yaml", "../up.yaml"),
        ("/srv/x.yaml", "file:///srv/x.yaml"),
    ],
)
def test_path_becomes_a_percent_encoded_uri(path: str, uri: str) -> None:
    run = run_of(report([finding(place=Place(path, Mark(1, 1, 1, 2)))]))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_related_places_keep_their_notes_up_to_a_hundred() -> None:
    related = tuple(Related(Place("a.csv", Mark(row, 1, row, 2)), f"row {row}") for row in range(1, 151))
    found = run_of(report([finding(related=related)]))["results"][0]["relatedLocations"]
    assert len(found) == 100
    assert found[1]["message"] == {"text": "row 2"}
    assert found[1]["physicalLocation"]["region"]["startLine"] == 2


def test_fingerprint_is_the_one_of_the_finding_under_a_name_of_our_own() -> None:
    result = run_of(report([finding(fingerprint="abc")]))["results"][0]
    assert result["partialFingerprints"] == {"orgmodel/v1": "abc"}


def test_message_is_followed_by_the_fix_on_a_line_of_its_own() -> None:
    assert run_of(report([finding(message="a", fix="b")]))["results"][0]["message"] == {"text": "a\nfix: b"}


def test_finding_without_a_message_is_told_by_its_rule() -> None:
    assert run_of(report([finding(message=" ")]))["results"][0]["message"] == {"text": "several-owners"}


def test_text_of_a_model_makes_no_link() -> None:
    message = run_of(report([finding(message="role '[x](https://example.org)'")]))["results"][0]["message"]["text"]
    assert message == "role '[x] (https://example.org)'"


def test_beyond_the_limit_the_worst_results_are_kept_in_order_and_the_rest_told() -> None:
    findings = many(MOST_RESULTS, "owner-vacant", "ORG419", WARNING) + many(10)
    run = run_of(report(findings, kept_back={"several-owners": 90}))
    results = run["results"]
    assert len(results) == MOST_RESULTS == 5_000
    assert sum(result["level"] == "error" for result in results) == 10
    lines = [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in results]
    assert lines == sorted(lines)
    assert run["invocations"][0]["toolExecutionNotifications"] == [
        {"level": "warning", "message": {"text": "100 of 5,100 findings are left out of this file."}}
    ]


def test_several_models_are_one_run() -> None:
    assert len(run_of(report(many(2)), report(many(1, "duplicate-id", "ORG101")))["results"]) == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_leaves_the_file_valid(text: str) -> None:
    assert len(run_of(hostile_report(text))["results"]) == 2
