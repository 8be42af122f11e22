"""The code quality report of GitLab."""

from __future__ import annotations

import json
from typing import Any

import pytest
from report_samples import HOSTILE, INFO, REALISTIC, WARNING, finding, hostile_report, many, report

from orgmodel.checking.report import Report
from orgmodel.reports.gitlab import render
from orgmodel.source import Mark, Place


def read(*reports: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render(reports))
    return found


def test_clean_model_is_an_empty_list() -> None:
    assert render([report()]) == "[]\n"


def test_description_begins_with_the_rule_because_gitlab_does_not_show_its_field() -> None:
    (issue,) = read(report([finding(message="a", fix="b")]))
    assert issue["description"] == "ORG401 several-owners: a; fix: b"
    assert issue["check_name"] == "several-owners"


def test_severities_are_those_of_gitlab() -> None:
    issues = read(report([finding(), finding(severity=WARNING), finding(severity=INFO)]))
    assert sorted(issue["severity"] for issue in issues) == ["info", "major", "minor"]


def test_place_is_the_one_in_the_text() -> None:
    (issue,) = read(report([finding(place=Place("a.yaml", Mark(3, 7, 5, 2)))]))
    assert issue["location"] == {
        "path": "a.yaml",
        "positions": {"begin": {"line": 3, "column": 7}, "end": {"line": 5, "column": 2}},
    }


def test_fingerprints_are_unique_where_models_share_a_file() -> None:
    names = [issue["fingerprint"] for issue in read(REALISTIC, REALISTIC, REALISTIC)]
    assert len(names) == len(set(names)) == 18
    assert names[:6] == [item.fingerprint for item in REALISTIC.findings]


def test_findings_that_were_only_counted_are_told_once() -> None:
    issues = read(report(many(2), kept_back={"several-owners": 7}))
    assert issues[-1]["description"] == "7 more of several-owners are left out of this file (--all)"
    assert len(issues) == 3


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_description_is_one_bounded_line(text: str) -> None:
    for issue in read(hostile_report(text)):
        assert "\n" not in issue["description"]
        assert len(issue["description"]) < 25_000
