"""Markdown for a comment on a pull request."""

from __future__ import annotations

import pytest
from report_samples import HOSTILE, INFO, WARNING, finding, hostile_report, many, report

from orgmodel.reports.markdown import escape, render
from orgmodel.reports.options import TextOptions
from orgmodel.source import Mark, Place

MOST_OF_A_COMMENT = 65_536


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("| ") and line != "| place | finding | fix |"]


def test_clean_model_is_one_line_below_the_heading() -> None:
    lines = render([report(checked={"roles": 2})]).splitlines()
    assert lines[:2] == ["### orgmodel: no findings", ""]
    assert lines[2] == "- Lantern Checkout: no findings at warning or above; checked 2 roles with 52 rules"


def test_findings_are_grouped_by_severity() -> None:
    text = render([report([finding(severity=WARNING, message="w"), finding(message="e")], hidden={INFO: 2})])
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "### orgmodel: 1 error, 1 warning",
        "#### Errors (1)",
        "#### Warnings (1)",
    ]
    assert text.endswith("\n1 error, 1 warning in 1 file; 2 infos not shown (--min-severity info)\n")


def test_long_lists_are_cut_with_a_count() -> None:
    text = render([report(many(50), kept_back={"several-owners": 9})])
    assert len(rows(text)) == 20
    assert "\n… and 39 more errors\n" in text


def test_all_findings_stand_there_when_all_are_asked_for() -> None:
    assert len(rows(render([report(many(200))], TextOptions(per_rule=None)))) == 200


def test_text_fits_into_a_comment_however_long_the_findings_are() -> None:
    long = [
        finding(message=f"{line}" + "|" * 5_000, fix="*" * 5_000, place=Place("a.yaml", Mark(line, 1, line, 2)))
        for line in range(1, 900)
    ]
    text = render([report(long)], TextOptions(per_rule=None))
    assert len(text) < MOST_OF_A_COMMENT
    assert "more errors" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b", r"a \| b"),
        ("my_id*", r"my\_id\*"),
        ("[x](https://e.example)", r"\[x\](https&#58;//e.example)"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("@everyone", "@&#8203;everyone"),
        ("closes #12 and !7", "closes #&#8203;12 and !&#8203;7"),
        ("www.e.example", "www&#46;e.example"),
        ("a.csv:100:2", "a.csv&#58;100:2"),
        ("a\nb", r"a\\nb"),
        ("# x", "#&#8203; x"),
    ],
)
def test_text_of_a_model_is_only_text(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    for row in rows(render([hostile_report(text)])):
        assert row.replace(r"\\", "").replace(r"\|", "").count("|") == 4
