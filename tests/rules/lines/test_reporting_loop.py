from __future__ import annotations

from typing import Any


def test_a_loop_is_one_finding_with_its_path_at_the_line_of_its_first_member(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  chief: {holder: Ada}
  a: {reports_to: c}
  b: {reports_to: a}
  c: {reports_to: b}
  below: {reports_to: c}
"""
    (found,) = findings(text, "reporting-loop")
    assert found.message == 'reporting loop of 3 positions: "a" → "c" → "b" → "a"'
    assert (found.place.mark.line, found.place.mark.column) == (4, 19)
    assert found.entities == ("position:a", "position:c", "position:b")
    assert [(related.place.mark.line, related.note) for related in found.related] == [
        (6, '"c" reports to "b"'),
        (5, '"b" reports to "a"'),
    ]


def test_two_separate_loops_are_two_findings(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n" + "".join(
        f"  {name}: {{reports_to: {to}}}\n" for name, to in ("ab", "ba", "cd", "dc")
    )
    assert [found.entities for found in findings(text, "reporting-loop")] == [
        ("position:a", "position:b"),
        ("position:c", "position:d"),
    ]


def test_a_long_loop_shows_the_beginning_and_the_end_of_its_path_and_names_all_members(findings: Any) -> None:
    size = 40
    text = "orgmodel: 1\npositions:\n" + "".join(f"  p{i}: {{reports_to: p{(i + 1) % size}}}\n" for i in range(size))
    (found,) = findings(text, "reporting-loop")
    assert '"p11" → (27 more) → "p39" → "p0"' in found.message
    assert len(found.entities) == size
    assert len(found.related) == 20


def test_a_loop_made_by_a_repeated_id_names_that_id_as_its_cause(findings: Any) -> None:
    table = """\
Employee ID,Manager ID,Name
1,,Ada
2,1,Bo
3,2,Cy
1,3,Di
"""
    (found,) = findings({"staff.csv": table}, "reporting-loop")
    assert found.message == (
        'reporting loop of 3 positions: "1" → "3" → "2" → "1"; '
        'it follows from the id "1", which 2 entries share (duplicate-id)'
    )
    assert str(found.place) == "staff.csv:5:2"
    assert found.related[0].note == '"1" is defined here as well'
    assert str(found.related[0].place) == "staff.csv:2:1"
    assert found.fix == 'Give each of the 2 entries with the id "1" an id of its own.'


def test_loops_that_share_a_member_are_one_finding(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  a: {reports_to: [b, c]}
  b: {reports_to: a}
  c: {reports_to: a}
"""
    (found,) = findings(text, "reporting-loop")
    assert found.message == 'reporting loop of 2 positions: "a" → "b" → "a"; 1 more are caught in loops with these'
    assert found.entities == ("position:a", "position:b", "position:c")


def test_a_loop_of_derived_lines_points_at_the_roles_that_make_it(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  lead: {reports_to: analyst}
  analyst: {reports_to: lead}
positions:
  one: {role: lead}
  two: {role: analyst}
"""
    (found,) = findings(text, "reporting-loop")
    assert found.entities == ("position:one", "position:two")
    assert (found.place.mark.line, found.place.mark.column) == (3, 22)


def test_a_loop_of_roles_counts_where_there_are_no_positions(findings: Any) -> None:
    (found,) = findings("orgmodel: 1\nroles:\n  a: {reports_to: b}\n  b: {reports_to: a}\n", "reporting-loop")
    assert found.message == 'reporting loop of 2 roles: "a" → "b" → "a"'
    assert found.entities == ("role:a", "role:b")


def test_lines_that_follow_one_another_in_time_make_no_loop(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  a: {reports_to: [{to: b, until: 2026-06-30}, {to: top, from: 2026-07-01}]}
  b: {reports_to: a}
  top: {holder: Ada}
"""
    assert findings(text, "reporting-loop") == []
    (found,) = findings(text, "reporting-loop", day="2026-05-01")
    assert found.entities == ("position:a", "position:b")


def test_hostile_ids_are_escaped_in_the_path(findings: Any) -> None:
    table = "Employee ID,Manager ID\n\u202ea,b\nb,\u202ea\n"
    (found,) = findings({"staff.csv": table}, "reporting-loop")
    assert found.message == 'reporting loop of 2 positions: "\\u202ea" → "b" → "\\u202ea"'
