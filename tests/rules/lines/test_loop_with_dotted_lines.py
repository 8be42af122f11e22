"""Rings of dotted and solid lines together."""

from __future__ import annotations

from typing import Any

RULE = "loop-with-dotted-lines"
TOP = "orgmodel: 1\npositions:\n  top: {holder: Ada}\n"


def test_a_dotted_line_to_somebody_below(findings: Any) -> None:
    text = TOP + "  a: {reports_to: top, dotted_to: c}\n  b: {reports_to: a}\n  c: {reports_to: b}\n"
    (found,) = findings(text, RULE)
    assert found.message == '"a" has a dotted line to "c", which is below it: "a" → "c" → "b" → "a"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 4, 35)
    assert found.entities == ("position:a", "position:c")
    assert [(item.place.mark.line, item.note) for item in found.related] == [(6, 'the solid line of "c"')]


def test_several_dotted_lines_downward_are_one_finding(findings: Any) -> None:
    text = TOP.replace("Ada", "Ada, dotted_to: [a, b]") + "  a: {reports_to: top}\n  b: {reports_to: a}\n"
    (found,) = findings(text, RULE)
    assert found.message == '"top" has dotted lines to 2 positions below it: "a" and "b"'
    assert found.entities == ("position:top", "position:a", "position:b")


def test_two_branches_that_guide_each_other(findings: Any) -> None:
    text = TOP + ("  a: {reports_to: top}\n  b: {reports_to: top}\n  a1: {reports_to: a}\n  b1: {reports_to: b}\n")
    text = text.replace("a: {reports_to: top}", "a: {reports_to: top, dotted_to: b1}")
    assert findings(text, RULE) == []
    text = text.replace("b: {reports_to: top}", "b: {reports_to: top, dotted_to: a1}")
    (found,) = findings(text, RULE)
    assert found.message == ('dotted and solid lines of 4 positions lead in a ring: "a" → "b1" → "b" → "a1" → "a"')
    assert (found.place.mark.line, found.place.mark.column) == (4, 35)
    assert [item.note for item in found.related] == ['"b1" to "b", solid', '"b" to "a1", dotted', '"a1" to "a", solid']


def test_rings_of_one_kind_are_told_elsewhere(findings: Any) -> None:
    dotted = TOP + "  a: {reports_to: top, dotted_to: b}\n  b: {reports_to: top, dotted_to: a}\n"
    solid = TOP + "  a: {reports_to: b}\n  b: {reports_to: a}\n"
    own = TOP + "  a: {reports_to: top, dotted_to: [a, top]}\n"
    assert [findings(text, RULE) for text in (dotted, solid, own)] == [[], [], []]


def test_an_ordinary_dotted_line_is_silent(findings: Any) -> None:
    text = TOP + "  a: {reports_to: top}\n  b: {reports_to: top}\n  b1: {reports_to: b, dotted_to: [a, top]}\n"
    assert findings(text, RULE) == []


def test_a_dotted_line_of_another_day_or_to_a_planned_seat_is_silent(findings: Any) -> None:
    text = TOP + "  a: {reports_to: top, dotted_to: [{to: b, until: 2026-01-31}, c]}\n  b: {reports_to: a}\n"
    assert findings(text + "  c: {reports_to: a, from: 2027-01-01}\n", RULE) == []


def test_roles_are_judged_where_there_are_no_positions(findings: Any) -> None:
    text = "orgmodel: 1\nroles:\n  a: {dotted_to: b}\n  b: {reports_to: a}\n"
    (found,) = findings(text, RULE)
    assert found.entities == ("role:a", "role:b")


def test_too_many_dotted_lines(findings: Any) -> None:
    text = TOP + "  a: {reports_to: top}\n  b: {reports_to: top}\n  c: {reports_to: top}\n  d: {reports_to: top}\n"
    (found,) = findings(text + "  x: {reports_to: top, dotted_to: [a, b, a, c, d]}\n", "too-many-dotted-lines")
    assert found.message == 'position "x" has 4 dotted lines, 3 at most: "a", "b", "c" and "d"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 8, 48)
    assert found.entities == ("position:x", "position:a", "position:b", "position:c", "position:d")
    three = text + "  x: {reports_to: top, dotted_to: [a, b, a, c]}\n"
    assert findings(three, "too-many-dotted-lines") == []
    assert findings(three + "policy: {dotted: {max: ~}}\n", "too-many-dotted-lines") == []
    assert len(findings(three + "policy: {dotted: {max: 0}}\n", "too-many-dotted-lines")) == 1


def test_a_long_way_down_is_counted(findings: Any) -> None:
    text = TOP.replace("Ada", "Ada, dotted_to: s11")
    text += "".join(f"  s{i}: {{reports_to: {f's{i - 1}' if i else 'top'}}}\n" for i in range(12))
    (found,) = findings(text, RULE)
    assert found.message == '"top" has a dotted line to "s11", which is 12 lines below it'
