"""Findings marked on charts: which cards and lines, the badges, and the list below."""

from __future__ import annotations

import re
from datetime import date

import pytest
from chart_samples import SVG, parse

from orgmodel.charts.build import build_chart
from orgmodel.charts.chart import Card, Chart, DottedLine, MarkedFinding
from orgmodel.charts.formats import render as render_as
from orgmodel.charts.request import ChartRequest
from orgmodel.charts.svg import render
from orgmodel.checking.check import CheckOptions, check
from orgmodel.drawing.finding_list import MOST_LISTED, listed
from orgmodel.drawing.finding_shapes import badge_shapes
from orgmodel.findings import Severity
from orgmodel.loading.load import load

MODEL = """\
orgmodel: 1
roles:
  lead: {title: Lead, level: 5}
  dev: {title: Developer, level: 3, reports_to: lead}
units:
  all: {title: Everything, head: top}
positions:
  top: {role: lead, unit: all, holder: ada}
  boss: {role: lead, unit: all, status: vacant, reports_to: top}
  one: {role: dev, unit: all, holder: bob, reports_to: boss}
  two: {role: dev, unit: all, holder: cyd, reports_to: boss}
  loop-a: {role: dev, holder: dee, reports_to: loop-b}
  loop-b: {role: dev, holder: eli, reports_to: loop-a}
"""
DAY = date(2026, 11, 1)


@pytest.fixture
def marked(tmp_path):
    def run(text: str = MODEL, severity: Severity = Severity.WARNING, **request) -> Chart:
        file = tmp_path / "org.yaml"
        file.write_text(text, encoding="utf-8")
        loaded = load(str(file))
        found = check(loaded, DAY, CheckOptions(min_severity=severity)).findings
        return build_chart(loaded.organization, DAY, "Marked", ChartRequest(findings=found, **request)).chart

    return run


def ids(chart: Chart, rule: str, field: str = "cards") -> list[list[str]]:
    found = [finding for finding in chart.findings if finding.rule == rule]
    return [[chart.cards[card].id for card in getattr(finding, field)] for finding in found]


def test_a_loop_marks_its_cards_and_the_line_between_them(marked):
    chart = marked()
    assert ids(chart, "reporting-loop") == [["loop-a", "loop-b"]]
    assert ids(chart, "reporting-loop", "lines") == [["loop-b"]]


def test_reports_to_a_vacancy_mark_the_vacancy_the_reports_and_their_lines(marked):
    chart = marked()
    assert ids(chart, "reports-to-vacancy") == [["boss", "one", "two"]]
    assert ids(chart, "reports-to-vacancy", "lines") == [["one", "two"]]


def test_the_worst_findings_have_the_first_numbers(marked):
    ranks = [Severity(finding.severity).rank for finding in marked(severity=Severity.INFO).findings]
    assert ranks == sorted(ranks)
    assert [finding.number for finding in marked().findings] == list(range(1, len(marked().findings) + 1))


def test_a_group_cut_off_marks_its_cards_and_no_line(marked):
    chart = marked(severity=Severity.INFO)
    assert ids(chart, "unreachable-from-top") == [["loop-a", "loop-b"]]
    assert ids(chart, "unreachable-from-top", "lines") == [[]]


def test_places_are_right_after_sorting(marked):
    assert ids(marked(sort="title"), "reports-to-vacancy") == [["boss", "one", "two"]]


def test_findings_on_nothing_shown_are_a_note(marked):
    chart = marked(root="loop-b") if False else marked(depth=1)
    assert [finding.rule for finding in chart.findings] == ["reporting-loop", "reports-to-vacancy"][
        : len(chart.findings)
    ]
    shown = marked(root="one")
    assert ids(shown, "reports-to-vacancy") == [["one"]]
    assert shown.notes[-1] == "1 finding concerns nothing on this chart; orgmodel check lists all"


def test_a_chart_without_findings_is_the_same_as_before():
    plain = Chart("x", (Card("a", "A"),))
    assert 'class="p"' not in render(plain)
    assert "Findings" not in render(plain)


def finding(number: int = 1, severity="error", **where) -> MarkedFinding:
    return MarkedFinding(number, severity, "ORG201", "reporting-loop", f"message {number}", **where)


def two_cards(*findings: MarkedFinding) -> Chart:
    return Chart(
        "x", (Card("a", "A"), Card("b", "B", 0), Card("c", "C", 0)), (DottedLine(2, 1),), findings=tuple(findings)
    )


def test_the_badge_has_the_number_and_a_title_with_code_and_message():
    root = parse(render(two_cards(finding(cards=(1,)))))
    (group,) = [group for group in root.iter(f"{SVG}g") if group.get("id") == "c1"]
    titles = [title.text for title in group.iter(f"{SVG}title")]
    assert titles[1:] == ["1. ORG201 message 1"]
    assert [text.text for text in group.iter(f"{SVG}text")][-1] == "! 1"


def test_a_badge_names_two_numbers_and_counts_the_others():
    chart = two_cards(*(finding(number, "warning", cards=(0,)) for number in (1, 2, 3, 4)))
    assert ">1, 2 +2<" in render(chart)


def test_severities_differ_without_colour():
    error, warning, info = (badge_shapes("1", grade, 0, 0) for grade in ("error", "warning", "info"))
    assert (error[0].radius, warning[0].radius, info[0].radius) == (2, 8, 8)
    assert (warning[0].fill, info[0].fill) == ("warning", "card")
    assert (error[1].text, warning[1].text) == ("! 1", "1")


def test_marked_lines_are_heavier_than_plain_ones():
    text = render(two_cards(finding(cards=(0, 1), lines=(1,), dotted=(0,))))
    widths = re.findall(r'class="n s-error" stroke-width="([\d.]+)"', text)
    assert widths.count("3.4") == 2


def test_a_long_list_is_cut_and_says_how_many_more():
    found = listed([finding(number, cards=(0,)) for number in range(1, MOST_LISTED + 13)], 1000)
    assert len(found.entries) == MOST_LISTED
    assert found.more == "and 12 more"
    assert found.heading == "Findings: 42 errors"


def test_no_entry_of_the_list_leaves_the_page():
    long = MarkedFinding(1, "warning", "ORG201", "x" * 300, "word " * 300, (0,))
    for room in (300, 504, 900, 3000):
        for entry in listed([long] * 7, room).entries:
            assert entry.x >= 0
            assert len(entry.message) == 2
            assert entry.y + 48 <= listed([long] * 7, room).height
        assert max(entry.x for entry in listed([long] * 7, room).entries) <= room - 44


def test_a_finding_that_marks_no_card_of_the_chart_is_refused():
    with pytest.raises(ValueError, match="finding 1 marks no card"):
        two_cards(finding(cards=(7,)))


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "]]></title>", "\u202egnp.exe", "a\x00b", "田" * 5000])
def test_a_hostile_message_adds_no_element(name):
    plain = parse(render(two_cards(finding(cards=(1,)))))
    hostile = MarkedFinding(1, "error", "ORG201", "reporting-loop", name, (1,))
    other = parse(render(two_cards(hostile)))
    assert {element.tag for element in other.iter()} == {element.tag for element in plain.iter()}
    assert "\u202e" not in render(two_cards(hostile))


def test_every_format_that_draws_takes_findings():
    chart = two_cards(finding(cards=(0, 1), lines=(1,), dotted=(0,)), finding(2, "info", cards=(2,)))
    for name, package in (("pdf", "reportlab"), ("png", "resvg_py"), ("pptx", "pptx")):
        pytest.importorskip(package)
        made = render_as(name, chart, fit="16:9")
        assert made == render_as(name, chart, fit="16:9")
        assert made != render_as(name, two_cards(), fit="16:9")
