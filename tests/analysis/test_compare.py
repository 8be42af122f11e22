"""Roles side by side."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from conftest import Model
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.analysis.compare import compare
from orgmodel.analysis.compare_records import Comparison
from orgmodel.errors import UsageError
from orgmodel.model.activities import Activity, Letter
from orgmodel.model.lines import Assignee
from orgmodel.model.organization import Organization
from orgmodel.model.roles import Role

DAY = date(2026, 11, 1)
TWO = "roles: {pm: {title: PM}, lead: {title: Lead}}\n"


def relations(answer: Comparison) -> dict[str, str]:
    return {row.row.activity.id: row.relation for row in answer.rows}


@pytest.mark.parametrize(
    ("row", "relation"),
    [
        ("{assign: {A: lead, R: pm}}", "handed over"),
        ("{assign: {R: [pm, lead]}}", "shared"),
        ("{assign: {A: lead, R: 'role:pm'}}", "handed over"),
        ("{assign: {A: [pm, lead]}}", "in conflict"),
        ("{assign: {A: pm}}", "only"),
        ("{assign: {A: lead, R: [pm, lead]}}", "handed over"),
        ("{scheme: rapid, assign: {D: lead, R: pm}}", "handed over"),
        ("{scheme: ours, assign: {O: [pm, lead]}}", "shared"),
    ],
)
def test_how_a_row_lies_between_two_roles(model: Model, row: str, relation: str) -> None:
    scheme = "schemes: {ours: {O: {name: Owns, traits: owner}}}\n"
    answer = compare(model(f"{TWO}{scheme}activities: {{a: {row}}}\n"), DAY, ["pm", "lead"])
    assert relations(answer) == {"a": relation}


def test_a_row_of_others_is_left_out(model: Model) -> None:
    text = "roles: {pm: , lead: , dev: }\nactivities: {a: {assign: {A: dev}}, b: {assign: {A: pm}}}\n"
    assert relations(compare(model(text), DAY, ["pm", "lead"])) == {"b": "only"}


def test_a_row_that_is_not_in_force_is_left_out(model: Model) -> None:
    text = f"{TWO}activities: {{a: {{until: 2026-10-31, assign: {{A: pm}}}}}}\n"
    assert relations(compare(model(text), DAY, ["pm", "lead"])) == {}


def test_a_part_that_one_source_claims_and_another_denies_is_in_conflict(model: Model) -> None:
    claims = (
        "assignments:\n"
        "  - {activity: a, role: pm, letter: R, source: one}\n"
        "  - {activity: a, role: pm, letter: none, source: two}\n"
        "  - {activity: b, role: lead, letter: R, source: one}\n"
        "  - {activity: b, role: pm, letter: none, source: two}\n"
    )
    answer = compare(model(f"{TWO}activities: {{a: {{title: A}}, b: {{title: B}}}}\n{claims}"), DAY, ["pm", "lead"])
    assert relations(answer) == {"a": "in conflict", "b": "only"}
    assert [row.deniers for row in answer.rows] == [(("two",), ()), (("two",), ())]


def test_a_letter_of_a_seat_counts_for_its_role_and_names_the_seat(model: Model) -> None:
    text = f"{TWO}positions: {{pm-1: {{role: pm}}}}\nactivities: {{a: {{assign: {{A: position:pm-1, R: lead}}}}}}\n"
    (row,) = compare(model(text), DAY, ["pm", "lead"]).rows
    assert [(mark.letter, mark.via and mark.via.id) for mark in row.marks[0]] == [("A", "pm-1")]


def test_overlap_is_told_by_two_formulas(model: Model) -> None:
    rows = (
        "activities: {a: {assign: {R: [pm, lead]}}, b: {assign: {R: pm}},"
        " c: {assign: {R: lead}}, d: {assign: {R: lead}}}\n"
    )
    (overlap,) = compare(model(TWO + rows), DAY, ["pm", "lead"]).row_overlaps
    assert (overlap.both, overlap.only_first, overlap.only_second) == (1, 1, 2)
    assert (overlap.jaccard, overlap.coefficient) == (1 / 4, 1 / 2)


def test_the_strategic_share_leaves_out_rows_without_a_plane(model: Model) -> None:
    rows = (
        "activities: {a: {plane: strategic, assign: {A: pm}},"
        " b: {plane: tactical, assign: {R: pm}}, c: {assign: {R: pm}}}\n"
    )
    pm, lead = compare(model(TWO + rows), DAY, ["pm", "lead"]).planes
    assert (pm.rows, pm.owned, pm.unsaid, pm.strategic_share) == (3, 1, 1, 0.5)
    assert lead.strategic_share is None


def test_roles_that_lack_everything_compare_without_a_figure(model: Model) -> None:
    answer = compare(model("roles: {a: , b: }\n"), DAY, ["a", "b"])
    assert (answer.rows, answer.skills, answer.pay) == ((), (), ())
    assert answer.experience.why_not == ("missing",)
    assert answer.row_overlaps[0].jaccard is None


@pytest.mark.parametrize(
    ("pm", "lead", "why_not"),
    [
        ("{stat: median, amount: 1, currency: EUR}", "{stat: mean, amount: 1, currency: EUR}", ("statistic",)),
        ("{stat: mean, amount: 1, currency: EUR}", "{stat: mean, amount: 1, currency: USD}", ("currency",)),
        ("{stat: mean, amount: 1, period: month}", "{stat: mean, amount: 1}", ("period",)),
        ("{stat: mean, amount: 1, source: a}", "{stat: mean, amount: 1, source: b}", ("source",)),
        ("{stat: mean, amount: 1, year: 2025}", "{stat: mean, amount: 1, year: 2026}", ("year",)),
        ("{stat: mean, amount: 1}", "[]", ("missing",)),
    ],
)
def test_pay_that_is_not_alike_is_not_compared(model: Model, pm: str, lead: str, why_not: tuple[str, ...]) -> None:
    answer = compare(model(f"roles: {{pm: {{pay: {pm}}}, lead: {{pay: {lead}}}}}\n"), DAY, ["pm", "lead"])
    assert {line.why_not for line in answer.pay} == {why_not}
    assert {line.change for line in answer.pay} == {None}


def test_like_pay_is_compared_by_the_middles(model: Model) -> None:
    pay = "{pay: {min: 50, max: 150}}", "{pay: {min: 100, max: 200}}"
    (line,) = compare(model(f"roles: {{pm: {pay[0]}, lead: {pay[1]}}}\n"), DAY, ["pm", "lead"]).pay
    assert (line.why_not, line.change, line.ratio) == ((), 50, 0.5)


def test_pay_with_an_open_end_stands_side_by_side_without_a_difference(model: Model) -> None:
    text = "roles: {pm: {pay: {stat: max, amount: 90}}, lead: {pay: {stat: min, amount: 100}}}\n"
    (line,) = compare(model(text), DAY, ["pm", "lead"]).pay
    assert (line.why_not, line.change) == ((), None)


@pytest.mark.parametrize(
    ("pm", "lead", "expected"),
    [
        ("{min: 3, basis: in_discipline}", "{min: 8, basis: in discipline}", ((), 5)),
        ("{min: 3, basis: in_discipline}", "{min: 8, basis: since_entry}", (("basis",), None)),
        ("{min: 3, basis: in_previous_role}", "{min: 8, basis: in_previous_role}", (("begins anew",), None)),
        ("{min: 3, max: 2}", "{min: 8}", (("reversed",), None)),
        ("{min: 3}", "~", (("missing",), None)),
    ],
)
def test_years_compare_on_one_basis_only(model: Model, pm: str, lead: str, expected: Any) -> None:
    text = f"roles: {{pm: {{experience: {pm}}}, lead: {{experience: {lead}}}}}\n"
    line = compare(model(text), DAY, ["pm", "lead"]).experience
    assert (line.why_not, line.change) == expected


def test_a_role_that_is_its_own_manager_is_told_so_and_not_below_itself(model: Model) -> None:
    answer = compare(model("roles: {a: {reports_to: a}, b: {reports_to: nobody}}\n"), DAY, ["a", "b"])
    assert [[role.id for role in profile.above] for profile in answer.profiles] == [["a"], ["nobody"]]
    assert [profile.below for profile in answer.profiles] == [(), ()]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["pm", "pm"], '"pm" is asked for twice; compare wants different roles'),
        (["pm", "PM"], '"pm" is asked for twice (also called "PM"); compare wants different roles'),
        (["pm"], "compare takes two to 8 roles, not 1"),
        (["pm", "led"], 'there is no role "led"; did you mean "lead"?'),
    ],
)
def test_what_cannot_be_compared_is_refused(model: Model, asked: list[str], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        compare(model(TWO), DAY, asked)
    assert str(caught.value) == message


RACI = {
    "R": Letter(traits=("doer",)),
    "A": Letter(max=1, traits=("owner",)),
    "C": Letter(traits=("advises",)),
    "I": Letter(traits=("informed",)),
}
LETTERS = st.sampled_from("ARCI")
ROWS = st.lists(st.dictionaries(LETTERS, st.lists(st.sampled_from(["a", "b", "c"]), unique=True)), max_size=6)


def made(rows: list[dict[str, list[str]]]) -> Organization:
    activities = {
        f"x{i}": Activity(assign={code: tuple(map(Assignee, held)) for code, held in row.items()})
        for i, row in enumerate(rows)
    }
    roles = {name: Role() for name in "abc"}
    return Organization(roles=roles, activities=activities, schemes={"raci": RACI})


@given(ROWS)
@settings(max_examples=80, deadline=None)
def test_the_order_of_two_roles_changes_sides_and_nothing_else(rows: list[dict[str, list[str]]]) -> None:
    one, other = (compare(made(rows), DAY, pair) for pair in (["a", "b"], ["b", "a"]))
    assert relations(one) == relations(other)
    assert [row.marks for row in one.rows] == [row.marks[::-1] for row in other.rows]
    assert one.row_overlaps[0].jaccard == other.row_overlaps[0].jaccard


@given(ROWS)
@settings(max_examples=80, deadline=None)
def test_every_row_is_one_sided_or_in_both(rows: list[dict[str, list[str]]]) -> None:
    answer = compare(made(rows), DAY, ["a", "b"])
    (overlap,) = answer.row_overlaps
    assert overlap.both + overlap.only_first + overlap.only_second == len(answer.rows)
    assert overlap.only_first + overlap.only_second == sum(row.relation == "only" for row in answer.rows)
    if overlap.jaccard is not None and overlap.coefficient is not None:
        assert 0 <= overlap.jaccard <= overlap.coefficient <= 1


COUNTED = """\
roles: {pm: {title: PM}, senior: {title: Senior, counts_as: pm}, lead: {}}
activities:
  rank: {assign: {A: pm, R: pm}}
  plan: {assign: {A: lead, R: pm, C: senior}}
  alone: {assign: {A: senior, R: lead}}
"""


def test_a_role_that_counts_as_another_shares_its_rows_and_is_no_second_owner(model: Model) -> None:
    answer = compare(model(COUNTED), DAY, ["pm", "senior"])
    assert relations(answer) == {"rank": "shared", "plan": "handed over", "alone": "only"}
    assert [(one.role.id, one.counted_as.id, one.rows) for one in answer.counted] == [("senior", "pm", 1)]
    rank = next(row for row in answer.rows if row.row.activity.id == "rank")
    own, counted = rank.marks
    assert [mark.counted_as for mark in own] == [None, None]
    assert [(mark.letter, mark.counted_as and mark.counted_as.id) for mark in counted] == [("A", "pm"), ("R", "pm")]


def test_two_roles_that_count_as_a_third_own_its_row_together(model: Model) -> None:
    text = "roles: {pm: {}, a: {counts_as: pm}, b: {counts_as: pm}}\nactivities: {x: {assign: {A: pm}}}\n"
    assert relations(compare(model(text), DAY, ["a", "b"])) == {"x": "shared"}


def test_a_source_that_denies_a_role_denies_those_that_count_as_it(model: Model) -> None:
    text = (
        "roles: {pm: {}, senior: {counts_as: pm}}\nactivities: {x: {}}\nassignments:\n"
        "  - {activity: x, role: pm, letter: A, source: one}\n  - {activity: x, role: pm, letter: none, source: two}\n"
    )
    (row,) = compare(model(text), DAY, ["pm", "senior"]).rows
    assert (row.relation, row.deniers) == ("in conflict", (("two",), ("two",)))
