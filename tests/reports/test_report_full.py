"""The text for people."""

from __future__ import annotations

import re

from report_samples import ERROR, INFO, ORG, REALISTIC, STAFF, WARNING, at, finding, many, report

from orgmodel.checking.report import Report
from orgmodel.findings import Related
from orgmodel.reports.full import render
from orgmodel.reports.options import TextOptions
from orgmodel.reports.terminal import columns
from orgmodel.source import START, Cell, Mark, Place, Source


def lines_of(*reports: Report, **options: object) -> list[str]:
    return render(reports, TextOptions(**options)).splitlines()  # type: ignore[arg-type]


def test_clean_model_prints_one_line_with_what_was_checked() -> None:
    assert lines_of(report(name="product-team")) == [
        (
            "product-team: no findings at warning or above; "
            "checked 9 positions, 6 roles, 2 units and 6 activities with 52 rules"
        )
    ]


def test_clean_model_says_how_many_infos_are_not_shown_and_how_many_findings_are_waived() -> None:
    clean = report(name="a", hidden={INFO: 7}, waived=1, checked={"roles": 1})
    assert lines_of(clean) == [
        (
            "a: no findings at warning or above; checked 1 role with 52 rules; "
            "7 infos not shown (--min-severity info); 1 waived"
        )
    ]


def test_clean_model_at_info_has_no_findings_at_all() -> None:
    clean = report(name="a", checked={})
    assert lines_of(clean, min_severity=INFO) == ["a: no findings; checked nothing with 52 rules"]


def test_clean_model_without_a_name_goes_by_its_path() -> None:
    assert lines_of(report(name="", path="x/org.yaml"))[0].startswith("x/org.yaml: no findings")


def test_hint_names_the_lowest_severity_that_is_not_shown() -> None:
    hidden = report(many(1), hidden={WARNING: 1, INFO: 2})
    assert lines_of(hidden, min_severity=ERROR)[-1] == (
        "1 error in 1 file; 1 warning and 2 infos not shown (--min-severity info)"
    )
    assert lines_of(report(many(1), hidden={WARNING: 2}))[-1] == (
        "1 error in 1 file; 2 warnings not shown (--min-severity warning)"
    )


def test_total_line_counts_findings_and_files() -> None:
    assert lines_of(REALISTIC)[-1] == (
        "5 errors, 1 warning in 2 files; 7 infos not shown (--min-severity info); 1 waived"
    )


def test_total_that_is_too_wide_has_what_is_left_out_on_a_second_line() -> None:
    assert lines_of(REALISTIC, width=80)[-2:] == [
        "5 errors, 1 warning in 2 files;",
        "7 infos not shown (--min-severity info); 1 waived",
    ]


def test_rules_are_counted_with_the_worst_first_in_aligned_columns() -> None:
    findings = many(12, "owner-vacant", "ORG419", WARNING) + many(3)
    assert lines_of(report(findings))[-4:-2] == [
        " 3  error    ORG401  several-owners",
        "12  warning  ORG419  owner-vacant",
    ]


def test_rule_with_findings_of_two_severities_has_a_line_for_each() -> None:
    findings = [*many(2, "duplicate-id", "ORG101", WARNING), finding("ORG101", "duplicate-id", ERROR)]
    assert lines_of(report(findings))[-4:-2] == [
        "1  error    ORG101  duplicate-id",
        "2  warning  ORG101  duplicate-id",
    ]


def test_twenty_findings_of_a_rule_are_shown_and_the_rest_counted() -> None:
    lines = lines_of(report(many(25)))
    assert sum("several-owners" in line and line.startswith("big.yaml") for line in lines) == 20
    assert lines[-5:] == [
        "… and 5 more of several-owners (--all)",
        "",
        "25  error  ORG401  several-owners",
        "",
        "25 errors in 1 file",
    ]


def test_all_findings_are_shown_when_all_are_asked_for() -> None:
    lines = lines_of(report(many(25)), per_rule=None)
    assert sum(line.startswith("big.yaml") for line in lines) == 25
    assert not any("more of" in line for line in lines)


def test_findings_that_were_only_counted_are_among_those_left_out() -> None:
    lines = lines_of(report(many(20), kept_back={"several-owners": 4_980}))
    assert "… and 4,980 more of several-owners (--all)" in lines
    assert "5,000  error  ORG401  several-owners" in lines


def test_findings_of_one_rule_do_not_hide_those_of_another() -> None:
    lines = lines_of(report(many(25) + many(2, "no-owner", "ORG402")))
    assert sum("  ORG402 no-owner" in line and line.startswith("big.yaml") for line in lines) == 2


def test_yaml_place_is_underlined_at_its_column() -> None:
    assert lines_of(report([finding()]), width=160)[:4] == [
        "examples/team/org.yaml:12:69  error  ORG401 several-owners",
        "  activity 'roadmap' has 2 owners: 'director', 'pm'",
        "  12 |   " + ORG.line(12).strip(),
        "     | " + " " * 68 + "^" * 14,
    ]


def test_cell_is_underlined_in_its_record_with_its_heading_row_and_column() -> None:
    place = at(STAFF, "00999", Cell(4, 5, "Manager ID"))
    assert lines_of(report([finding(place=place)]), width=120)[2:4] == [
        "  4 | " + STAFF.line(4),
        "    |                                           ^^^^^ Manager ID: row 4, column 5",
    ]


def test_row_and_line_are_both_named_where_a_cell_before_spans_lines() -> None:
    place = at(STAFF, "00130", Cell(6, 5, "Manager ID"))
    lines = lines_of(report([finding(place=place)]), width=120)
    assert lines[0].startswith("examples/team/staff.csv:6:5  error")
    assert lines[3].endswith("^^^^^ Manager ID: row 6 (line 7), column 5")


def test_finding_without_a_source_text_has_no_excerpt() -> None:
    lines = lines_of(report([finding(fix="do this")], sources=()))
    assert lines[:3] == [
        "examples/team/org.yaml:12:69  error  ORG401 several-owners",
        "  activity 'roadmap' has 2 owners: 'director', 'pm'",
        "  fix: do this",
    ]


def test_finding_about_a_whole_file_has_no_excerpt() -> None:
    lines = lines_of(report([finding(message="no rows", place=Place(ORG.path, START))]))
    assert lines[:3] == ["examples/team/org.yaml:1:1  error  ORG401 several-owners", "  no rows", ""]


def test_place_behind_the_end_of_a_file_has_no_excerpt() -> None:
    lines = lines_of(report([finding(message="gone", place=Place(ORG.path, Mark(99, 1, 99, 5)))]))
    assert lines[1:3] == ["  gone", ""]


def test_message_and_fix_wrap_with_a_hanging_indent() -> None:
    lines = lines_of(report([finding(message="word " * 20, fix="step " * 12)], sources=()), width=60)
    assert max(map(len, lines[1:])) <= 60
    assert lines[1] == "  word word word word word word word word word word word"
    assert lines[3] == "  fix: step step step step step step step step step step"
    assert lines[4] == "       step step"


def test_related_places_beyond_three_are_counted() -> None:
    places = [Related(Place("a.csv", Mark(number, 1, number, 2)), f"row {number}") for number in range(1, 13)]
    lines = lines_of(report([finding(related=tuple(places))], sources=()))
    assert lines[2:6] == [
        "  also: a.csv:1:1  row 1",
        "        a.csv:2:1  row 2",
        "        a.csv:3:1  row 3",
        "        and 9 more",
    ]


def test_fourth_related_place_is_shown_rather_than_counted() -> None:
    places = [Related(Place("a.csv", Mark(number, 1, number, 2)), "") for number in range(1, 5)]
    assert lines_of(report([finding(related=tuple(places))], sources=()))[5] == "        a.csv:4:1"


def test_note_too_long_for_the_line_of_its_place_stands_below_it() -> None:
    related = Related(Place("a" * 50 + ".yaml", Mark(1, 1, 1, 2)), "the position is defined here for the first time")
    lines = lines_of(report([finding(related=(related,))], sources=()), width=80)
    assert lines[2:4] == [
        "  also: " + "a" * 50 + ".yaml:1:1",
        "          the position is defined here for the first time",
    ]


def test_no_line_of_a_realistic_report_is_wider_than_asked_for() -> None:
    for width in (60, 80, 100, 120):
        assert max(map(columns, lines_of(REALISTIC, width=width))) <= width


def test_without_colour_there_is_no_escape_sequence() -> None:
    assert "\x1b" not in render([REALISTIC])


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render([REALISTIC], TextOptions(width=100, color=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render([REALISTIC], TextOptions(width=100))
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert "\x1b[1;33mwarning\x1b[0m" in coloured


def test_several_models_are_totalled_and_the_clean_ones_named() -> None:
    lines = lines_of(report(many(2), waived=1), report(name="clean", hidden={INFO: 3}), report(many(1), name="c"))
    assert lines[-2:] == [
        "clean: no findings at warning or above; checked 9 positions, 6 roles, 2 units and 6 activities with 52 rules",
        "3 errors in 1 file; 3 infos not shown (--min-severity info); 1 waived",
    ]


def test_several_clean_models_print_a_line_each() -> None:
    lines = lines_of(report(name="a"), report(name="b", hidden={INFO: 1}))
    assert [line.partition(":")[0] for line in lines] == ["a", "b"]
    assert lines[1].endswith("; 1 info not shown (--min-severity info)")


def test_findings_that_were_all_only_counted_do_not_make_a_model_clean() -> None:
    lines = lines_of(report(kept_back={"several-owners": 3}))
    assert lines == [
        "… and 3 more of several-owners (--all)",
        "",
        "3  error  ORG401  several-owners",
        "",
        "3 errors",
    ]


def test_file_of_one_long_line_is_shown_around_the_place() -> None:
    text = "[" + '{"id": "abcdefgh"}, ' * 100_000 + "]"
    source = Source("big.json", text)
    place = source.place(1_000_008, 1_000_018)
    lines = lines_of(report([finding(place=place)], sources=(source,)), width=80)
    assert lines[2].startswith("  1 | …")
    assert lines[2].endswith("…")
    assert len(lines[2]) == 80
    assert "^^^^^^^^^^" in lines[3]
