"""How cards stand: sorted siblings, assistants, frames, bands, direction."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from chart_samples import card_groups, parse, place

from orgmodel.charts.chart import Card, Chart, Frame
from orgmodel.charts.picture import draw
from orgmodel.charts.scene import MARGIN, furnish
from orgmodel.charts.sorting import ordered
from orgmodel.charts.svg import render
from orgmodel.drawing.picture import Label, Rect
from orgmodel.errors import UsageError

MODEL = """\
orgmodel: 1
roles:
  chief: {title: Chief, level: 6}
  lead: {title: Lead, level: 4}
  clerk: {title: Clerk, level: 2}
  aide: {title: Aide, level: 1}
units:
  house: {title: House, head: top}
  north: {title: North, parent: house, head: n}
  south: {title: South, parent: house}
positions:
  top: {role: chief, unit: house, holder: Ada}
  aid: {role: aide, unit: house, reports_to: top, holder: Zoe, assistant: true}
  n: {role: lead, unit: house, reports_to: top, holder: Max}
  s: {role: lead, title: A lead, unit: south, reports_to: top, holder: Bo}
  n1: {role: clerk, unit: north, reports_to: n, holder: Li}
  n2: {role: clerk, unit: north, reports_to: n, holder: Jo}
  s1: {role: clerk, unit: south, reports_to: s, holder: Vi}
  s2: {role: clerk, unit: north, reports_to: s, holder: Al}
"""


def test_siblings_stand_as_in_the_file(build):
    assert [card.id for card in build(MODEL).chart.cards] == ["top", "aid", "n", "n1", "n2", "s", "s1", "s2"]


def test_siblings_stand_by_title_when_asked(build):
    chart = build(MODEL, sort="title").chart
    assert [card.id for card in chart.cards] == ["top", "s", "s2", "s1", "aid", "n", "n2", "n1"]
    assert [chart.cards[card.parent].id for card in chart.cards[1:]] == ["top", "s", "s", "top", "top", "n", "n"]


def test_the_largest_branch_stands_first_when_asked():
    cards = (Card("a", "A"), Card("b", "B", 0), Card("c", "C", 0), Card("d", "D", 2), Card("e", "+3 more", 0, "stub"))
    assert [card.id for card in ordered(Chart("X", cards), "size").cards] == ["a", "c", "d", "b", "e"]


def test_sorting_takes_dotted_lines_and_frames_with_it(build):
    model = MODEL.replace("holder: Vi}", "holder: Vi, dotted_to: [n]}")
    chart = build(model, sort="title", frames=True).chart
    assert [(chart.cards[line.source].id, chart.cards[line.target].id) for line in chart.dotted] == [("s1", "n")]
    assert [chart.cards[frame.card].id for frame in chart.frames if frame.title == "North"] == ["n"]


def test_an_assistant_stands_beside_the_line_above_the_other_reports(build):
    scene = furnish(build(MODEL).chart, "none")
    assert scene.layout.y[0] < scene.layout.y[1] < scene.layout.y[2] == scene.layout.y[5]


def test_a_unit_whose_head_sits_above_it_has_a_frame_round_the_head_and_a_mixed_unit_has_none(build):
    chart = build(MODEL, frames=True).chart
    assert [(chart.cards[frame.card].id, frame.title) for frame in chart.frames] == [("top", "House"), ("n", "North")]


def test_the_frame_of_the_whole_chart_is_left_out_of_the_picture(build):
    svg = render(build(MODEL, frames=True).chart, fit="16:9")
    assert svg.count('class="frame"') == 1
    assert ">North</text>" in svg


def test_frames_and_bands_are_on_the_picture_of_every_other_format(build):
    framed, banded = build(MODEL, frames=True).chart, build(MODEL, align="levels").chart
    for chart, names in ((framed, {"North"}), (banded, {"Level 6", "Level 4", "Level 2", "Level 1"})):
        shapes = draw(chart, furnish(chart, "16:9")).shapes
        assert names <= {shape.text for shape in shapes if isinstance(shape, Label)}
        assert any(isinstance(shape, Rect) for shape in shapes)


def test_a_frame_round_no_card_is_refused():
    with pytest.raises(ValueError, match="a frame surrounds no card"):
        Chart("X", (Card("a", "A"),), frames=(Frame(1, "U"),))


def test_levels_are_bands_from_the_highest_down(build):
    scene = furnish(build(MODEL, align="levels").chart, "16:9")
    assert [band.title for band in scene.bands] == ["Level 6", "Level 4", "Level 2", "Level 1"]
    assert scene.layout.y[1] > scene.layout.y[3]


def test_layers_are_bands_from_the_top(build):
    chart = build(MODEL, align="layers", root="n").chart
    assert [band.title for band in furnish(chart, "16:9").bands] == ["Layer 2", "Layer 3"]


def test_bands_have_room_for_their_names_beside_the_cards(build):
    for direction in ("down", "right"):
        scene = furnish(build(MODEL, align="levels", direction=direction).chart, "16:9")
        for band in scene.bands:
            assert 0 <= band.x < band.x + band.width <= scene.width
            if direction == "down":
                assert band.title_x == MARGIN
                assert min(scene.layout.x) + scene.left > MARGIN + 40
            else:
                assert band.title_y < min(scene.layout.y) + scene.top


def test_a_report_of_the_same_level_is_named_below_the_picture(build):
    chart = build(MODEL.replace("n1: {role: clerk", "n1: {role: lead"), align="levels").chart
    assert chart.notes == ("1 below a manager of the same or a lower level: a row lower, in the manager's band",)


def test_a_chart_to_the_right_has_reports_right_of_their_manager(build):
    root = parse(render(build(MODEL, direction="right").chart, fit="4:3"))
    places = [place(group) for group in card_groups(root)]
    assert places[0][0] < places[2][0] < places[3][0]


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ({"frames": True, "of": "units"}, "--frames wants a chart of positions, not of units"),
        ({"frames": True, "align": "layers"}, "--frames and --align do not go together"),
        ({"align": "levels", "of": "units"}, "units have no level"),
    ],
)
def test_wishes_that_do_not_go_together_are_refused(build, wish, message):
    with pytest.raises(UsageError, match=message):
        build(MODEL, **wish)


def test_levels_nobody_has_are_refused(build):
    with pytest.raises(UsageError, match="no card has a level; --align layers"):
        build(
            "orgmodel: 1\nroles: {a: {title: A}}\npositions: {p: {role: a}, q: {role: a, reports_to: p}}\n",
            align="levels",
        )


def test_hostile_titles_of_units_are_escaped(build):
    svg = render(build(MODEL.replace("title: North", "title: '<b>&'"), frames=True).chart, fit="16:9")
    assert "&lt;b&gt;&amp;" in svg
    assert "<b>" not in svg


SCRIPT = """
import hashlib, sys
from datetime import date
from orgmodel.charts.build import build_chart
from orgmodel.charts.request import ChartRequest
from orgmodel.charts.svg import render
from orgmodel.loading.load import load
loaded = load(sys.argv[1])
for wish in ({"frames": True, "sort": "size"}, {"align": "levels"}, {"align": "layers", "direction": "right"}):
    chart = build_chart(loaded.organization, date(2026, 11, 1), "x", ChartRequest(**wish)).chart
    print(hashlib.sha256(render(chart, fit="16:9").encode()).hexdigest())
"""


def test_every_way_to_stand_gives_the_same_bytes_under_any_hash_seed():
    model = Path(__file__).parents[2] / "examples" / "product-organisation" / "org.yaml"
    printed = set()
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(model)], capture_output=True, text=True, env=environment, check=True
        )
        printed.add(done.stdout)
    assert len(printed) == 1
