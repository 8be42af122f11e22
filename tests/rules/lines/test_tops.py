from __future__ import annotations

from typing import Any

TWO_TOPS = """\
orgmodel: 1
positions:
  analyst: {title: Analyst}
  chief: {title: Chief}
  lead: {reports_to: chief}
"""


def test_surplus_tops_are_one_finding_at_the_top_with_least_below(findings: Any) -> None:
    (found,) = findings(TWO_TOPS, "several-tops")
    assert found.message == '2 positions report to nobody, 1 expected: "chief" (1 below) and "analyst" (0 below)'
    assert (found.place.mark.line, found.place.mark.column) == (3, 3)
    assert found.entities == ("position:analyst", "position:chief")
    assert [(related.place.mark.line, related.note) for related in found.related] == [(4, '"chief" is a top too')]


def test_many_tops_are_all_entities_but_only_some_are_related(findings: Any) -> None:
    rows = "".join(f"  p{i}: {{reports_to: ~}}\n" for i in range(60))
    (found,) = findings("orgmodel: 1\npositions:\n" + rows, "several-tops")
    assert found.message.startswith('60 positions report to nobody, 1 expected: "p0" (0 below), ')
    assert found.message.endswith("and 55 more")
    assert len(found.entities) == 60
    assert len(found.related) == 20
    assert (found.place.mark.line, found.place.mark.column) == (4, 20)


def test_as_many_tops_as_the_policy_allows_are_silent(findings: Any) -> None:
    assert findings(TWO_TOPS + "policy: {tops: 2}\n", "several-tops") == []


def test_ended_posts_are_no_tops(findings: Any) -> None:
    text = TWO_TOPS.replace("{title: Analyst}", "{title: Analyst, status: ended}")
    assert findings(text, "several-tops") == []


def test_a_list_of_seats_without_any_line_is_silent(findings: Any) -> None:
    assert findings("orgmodel: 1\npositions:\n  a: {holder: Ada}\n  b: {holder: Bo}\n", "several-tops") == []


def test_roles_are_judged_where_there_are_no_positions(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  chief: {}
  lead: {reports_to: chief}
  other: {}
  clerk: {reports_to: other}
  unplaced: {}
  customer: {external: true}
  partner: {reports_to: customer}
"""
    (found,) = findings(text, "several-tops")
    assert found.entities == ("role:other", "role:chief")


def test_roles_and_activities_alone_have_no_tops(findings: Any) -> None:
    text = "orgmodel: 1\nroles: {a: {}, b: {}}\nactivities: {x: {assign: {A: a, R: b}}}\n"
    assert findings(text, "several-tops") == []
    assert findings(text, "no-top") == []


def test_no_top_says_what_stands_instead(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  a: {reports_to: gone}
  b: {reports_to: gone-too}
  c: {reports_to: c}
  d: {reports_to: e}
  e: {reports_to: d}
"""
    (found,) = findings(text, "no-top")
    assert found.message == (
        "none of 5 positions is a top: 1 loop without a way out (reporting-loop), "
        "2 report to managers that do not exist and 1 reports to itself"
    )
    assert (found.place.mark.line, found.place.mark.column) == (3, 19)
    assert found.entities == ("position:a", "position:b", "position:c", "position:d")


def test_no_top_on_a_day_before_the_top_begins(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  top: {from: 2027-01-01}\n  a: {reports_to: top}\n"
    (found,) = findings(text, "no-top")
    assert found.message == "none of 1 position is a top: 1 reports to a post that does not exist yet"
    assert findings(text, "no-top", day="2027-01-01") == []


def test_a_model_whose_seats_are_all_planned_has_no_missing_top(findings: Any) -> None:
    assert findings("orgmodel: 1\npositions:\n  a: {from: 2027-01-01}\n", "no-top") == []
