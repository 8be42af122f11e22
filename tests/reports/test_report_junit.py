"""JUnit XML, held to what the schema of Jenkins allows."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import HOSTILE, REALISTIC, finding, hostile_report, many, report

from orgmodel.checking.report import Report
from orgmodel.findings import Related
from orgmodel.reports.junit import render
from orgmodel.source import Mark, Place

ALLOWED = {
    "testsuites": ({"name", "time", "tests", "failures", "disabled", "errors"}, {"testsuite"}),
    "testsuite": (
        {
            "name",
            "tests",
            "failures",
            "errors",
            "time",
            "disabled",
            "skipped",
            "timestamp",
            "hostname",
            "id",
            "package",
        },
        {"testcase"},
    ),
    "testcase": ({"name", "assertions", "time", "classname", "status"}, {"failure"}),
    "failure": ({"type", "message"}, set()),
}
"""Attributes and children of the elements that are used, of those in Jenkins' schema."""


def read(*reports: Report) -> ET.Element:
    root = ET.fromstring(render(reports))
    for element in root.iter():
        attributes, children = ALLOWED[element.tag]
        assert set(element.attrib) <= attributes
        assert {child.tag for child in element} <= children
    for suite in root:
        assert suite.get("tests") == str(len(suite))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    assert root.get("tests") == str(len(root.findall("testsuite/testcase")))
    assert root.get("failures") == str(len(root.findall("testsuite/testcase/failure")))
    return root


def test_each_file_is_a_suite_and_each_finding_a_failing_case() -> None:
    suites = {suite.get("name"): len(suite) for suite in read(REALISTIC)}
    assert suites == {"examples/team/org.yaml": 3, "examples/team/staff.csv": 3}


def test_clean_model_is_a_passing_case_beside_the_findings_of_another() -> None:
    root = read(report(), report(many(1), path="big.yaml"))
    assert [(suite.get("name"), suite.get("failures")) for suite in root] == [
        ("examples/team/org.yaml", "0"),
        ("big.yaml", "1"),
    ]
    assert root[0][0].get("name") == "no findings in Lantern Checkout"


def test_no_model_is_no_suite() -> None:
    assert len(read()) == 0


def test_place_fix_and_related_places_stand_in_the_text() -> None:
    made = finding(
        message="a", fix="b", place=Place("x.yaml", Mark(3, 4, 3, 9)), related=(Related(Place("y.yaml"), "here"),)
    )
    (failure,) = read(report([made])).iter("failure")
    assert failure.text == "x.yaml:3:4: error ORG401 several-owners: a\nalso: y.yaml:1:1  here\nfix: b"
    assert failure.attrib == {"message": "x.yaml:3:4: a", "type": "error"}


def test_findings_that_were_only_counted_are_a_case() -> None:
    cases = read(report(many(1), path="big.yaml", kept_back={"several-owners": 7})).iter("testcase")
    assert [case.get("name") for case in cases] == [
        "ORG401 several-owners: row 1",
        "7 more of several-owners are left out of this file (--all)",
    ]


@pytest.mark.parametrize("text", [*HOSTILE, "]]>", "<failure/>", "a & b", "\ufffe\uffff"])
def test_hostile_text_is_well_formed(text: str) -> None:
    read(hostile_report(text))


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(exclude_categories=[]), max_size=60))
def test_any_text_is_well_formed(text: str) -> None:
    read(hostile_report(text))
