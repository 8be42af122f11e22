"""What is on a chart: which things, in which order, under whom, and what their cards say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from orgmodel.charts.card_texts import RoleTexts, UnitTexts
from orgmodel.charts.chart import NO_PARENT, Card, CardKind, Chart, DottedLine, LineKind
from orgmodel.charts.coloring import coloring_of
from orgmodel.charts.cutting import Cut, below
from orgmodel.charts.details import detailed
from orgmodel.charts.marking import marked, with_counts
from orgmodel.charts.position_chart import positions_chart
from orgmodel.charts.report_counts import ReportCounts
from orgmodel.charts.request import ChartOf, ChartRequest
from orgmodel.charts.sorting import ordered
from orgmodel.charts.standing import layer_of, refuse_mixed, standing
from orgmodel.charts.wording import counted, find, id_of, title_line
from orgmodel.errors import UsageError
from orgmodel.graph.hierarchy import LOOP, SELF, UNRESOLVED, Hierarchy
from orgmodel.graph.role_lines import role_lines
from orgmodel.graph.units import UnitTree
from orgmodel.model.organization import Organization, entity


@dataclass(frozen=True, slots=True)
class BuiltChart:
    """A chart, and what to tell whoever asked for it."""

    chart: Chart
    of: ChartOf
    left_out: tuple[str, ...] = ()
    """Ids of planned seats that are not shown."""


def build_chart(organization: Organization, day: date, name: str, request: ChartRequest) -> BuiltChart:
    """The chart that a request asks for. Raises UsageError when it names what does not exist."""
    of = request.of or _fitting(organization)
    refuse_mixed(request, of)
    request = replace(
        request, root=id_of(organization, of, request.root), unit=id_of(organization, "units", request.unit)
    )
    left_out: tuple[str, ...] = ()
    if of == "units":
        chart = _units_chart(organization, day, name, request)
    elif of == "roles":
        chart = _roles_chart(organization, day, name, request)
    else:
        chart, of, left_out = positions_chart(organization, day, name, request)
    chart = ordered(standing(chart, request), request.sort)
    if request.findings:
        found = marked(chart, organization, day, of, request.findings)
        found = with_counts(found) if "findings" in request.show else found
        chart = found if request.mark else replace(chart, cards=found.cards)
    return BuiltChart(detailed(chart, organization, day, of) if request.details else chart, of, left_out)


def _fitting(organization: Organization) -> ChartOf:
    if organization.positions:
        return "positions"
    has_roles = any(entity("roles", role) not in organization.silent for role in organization.roles)
    return "roles" if has_roles or not organization.units else "units"


def _line(hierarchy: Hierarchy, i: int) -> LineKind:
    return "cut" if hierarchy.cut_parent[i] == LOOP else "solid"


def _roles_chart(organization: Organization, day: date, name: str, request: ChartRequest) -> Chart:
    if request.unit is not None:
        raise UsageError("--unit wants a chart of positions or units; roles belong to no unit")
    lines = role_lines(organization, day)
    unplaced = lines.unplaced if request.root is None else ()
    root = None
    if request.root is not None and request.root in lines.unplaced:
        kept: Sequence[int] = ()
        unplaced = (request.root,)
    else:
        root = find(request.root, lines.index, "role", lines.unplaced)
        kept = below(lines.hierarchy, root)
    texts = RoleTexts(organization, request.show)
    coloring = coloring_of(organization, day, "roles", request.color_by, [*(lines.ids[i] for i in kept), *unplaced])

    spans = ReportCounts(lines.hierarchy, lines.hierarchy.order, request.show)

    def made(role: str, parent: int, line: LineKind, loose: tuple[str, ...]) -> Card:
        return Card(
            role,
            texts.title(role),
            parent,
            kind="role",
            unit=texts.rank(role),
            fields=texts.fields(role),
            color=coloring.color(role),
            badges=loose + texts.badges(role) + spans.badge(lines.index.get(role)),
            line=line,
            level=layer_of(lines.hierarchy, lines.index.get(role), request, organization.roles[role].level),
        )

    def card(i: int, parent: int) -> Card:
        loose = {UNRESOLVED: ("role above not found",), SELF: ("reports to itself",)}.get(lines.parent[i], ())
        return made(lines.ids[i], parent, _line(lines.hierarchy, i), loose)

    cut = Cut(lines.hierarchy, kept, request.depth)
    cards, places = cut.cards(card)
    dotted = [
        DottedLine(place, places[target], line.kind or "")
        for i, place in places.items()
        for line in organization.roles[lines.ids[i]].dotted_to
        if line.in_force(day) and (target := lines.index.get(line.to)) in places and target not in {i, lines.parent[i]}
    ]
    cards += tuple(made(role, NO_PARENT, "solid", ()) for role in unplaced)
    shown = len(cut.shown) + len(unplaced)
    whole = counted(len(kept) + len(unplaced), "role", shown)
    loose_ones = [role for role in unplaced if not organization.roles[role].external]
    return Chart(
        name=name,
        cards=cards,
        dotted=tuple(dict.fromkeys(dotted)),
        subtitle=title_line(request, day, texts.title(request.root) if request.root else "", [whole]),
        colors=coloring.names,
        color_by=coloring.heading,
        notes=(f"{counted(len(loose_ones), 'role')} without a line up or down",) if kept and loose_ones else (),
    )


def _units_chart(organization: Organization, day: date, name: str, request: ChartRequest) -> Chart:
    tree = UnitTree(organization)
    wanted = request.root if request.root is not None else request.unit
    root = find(wanted, tree.index, "unit")
    if request.root is not None and request.unit is not None:
        inside = find(request.unit, tree.index, "unit")
        if root != inside and not tree.is_within(request.root, request.unit):
            raise UsageError(f'unit "{request.root}" does not lie within "{request.unit}"')
    kept = _without_silent(organization, tree, below(tree.hierarchy, root))
    texts = UnitTexts(organization, day, request.show)
    coloring = coloring_of(organization, day, "units", request.color_by, [tree.ids[i] for i in kept])

    spans = ReportCounts(tree.hierarchy, tree.hierarchy.order, request.show, word="unit")

    def card(i: int, parent: int) -> Card:
        unit = tree.ids[i]
        loose = {UNRESOLVED: ("parent not found",), SELF: ("lies within itself",)}.get(tree.parent[i], ())
        return Card(
            unit,
            texts.title(unit),
            parent,
            kind=_unit_kind(organization, unit, day),
            holder=texts.head(unit),
            unit=texts.head_title(unit),
            fields=texts.fields(unit),
            color=coloring.color(unit),
            badges=loose + texts.badges(unit) + spans.badge(i),
            line=_line(tree.hierarchy, i),
            level=layer_of(tree.hierarchy, i, request),
        )

    cut = Cut(tree.hierarchy, kept, request.depth)
    cards, places = cut.cards(card)
    works = [
        DottedLine(place, places[target], other.mode or "", "works")
        for i, place in places.items()
        for other in organization.units[tree.ids[i]].interactions
        if other.in_force(day) and (target := tree.index.get(other.with_)) in places and target != i
    ]
    return Chart(
        name=name,
        cards=cards,
        dotted=tuple(dict.fromkeys(works)),
        subtitle=title_line(
            request, day, texts.title(wanted) if wanted else "", [counted(len(kept), "unit", len(cut.shown))]
        ),
        colors=coloring.names,
        color_by=coloring.heading,
    )


def _unit_kind(organization: Organization, unit: str, day: date) -> CardKind:
    entry = organization.units[unit]
    if entry.in_force(day):
        return "unit"
    return "planned" if entry.from_ is not None and entry.from_ > day else "ended"


def _without_silent(organization: Organization, tree: UnitTree, kept: Iterable[int]) -> list[int]:
    return [i for i in kept if entity("units", tree.ids[i]) not in organization.silent]
