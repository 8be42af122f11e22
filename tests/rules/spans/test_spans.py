"""Direct reports: too many, few, one."""

from __future__ import annotations

from typing import Any

import pytest


def team(reports: int, policy: str = "{}", manager: str = "{title: Head}") -> str:
    return (
        "orgmodel: 1\nroles: {head: {level: 5}}\nunits: {top: {kind: division}, pay: {parent: top, kind: team}}\n"
        f"positions:\n  head: {manager}\n  pms: {{reports_to: head, seats: {reports}}}\npolicy: {policy}\n"
    )


def test_a_wide_span_says_how_many_and_how_many_lead(findings: Any) -> None:
    text = team(15) + ""
    assert findings(text, "span-too-wide") == []
    text = text.replace(
        "policy", "  lead: {reports_to: head, holder: Li}\n  under: {reports_to: lead, holder: Bo}\npolicy"
    )
    (found,) = findings(text, "span-too-wide")
    assert (
        found.message == 'position "head" (Head) has 16 direct reports (15 vacant), 15 at most; 1 of them leads others'
    )
    assert (found.place.mark.line, found.place.mark.column) == (5, 3)
    assert found.entities == ("position:head",)
    assert found.severity == "warning"


def test_assistants_planned_and_ended_seats_are_no_reports(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  head: {}
  a: {reports_to: head}
  b: {reports_to: head}
  helper: {reports_to: head, assistant: true}
  next: {reports_to: head, from: 2027-01-01, seats: 2}
  gone: {reports_to: head, status: ended}
"""
    (found,) = findings(text, "span-too-narrow")
    assert found.message == (
        'position "head" has 2 direct reports (2 vacant), 3 at least: "a" and "b"; 2 more are planned'
    )
    assert found.entities == ("position:head",)


def test_like_managers_share_their_reports(findings: Any) -> None:
    assert findings(team(40, manager="{seats: 4}"), "span-too-wide") == []
    (found,) = findings(team(80, manager="{seats: 4}"), "span-too-wide")
    assert "80 direct reports (80 vacant) for 4 like seats, 20 each, 15 at most" in found.message


@pytest.mark.parametrize(
    "entry",
    [
        "{unit: pay, max: 5}",
        "{unit: top, max: 5}",
        "{kind: team, max: 5}",
        "{role: head, max: 5}",
        "{level: 5, max: 5}",
        "{role: head, level: 5, unit: top, preset: player-coach}",
        "{role: head, preset: coach, max: 5}",
    ],
)
def test_the_first_limit_that_fits_counts(findings: Any, entry: str) -> None:
    policy = f"{{span: {{min: 1, max: 2}}, spans: [{{unit: other, max: 1}}, {entry}, {{max: 50}}]}}"
    manager = "{role: head, unit: pay}"
    assert findings(team(5, policy, manager), "span-too-wide") == []
    (found,) = findings(team(6, policy, manager), "span-too-wide")
    assert "has 6 direct reports (6 vacant), 5 at most" in found.message
    assert [(each.place.mark.line, each.note) for each in found.related] == [(7, "the limit for this manager")]


def test_a_head_counts_among_the_managers_of_its_unit(findings: Any) -> None:
    text = team(6, "{spans: {unit: pay, max: 5}}").replace("pay: {parent: top,", "pay: {parent: top, head: head,")
    assert len(findings(text, "span-too-wide")) == 1


def test_a_unit_that_is_only_named_has_no_kind_but_may_have_a_limit(findings: Any) -> None:
    policy = "{spans: [{kind: team, max: 2}, {unit: nowhere, max: 5}, {max: 3}]}"
    (found,) = findings(team(6, policy, "{unit: nowhere}"), "span-too-wide")
    assert "has 6 direct reports (6 vacant), 5 at most" in found.message


def test_an_unknown_unit_beside_one_that_is_headed_hides_it_not(findings: Any) -> None:
    text = team(6, "{spans: [{kind: team, max: 5}, {max: 50}]}", "{unit: nowhere}")
    assert findings(text, "span-too-wide") == []
    assert len(findings(text.replace("kind: team}", "kind: team, head: head}"), "span-too-wide")) == 1


def test_the_level_of_a_seat_counts_before_that_of_its_role(findings: Any) -> None:
    policy = "{spans: [{level: 5, max: 2}, {level: 4, max: 5}]}"
    (found,) = findings(team(6, policy, "{role: head, level: 4}"), "span-too-wide")
    assert "has 6 direct reports (6 vacant), 5 at most" in found.message


def test_an_open_end_is_not_judged(findings: Any) -> None:
    assert findings(team(40, "{span: {min: 3}}"), "span-too-wide") == []


def test_a_preset_stands_for_limits(findings: Any) -> None:
    (wide,) = findings(team(8, "{span: coach}"), "span-too-wide")
    assert "8 direct reports (8 vacant), 7 at most;" in wide.message
    (narrow,) = findings(team(5, "{spans: [{preset: coach}]}"), "span-too-narrow")
    assert "6 at least (coach)" in narrow.message


def test_an_unknown_preset_is_a_wrong_value_with_the_known_ones(findings: Any) -> None:
    (found,) = findings(team(8, "{span: kanban}"), "wrong-value")
    assert found.message.startswith('"span": wanted "min" and "max", or one of "player-coach", "coach", ')
    assert found.message.endswith('found "kanban"')
    (found,) = findings(team(8, "{spans: [{preset: coahc}]}"), "wrong-value")
    assert found.message.startswith('"preset" of the first item of "spans": wanted one of "player-coach", ')


def test_every_preset_has_limits_and_a_source() -> None:
    from orgmodel.library.shipped import span_presets

    for name, preset in span_presets().items():
        assert set(preset) == {"min", "max", "about", "source"}, name
        assert preset["min"] is not None or preset["max"] is not None, name
        assert preset["source"], name


def test_one_report_is_one_over_one_and_not_narrow(findings: Any) -> None:
    text = team(1)
    assert findings(text, "span-too-narrow") == []
    (found,) = findings(text, "one-over-one")
    assert found.message == 'position "head" (Head) has one direct report: position "pms" (vacant)'
    assert found.entities == ("position:head", "position:pms")


def test_a_chain_is_told_once(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  a: {}
  b: {reports_to: a}
  c: {reports_to: b}
  d: {reports_to: c}
  helper: {reports_to: a, assistant: true}
  minion: {reports_to: helper}
"""
    (found,) = findings(text, "one-over-one")
    assert found.message == '3 managers in a row have one direct report: "a" → "b" → "c" → "d"'
    assert (found.place.mark.line, found.place.mark.column) == (3, 3)
    assert found.entities == ("position:a", "position:b", "position:c", "position:d")


def test_a_policy_may_allow_one_report(findings: Any) -> None:
    assert findings(team(1, "{span: {min: 1, max: 9}}"), "one-over-one") == []


def test_members_of_a_loop_have_no_span_of_their_own(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  a: {reports_to: b}\n  b: {reports_to: a}\n  c: {reports_to: b}\n"
    assert [item.rule for item in findings(text) if item.code.startswith("ORG8")] == []


def test_a_waiver_covers_a_narrow_span(findings: Any) -> None:
    text = team(2) + 'waivers: [{rule: span-too-narrow, for: "position:head", reason: new}]\n'
    assert findings(text, "span-too-narrow") == []


def test_hostile_ids_stay_on_one_line(findings: Any) -> None:
    table = 'id,manager,name\n"a\n\x1b[1m",,Ada\nb,"a\n\x1b[1m",Bo\nc,"a\n\x1b[1m",Cy\n'
    (found,) = findings({"staff.csv": table}, "span-too-narrow")
    assert found.message.isprintable()
    assert str(found.place).startswith("staff.csv:2:1")


def test_a_span_in_a_table_stands_at_the_managers_row(findings: Any) -> None:
    rows = "".join(f"{number},1,P{number}\n" for number in range(2, 20))
    (found,) = findings({"staff.csv": f"Employee ID,Manager ID,Name\n1,,Ada\n{rows}"}, "span-too-wide")
    assert found.message == 'position "1" has 18 direct reports, 15 at most; none leads others'
    assert str(found.place) == "staff.csv:2:1"


def _with_groups(groups: int) -> dict[str, str]:
    """A senior return with 10 reports of one post, and a junior return with groups below the same post."""
    senior = "Post Unique Reference,Name,Grade,Job Title,Unit,Reports to Senior Post,FTE\n1,Ada,SCS3,Head,U,XX,1\n"
    senior += "".join(f"{10 + n},P{n},SCS1,Lead,U,1,1\n" for n in range(10))
    junior = "Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE\n"
    junior += "U,1,G7,Officer,1.0\n" * groups
    include = "".join(f"  - {{file: {name}.csv, preset: uk-organogram}}\n" for name in ("senior", "junior"))
    return {"org.yaml": f"orgmodel: 1\ninclude:\n{include}", "senior.csv": senior, "junior.csv": junior}


def test_groups_of_posts_alone_do_not_make_a_span_worth_a_warning(findings):
    (found,) = findings(_with_groups(8), "span-too-wide")
    assert found.severity == "info"
    assert found.message == (
        'position "1" (Head) has 18 direct reports, 15 at most; '
        "8 of them stand in groups, which may have leads of their own"
    )
    assert findings(_with_groups(5), "span-too-wide") == []
