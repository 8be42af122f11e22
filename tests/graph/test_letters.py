"""Design 3.3: what a row decides, what sources only claim, what they deny."""

from __future__ import annotations

from drawing_board import DAY, RACI, organisation

from orgmodel.graph.letters import LetterReader, parse_assignee
from orgmodel.model.letter_codes import letter_code
from orgmodel.model.organization import Spot


def row_of(assign=None, *claims, **more):
    org = organisation(
        roles="pm cpo director",
        activities={"vision": {"assign": assign or {}, **more}},
        assignments=[{"activity": "vision", **claim} for claim in claims],
    )
    return LetterReader(org, DAY).row("vision")


def said(cells):
    return [(cell.letter, cell.who, cell.sources) for cell in cells]


def claim(letter, role, source=None, **more):
    return {"letter": letter, "role": role, **({"source": source} if source else {}), **more}


def test_a_decision_is_read_letter_by_letter_with_its_places():
    row = row_of({"A": "director", "R": ["pm", "position:p1"]})
    assert said(row.cells) == [("A", "director", ()), ("R", "pm", ()), ("R", "position:p1", ())]
    assert [cell.spot for cell in row.cells] == [
        Spot("activities", "vision", ("assign", "A", 0)),
        Spot("activities", "vision", ("assign", "R", 0)),
        Spot("activities", "vision", ("assign", "R", 1)),
    ]
    assert row.is_decided


def test_a_letter_may_be_written_as_its_full_name_in_any_case():
    row = row_of({"accountable": "cpo", "Responsible": "pm", "r": "cpo"})
    assert said(row.cells) == [("A", "cpo", ()), ("R", "pm", ()), ("R", "cpo", ())]
    assert row.cells[0].spot.path == ("assign", "accountable", 0)


def test_a_letter_that_the_scheme_does_not_have_is_kept_apart_as_written():
    row = row_of({"A": "cpo", "X": "pm"}, claim("Owner", "pm"))
    assert said(row.cells) == [("A", "cpo", ())]
    assert said(row.unknown) == [("X", "pm", ()), ("Owner", "pm", ())]
    assert row.unknown[0].spot == Spot("activities", "vision", ("assign", "X", 0))


def test_under_an_unknown_scheme_letters_stay_as_written():
    row = row_of({"Q": "pm"}, scheme="nonsense")
    assert said(row.cells) == [("Q", "pm", ())]
    assert row.unknown == ()


def test_where_an_activity_has_assign_claims_stand_beside_it():
    row = row_of({"A": "cpo"}, claim("A", "pm", "article-1"))
    assert said(row.cells) == [("A", "cpo", ())]
    assert said(row.claims) == [("A", "pm", ("article-1",))]
    assert row.activity == "vision"


def test_notes_stay_with_decisions_and_with_claims():
    row = row_of({"A": {"who": "cpo", "note": "until spring"}}, claim("A", "pm", "article", note="page 4"))
    assert [cell.note for cell in row.cells + row.claims] == ["until spring", "page 4"]


def test_an_assignment_without_a_source_adds_to_the_decision():
    row = row_of({"A": "cpo"}, claim("R", "pm"))
    assert said(row.cells) == [("A", "cpo", ()), ("R", "pm", ())]
    assert row.cells[1].spot == Spot("assignments", 0, ("letter",))


def test_assignments_without_a_source_are_a_decision_by_themselves():
    row = row_of(None, claim("A", "pm", "article-1"), claim("A", "cpo"))
    assert said(row.cells) == [("A", "cpo", ())]
    assert said(row.claims) == [("A", "pm", ("article-1",))]
    assert row.is_decided


def test_without_a_decision_the_claims_together_are_judged():
    row = row_of(None, claim("A", "pm", "article-1"), claim("A", "director", "article-2"))
    assert said(row.cells) == [("A", "pm", ("article-1",)), ("A", "director", ("article-2",))]
    assert row.claims == ()
    assert not row.is_decided


def test_equal_claims_are_agreement_and_keep_all_sources_and_places():
    row = row_of(None, claim("A", "pm", "one"), claim("accountable", "role:pm", "two"), claim("A", "pm", "one"))
    assert said(row.cells) == [("A", "pm", ("one", "two"))]
    assert [spot.id for spot in row.cells[0].spots] == [0, 1, 2]
    assert row.repeated == ()


def test_none_denies():
    row = row_of(None, claim("A", "pm", "one"), claim("none", "pm", "two"))
    assert said(row.cells) == [("A", "pm", ("one",))]
    assert said(row.denials) == [("none", "pm", ("two",))]


def test_a_cell_decided_twice_counts_once_and_is_told():
    row = row_of({"A": "pm", "accountable": "pm"})
    assert said(row.cells) == [("A", "pm", ())]
    assert [cell.spot.path for cell in row.repeated] == [("assign", "accountable", 0)]


def test_assignees_count_on_their_days():
    row = row_of(
        {"A": [{"who": "pm", "until": "2026-10-31"}, {"who": "cpo", "from": "2026-11-01"}]},
        claim("R", "pm", **{"from": "2027-01-01"}),
    )
    assert said(row.cells) == [("A", "cpo", ())]


def test_a_decision_of_other_days_is_still_the_decision():
    row = row_of({"A": {"who": "pm", "until": "2020-01-01"}}, claim("A", "cpo", "article"))
    assert row.is_decided
    assert row.cells == ()


def test_a_letter_that_nobody_holds_is_told():
    assert row_of({"A": None, "R": "pm"}).empty == (Spot("activities", "vision", ("assign", "A")),)


def test_an_activity_that_says_nothing_has_an_empty_row():
    row = row_of()
    assert (row.cells, row.is_decided) == ((), False)


def test_cells_are_found_by_what_their_letter_means():
    assert said(row_of({"A": "cpo", "R": "pm"}).by_trait(RACI, "doer")) == [("R", "pm", ())]


def test_a_code_goes_before_a_name_and_an_unclear_word_is_no_letter():
    assert letter_code(RACI, "A") == "A"
    assert letter_code(RACI, "a") == "A"
    assert letter_code(RACI, "INFORMED") == "I"
    assert letter_code(RACI, "owner") is None


def test_an_assignee_is_a_role_unless_its_kind_is_written_before_it():
    org = organisation(roles={"pm": {}, "unit:x": {}})
    written = ["pm", "unit", "unit:core", "unit:x", "person:A:B", "activity:vision", "thing:x", "role:pm"]
    assert [parse_assignee(org, who) for who in written] == [
        ("role", "pm"),
        ("role", "unit"),
        ("unit", "core"),
        ("role", "unit:x"),
        ("person", "A:B"),
        ("role", "activity:vision"),
        ("role", "thing:x"),
        ("role", "pm"),
    ]
