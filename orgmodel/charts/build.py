"""What is on a chart: which things, in which order, under whom, and what their cards say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from orgmodel.charts.card_texts import PositionTexts, RoleTexts, UnitTexts
from orgmodel.charts.chart import NO_PARENT, Card, CardKind, Chart, DottedLine, LineKind
from orgmodel.charts.coloring import coloring_of
from orgmodel.charts.request import ChartOf, ChartRequest
from orgmodel.errors import UsageError
from orgmodel.graph.hierarchy import AMBIGUOUS, LOOP, MISSING, NOT_YET, SELF, UNRESOLVED, Hierarchy
from orgmodel.graph.lines import DERIVED, Lines, read_lines
from orgmodel.graph.role_lines import role_lines
from orgmodel.graph.units import UnitTree
from orgmodel.loading.problems import suggestion
from orgmodel.model.organization import Organization
from orgmodel.reading.names import printable


@dataclass(frozen=True, slots=True)
class BuiltChart:
    """A chart, and what to tell whoever asked for it."""

    chart: Chart
    left_out: tuple[str, ...] = ()
    """Ids of planned seats that are not shown."""


def build_chart(organization: Organization, day: date, name: str, request: ChartRequest) -> BuiltChart:
    """The chart that a request asks for. Raises UsageError when it names what does not exist."""
    of = request.of or _fitting(organization)
    if request.color_by not in {None, "none"} and of != "positions":
        raise UsageError("--color-by colours positions; it has no meaning for roles or units yet")
    if of == "units":
        return BuiltChart(_units_chart(organization, day, name, request))
    if of == "roles":
        return BuiltChart(_roles_chart(organization, name, request))
    return _positions_chart(organization, day, name, request)


def _fitting(organization: Organization) -> ChartOf:
    if organization.positions:
        return "positions"
    return "roles" if organization.roles or not organization.units else "units"


def _positions_chart(organization: Organization, day: date, name: str, request: ChartRequest) -> BuiltChart:
    lines = read_lines(organization, day, planned=request.planned)
    kept = _kept(lines.hierarchy, lines.index, lines.ids, request, "position")
    if request.unit is not None:
        kept = _in_unit(organization, lines, kept, request.unit)
    texts = PositionTexts(organization, day, request.show)
    coloring = coloring_of(organization, day, request.color_by, [lines.ids[i] for i in kept])

    def card(i: int, parent: int) -> Card:
        position_id = lines.ids[i]
        position = organization.positions[position_id]
        status = lines.status(position_id)
        holder = texts.holder(position_id)
        kind: CardKind = status
        if status == "filled" and not holder:
            kind = "undisclosed"
        return Card(
            id=position_id,
            title=texts.title(position_id),
            parent=parent,
            kind=kind,
            holder=holder,
            unit=texts.unit(position_id),
            fields=texts.fields(position_id),
            seats=position.seats,
            color=coloring.color(position_id),
            badges=texts.badges(position_id) + _LOOSE.get(lines.parent[i], ()),
            line=_line_kind(lines, i, parent),
        )

    tree = _Tree(lines.hierarchy, kept, request.depth)
    cards, places = tree.cards(card)
    chart = Chart(
        name=name,
        cards=cards,
        dotted=tuple(_dotted(organization, lines, places)),
        subtitle=_subtitle(organization, request, len(kept)),
        colors=coloring.names,
        color_by=coloring.heading,
    )
    return BuiltChart(chart, lines.left_out)


_LOOSE = {
    UNRESOLVED: ("manager not found",),
    SELF: ("reports to itself",),
    MISSING: ("line missing",),
    AMBIGUOUS: ("line unclear",),
    NOT_YET: ("manager not there yet",),
}
"""Why a card hangs on nothing, so that nobody takes it for a top."""


def _line_kind(lines: Lines, i: int, parent: int) -> LineKind:
    if lines.hierarchy.cut_parent[i] == LOOP:
        return "cut"
    return "derived" if parent != NO_PARENT and lines.how[i] == DERIVED else "solid"


def _roles_chart(organization: Organization, name: str, request: ChartRequest) -> Chart:
    lines = role_lines(organization)
    kept = _kept(lines.hierarchy, lines.index, lines.ids, request, "role")
    texts = RoleTexts(organization, request.show)

    def card(i: int, parent: int) -> Card:
        role = lines.ids[i]
        line: LineKind = "cut" if lines.hierarchy.cut_parent[i] == LOOP else "solid"
        return Card(
            role, texts.title(role), parent, kind="role", unit=texts.track(role), fields=texts.fields(role), line=line
        )

    cards, _ = _Tree(lines.hierarchy, kept, request.depth).cards(card)
    if request.root is None:
        cards += tuple(
            Card(role, texts.title(role), kind="role", unit=texts.track(role), fields=texts.fields(role))
            for role in lines.unplaced
        )
    return Chart(name=name, cards=cards, subtitle=_count(len(cards), "role"))


def _units_chart(organization: Organization, day: date, name: str, request: ChartRequest) -> Chart:
    tree = UnitTree(organization)
    kept = _kept(tree.hierarchy, tree.index, tree.ids, request, "unit")
    texts = UnitTexts(organization, day, request.show)

    def card(i: int, parent: int) -> Card:
        unit = tree.ids[i]
        line: LineKind = "cut" if tree.hierarchy.cut_parent[i] == LOOP else "solid"
        return Card(
            unit,
            texts.title(unit),
            parent,
            kind="unit",
            holder=texts.head(unit),
            unit=texts.kind(unit),
            fields=texts.fields(unit),
            line=line,
        )

    cards, _ = _Tree(tree.hierarchy, kept, request.depth).cards(card)
    return Chart(name=name, cards=cards, subtitle=_count(len(kept), "unit"))


def _kept(
    hierarchy: Hierarchy, index: dict[str, int], ids: Sequence[str], request: ChartRequest, word: str
) -> Sequence[int]:
    """What is on the chart, top-down: everything, or the root and all below it."""
    if request.root is None:
        return hierarchy.order
    root = index.get(request.root)
    if root is None:
        raise UsageError(f'there is no {word} "{printable(request.root)}"{suggestion(request.root, ids)}')
    first = hierarchy.rank[root]
    return hierarchy.order[first : first + hierarchy.subtree[root]]


def _in_unit(organization: Organization, lines: Lines, kept: Sequence[int], unit: str) -> Sequence[int]:
    if unit not in organization.units:
        raise UsageError(f'there is no unit "{printable(unit)}"{suggestion(unit, organization.units)}')
    inside = set(UnitTree(organization).downward(unit))
    heads = set(organization.units[unit].headed_by())

    def belongs(position_id: str) -> bool:
        position = organization.positions[position_id]
        return position.unit in inside or position_id in heads or not inside.isdisjoint(position.also_in)

    return [i for i in kept if belongs(lines.ids[i])]


class _Tree:
    """Cards of a hierarchy in reading order, with stubs where a depth was asked for."""

    def __init__(self, hierarchy: Hierarchy, kept: Sequence[int], depth: int | None) -> None:
        self.hierarchy = hierarchy
        self.kept = kept
        self.depth = depth

    def cards(self, card: Callable[[int, int], Card]) -> tuple[tuple[Card, ...], dict[int, int]]:
        """The cards, and the place of each shown node among them."""
        above = self.hierarchy.cut_parent
        places: dict[int, int] = {}
        layers: dict[int, int] = {}
        hidden: dict[int, int] = {}
        cards: list[Card] = []
        for i in self.kept:
            parent = above[i]
            layer = layers.get(parent, 0) + 1
            if parent in hidden:
                hidden[i] = hidden[parent]
                continue
            if self.depth is not None and layer > self.depth:
                hidden[i] = parent
                continue
            places[i] = len(cards)
            layers[i] = layer
            cards.append(card(i, places.get(parent, NO_PARENT)))
        if hidden:
            cards = self._with_stubs(cards, places, hidden)
        return tuple(cards), places

    def _with_stubs(self, cards: list[Card], places: dict[int, int], hidden: dict[int, int]) -> list[Card]:
        counts: dict[int, int] = {}
        for manager in hidden.values():
            counts[manager] = counts.get(manager, 0) + 1
        for manager, count in counts.items():
            place = places[manager]
            cards.append(Card(f"{cards[place].id}+", f"+{count} more", place, kind="stub"))
        return cards


def _dotted(organization: Organization, lines: Lines, places: dict[int, int]) -> Iterator[DottedLine]:
    for i, place in places.items():
        for line in organization.positions[lines.ids[i]].dotted_to:
            if not line.in_force(lines.day):
                continue
            target = lines.index.get(line.to)
            if target is not None and target in places and target != i:
                yield DottedLine(place, places[target], line.kind or "")


def _subtitle(organization: Organization, request: ChartRequest, count: int) -> str:
    parts = []
    if request.unit is not None:
        parts.append(organization.title("units", request.unit))
    if request.root is not None:
        parts.append(f"below {organization.title('positions', request.root)}")
    parts.append(_count(count, "position"))
    return " · ".join(parts)


def _count(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
