"""One line per finding."""

from __future__ import annotations

from report_samples import STAFF, at, finding, many, report

from orgmodel.reports.concise import render
from orgmodel.reports.options import TextOptions
from orgmodel.source import Cell


def test_finding_is_one_line_of_place_severity_code_rule_and_message() -> None:
    assert render([report([finding(fix="not here")])]) == (
        "examples/team/org.yaml:12:69: error ORG401 several-owners: activity 'roadmap' has 2 owners: 'director', 'pm'\n"
    )


def test_table_place_is_record_and_cell() -> None:
    place = at(STAFF, "00130", Cell(6, 5, "Manager ID"))
    assert render([report([finding(place=place)])]).startswith("examples/team/staff.csv:6:5: error ORG401 ")


def test_clean_model_prints_nothing() -> None:
    assert render([report()]) == ""


def test_every_stored_finding_has_its_line_and_the_others_are_counted() -> None:
    lines = render([report(many(30), kept_back={"several-owners": 1_200})]).splitlines()
    assert len(lines) == 31
    assert lines[-1] == "… and 1,200 more of several-owners (--all)"


def test_severity_is_coloured_when_asked_for() -> None:
    assert "\x1b[1;31merror\x1b[0m ORG401" in render([report([finding()])], TextOptions(color=True))
