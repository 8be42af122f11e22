"""The figures of an organisation, each against one drawn in the head."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.analysis.figures import SpanFigures, figures_of
from orgmodel.analysis.shape import shape_of
from orgmodel.graph.hierarchy import SELF, TOP, UNRESOLVED
from orgmodel.graph.lines import read_lines
from orgmodel.graph.resolution import Resolver
from orgmodel.model.lines import Line
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position

DAY = date(2026, 11, 1)

# cpo over dir-a and dir-b; dir-a over pm1 (vacant), pm2 (shared), pm3 (3 seats, nobody named);
# dir-b over qa; old ended; next planned; lost names nobody; x and y report to each other; me to itself.
SMALL = """\
roles: {pm: {}, dir: {}}
units: {all: {}, a: {parent: all}, b: {parent: all}, b1: {parent: b}, far: {}}
people: {ada: {name: Ada Park}, idle: {}}
positions:
  cpo: {reports_to: ~, holder: ada, fte: 1}
  dir-a: {reports_to: cpo, holder: Sam}
  dir-b: {reports_to: cpo, holder: ada}
  pm1: {reports_to: dir-a}
  pm2: {reports_to: dir-a, holders: [{person: Li, fte: 0.5}, {person: Bo, fte: 0.3}]}
  pm3: {reports_to: dir-a, seats: 3, status: filled}
  qa: {reports_to: dir-b, holder: Cy, fte: 0.8}
  old: {reports_to: dir-b, holder: Eva, until: 2026-01-01}
  next: {reports_to: dir-b, from: 2027-01-01}
  lost: {reports_to: ghost, holder: Di}
  lost2: {reports_to: ghost, holder: Ed}
  x: {reports_to: y, holder: X}
  y: {reports_to: x, holder: Y}
  me: {reports_to: me, holder: M}
activities:
  r1: {assign: {A: pm, R: pm}}
  r2: {assign: {R: dir}}
  r3: {assign: {A: [pm, dir]}}
assignments: [{activity: r1, role: dir, letter: C, source: book}]
"""


@pytest.fixture
def figures(model):
    return figures_of(model(SMALL), DAY)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rows", 13),
        ("positions", 13),
        ("seats", 15),
        ("people", 10),
        ("vacancies", 1),
        ("undisclosed", 3),
        ("ended", 1),
        ("planned", 1),
        ("fte", 2.6),
        ("tops", ("cpo",)),
        ("depth", 3),
        ("layers", 3),
        ("loops", (("x", "y"),)),
        ("self_reports", ("me",)),
        ("unreachable", ("lost", "lost2", "me", "x", "y")),
        ("unresolved", 2),
        ("unresolved_targets", 1),
        ("duplicate_ids", ()),
        ("components", 5),
        ("roles", 2),
        ("role_tops", ()),
        ("units", 5),
        ("unit_tops", 2),
        ("unit_depth", 3),
        ("activities", 3),
        ("assignments", 1),
        ("activity_states", {"clear": 0, "missing": 2, "doubly owned": 1, "resting on a vacancy": 0}),
    ],
)
def test_a_figure_of_the_small_organisation(figures, name, value):
    found = getattr(figures, name)
    assert (tuple(sorted(found)) if name == "unreachable" else found) == value


def test_spans_count_vacant_seats_and_every_seat_of_an_entry(figures):
    # dir-a 1 + 1 + 3, cpo 2, dir-b 2 (one ended), x 1, y 1
    assert figures.spans == SpanFigures(5, ("dir-a",), 5, 2.2, 2.0)


def test_planned_seats_are_counted_when_asked_for(model):
    figures = figures_of(model(SMALL), DAY, planned=True)
    assert (figures.positions, figures.planned) == (14, 0)


def test_layers_leave_out_what_no_top_leads_to(model):
    organization = model(
        "positions: {top: {reports_to: ~}, a: {reports_to: ghost}, b: {reports_to: a}, c: {reports_to: b}}\n"
    )
    figures = figures_of(organization, DAY)
    assert (figures.layers, figures.depth) == (1, 3)


def test_an_organisation_without_a_top_has_no_layers(model):
    assert figures_of(model("positions: {a: {reports_to: b}, b: {reports_to: a}}\n"), DAY).layers == 0


def test_roles_have_tops_where_there_are_no_positions(model):
    figures = figures_of(model("roles: {a: {}, b: {reports_to: a}, alone: {}}\n"), DAY)
    assert (figures.role_tops, figures.positions, figures.tops) == (("a",), 0, ())


def test_an_empty_organisation_has_no_figures():
    figures = figures_of(Organization(), DAY)
    assert (figures.rows, figures.fte, figures.spans, figures.depth, figures.components) == (
        0,
        None,
        SpanFigures(),
        0,
        0,
    )


def test_a_person_in_two_seats_is_counted_once(model):
    assert figures_of(model("positions: {a: {holder: Ada}, b: {holder: Ada}}\n"), DAY).people == 1


def test_namesakes_in_a_table_are_two_people():
    positions = {"1": Position(holder="Li"), "2": Position(holder="Li")}
    assert figures_of(Organization(positions=positions, row_people=frozenset({"1", "2"})), DAY).people == 2


def test_ties_for_the_widest_span_are_all_named(model):
    figures = figures_of(
        model("positions: {a: {reports_to: ~}, b: {reports_to: a}, c: {reports_to: ~}, d: {reports_to: c}}\n"), DAY
    )
    assert figures.spans.widest_at == ("a", "c")


@st.composite
def organizations(draw):
    size = draw(st.integers(1, 12))
    positions = {}
    for number in range(size):
        above = draw(st.sampled_from([None, "ghost", *map(str, range(size))]))
        positions[str(number)] = Position(
            reports_to=() if above is None else (Line(above),), seats=draw(st.sampled_from([1, 1, 1, 4]))
        )
    return Organization(positions=positions)


@settings(max_examples=150, deadline=None)
@given(organizations())
def test_the_mean_span_is_all_seats_without_tops_and_cut_offs_by_managers(organization):
    figures = figures_of(organization, DAY)
    lines = read_lines(organization, DAY)
    hanging = [i for i, above in enumerate(lines.parent) if above in {TOP, UNRESOLVED, SELF}]
    managers = {above for above in lines.parent if above >= 0}
    seats = figures.seats - sum(lines.weight(i) for i in hanging)
    assert figures.spans.managers == len(managers)
    assert figures.spans.mean == (round(seats / len(managers), 2) if managers else 0.0)


@settings(max_examples=100, deadline=None)
@given(organizations())
def test_stats_and_the_pages_agree_on_spans(organization):
    resolver = Resolver(organization, DAY)
    spans = shape_of(organization, resolver).spans
    figures = figures_of(organization, DAY).spans
    assert figures.managers == len(spans)
    assert figures.widest == max((span.reports for span in spans), default=0)
