"""Redaction: what is taken out is nowhere in the model, its faults, its notes or its sources."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from orgmodel.loading.views import redacted, without_ended

YAML = """\
orgmodel: 1
name: The team of Ada Park
roles:
  pm:
    title: Product Manager
    pay: [{min: 62417, max: 146001, note: between 62417 and 146001}]
    description: Pays 62,417
  ada-park-role: {title: What Ada Park does, fields: {salary: 88123, site: Oslo}}
people:
  ada:
    {name: Ada Park, email: ada.park@example.com, aliases: [A. Park-Zorn], photo: ada.jpg, fields: {phone: "555-0100"}}
positions:
  ada-park: {role: pm, holder: ada, pay: 99119, description: Ada Park (ada.park@example.com) earns 99119}
  bo-seat: {role: pm, holder: Bo Quill, reports_to: {to: ada-park, note: asked for by ADA PARK}, deputy: Zed Umber}
  one: {holder: Q, grade: Q}
  two: {reports_to: Vera Yonder}
  three: {holders: [{person: Uma Trell, from: 2026-01-01}, Xi Orr], fields: {mail: x@example.com, desk: Xi Orr}}
  bad: {level: "Bo Quill", title: [Bo Quill]}
units:
  u: {title: Team of Bo Quill, head: Nia Kolt}
activities:
  a:
    title: Ask bo  quill
    assign: {A: "position:ada-park", R: "person:Wes Yarn"}
    kind: decision
    unowned: Xi Orr said no
assignments:
  - {activity: a, role: "person:Pia Dunn", letter: C, note: says Uma Trell}
policy:
  holders: {Ada Park: 2}
  conflicts: [{roles: [pm, ada-park-role], reason: "Bo Quill, at 99119, held both"}]
  ratios: [{of: Uma Trell, to: pm, max: 9}]
  spans: [{unit: Team of Bo Quill, max: 9}]
  require:
    - {every: position, name: Asked by Xi Orr, reason: 88123 for Ada, where: {fields.desk: Xi Orr}, must: {unit: u}}
  severity: {no-owner: error}
waivers:
  - {rule: y, for: "person:Kim Unseen"}
  - {rule: x, for: "position:ada-park", reason: Bo Quill is leaving, owner: Ada Park}
"""
PEOPLE = (
    "Ada Park",
    "ada.park",
    "ada-park",
    "A. Park-Zorn",
    "Bo Quill",
    "bo  quill",
    "Zed Umber",
    "Vera Yonder",
    "Uma Trell",
    "Xi Orr",
    "Nia Kolt",
    "Wes Yarn",
    "Pia Dunn",
    "Kim Unseen",
    "555-0100",
    "x@example.com",
    "ada.jpg",
)
PAY = ("62417", "62,417", "146001", "88123", "99119")


def texts(value: Any, seen: list[str]) -> list[str]:
    """Every text in a value, keys and ids as well."""
    if isinstance(value, str):
        seen.append(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            texts(key, seen)
            texts(item, seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            texts(item, seen)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            texts(getattr(value, field.name), seen)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        seen.append(f"{value:g}" if value < 1e5 else str(int(value)))
    return seen


def everything(model: Any) -> str:
    organization = model.organization
    parts: list[Any] = [getattr(organization, field.name) for field in fields(organization)]
    parts += [model.faults, model.notes, model.name, list(model.sources.values())]
    return "\n".join(texts(parts, []))


def test_a_model_as_written_holds_what_the_tests_look_for(loaded: Any) -> None:
    text = everything(loaded(YAML))
    assert [word for word in (*PEOPLE, *PAY) if word not in text] == []


@pytest.mark.parametrize("word", PEOPLE)
def test_no_person_is_left_anywhere(loaded: Any, word: str) -> None:
    model = loaded(YAML)
    redacted(model, ["people"])
    assert word.casefold() not in everything(model).casefold()


@pytest.mark.parametrize("word", PAY)
def test_no_pay_figure_is_left_anywhere(loaded: Any, word: str) -> None:
    model = loaded(YAML)
    redacted(model, ["pay"])
    assert word not in everything(model)


def test_a_redacted_model_keeps_its_shape(loaded: Any) -> None:
    plain, model = loaded(YAML), loaded(YAML)
    redacted(model, ["people", "pay"])
    for kind in ("roles", "units", "positions", "people", "activities"):
        assert len(model.organization.section(kind)) == len(plain.organization.section(kind))
    boss, second = list(model.organization.positions)[:2]
    assert model.organization.positions[second].reports_to[0].to == boss
    assert model.organization.activities["a"].assign["A"][0].who == f"position:{boss}"
    assert model.organization.activities["a"].kind == "decision"
    assert model.organization.roles["pm"].title == "Product Manager"
    assert model.organization.waivers[1].for_ == f"position:{boss}"


def test_a_redacted_policy_still_means_the_same_roles_and_rules(loaded: Any) -> None:
    model = loaded(YAML)
    redacted(model, ["people", "pay"])
    policy, role = model.organization.policy, list(model.organization.roles)[1]
    assert policy.conflicts[0].roles == ("pm", role)
    assert policy.require[0].where["fields.desk"].equals == model.organization.positions["three"].fields["desk"]
    assert policy.severity == {"no-owner": "error"}


def test_one_person_is_one_number_throughout(loaded: Any) -> None:
    model = loaded("orgmodel: 1\npositions: {a: {holder: Ada Park}, b: {holder: Bo}, c: {holder: Ada Park}}\n")
    redacted(model, ["people"])
    assert [seat.holder for seat in model.organization.positions.values()] == ["Person 1", "Person 2", "Person 1"]


def test_pay_stays_where_only_people_are_redacted_and_the_other_way_round(loaded: Any) -> None:
    model = loaded(YAML)
    redacted(model, ["pay"])
    assert model.organization.positions["ada-park"].holder == "ada"
    model = loaded(YAML)
    redacted(model, ["people"])
    assert model.organization.roles["pm"].pay[0].min == 62417


def test_nothing_to_redact_changes_nothing(loaded: Any) -> None:
    plain, model = loaded(YAML), loaded(YAML)
    redacted(model, [])
    assert everything(model) == everything(plain)


def test_repeats_of_an_id_are_redacted_as_well(loaded: Any) -> None:
    text = "i,h,m,s,e\n1,Ada Park,,55123,a@x.org\n2,Bo Quill,1,66123,b@x.org\n2,Cy Vane,,77123,c@x.org\n"
    columns = {"id": ["i"], "holder": ["h"], "reports_to": ["m"], "fields.salary": ["s"], "email": ["e"]}
    model = loaded({"s.csv": text}, columns=columns)
    redacted(model, ["people", "pay"])
    text = everything(model)
    assert [word for word in ("Ada", "Bo Quill", "Cy Vane", "55123", "66123", "77123", "@x.org") if word in text] == []
    assert [seat.holder for seat in model.organization.repeats["positions"]["2"]] == ["Person 3"]


def test_a_manager_known_by_name_alone_is_redacted(loaded: Any) -> None:
    model = loaded({"s.csv": "id,name,manager name\n1,Ada,\n2,Bo,Wilhelmina\n"})
    redacted(model, ["people"])
    assert "Wilhelmina" not in everything(model)


def test_faults_about_names_do_not_tell_them(loaded: Any) -> None:
    model = loaded({"s.csv": "id,name,manager name,fte\n1,Bo,,x\n2,Bo,Bo,Ada\n"}, by="holder")
    assert any('"Bo"' in fault.message for fault in model.faults)
    redacted(model, ["people"])
    assert [word for word in ("Bo", "Ada") if word in everything(model)] == []


def test_words_of_the_format_survive_people_of_that_name(loaded: Any) -> None:
    model = loaded(
        "orgmodel: 1\npositions: {p: {holder: decision, status: filled}, q: {holder: filled}, r: {holder: A}}\n"
        "activities: {a: {kind: decision, plane: strategic, assign: {A: pm}}}\nroles: {pm: {}}\n"
    )
    redacted(model, ["people"])
    assert model.organization.activities["a"].kind == "decision"
    assert list(model.organization.activities["a"].assign) == ["A"]
    assert model.organization.positions["p"].status == "filled"


def test_two_ids_of_one_person_stay_two_entries(loaded: Any) -> None:
    model = loaded("orgmodel: 1\npositions: {Ada Park: {holder: Ada Park}, ada-park: {}}\n")
    redacted(model, ["people"])
    assert len(model.organization.positions) == 2


def test_many_people_are_redacted_in_little_time(loaded: Any) -> None:
    rows = "".join(f"{number},First{number} Last{number},{number // 8 or ''}\n" for number in range(1, 20_001))
    model = loaded({"s.csv": "id,name,manager\n" + rows})
    redacted(model, ["people"])
    assert model.organization.positions["20000"].holder == "Person 20000"


def test_ended_posts_are_left_out_by_date_or_word(loaded: Any) -> None:
    model = loaded(
        "orgmodel: 1\npositions: {a: {until: 2026-10-31}, b: {until: 2026-11-01}, c: {status: ended}, d: {}}\n"
    )
    without_ended(model, date(2026, 11, 1))
    assert list(model.organization.positions) == ["b", "d"]


def test_a_wrong_value_is_told_without_the_value(loaded: Any) -> None:
    model = loaded("orgmodel: 1\npositions: {p: {holder: Bo Quill, level: Vi Low}}\n")
    redacted(model, ["people"])
    assert [fault.message for fault in model.faults] == [
        'position "p": "level": wanted a whole number, found something else'
    ]
