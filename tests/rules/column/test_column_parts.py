"""What a role is in the matrix for: only asked, only told, only in day-to-day rows, or the same as another role."""

from __future__ import annotations

import pytest
from column_matrix import matrix

from orgmodel.findings import Severity

BUILD = "assign: {A: pm, R: dev}"
ASK = "assign: {A: dev, R: pm, C: qa}"
TELL = "assign: {A: dev, R: pm, I: ops}"
ROWS = (BUILD, BUILD, BUILD, BUILD, ASK, ASK, TELL, TELL)


def test_a_role_that_is_only_asked(findings):
    [found] = findings(matrix(*ROWS), "role-without-work")
    assert found.message == '"qa" is asked about 2 of 8 rows (25%), but neither owns nor does any: "a4" and "a5"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 2, 48)
    assert found.entities == ("role:qa", "activity:a4", "activity:a5")


def test_a_role_that_is_only_told(findings):
    [found] = findings(matrix(*ROWS), "role-only-informed")
    assert found.message == '"ops" is only told, in 2 of 8 rows (25%): "a6" and "a7"'
    assert [item.note for item in found.related] == ["told here", "told here"]


def test_small_matrices_and_external_roles_hear_nothing(findings):
    assert findings(matrix(*ROWS[1:]), "ORG50") == []
    roles = "{pm: {}, dev: {}, qa: {external: true}, ops: {external: true}}"
    assert findings(matrix(*ROWS, roles=roles), "ORG50") == []


@pytest.mark.parametrize("letters", ["S: qa", "R: qa", "A: qa, R: pm"])
def test_helping_doing_and_owning_are_work(findings, letters):
    row = f"scheme: rasci, assign: {{{letters}}}"
    assert findings(matrix(*ROWS, row), "role-without-work") == []


def test_work_given_to_a_seat_a_person_or_the_head_of_a_unit_is_work_of_the_role(findings):
    seats = "positions: {qa-1: {role: qa, unit: q, reports_to: ~, holder: Li}}\nunits: {q: {head: qa-1}}\n"
    for party in ("position:qa-1", "person:Li", "unit:q"):
        assert findings(matrix(*ROWS, f"assign: {{A: '{party}', R: pm}}", more=seats), "role-without-work") == []
    [found] = findings(matrix(*ROWS, "assign: {A: pm, R: dev, C: 'position:qa-1'}", more=seats), "role-without-work")
    assert found.entities[0] == "role:qa"


def test_d10_a_role_without_any_row_is_not_a_column(findings):
    roles = "{pm: {}, dev: {}, qa: {}, ops: {}, ghost: {}}"
    found = findings(matrix(*ROWS, roles=roles))
    assert [item.rule for item in found if "ghost" in item.message] == ["unused-role"]


# -- senior roles


LEVELS = (
    "{cpo: {level: 7, track: executive}, director: {title: Director, level: 6, track: Management}, "
    "pm: {level: 3, track: ic}, apm: {level: 1, track: ic}}"
)
STRATEGY = "plane: strategic, assign: {A: cpo, R: pm, I: director}"
DAILY = ("plane: tactical, assign: {A: director, R: pm}", "plane: operational, assign: {A: pm, R: director}")


def test_a_senior_manager_without_strategy(findings):
    model = matrix(STRATEGY, *DAILY, *DAILY, roles=LEVELS)
    [found] = findings(model, "senior-role-only-tactical")
    assert found.message == (
        '"director" (Director) stands at level 6 of 7 and has a part in 4 rows, none of them strategic: '
        '"a1", "a2", "a3" and "a4"'
    )
    assert (found.severity, found.entities[0]) == (Severity.INFO, "role:director")


@pytest.mark.parametrize(
    ("rows", "roles"),
    [
        ((STRATEGY.replace("I: director", "C: director"), *DAILY, *DAILY), LEVELS),
        ((STRATEGY, *DAILY), LEVELS),
        ((*DAILY, *DAILY), LEVELS),
        ((STRATEGY, *DAILY, *DAILY), LEVELS.replace("track: Management", "track: ic")),
        ((STRATEGY, *DAILY, *DAILY), LEVELS.replace("level: 6", "level: 4")),
        ((STRATEGY, *DAILY, *DAILY), "{cpo: {}, director: {track: management}, pm: {}, apm: {}}"),
    ],
    ids=["asked about strategy", "few rows", "no strategic row", "no manager", "middle level", "no levels"],
)
def test_other_roles_hear_nothing(findings, rows, roles):
    assert findings(matrix(*rows, roles=roles), "senior-role-only-tactical") == []


def test_a_seat_that_does_strategic_work_is_a_part_of_its_role(findings):
    seats = "positions: {chief: {role: cpo}, head: {role: director, reports_to: chief}}\n"
    model = matrix(STRATEGY, *DAILY, *DAILY, roles=LEVELS) + seats
    assert len(findings(model, "senior-role-only-tactical")) == 1
    assert findings(model.replace("R: pm, I: director", 'R: "position:head"'), "senior-role-only-tactical") == []


# -- overlapping roles


SAME = "assign: {A: lead, R: [pm, po], C: dev}"
PAIR = "{lead: {}, pm: {title: Product Manager}, po: {title: Product Owner}, dev: {}}"


def test_two_roles_with_the_same_column(findings):
    [found] = findings(matrix(*[SAME] * 5, roles=PAIR), "overlapping-roles")
    assert found.message == (
        '"pm" (Product Manager) and "po" (Product Owner) have the same letters in all 5 rows of theirs: '
        '"a0", "a1", "a2" and 2 more'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 2, 19)
    assert found.entities[:3] == ("role:pm", "role:po", "activity:a0")
    assert [item.note for item in found.related[:2]] == ["the other role", "the same letter here"]


def test_nearly_the_same_is_judged_by_the_policy(findings):
    rows = [SAME] * 4 + ["assign: {A: lead, R: pm, C: po}"]
    [found] = findings(matrix(*rows, roles=PAIR), "overlapping-roles")
    assert "have the same letters in 4 of the 5 rows of theirs" in found.message
    assert findings(matrix(*rows[1:], rows[4], roles=PAIR), "overlapping-roles") == []
    policy = "policy: {column: {overlap: 0.9}}\n"
    assert findings(matrix(*rows, roles=PAIR, more=policy), "overlapping-roles") == []


def test_three_roles_alike_are_one_finding(findings):
    rows = ["assign: {A: lead, R: [pm, po, dev]}"] * 5
    [found] = findings(matrix(*rows, roles=PAIR), "overlapping-roles")
    assert found.entities[:3] == ("role:pm", "role:po", "role:dev")


def test_few_rows_external_roles_and_mere_listeners_hear_nothing(findings):
    assert findings(matrix(*[SAME] * 4, roles=PAIR), "overlapping-roles") == []
    external = PAIR.replace("{title: Product Owner}", "{external: true}")
    assert findings(matrix(*[SAME] * 5, roles=external), "overlapping-roles") == []
    told = "assign: {A: lead, R: lead, I: [pm, po]}"
    assert findings(matrix(*[told] * 6, roles=PAIR), "overlapping-roles") == []
