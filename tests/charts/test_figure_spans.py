"""Spans and layers."""

from __future__ import annotations

import pytest
from figure_samples import value_of
from measured_pictures import outside, overlapping

from orgmodel.charts.spans.picture import draw
from orgmodel.charts.spans.spans import LayerBar, SpanColumn
from orgmodel.drawing.picture import Group, Label, Rect, flattened
from orgmodel.errors import UsageError

ORG = """\
policy: {span: {min: 2, max: 3}}
positions:
  top: {title: Chief, reports_to: , holder: Ada}
  a: {title: Head A, reports_to: top, holder: Bo}
  b: {title: Head B, reports_to: top}
  c: {title: Clerk, reports_to: a, holder: Cy, seats: 4}
  d: {title: Clerk, reports_to: b, holder: Di}
"""


def test_a_layer_counts_managers_others_and_vacant_seats(tmp_path):
    layers = value_of(tmp_path, ORG, "spans").layers
    assert layers == (LayerBar(1, 1, 0, 0), LayerBar(2, 1, 0, 1), LayerBar(3, 0, 5, 0))


def test_managers_stand_in_the_column_of_their_span(tmp_path):
    columns = value_of(tmp_path, ORG, "spans").columns
    assert columns == (SpanColumn(1, 1, 0, 1), SpanColumn(2, 2, 1, 0), SpanColumn(3, 3, 0, 0), SpanColumn(4, 4, 0, 1))


def test_the_widest_and_the_narrowest_are_named_with_their_limits(tmp_path):
    text = ORG + "".join(
        f"  m{n}: {{title: Lead {n}, reports_to: c, holder: L}}\n  r{n}: {{reports_to: m{n}, holder: R, seats: {n}}}\n"
        for n in range(2, 9)
    )
    spans = value_of(tmp_path, text, "spans")
    assert [(one.title, one.reports, one.remark) for one in spans.widest[:2]] == [
        ("Lead 8", 8, "3 at most"),
        ("Lead 7", 7, "3 at most"),
    ]
    assert [(one.title, one.holder, one.reports, one.remark) for one in spans.narrowest[:1]] == [
        ("Head B", "vacant", 1, "2 at least")
    ]


def test_an_entry_for_several_seats_shares_its_reports(tmp_path):
    text = "positions:\n  m: {reports_to: , seats: 2, holder: M}\n  r: {reports_to: m, seats: 10, holder: R}\n"
    assert value_of(tmp_path, text, "spans").columns[-1] == SpanColumn(5, 5, 2, 0)


def test_a_model_that_names_nobody_has_no_vacancies(tmp_path):
    spans = value_of(tmp_path, "positions: {a: {reports_to: }, b: {reports_to: a}}\n", "spans")
    assert [layer.vacant for layer in spans.layers] == [0, 0]
    assert "no seat is shown as vacant" in spans.notes[1]


def test_wide_spans_share_columns(tmp_path):
    text = "positions:\n  m: {reports_to: , holder: M}\n  r: {reports_to: m, seats: 300, holder: R}\n"
    columns = value_of(tmp_path, text, "spans").columns
    assert (len(columns), columns[-1]) == (15, SpanColumn(281, 300, 0, 1))


def test_without_positions_there_is_one_clear_line(tmp_path):
    with pytest.raises(UsageError, match="spans and layers need positions, and this model has none in force"):
        value_of(tmp_path, "roles: {a: {title: A}}\n", "spans")


def test_without_managers_the_histogram_says_so(tmp_path):
    picture = draw(value_of(tmp_path, "positions: {a: {reports_to: , holder: A}}\n", "spans"))
    assert "Nobody has reports." in {shape.text for shape in flattened(picture.shapes) if isinstance(shape, Label)}


def test_a_bar_is_as_long_as_its_layer_has_seats(tmp_path):
    picture = draw(value_of(tmp_path, ORG, "spans"))
    bars = {
        group.title.split(":")[0]: max(shape.x + shape.width for shape in group.shapes if isinstance(shape, Rect))
        - min(shape.x for shape in group.shapes if isinstance(shape, Rect))
        for group in picture.shapes
        if isinstance(group, Group) and group.title.startswith("Layer")
    }
    assert bars["Layer 3"] == pytest.approx(5 * bars["Layer 1"])


@pytest.mark.parametrize("depth", [3, 40])
def test_nothing_overlaps_or_leaves_the_page(tmp_path, depth):
    text = "positions:\n  p0: {reports_to: , holder: A}\n" + "".join(
        f"  p{n}: {{title: {'W' * 200}, reports_to: p{n - 1}, holder: A{n}, seats: {n % 3 + 1}}}\n"
        for n in range(1, depth)
    )
    picture = draw(value_of(tmp_path, text, "spans"))
    assert outside(picture) == []
    assert overlapping([shape for shape in flattened(picture.shapes) if isinstance(shape, Rect) and shape.fill]) == []
