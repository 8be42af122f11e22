"""What stands in the cells of each view, and what is said of a row."""

from __future__ import annotations

from itertools import permutations

import pytest
from matrix_samples import DAY, letters, matrix_of, organisation, quay, row

from orgmodel.errors import UsageError
from orgmodel.matrix.build import build_matrix
from orgmodel.matrix.matrix import GapKind, Matrix

ROLES = {"lead": {"title": "Lead"}, "pm": {"title": "Manager"}, "dev": {"title": "Developer"}}


def gaps(matrix: Matrix, activity: str, place: str | None = None) -> str:
    return row(matrix, activity, place).gap_text


def titles(matrix: Matrix) -> list[str]:
    return [column.title for column in matrix.columns]


def one(assign: dict[str, object], **more: object) -> Matrix:
    return matrix_of({"roles": ROLES, "activities": {"x": {"assign": assign, **more}}})


# -- rows and columns


def test_a_role_without_a_letter_anywhere_has_no_column() -> None:
    assert titles(one({"A": "pm", "R": "dev"})) == ["Manager", "Developer"]


def test_columns_stand_in_the_order_of_the_file_with_external_ones_last() -> None:
    roles = {"law": {"external": True}, "b": {}, "a": {}}
    matrix = matrix_of({"roles": roles, "activities": {"x": {"assign": {"A": "a", "R": "b", "C": "law"}}}})
    assert titles(matrix) == ["b", "a", "law"]
    assert [column.status for column in matrix.columns] == ["", "", "external"]


def test_a_role_that_does_not_exist_has_a_column_that_says_so() -> None:
    matrix = one({"A": "pm", "R": "nobody-knows"})
    assert [(column.title, column.status) for column in matrix.columns][-1] == ("nobody-knows", "not in the model")


def test_what_is_nowhere_has_its_columns_in_the_order_of_kinds_whatever_comes_first() -> None:
    kinds = ("role", "position", "unit", "person")
    for written in permutations(f"{kind}:x" for kind in kinds):
        activities = {"x": {"assign": {"A": written[0], "R": list(written[1:])}}}
        matrix = matrix_of({"roles": ROLES, "activities": activities})
        assert [column.kind for column in matrix.columns] == list(kinds)


def test_rows_of_one_group_stand_together_in_the_order_in_which_groups_first_appear() -> None:
    activities = {"a": {"group": "G"}, "b": {"group": "H"}, "c": {"group": "G"}}
    (block,) = matrix_of({"roles": ROLES, "activities": activities}).blocks
    assert [(group.title, [r.activity for r in group.rows]) for group in block.groups] == [
        ("G", ["a", "c"]),
        ("H", ["b"]),
    ]


def test_letters_of_different_schemes_stand_in_different_blocks() -> None:
    blocks = quay().blocks
    assert [(block.title, [letter.code for letter in block.letters]) for block in blocks] == [
        ("RACI", ["R", "A", "C", "I"]),
        ("DACI", ["D", "A", "C", "I"]),
    ]
    assert [r.activity for r in blocks[1].rows()] == ["supplier"]


def test_an_activity_out_of_force_has_no_row() -> None:
    assert list(one({"A": "pm"}, until="2026-10-31").rows()) == []


def test_a_row_per_team_stands_once_by_role_and_says_how_often_it_exists() -> None:
    assert (row(quay(), "backlog").suffix, row(quay(), "backlog").per) == (" × 2", "team")


def test_a_row_per_team_stands_for_each_team_by_person() -> None:
    places = [r.place for r in quay(by="person").rows() if r.activity == "backlog"]
    assert places == ["Payments", "Growth"]


def test_a_row_for_a_seat_is_named_by_its_unit_or_where_that_is_shared_by_its_id() -> None:
    sections = {
        "roles": ROLES,
        "units": {"one": {"title": "One"}, "two": {"title": "Two"}},
        "positions": {
            "pm-a": {"role": "pm", "unit": "one"},
            "pm-b": {"role": "pm", "unit": "two"},
            "pm-c": {"role": "pm", "unit": "two"},
        },
        "activities": {"x": {"per": "role:pm", "assign": {"A": "pm", "R": "pm"}}},
    }
    assert [r.place for r in matrix_of(sections, by="position").rows()] == ["One", "pm-b", "pm-c"]


def test_by_role_the_only_seat_of_a_role_stands_in_the_column_of_its_role() -> None:
    positions = {"boss": {"role": "lead"}, "m1": {"role": "pm"}, "m2": {"role": "pm"}}
    activities = {"x": {"assign": {"A": "position:boss", "R": ["position:m1", "pm"]}}}
    matrix = matrix_of({"roles": ROLES, "positions": positions, "activities": activities})
    assert [(column.kind, column.id) for column in matrix.columns] == [
        ("role", "lead"),
        ("role", "pm"),
        ("position", "m1"),
    ]


def test_seats_that_are_called_alike_are_told_apart_by_unit() -> None:
    assert titles(quay(by="position")) == [
        "Product Lead",
        "Product Manager, Payments",
        "Product Manager, Growth",
        "Developer, Payments",
        "Developer, Growth",
        "Agile Coach",
        "Growth",
        "Legal Counsel",
    ]


# -- cells


def test_the_owner_letter_stands_first_in_a_cell() -> None:
    assert letters(one({"R": "pm", "A": "pm"}), "x") == {"Manager": "A R"}


def test_by_position_each_seat_of_a_team_has_its_letters_in_the_row_of_its_team_only() -> None:
    assert letters(quay(by="position"), "backlog", "Payments") == {
        "Product Lead": "I",
        "Product Manager, Payments": "A R",
        "Developer, Payments": "C",
    }


def test_people_who_share_a_seat_each_have_its_letters() -> None:
    found = letters(quay(by="person"), "backlog", "Payments")
    assert found == {"Ada Park": "I", "Li Wei": "A R", "Noor Haddad": "C", "Sam Ortiz": "C"}


def test_a_vacant_seat_is_a_column_by_person_and_its_letters_are_marked() -> None:
    matrix = quay(by="person")
    assert [column.title for column in matrix.columns if column.status == "vacant"] == ["Product Manager, Growth"]
    assert letters(matrix, "backlog", "Growth")["Product Manager, Growth"] == "A° R°"


def test_by_unit_the_letters_of_all_seats_of_a_unit_stand_together() -> None:
    assert letters(quay(by="unit"), "backlog", "Payments") == {"Quay": "I", "Payments": "A R C"}


def test_a_unit_as_one_party_has_a_column_in_every_view() -> None:
    for by in ("role", "position", "person", "unit"):
        assert letters(quay(by=by), "supplier")["Growth"] == "I"


def test_a_letter_vacant_in_one_of_two_teams_is_marked_and_says_where() -> None:
    matrix = quay()
    marks = next(marks for marks in row(matrix, "backlog").cells.values() if marks[0].code == "A")
    assert marks[0].text == "A°"
    assert marks[0].remarks == ("vacant in 1 of 2: Growth",)


def test_no_seat_is_called_vacant_in_a_model_that_names_no_holder() -> None:
    sections = {"roles": ROLES, "positions": {"p": {"role": "pm"}}, "activities": {"x": {"assign": {"A": "pm"}}}}
    assert letters(matrix_of(sections), "x") == {"Manager": "A"}
    assert gaps(matrix_of(sections), "x") == "no doer"


def test_an_undisclosed_holder_is_no_vacancy() -> None:
    seats = {"p": {"role": "pm", "status": "filled"}}
    sections = {"roles": ROLES, "positions": seats, "activities": {"x": {"assign": {"A": "pm", "R": "pm"}}}}
    matrix = matrix_of(sections, by="person")
    assert [column.status for column in matrix.columns] == ["undisclosed"]
    assert letters(matrix, "x") == {"Manager": "A R"}


def test_equal_names_in_rows_of_a_table_are_two_people(tmp_path) -> None:
    from orgmodel.loading.load import load
    from orgmodel.matrix.request import MatrixRequest

    (tmp_path / "seats.csv").write_text("id,role,holder\np1,pm,Li Wei\np2,pm,Li Wei\n")
    (tmp_path / "org.yaml").write_text(
        "roles: {pm: {}}\ninclude: {file: seats.csv, as: positions}\nactivities: {x: {assign: {I: pm}}}\n"
    )
    matrix = build_matrix(load(str(tmp_path)).organization, DAY, "x", MatrixRequest("person"))
    assert [(column.title, column.detail) for column in matrix.columns] == [
        ("Li Wei", "pm (p1)"),
        ("Li Wei", "pm (p2)"),
    ]


# -- gaps and overlaps


@pytest.mark.parametrize(
    ("activity", "words"),
    [
        ("vision", ""),
        ("prices", "2 owners: Product Lead, Product Manager"),
        ("terms", "no owner"),
        ("forum", "nobody, because the forum closes soon"),
        ("backlog", "owner vacant: Growth"),
        ("method", "owner has no seat: Agile Coach"),
        ("repairs", "2 owners: Sam Ortiz + Noor Haddad, Ines Silva"),
    ],
)
def test_a_row_says_in_words_what_is_wrong_with_its_owner(activity: str, words: str) -> None:
    assert gaps(quay(), activity) == words


def test_both_owners_of_a_row_are_marked() -> None:
    assert letters(quay(), "prices") == {"Product Lead": "A!", "Product Manager": "A! R"}


def test_a_row_without_letters_says_that_nobody_is_assigned() -> None:
    assert gaps(one({}), "x") == "nobody assigned"


def test_a_row_without_doer_says_so() -> None:
    assert gaps(one({"A": "pm"}), "x") == "no doer"


def test_a_row_without_owner_and_doer_says_both() -> None:
    assert gaps(one({"C": "pm"}), "x") == "no owner; no doer"


def test_a_letter_the_scheme_does_not_have_stands_in_its_cell_marked() -> None:
    matrix = one({"A": "pm", "R": "pm", "Z": "dev"})
    assert letters(matrix, "x")["Developer"] == "Z!"
    assert gaps(matrix, "x") == "unknown letter Z"


def test_a_row_of_an_unknown_scheme_shows_its_letters_as_they_stand() -> None:
    matrix = one({"Q": "dev"}, scheme="nonsense")
    assert letters(matrix, "x") == {"Developer": "Q"}
    assert gaps(matrix, "x") == 'unknown scheme "nonsense"'


def test_two_drivers_where_the_scheme_allows_one_are_an_overlap() -> None:
    matrix = one({"D": ["pm", "dev"], "A": "lead"}, scheme="daci")
    assert gaps(matrix, "x") == "2 with D (Driver): Manager, Developer"
    assert letters(matrix, "x") == {"Lead": "A", "Manager": "D!", "Developer": "D!"}


def test_a_deputy_of_a_vacant_owner_is_named() -> None:
    sections = {
        "roles": ROLES,
        "positions": {"a": {"role": "lead", "deputy": "b"}, "b": {"role": "pm", "holder": "Li Wei"}},
        "activities": {"x": {"assign": {"A": "lead", "R": "pm"}}},
    }
    assert gaps(matrix_of(sections), "x") == "owner vacant: Lead (Li Wei stands in)"


def test_a_waived_gap_is_said_with_its_reason_and_does_not_count() -> None:
    found = row(quay(), "release")
    assert found.gap_text == "no doer (accepted: One button)"
    assert found.state is None


def test_a_waiver_that_has_run_out_accepts_nothing() -> None:
    waiver = {"rule": "no-doer", "for": "activity:x", "reason": "r", "owner": "lead", "until": "2026-10-31"}
    sections = {"roles": ROLES, "activities": {"x": {"assign": {"A": "pm"}}}, "waivers": waiver}
    assert row(matrix_of(sections), "x").state is GapKind.MISSING


def test_a_waiver_for_one_team_does_not_hide_another() -> None:
    waiver = {"rule": "owner-vacant", "for": "activity:x@a", "reason": "r", "owner": "lead"}
    sections = {
        "roles": ROLES,
        "units": {"a": {"kind": "team"}, "b": {"kind": "team"}},
        "positions": {"p": {"role": "pm", "unit": "a"}, "q": {"role": "pm", "unit": "b"}, "l": {"holder": "Li"}},
        "activities": {"x": {"per": "team", "assign": {"A": "pm", "R": "pm"}}},
        "waivers": waiver,
    }
    assert row(matrix_of(sections), "x").gap_text == "owner vacant in 2 of 2: a, b"
    assert row(matrix_of(sections, by="position"), "x", "a").gap_text.endswith("(accepted: r)")
    assert row(matrix_of(sections, by="position"), "x", "b").state is GapKind.VACANCY


def test_a_waiver_for_one_of_two_owners_does_not_accept_both() -> None:
    waiver = {"rule": "several-owners", "for": "role:pm", "reason": "r", "owner": "lead"}
    sections = {"roles": ROLES, "activities": {"x": {"assign": {"A": ["pm", "lead"], "R": "pm"}}}, "waivers": waiver}
    assert row(matrix_of(sections), "x").state is GapKind.OVERLAP


def test_a_gap_whose_rule_the_policy_ignores_is_not_said() -> None:
    policy = {"severity": {"ORG403": "ignore"}}
    assert gaps(matrix_of({"roles": ROLES, "activities": {"x": {"assign": {"A": "pm"}}}, "policy": policy}), "x") == ""


# -- claims


def test_claims_that_are_judged_are_marked_and_name_their_sources() -> None:
    matrix = quay()
    assert letters(matrix, "roadmap") == {"Product Lead": "A!?", "Product Manager": "A!?", "Developer": "R?"}
    assert row(matrix, "roadmap").notes == (
        "A for Product Manager by guide-one (owns it)",
        "A for Product Lead by guide-two",
        "R for Developer by guide-two",
        "no part for Agile Coach by guide-one",
    )


def test_a_claim_beside_a_decision_is_a_note_and_no_letter() -> None:
    assert letters(quay(), "vision") == {"Product Lead": "A", "Product Manager": "R", "Legal Counsel": "C"}
    assert row(quay(), "vision").notes == ("decided otherwise: A for Product Manager by guide-one",)


def test_claims_of_a_scheme_that_asks_for_no_owner_leave_it_open() -> None:
    sections = {
        "roles": ROLES,
        "scheme": "ours",
        "schemes": {"ours": {"R": {"traits": "doer"}, "A": {"max": 1, "traits": "owner"}}},
        "activities": {"x": {}},
        "assignments": [{"activity": "x", "role": "pm", "letter": "R", "source": "s"}],
    }
    found = row(matrix_of(sections), "x")
    assert (found.gap_text, found.state) == ("no owner claimed", None)


# -- cuts


def test_a_cut_to_a_unit_keeps_rows_of_its_instances_and_those_in_which_its_seats_have_letters() -> None:
    matrix = quay(units=("Payments",), by="position")
    rows = [(r.activity, r.place) for r in matrix.rows()]
    assert ("backlog", "Payments") in rows
    assert ("backlog", "Growth") not in rows
    assert ("vision", "") in rows
    assert ("terms", "") not in rows


def test_a_cut_to_a_unit_counts_only_its_own_instances() -> None:
    assert row(quay(units=("growth",)), "backlog").suffix == " @ Growth"


def test_a_cut_to_a_unit_puts_its_seats_first() -> None:
    first = quay(units=("growth",), by="person").columns[0]
    assert first.title == "Product Manager, Growth"


def test_a_cut_to_a_department_holds_its_teams() -> None:
    assert row(quay(units=("quay",)), "backlog").suffix == " × 2"


def test_a_cut_to_a_role_keeps_its_rows_and_puts_its_column_first() -> None:
    matrix = quay(roles=("Developer",))
    assert [r.activity for r in matrix.rows()] == ["backlog", "method", "repairs", "roadmap"]
    assert matrix.columns[0].title == "Developer"


def test_a_cut_to_an_activity_keeps_its_row_alone() -> None:
    assert [r.activity for r in quay(activities=("Set prices",)).rows()] == ["prices"]


def test_cuts_of_different_kinds_narrow_each_other() -> None:
    assert [r.activity for r in quay(roles=("coach",), activities=("method", "vision")).rows()] == ["method"]


@pytest.mark.parametrize("name", ["pm", "Product Manager", "product planner", "PM"])
def test_a_role_is_found_by_id_title_and_alias(name: str) -> None:
    assert quay(roles=(name,)).cut == "Product Manager"


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"units": ("payment",)}, 'there is no unit "payment"; did you mean "payments"?'),
        ({"roles": ("Product Leed",)}, 'there is no role "Product Leed"; did you mean "Product Lead"?'),
        ({"activities": ("roadmaps",)}, 'there is no activity "roadmaps"; did you mean "roadmap"?'),
    ],
)
def test_a_name_that_nothing_has_is_refused_with_the_nearest_one(request_: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        quay(**request_)
    assert str(caught.value) == message


def test_a_title_that_two_roles_have_is_refused_with_their_ids() -> None:
    org = organisation({"roles": {"a": {"title": "Same"}, "b": {"title": "Same"}}})
    from orgmodel.matrix.request import MatrixRequest

    with pytest.raises(UsageError, match='"Same" may be several roles: "a", "b"'):
        build_matrix(org, DAY, "x", MatrixRequest(roles=("Same",)))


@pytest.mark.parametrize(("by", "needs"), [("position", "positions"), ("person", "positions"), ("unit", "units")])
def test_a_view_of_things_the_model_does_not_have_is_refused(by: str, needs: str) -> None:
    with pytest.raises(UsageError, match=f"--by {by} needs {needs}"):
        matrix_of({"roles": ROLES, "activities": {"x": {"assign": {"A": "pm"}}}}, by=by)


# -- against the analysis


@pytest.mark.parametrize("by", ["role", "position", "person", "unit"])
def test_states_of_rows_agree_with_the_analysis_of_ownership(by: str) -> None:
    from orgmodel.analysis.ownership import OwnershipReader, OwnerState
    from orgmodel.graph.resolution import Resolver
    from orgmodel.loading.load import load

    kinds = {
        OwnerState.MISSING: GapKind.MISSING,
        OwnerState.DOUBLE: GapKind.OVERLAP,
        OwnerState.VACANT: GapKind.VACANCY,
        OwnerState.CLEAR: None,
    }
    from matrix_samples import DATA

    org = load(str(DATA / "quay.yaml")).organization
    reader = OwnershipReader(org, Resolver(org, DAY))
    matrix = quay(by=by)
    for activity in reader.activities():
        worst = next(
            (kind for kind in GapKind if any(r.state is kind for r in matrix.rows() if r.activity == activity)), None
        )
        assert worst == kinds[reader.state(activity)]


# -- roles that count as others

COUNTED = {
    "roles": {"lead": {"title": "Lead"}, "pm": {"title": "PM"}, "senior": {"title": "Senior", "counts_as": "pm"}},
    "units": {"a": {"title": "A", "kind": "team"}, "b": {"title": "B", "kind": "team"}},
    "positions": {
        "p": {"role": "pm", "unit": "a", "holder": "Li Wei"},
        "s": {"role": "senior", "unit": "b", "holder": "Ana Reis"},
        "t": {"role": "senior", "unit": "a", "holder": "Jon Berg"},
    },
    "activities": {
        "rank": {"per": "role:pm", "assign": {"A": "pm", "R": "pm"}},
        "plan": {"assign": {"A": "lead", "R": "pm", "C": "senior"}},
        "lead": {"assign": {"A": "lead", "R": "lead"}},
    },
}


def test_by_role_letters_stand_as_they_are_written() -> None:
    matrix = matrix_of(COUNTED)
    assert titles(matrix) == ["Lead", "PM", "Senior"]
    assert letters(matrix, "rank") == {"PM": "A R"}
    assert letters(matrix, "plan") == {"Lead": "A", "PM": "R", "Senior": "C"}
    assert row(matrix, "rank").count == 3


def test_by_position_they_stand_with_the_seats_meant_and_places_are_told_apart() -> None:
    matrix = matrix_of(COUNTED, by="position")
    places = [one.place for block in matrix.blocks for one in block.rows() if one.activity == "rank"]
    assert places == ["p", "B", "t"]


def test_a_role_has_no_missing_seat_where_another_counts_as_it() -> None:
    seats = {name: seat for name, seat in COUNTED["positions"].items() if name != "p"}
    matrix = matrix_of({**COUNTED, "positions": seats})
    assert {column.title: column.status for column in matrix.columns} == {"Lead": "no seat", "PM": "", "Senior": ""}


def test_the_part_of_a_role_has_the_rows_in_which_it_counts() -> None:
    matrix = matrix_of(COUNTED, roles=("senior",))
    assert [one.activity for block in matrix.blocks for one in block.rows()] == ["rank", "plan"]
    assert titles(matrix)[:2] == ["PM", "Senior"]


def test_a_letter_to_the_only_seat_of_a_role_is_not_one_to_the_role_where_others_count_as_it() -> None:
    activities = {"x": {"assign": {"A": "position:p", "R": "pm"}}}
    seats = {name: COUNTED["positions"][name] for name in ("p", "s")}
    assert len(matrix_of({**COUNTED, "positions": seats, "activities": activities}).columns) == 2
