"""Annotations of a GitHub workflow."""

from __future__ import annotations

from report_samples import INFO, STAFF, WARNING, at, finding, many, report

from orgmodel.reports.github import render
from orgmodel.source import Cell, Mark, Place


def first(**fields: object) -> str:
    return render([report([finding(**fields)])]).splitlines()[0]  # type: ignore[arg-type]


def test_finding_is_a_command_with_title_place_and_message() -> None:
    assert first() == (
        "::error title=ORG401 several-owners,file=examples/team/org.yaml,line=12,col=69,endLine=12,endColumn=83"
        "::activity 'roadmap' has 2 owners: 'director', 'pm'"
    )


def test_warning_and_info_have_their_own_commands() -> None:
    assert first(severity=WARNING).startswith("::warning title=")
    assert first(severity=INFO).startswith("::notice title=")


def test_fix_stands_on_a_second_line_of_the_annotation() -> None:
    assert first(message="a", fix="b").endswith("::a%0Afix: b")


def test_table_finding_points_at_the_place_in_the_text() -> None:
    assert "line=7,col=44,endLine=7,endColumn=49" in first(place=at(STAFF, "00130", Cell(6, 5, "Manager ID")))


def test_stretch_over_several_lines_has_no_columns() -> None:
    assert "file=a.yaml,line=3,endLine=5::" in first(place=Place("a.yaml", Mark(3, 7, 5, 2)))


def test_percent_signs_are_escaped_in_messages_and_colons_and_commas_are_not() -> None:
    assert first(message="100%: a, b").endswith("::100%25: a, b")


def test_colons_commas_and_percent_signs_are_escaped_in_the_path() -> None:
    assert "file=a%3Ab%2Cc%25.yaml,line=" in first(place=Place("a:b,c%.yaml", Mark(1, 1, 1, 2)))


def test_line_end_in_a_message_cannot_start_a_command() -> None:
    lines = render([report([finding(message="a\n::set-output name=x::y")])]).splitlines()
    assert lines[0].endswith("::a\\n::set-output name=x::y")
    assert len(lines) == 2


def test_log_ends_with_the_total() -> None:
    assert render([report(many(2), hidden={INFO: 1})]).splitlines()[-1] == (
        "2 errors in 1 file; 1 info not shown (--min-severity info)"
    )


def test_findings_that_were_only_counted_are_told() -> None:
    assert "… and 7 more of several-owners (--all)\n" in render([report(many(1), kept_back={"several-owners": 7})])


def test_clean_model_prints_the_line_of_text_and_no_command() -> None:
    assert render([report(name="::error::x")]).startswith(": :error::x: no findings at warning or above; checked ")
