from __future__ import annotations

from typing import Any


def test_heads_that_name_the_same_missing_manager_are_one_group(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  top: {holder: Ada}
  a: {reports_to: gone}
  b: {reports_to: a}
  c: {reports_to: gone}
  d: {reports_to: other}
"""
    first, second = findings(text, "unreachable-from-top")
    assert first.message == '3 positions are cut off from every top, because the manager "gone" does not exist'
    assert (first.place.mark.line, first.place.mark.column) == (4, 19)
    assert first.entities == ("position:a", "position:c", "position:b")
    assert [(related.place.mark.line, related.note) for related in first.related] == [(6, "cut off by the same cause")]
    assert second.message == '1 position is cut off from every top, because the manager "other" does not exist'


def test_the_rules_that_a_group_follows_from_are_named(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  top: {holder: Ada}
  a: {reports_to: b}
  b: {reports_to: a}
  c: {reports_to: b}
  d: {reports_to: d}
"""
    assert [found.message for found in findings(text, "unreachable-from-top")] == [
        '3 positions are cut off from every top, because a loop through "a" leads to no top (reporting-loop)',
        '1 position is cut off from every top, because "d" reports to itself (self-report)',
    ]


def test_without_any_top_the_group_says_so(findings: Any) -> None:
    (found,) = findings("orgmodel: 1\npositions:\n  a: {reports_to: gone}\n", "unreachable-from-top")
    assert found.message.endswith('because the manager "gone" does not exist; there is no top at all (no-top)')


def test_a_manager_who_is_planned_cuts_off_until_the_day(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  top: {holder: Ada}
  lead: {reports_to: top, from: 2027-01-01}
  a: {reports_to: lead}
"""
    (found,) = findings(text, "unreachable-from-top")
    assert found.message == (
        '1 position is cut off from every top, because the manager "lead" is planned and does not exist yet'
    )
    assert findings(text, "unreachable-from-top", day="2027-01-01") == []


def test_a_lone_seat_without_a_line_is_left_to_missing_line(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  director: {}
  pm: {reports_to: director}
positions:
  top: {reports_to: ~}
  a: {role: pm}
"""
    assert findings(text, "unreachable-from-top") == []
    (found,) = findings(text + "  b: {reports_to: a}\n", "unreachable-from-top")
    assert found.message == '2 positions are cut off from every top, because "a" has no manager (missing-line)'


def test_a_second_line_to_the_top_keeps_a_seat_connected(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  top: {holder: Ada}\n  a: {reports_to: [gone, top]}\n"
    assert findings(text, "unreachable-from-top") == []


def test_a_role_below_an_unknown_role_is_cut_off(findings: Any) -> None:
    text = "orgmodel: 1\nroles:\n  top: {}\n  a: {reports_to: top}\n  b: {reports_to: gone}\n"
    (found,) = findings(text, "unreachable-from-top")
    assert found.message == '1 role is cut off from every top, because the manager "gone" does not exist'


def test_a_group_that_its_cause_names_already_is_information(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  top: {holder: Ada}
  a: {reports_to: gone}
  b: {reports_to: gone}
  c: {reports_to: c}
  d: {reports_to: e}
  e: {reports_to: d}
"""
    assert [found.severity for found in findings(text, "unreachable-from-top")] == ["info"] * 3
    below = text + "  f: {reports_to: a}\n  g: {reports_to: c}\n  h: {reports_to: e}\n"
    assert [found.severity for found in findings(below, "unreachable-from-top")] == ["warning"] * 3


def test_where_nobody_is_a_top_the_group_of_all_is_information(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  a: {reports_to: b}\n  b: {reports_to: a}\n  c: {reports_to: a}\n"
    (found,) = findings(text, "unreachable-from-top")
    assert found.severity == "info"
    assert len(findings(text, "no-top")) == 1
