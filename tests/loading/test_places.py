"""From a spot of the model to its place: every kind, repeats, cells, made entries, renamed and left-out ones."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from orgmodel.loading.views import redacted, without_ended
from orgmodel.model.organization import Spot

YAML = """\
orgmodel: 1
name: Northwind
as_of: 2026-11-01
scheme: raci
roles:
  pm:
    title: Product Manager
    aliases: [Planner, PM]
    pay: [{min: 1, max: 2}]
units:
  product: {title: Product, heads: [cpo, cto]}
positions:
  cpo: {role: pm, holder: Ada Park, reports_to: }
  pm-1: {role: pm, reports_to: {to: cpo, note: x}, dotted_to: [cto, cpo]}
people:
  ada: {name: Ada Park}
activities:
  vision:
    assign: {A: pm, R: [pm, {who: cpo}]}
assignments:
  - {activity: vision, role: pm, letter: A}
  - {activity: vision, role: dev, letter: R}
schemes:
  Ours: {A: {min: 1}}
policy:
  span: {min: 3, max: 9}
  severity: {no-doer: error}
waivers:
  - {rule: no-doer, for: "activity:vision"}
"""


@pytest.mark.parametrize(
    ("spot", "place"),
    [
        (Spot("roles", "pm"), "6:3"),
        (Spot("roles", "pm", ("title",)), "7:12"),
        (Spot("roles", "pm", ("title",), key=True), "7:5"),
        (Spot("roles", "pm", ("aliases", 1)), "8:24"),
        (Spot("roles", "pm", ("pay", 0, "max")), "9:25"),
        (Spot("roles", "pm", ("level",)), "7:5"),
        (Spot("units", "product", ("heads", 1)), "11:42"),
        (Spot("positions", "cpo"), "13:3"),
        (Spot("positions", "cpo", ("holder",)), "13:27"),
        (Spot("positions", "cpo", ("reports_to",)), "13:37"),
        (Spot("positions", "pm-1", ("reports_to",)), "14:32"),
        (Spot("positions", "pm-1", ("reports_to", "to")), "14:37"),
        (Spot("positions", "pm-1", ("reports_to", 0, "to")), "14:37"),
        (Spot("positions", "pm-1", ("dotted_to", 1)), "14:69"),
        (Spot("people", "ada", ("name",)), "16:15"),
        (Spot("activities", "vision", ("assign", "A")), "19:17"),
        (Spot("activities", "vision", ("assign", "A", 0)), "19:17"),
        (Spot("activities", "vision", ("assign", "R", 1, "who")), "19:35"),
        (Spot("activities", "vision", ("assign", "R"), key=True), "19:21"),
        (Spot("assignments", 1), "22:5"),
        (Spot("assignments", 1, ("role",)), "22:30"),
        (Spot("schemes", "ours"), "24:3"),
        (Spot("schemes", "ours", ("A", "min")), "24:19"),
        (Spot("policy", "", ("span",)), "26:9"),
        (Spot("policy", "", ("span", "max")), "26:23"),
        (Spot("policy", "", ("severity", "no-doer"), key=True), "27:14"),
        (Spot("waivers", 0, ("for",)), "29:26"),
        (Spot("name", "name"), "2:1"),
        (Spot("scheme", "scheme"), "4:1"),
        (Spot("roles", "nothing"), "1:1"),
    ],
    ids=str,
)
def test_a_spot_of_yaml_has_its_line_and_column(loaded: Any, spot: Spot, place: str) -> None:
    model = loaded(YAML)
    assert model.faults == []
    assert str(model.places.place(spot)) == f"org.yaml:{place}"


def test_a_waiver_alone_has_its_place(loaded: Any) -> None:
    model = loaded("orgmodel: 1\nwaivers: {rule: a, for: b}\n")
    assert str(model.places.place(Spot("waivers", 0, ("for",)))) == "org.yaml:2:25"


def test_an_entry_after_a_wrong_one_of_a_list_has_its_own_place(loaded: Any) -> None:
    model = loaded(
        "orgmodel: 1\nwaivers:\n  - {rule: a}\n  - {rule: b, for: c}\n  - {rule: d}\n  - {rule: e, for: f}\n"
    )
    places = [str(model.places.place(Spot("waivers", index))) for index in range(2)]
    assert places == ["org.yaml:4:5", "org.yaml:6:5"]


def test_repeats_of_an_id_have_their_own_files(loaded: Any) -> None:
    model = loaded(
        {
            "org.yaml": "orgmodel: 1\ninclude: [b.yaml, c.yaml]\nroles:\n  pm: {title: A}\n",
            "b.yaml": "roles:\n\n  pm: {title: B}\n",
            "c.yaml": "roles: {dev: , pm: {title: C}}\n",
        }
    )
    places = [str(model.places.place(Spot("roles", "pm", ("title",), occurrence=number))) for number in range(3)]
    assert places == ["org.yaml:4:15", "b.yaml:3:15", "c.yaml:1:28"]
    assert str(model.places.place(Spot("roles", "dev"))) == "c.yaml:1:9"


def test_policy_of_two_files_has_each_key_where_it_stands(loaded: Any) -> None:
    model = loaded(
        {
            "org.yaml": "orgmodel: 1\ninclude: b.yaml\npolicy:\n  severity: {a: info}\n",
            "b.yaml": "policy:\n  tops: 2\n  severity: {b: info}\n",
        }
    )
    spots = [("severity", "a"), ("severity", "b"), ("tops",)]
    places = [str(model.places.place(Spot("policy", "", spot, key=True))) for spot in spots]
    assert places == ["org.yaml:4:14", "b.yaml:3:14", "b.yaml:2:3"]


TABLE = 'id,name,manager,unit,title\n1,Ada,,U,Head\n\n2,"Bo\nLee",1,U,Lead\n2,Cy,9,V,Lead\n3,Di,2,V,Clerk\n'


@pytest.mark.parametrize(
    ("spot", "place", "line"),
    [
        (Spot("positions", "1"), "s.csv:2:1", 2),
        (Spot("positions", "2", ("holder",)), "s.csv:4:2", 4),
        (Spot("positions", "2", ("reports_to",)), "s.csv:4:3", 5),
        (Spot("positions", "2", ("reports_to", 0, "to")), "s.csv:4:3", 5),
        (Spot("positions", "2", ("reports_to",), occurrence=1), "s.csv:5:3", 6),
        (Spot("positions", "3", ("unit",)), "s.csv:6:4", 7),
        (Spot("positions", "3", ("fte",)), "s.csv:6:1", 7),
        (Spot("roles", "Clerk"), "s.csv:6:5", 7),
        (Spot("units", "V"), "s.csv:5:4", 6),
    ],
    ids=str,
)
def test_a_spot_of_a_table_has_its_record_column_and_true_line(loaded: Any, spot: Spot, place: str, line: int) -> None:
    found = loaded({"s.csv": TABLE}).places.place(spot)
    assert (str(found), found.mark.line) == (place, line)


def test_a_spot_after_an_include_of_a_table_is_in_its_own_file(loaded: Any) -> None:
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: s.csv\npositions:\n  x: {}\n", "s.csv": TABLE})
    places = [str(model.places.place(Spot("positions", name))) for name in ("x", "1", "3")]
    assert places == ["org.yaml:4:3", "s.csv:2:1", "s.csv:6:1"]


def test_records_of_json_have_lines_and_columns(loaded: Any) -> None:
    model = loaded({"s.json": '[{"id": 1, "name": "Ada"},\n {"id": 2, "name": "Bo", "manager": 1}]'})
    assert str(model.places.place(Spot("positions", "2", ("reports_to",)))) == "s.json:2:37"


def test_entries_left_out_do_not_shift_the_places_of_others(loaded: Any) -> None:
    text = "i,m,h\n1,,Gone\n2,1,Ada\n3,2,Gone\n4,2,Bo\n"
    model = loaded(
        {"s.csv": text}, columns={"id": ["i"], "reports_to": ["m"], "holder": ["h"]}, words={"ended": "Gone"}
    )
    without_ended(model, date(2026, 11, 1))
    assert list(model.organization.positions) == ["2", "4"]
    assert [str(model.places.place(Spot("positions", name))) for name in ("2", "4")] == ["s.csv:3:1", "s.csv:5:1"]


def test_a_living_record_takes_the_place_of_an_ended_one_of_its_id(loaded: Any) -> None:
    text = "i,m,h\n1,,Ada\n2,,Gone\n2,1,Bo\n2,9,Cy\n"
    model = loaded(
        {"s.csv": text}, columns={"id": ["i"], "reports_to": ["m"], "holder": ["h"]}, words={"ended": "Gone"}
    )
    without_ended(model, date(2026, 11, 1))
    assert model.organization.positions["2"].holder == "Bo"
    assert [seat.holder for seat in model.organization.repeats["positions"]["2"]] == ["Cy"]
    places = [str(model.places.place(Spot("positions", "2", occurrence=number))) for number in (0, 1)]
    assert places == ["s.csv:4:1", "s.csv:5:1"]


def test_ended_records_of_a_living_post_are_left_out(loaded: Any) -> None:
    text = "i,m,h\n1,,Ada\n2,1,Bo\n2,1,Gone\n"
    model = loaded(
        {"s.csv": text}, columns={"id": ["i"], "reports_to": ["m"], "holder": ["h"]}, words={"ended": "Gone"}
    )
    without_ended(model, date(2026, 11, 1))
    assert model.organization.repeats["positions"] == {}


def test_renamed_entries_keep_their_places(loaded: Any) -> None:
    model = loaded({"s.csv": "name,manager\nAda Park,\nBo Lee,Ada Park\n"})
    redacted(model, ["people"])
    assert list(model.organization.positions) == ["Person 1", "Person 2"]
    assert str(model.places.place(Spot("positions", "Person 2", ("reports_to",)))) == "s.csv:3:2"
