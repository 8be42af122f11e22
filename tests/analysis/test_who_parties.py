"""Answers about people, seats, roles and units; what names mean; what happens when somebody leaves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from test_who_rows import FULL

from orgmodel.analysis.who_ask import ask
from orgmodel.analysis.who_records import Choices
from orgmodel.errors import UsageError
from orgmodel.loading.load import load

DAY = date(2026, 11, 1)


@pytest.fixture
def who(model):
    organization = model(FULL)
    return lambda name=None, **options: ask(organization, DAY, name, **options)


def ids(things):
    return [getattr(thing, "position", thing).id for thing in things]


def tasks(answer, trait):
    return [(task.activity.id, ids(task.places)) for task in answer.tasks if task.trait == trait]


# People and seats ----------------------------------------------------------------------------------


def test_a_person_answers_for_the_rows_of_the_own_seat_in_the_own_places(who):
    assert tasks(who("Li"), "owner") == [("backlog", ["a"]), ("own", ["pm-a"]), ("all-pms", []), ("said", [])]


def test_a_task_says_among_how_many_seats_it_is(who):
    among = {task.activity.id: task.among for task in who("Li").tasks if task.trait == "owner"}
    assert among == {"backlog": 1, "own": 1, "all-pms": 3, "said": 3}


def test_a_person_named_in_a_row_has_the_task(who):
    assert ("party", []) in tasks(who("Ada Park"), "owner")


def test_what_a_seat_holder_has_by_name_is_not_the_seats(who):
    assert "party" not in [activity for activity, _ in tasks(who("position:s-cpo"), "owner")]


def test_a_seat_knows_manager_reports_units_and_whom_it_stands_in_for(who):
    answer = who("s-dir")
    assert ids(answer.ways[0].seats) == ["s-cpo"]
    assert ids(answer.reports) == ["pm-a", "pm-b", "pm-c"]
    assert (ids(answer.units), ids(answer.deputy_for), ids(answer.also_reports_to)) == (["all"], ["pm-b"], ["s-cpo"])


def test_a_seat_knows_its_deputy(who):
    (deputy,) = who("pm-b").deputies
    assert (deputy.written, [person.title for person in deputy.people]) == ("s-dir", ["Sam Ortiz"])


def test_a_person_without_a_seat_has_none(who):
    answer = who("Ida Lee")
    assert (answer.seatless, answer.seats, answer.tasks) == (True, (), ())


def test_a_role_has_all_its_seats_and_the_letters_that_name_it(who):
    answer = who("role:pm")
    assert ids(answer.seats) == ["pm-a", "pm-b", "pm-c"]
    owned = [("backlog", ["a", "b", "c"]), ("own", ["pm-a", "pm-b", "pm-c"]), ("all-pms", []), ("said", [])]
    assert tasks(answer, "owner") == owned


def test_a_unit_has_its_head_its_rows_and_the_letters_that_name_it(who):
    answer = who("unit:a")
    assert (ids(answer.seats), ids(answer.units), ids(answer.below)) == (["pm-a"], ["all"], ["a1"])
    assert [row.activity.id for row in answer.rows] == ["backlog"]
    assert tasks(answer, "informed") == [("vision", [])]


# Names ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ada", "Ada Park", "ada park", "ada@x.org", "person:ada", "person:Ada Park"])
def test_a_person_is_found_by_id_name_and_address_in_any_case(who, name):
    assert who(name).subject.exactly == "person:ada"


def test_a_role_is_found_by_its_alias(who):
    assert who("planner").subject.exactly == "role:pm"


def test_a_role_stands_for_the_seats_that_have_its_title(model):
    organization = model("roles: {pm: {title: PM}}\npositions: {a: {role: pm, title: PM}, b: {role: pm, title: PM}}\n")
    assert ask(organization, DAY, "PM").subject.exactly == "role:pm"


def test_a_role_and_its_only_seat_of_that_name_are_the_seat(model):
    organization = model("roles: {cpo: {}}\npositions: {cpo: {role: cpo, holder: Ada}}\n")
    assert ask(organization, DAY, "cpo").subject.exactly == "position:cpo"


def test_several_hits_are_choices_that_can_be_asked_for_exactly(model):
    organization = model("roles: {x: {}, other: {}}\nunits: {x: {}}\npeople: {p: {name: X}}\n")
    found = ask(organization, DAY, "x")
    assert isinstance(found, Choices)
    assert [thing.exactly for thing in found.choices] == ["role:x", "unit:x", "person:p"]


@pytest.mark.parametrize(
    "model_text",
    [
        "positions: {a: {holder: Ada Park}, b: {holder: ada park}}\n",
        "people: {p: {name: Ada Park}}\npositions: {a: {holder: Ada Park}, b: {holder: p}}\n",
    ],
)
def test_each_choice_is_found_by_its_exact_name_though_another_is_called_so_too(model, model_text):
    organization = model(model_text)
    choices = ask(organization, DAY, "ada park").choices
    assert len(choices) == 2
    assert [ask(organization, DAY, choice.exactly).subject for choice in choices] == list(choices)


def test_namesakes_of_a_table_are_told_apart_by_their_seats(tmp_path: Path):
    file = tmp_path / "staff.csv"
    file.write_text("id,reports_to,holder\n1,,Ada\n2,1,Bo\n3,1,Bo\n")
    found = ask(load(str(file)).organization, DAY, "Bo")
    assert isinstance(found, Choices)
    assert [thing.exactly for thing in found.choices] == ["position:2", "position:3"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("vison", 'did you mean activity:vision "Set the vision"?'),
        ("Ortiz", "did you mean person:Sam Ortiz?"),
        ("zzz", 'nothing is called "zzz"$'),
    ],
)
def test_what_nobody_is_called_is_refused_with_what_may_be_meant(who, name, hint):
    with pytest.raises(UsageError, match=hint.replace("?", r"\?")):
        who(name)


# Leaving -------------------------------------------------------------------------------------------


def test_when_one_of_a_job_share_leaves_the_seat_is_still_held(who):
    answer = who("Li", leaves=True)
    assert (answer.emptied, ids(answer.kept), answer.unowned, answer.headless) == ((), ["pm-a"], (), ())


def test_when_a_director_leaves_rows_are_unowned_and_reports_unmanaged(who):
    answer = who("Sam Ortiz", leaves=True)
    assert [gap.activity.id for gap in answer.unowned] == ["vision"]
    assert ids(answer.unmanaged) == ["pm-a", "pm-b", "pm-c"]
    assert ids(answer.deputy_for) == ["pm-b"]


def test_an_empty_seat_leaves_its_own_places_open_and_its_unit_without_a_head(who):
    answer = who("pm-a", leaves=True)
    gaps = [(gap.activity.id, ids(gap.places)) for gap in answer.unowned]
    assert gaps == [("backlog", ["a"]), ("own", ["pm-a"])]
    assert [(gap.activity.id, ids(gap.places)) for gap in answer.undone] == [("backlog", ["a"])]
    assert ids(answer.headless) == ["a"]


def test_a_row_that_others_of_the_role_still_own_stays_owned(who):
    assert "all-pms" not in [gap.activity.id for gap in who("pm-a", leaves=True).unowned]


def test_a_row_that_names_a_person_is_unowned_when_the_person_leaves(who):
    assert [gap.activity.id for gap in who("ada", leaves=True).unowned] == ["party"]


def test_a_row_that_names_a_person_stays_owned_when_only_the_seat_is_empty(who):
    assert who("s-cpo", leaves=True).unowned == ()


def test_next_in_line_is_the_deputy_else_the_manager(who):
    (vacant,) = who("pm-b", leaves=True).next_in_line
    assert [person.title for person in vacant.deputies] == ["Sam Ortiz"]
    (shared,) = who("pm-a", leaves=True).next_in_line
    assert (shared.deputies, shared.manager.position.id) == ((), "s-dir")


def test_others_of_the_role_are_those_in_the_nearest_unit_who_are_there(who):
    (succession,) = who("pm-a", leaves=True).next_in_line
    assert (succession.peers_in.id, ids(succession.peers)) == ("all", ["pm-c"])


def test_a_role_cannot_leave_and_its_seats_are_offered(who):
    with pytest.raises(UsageError, match='"role:pm" is a role; its seats: position:pm-a, position:pm-b'):
        who("role:pm", leaves=True)


def test_a_model_that_names_nobody_still_says_what_rests_on_a_seat(model):
    organization = model("roles: {pm: {}}\npositions: {p: {role: pm}}\nactivities: {x: {assign: {A: pm, R: pm}}}\n")
    answer = ask(organization, DAY, "position:p", leaves=True)
    assert ([gap.activity.id for gap in answer.unowned], answer.emptied[0].state) == (["x"], "unsaid")


# Roles that count as others -------------------------------------------------------------------------

COUNTED = """\
roles: {pm: {title: PM}, senior: {title: Senior, counts_as: pm}, lead: {}}
positions:
  p: {role: pm, holder: Li, reports_to: ~}
  s: {role: senior, holder: Ana, reports_to: ~}
activities:
  rank: {per: 'role:pm', assign: {A: pm, R: pm}}
  plan: {assign: {A: lead, R: pm, C: senior}}
"""


@pytest.fixture
def counted(model):
    organization = model(COUNTED)
    return lambda name, **options: ask(organization, DAY, name, **options)


def test_a_role_that_counts_as_another_has_its_letters_and_says_whom_they_name(counted):
    answer = counted("role:senior")
    assert ids(answer.counts_as) == ["pm"]
    assert [(task.activity.id, task.letter, task.via.id) for task in answer.tasks] == [
        ("rank", "A", "pm"),
        ("rank", "R", "pm"),
        ("plan", "C", "senior"),
    ]
    assert [task.activity.id for task in counted("role:pm").tasks] == ["rank", "rank", "plan"]


def test_a_seat_of_it_has_the_row_that_exists_for_it(counted):
    answer = counted("Ana")
    assert [(task.activity.id, task.letter, ids(task.places)) for task in answer.tasks] == [
        ("rank", "A", ["s"]),
        ("rank", "R", ["s"]),
        ("plan", "C", []),
    ]
    assert ids(counted("position:s").counts_as) == ["pm"]


def test_when_its_holder_leaves_the_counted_rows_are_open(counted):
    answer = counted("Ana", leaves=True)
    assert [(gap.activity.id, ids(gap.places)) for gap in answer.unowned] == [("rank", ["s"])]
