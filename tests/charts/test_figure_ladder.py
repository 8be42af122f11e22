"""The career ladder."""

from __future__ import annotations

import pytest
from figure_samples import random_ladder, value_of
from measured_pictures import boxes, crossed, lines_of, outside, overlapping, shared_pieces, texts_outside_their_box

from orgmodel.charts.ladder.picture import draw
from orgmodel.drawing.picture import flattened
from orgmodel.errors import UsageError

THREE = """\
roles:
  a: {title: Junior, level: 1, promotes_to: b, pay: {min: 50000, max: 60000, currency: EUR}, experience: {max: 2}}
  b: {title: Senior, level: 2, grade: G7, promotes_to: c, pay: {min: 58000, max: 90000, currency: EUR}}
  c: {title: Lead, level: 3, pay: {stat: median, amount: 99000, currency: EUR}}
  d: {title: Cook}
"""


def test_rows_are_levels_with_the_highest_first(tmp_path):
    assert value_of(tmp_path, THREE, "ladder").levels == (3, 2, 1)


def test_promotions_lead_from_rung_to_rung(tmp_path):
    assert value_of(tmp_path, THREE, "ladder").promotions == ((0, 1), (1, 2))


def test_a_role_without_a_level_is_told_in_a_note(tmp_path):
    assert value_of(tmp_path, THREE, "ladder").notes == ("1 role without a level is not shown: Cook",)


def test_pay_of_one_kind_shares_a_scale(tmp_path):
    ladder = value_of(tmp_path, THREE, "ladder")
    assert (ladder.scale.lower, ladder.scale.upper, ladder.scale.unit) == (0.0, 100000.0, "EUR a year")
    assert [rung.pay.text if rung.pay else None for rung in ladder.rungs] == [
        "50,000 to 60,000",
        "58,000 to 90,000",
        None,
    ]


def test_pay_of_another_kind_is_text(tmp_path):
    assert value_of(tmp_path, THREE, "ladder").rungs[2].facts == ("median 99,000 EUR a year",)


def test_grade_and_years_are_told(tmp_path):
    rungs = value_of(tmp_path, THREE, "ladder").rungs
    assert [rung.facts for rung in rungs[:2]] == [("up to 2 years",), ("Grade G7",)]


def test_a_promotion_that_does_not_rise_is_drawn_dashed(tmp_path):
    text = "roles: {a: {level: 2, promotes_to: b}, b: {level: 1}}\n"
    assert [line.dash for line in lines_of(draw(value_of(tmp_path, text, "ladder")))] == ["dashed"]


def test_two_currencies_share_no_scale(tmp_path):
    text = (
        "roles:\n  a: {level: 1, pay: {min: 1, max: 2, currency: EUR}}\n"
        "  b: {level: 2, pay: {min: 1, max: 2, currency: USD}}\n"
    )
    assert value_of(tmp_path, text, "ladder").scale is None


def test_many_tracks_of_a_family_stand_above_each_other_where_they_share_no_level(tmp_path):
    roles = [f"  r{n}: {{level: {n % 2 + 1}, family: f{n // 2}, track: t{n % 2}}}" for n in range(8)]
    ladder = value_of(tmp_path, "roles:\n" + "\n".join(roles) + "\n", "ladder")
    assert [column.tracks for column in ladder.columns] == [("t0", "t1")] * 4


def test_root_keeps_what_leads_to_a_role_and_what_it_leads_to(tmp_path):
    text = "roles: {a: {level: 1, promotes_to: b}, b: {level: 2, promotes_to: c}, c: {level: 3}, x: {level: 1}}\n"
    assert [rung.id for rung in value_of(tmp_path, text, "ladder", root="b").rungs] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("roles: {a: {title: A}, b: {title: B}}\n", "none of the 2 roles in this model has one"),
        ("roles: {a: {title: A}}\n", "the one role in this model has none"),
        ("units: {a: {title: A}}\n", "a ladder needs roles, and this model has none"),
    ],
)
def test_without_levels_there_is_one_clear_line(tmp_path, text, message):
    with pytest.raises(UsageError, match=message):
        value_of(tmp_path, text, "ladder")


@pytest.mark.parametrize("seed", range(6))
def test_no_arrow_runs_through_a_rung(tmp_path, seed):
    picture = draw(value_of(tmp_path, random_ladder(seed), "ladder"))
    cards = boxes(picture, "card")
    assert len(cards) == 40
    assert [line for line in lines_of(picture) if crossed(line, cards)] == []


@pytest.mark.parametrize("seed", range(6))
def test_no_two_arrows_lie_on_each_other(tmp_path, seed):
    assert list(shared_pieces(lines_of(draw(value_of(tmp_path, random_ladder(seed, 24), "ladder"))))) == []


@pytest.mark.parametrize("seed", range(4))
def test_rungs_keep_apart_and_hold_their_texts(tmp_path, seed):
    picture = draw(value_of(tmp_path, random_ladder(seed), "ladder"))
    assert overlapping(boxes(picture, "card")) == []
    assert texts_outside_their_box(picture) == []
    assert outside(picture) == []


def test_every_arrow_begins_and_ends_at_the_edge_of_its_rungs(tmp_path):
    picture = draw(value_of(tmp_path, random_ladder(1), "ladder"))
    edges = {y for card in boxes(picture, "card") for y in (card.y, card.y + card.height)}
    arrows = lines_of(picture)
    assert len(arrows) > 20
    assert {y for arrow in arrows for _x, y in (arrow.points[0], arrow.points[-1])} <= edges


def test_equal_pay_everywhere_has_a_scale(tmp_path):
    roles = "\n".join(f"  r{n}: {{level: {n}, pay: {{amount: 0, currency: EUR}}}}" for n in (1, 2))
    assert len(list(flattened(draw(value_of(tmp_path, f"roles:\n{roles}\n", "ladder")).shapes))) > 8


def test_a_figure_that_would_make_all_others_vanish_is_text(tmp_path):
    text = "roles:\n" + "".join(f"  r{n}: {{level: {n}, pay: {{min: 5, max: 8, currency: EUR}}}}\n" for n in (1, 2))
    text += "  odd: {level: 3, pay: {min: 1, max: 1.0e+15, currency: EUR}}\n"
    ladder = value_of(tmp_path, text, "ladder")
    assert (ladder.rungs[2].facts, ladder.rungs[2].pay) == (("pay 1 to 1e+15 EUR a year",), None)
    assert ladder.scale.upper == 9.0
