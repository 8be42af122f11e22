"""The figures as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from orgmodel.analysis.figures import Figures, SpanFigures
from orgmodel.reports.figures import FORMATS, render, render_json, render_text

FULL = Figures(
    rows=1_240,
    positions=1_234,
    seats=1_240,
    people=1_100,
    vacancies=90,
    undisclosed=12,
    ended=7,
    planned=3,
    fte=1_180.25,
    tops=("ceo", "founder"),
    depth=8,
    layers=7,
    spans=SpanFigures(15, ("em-a", "em-b"), 200, 6.17, 5.5),
    loops=(("x", "y"),),
    self_reports=("me",),
    unreachable=("x", "y", "z"),
    unresolved=4,
    unresolved_targets=2,
    duplicate_ids=("twin",),
    components=5,
    roles=40,
    units=9,
    unit_tops=1,
    unit_depth=3,
    activities=30,
    activity_states={"clear": 20, "missing": 4, "doubly owned": 5, "resting on a vacancy": 1},
)


def test_the_text_has_every_figure_in_groups():
    assert render_text("Northwind", FULL).splitlines() == [
        "Northwind",
        "",
        "Seats and people",
        "  rows                     1,240",
        "  positions                1,234",
        "  seats                    1,240",
        "  people                   1,100",
        "  vacancies                90",
        "  undisclosed              12",
        "  ended                    7",
        "  planned, not counted     3",
        "  full-time shares         1,180.25",
        '  ids used more than once  1: "twin"',
        "",
        "Lines",
        '  tops                     2: "ceo", "founder"',
        "  depth                    8 layers",
        "  managers                 200, with 6.17 reports on average (median 5.5)",
        '  widest span              15 at "em-a", "em-b"',
        "  managers not found       2, named by 4 positions",
        '  loops                    1: "x", "y"',
        '  self-reports             1: "me"',
        "  unreachable from a top   3",
        "  connected groups         5",
        "",
        "Units and roles",
        "  units                    9, 1 at the top, 3 deep",
        "  roles                    40",
        "",
        "Activities",
        "  activities               30",
        "    clear                  20",
        "    missing                4",
        "    doubly owned           5",
        "    resting on a vacancy   1",
    ]


def test_an_empty_organisation_is_its_name_alone():
    assert render_text("Nobody", Figures()) == "Nobody\n"


def test_groups_without_anything_in_them_are_left_out():
    text = render_text("Rows", Figures(activities=2, activity_states={"clear": 2}))
    assert text.splitlines() == ["Rows", "", "Activities", "  activities  2", "    clear     2"]


def test_roles_alone_tell_their_tops():
    text = render_text("Ladder", Figures(roles=3, role_tops=("cpo",)))
    assert text.splitlines()[2:4] == ["Lines", '  roles at the top  1: "cpo"']


def test_one_layer_is_in_the_singular():
    assert "1 layer\n" in render_text("X", Figures(positions=1, tops=("a",), depth=1))


def test_one_position_that_names_a_lost_manager_is_in_the_singular():
    text = render_text("X", Figures(positions=1, unresolved=1, unresolved_targets=1))
    assert "1, named by 1 position\n" in text


def test_more_than_six_names_are_counted():
    text = render_text("X", Figures(positions=9, tops=tuple(f"t{number}" for number in range(9))))
    assert '9: "t0", "t1", "t2", "t3", "t4", "t5" and 3 more' in text


def test_more_than_six_loops_are_counted():
    text = render_text("X", Figures(positions=20, loops=tuple((f"a{number}", f"b{number}") for number in range(8))))
    line = next(line for line in text.splitlines() if "loops" in line)
    assert line.endswith('"a4", "b4"; "a5", "b5"; and 2 more')


def test_of_a_long_loop_six_are_named():
    text = render_text("X", Figures(positions=20, loops=(tuple(f"n{number}" for number in range(10)),)))
    assert '1: "n0", "n1", "n2", "n3", "n4", "n5" and 4 more\n' in text


@pytest.mark.parametrize("name", ["a\nb", "\x1b[31mred", "\u202edrow", "x" * 500])
def test_a_hostile_name_stays_on_its_line(name):
    plain, text = (
        render_text(said, Figures(positions=1, tops=(said,), spans=SpanFigures(1, (said,), 1, 1.0, 1.0)))
        for said in ("a", name)
    )
    assert len(text.splitlines()) == len(plain.splitlines())
    assert max(map(len, text.splitlines())) <= 120
    assert not set(text) & {"\x1b", "\u202e"}


def test_the_object_has_a_version_the_name_and_every_figure():
    found = json.loads(render_json("Northwind", FULL))
    assert list(found) == ["version", "name", *(field.name for field in fields(Figures))]
    assert (found["version"], found["name"], found["spans"]["widest_at"]) == (1, "Northwind", ["em-a", "em-b"])


def test_a_lone_surrogate_does_not_break_the_object():
    assert json.loads(render_json("\ud800", Figures()).encode("utf-8", "replace"))


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_ends_with_one_line_break(name):
    text = render(name, "X", FULL)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
