"""Rows that lead to other rows: rings of dependencies and of parts, and parts out of reach."""

from __future__ import annotations

import pytest

from orgmodel.findings import Severity

START = "orgmodel: 1\nroles: {chief: {}, pm: {title: Product Manager, reports_to: chief}, qa: {}, law: {}}\n"


def _model(rows):
    return START + "activities:\n" + rows


# -- rings


def test_rows_that_wait_for_each_other_are_one_finding_with_the_way_round(findings):
    model = _model(
        "  a: {depends_on: [z, b], assign: {A: pm, R: pm}}\n  b: {depends_on: 'activity:c', assign: {A: pm, R: pm}}\n"
        "  c: {depends_on: a, assign: {A: pm, R: pm}}\n  z: {assign: {A: pm, R: pm}}\n"
    )
    [found] = findings(model, "dependency-loop")
    assert found.message == '3 rows wait for each other in a ring: "a" → "b" → "c" → "a"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 4, 23)
    assert found.entities == ("activity:a", "activity:b", "activity:c")
    assert [item.note for item in found.related] == ['"b" depends on "c"', '"c" depends on "a"']


def test_a_row_that_waits_for_itself_is_a_ring_of_one(findings):
    [found] = findings(_model("  a: {title: Plan, depends_on: [a], assign: {A: pm, R: pm}}\n"), "dependency-loop")
    assert found.message == '"a" (Plan) depends on itself'


def test_rows_that_are_parts_of_each_other_contradict(findings):
    model = _model("  a: {part_of: b, assign: {A: pm, R: pm}}\n  b: {part_of: a, assign: {A: pm, R: pm}}\n")
    [found] = findings(model, "part-loop")
    assert found.message == '2 rows are parts of each other: "a" → "b" → "a"'
    assert (found.severity, found.place.mark.column) == (Severity.ERROR, 16)
    [found] = findings(_model("  a: {part_of: a, assign: {A: pm, R: pm}}\n"), "part-loop")
    assert found.message == '"a" is a part of itself'


@pytest.mark.parametrize("rule", ["dependency-loop", "part-loop"])
def test_chains_unknown_rows_and_rows_of_other_days_make_no_ring(findings, rule):
    model = _model(
        "  a: {part_of: b, depends_on: [b, nope], assign: {A: pm, R: pm}}\n"
        "  b: {part_of: c, depends_on: c, assign: {A: pm, R: pm}}\n"
        "  c: {part_of: a, depends_on: a, until: 2026-01-01, assign: {A: pm, R: pm}}\n"
    )
    assert findings(model, rule) == []


def test_a_ring_over_thousands_of_rows_is_one_finding(findings):
    rows = "".join(f"  a{i}: {{depends_on: a{(i + 1) % 3000}, unowned: later}}\n" for i in range(3000))
    [found] = findings(_model(rows), "dependency-loop")
    assert found.message.startswith('3,000 rows wait for each other in a ring: "a0" → "a1" → ')
    assert len(found.entities) == 3000


# -- parts


WHOLE = "  launch: {title: Launch, assign: {A: pm, R: qa}}\n"


def test_a_part_out_of_reach_of_the_owner_of_the_whole(findings):
    [found] = findings(_model(WHOLE + "  test: {part_of: launch, assign: {A: qa, R: qa}}\n"), "part-owner-differs")
    assert found.message == (
        '"pm" (Product Manager) owns "launch" (Launch) and has no letter in its part "test" (owned by "qa")'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 5, 19)
    assert found.entities == ("activity:test", "activity:launch", "role:pm", "role:qa")


def test_several_parts_of_one_whole_are_one_finding(findings):
    parts = "".join(f"  p{i}: {{part_of: 'activity:launch', assign: {{A: qa, R: qa}}}}\n" for i in range(5))
    [found] = findings(_model(WHOLE + parts), "part-owner-differs")
    assert found.message == (
        '"pm" (Product Manager) owns "launch" (Launch) and has no letter in 5 parts of it: '
        '"p0" (owned by "qa"), "p1" (owned by "qa"), "p2" (owned by "qa") and 2 more'
    )
    assert len(found.related) == 4


@pytest.mark.parametrize(
    "part",
    [
        "{part_of: launch, assign: {A: pm, R: qa}}",
        "{part_of: launch, assign: {A: qa, R: qa, I: pm}}",
        "{part_of: top, assign: {A: pm, R: pm}}",
        "{part_of: launch, assign: {R: qa}}",
        "{part_of: nope, assign: {A: qa, R: qa}}",
    ],
    ids=["same owner", "owner of the whole is told", "below on the line", "no owner", "no whole"],
)
def test_parts_within_reach_hear_nothing(findings, part):
    model = _model(WHOLE + "  top: {assign: {A: chief, R: chief}}\n" + f"  x: {part}\n")
    assert findings(model, "part-owner-differs") == []


def test_a_manager_who_owns_a_part_is_out_of_reach(findings):
    [found] = findings(_model(WHOLE + "  x: {part_of: launch, assign: {A: chief, R: qa}}\n"), "part-owner-differs")
    assert found.message.endswith('its part "x" (owned by "chief"), who does not report up to it')


def test_seats_tell_who_reports_up_to_whom(findings):
    seats = (
        "positions:\n  pm-1: {role: pm, reports_to: ~}\n  qa-1: {role: qa, reports_to: pm-1}\n  law-1: {role: law}\n"
    )
    rows = "  x: {part_of: launch, assign: {A: qa, R: qa}}\n  y: {part_of: launch, assign: {A: law, R: law}}\n"
    [found] = findings(START + seats + "activities:\n" + WHOLE + rows, "part-owner-differs")
    assert found.entities[0] == "activity:y"
    assert found.message.endswith('its part "y" (owned by "law"), who does not report up to it')
