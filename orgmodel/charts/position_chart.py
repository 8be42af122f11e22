"""The chart of positions: seats on a day, their holders, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from orgmodel.charts.card_texts import PositionTexts
from orgmodel.charts.chart import NO_PARENT, Card, CardKind, Chart, DottedLine, LineKind
from orgmodel.charts.coloring import coloring_of
from orgmodel.charts.cutting import Cut, below
from orgmodel.charts.frames import unit_frames
from orgmodel.charts.overview import NOTE, branch_of, leading
from orgmodel.charts.report_counts import ReportCounts
from orgmodel.charts.request import ChartOf, ChartRequest
from orgmodel.charts.standing import layer_of
from orgmodel.charts.wording import counted, find, title_line
from orgmodel.errors import UsageError
from orgmodel.graph.hierarchy import AMBIGUOUS, LOOP, MISSING, NOT_YET, SELF, UNRESOLVED
from orgmodel.graph.lines import DERIVED, ENDED, STATUSES, VACANT, Lines, read_lines
from orgmodel.graph.units import UnitTree
from orgmodel.model.organization import Organization, entity
from orgmodel.reading.names import printable

_LOOSE = {
    UNRESOLVED: ("manager not found",),
    SELF: ("reports to itself",),
    MISSING: ("line missing",),
    AMBIGUOUS: ("line unclear",),
    NOT_YET: ("manager not there yet",),
}
"""Why a card hangs on nothing, so that nobody takes it for a top."""

_SECOND = "second line"


def positions_chart(
    organization: Organization, day: date, name: str, request: ChartRequest
) -> tuple[Chart, ChartOf, tuple[str, ...]]:
    """The chart, what it is of, and the ids of planned seats of that part that are not shown."""
    part = _Part(organization, day, request)
    lines, kept = part.lines, part.kept
    texts = PositionTexts(organization, day, request.show)
    coloring = coloring_of(organization, day, "positions", request.color_by, [lines.ids[i] for i in kept])

    in_force = (i for i, status in enumerate(lines.statuses) if status != ENDED)
    spans = ReportCounts(lines.hierarchy, in_force if texts.shown.on_chart else (), request.show, lines.weight)

    def card(i: int, parent: int) -> Card:
        position_id = lines.ids[i]
        return Card(
            id=position_id,
            title=texts.title(position_id),
            parent=parent,
            kind=_kind(lines, i, texts),
            holder=texts.holder(position_id),
            unit=texts.unit(position_id),
            fields=_loose(lines, i, parent, texts) + texts.fields(position_id) + _figures(lines, i, request, texts),
            seats=organization.positions[position_id].seats,
            color=coloring.color(position_id),
            badges=texts.badges(position_id) + spans.badge(i),
            line=_line_kind(lines, i, parent),
            portrait=texts.portrait(position_id),
            assistant=organization.positions[position_id].assistant,
            level=layer_of(lines.hierarchy, i, request, _level(organization, position_id)),
        )

    shown = leading(lines, kept, request.depth) if request.overview else kept
    cut = Cut(lines.hierarchy, shown, None if request.overview else request.depth, lines.weight)
    cards, places = cut.cards(card)
    left_out = part.left_out()
    where = []
    if request.unit is not None:
        where.append(organization.title("units", request.unit))
    if request.root is not None:
        where.append(f"{texts.called(request.root)} and below")
    chart = Chart(
        name=name,
        cards=cards,
        dotted=tuple(dict.fromkeys(_dotted(organization, lines, places))),
        subtitle=title_line(request, day, " · ".join(where), _counts(lines, kept, cut, texts)),
        colors=coloring.names,
        color_by=coloring.heading,
        notes=tuple(_notes(left_out, request)),
        frames=unit_frames(organization, cards) if request.frames else (),
    )
    return chart, "positions", left_out


def _notes(left_out: tuple[str, ...], request: ChartRequest) -> Iterator[str]:
    if left_out:
        yield f"{counted(len(left_out), 'planned seat')} not shown"
    if request.overview:
        yield NOTE


class _Part:
    """The part of the seats that a request asks for."""

    def __init__(self, organization: Organization, day: date, request: ChartRequest) -> None:
        self.organization = organization
        self.request = request
        self.inside: set[str] | None = None
        self.heads: set[str] = set()
        if request.unit is not None:
            self._enter(request.unit)
        self.lines = read_lines(organization, day, planned=request.planned)
        self.kept = self._kept(self.lines)

    def _enter(self, unit: str) -> None:
        tree = UnitTree(self.organization)
        find(unit, tree.index, "unit")
        self.inside = set(tree.downward(unit))
        self.heads = {head for name in self.inside for head in self.organization.units[name].headed_by()}

    def _kept(self, lines: Lines) -> Sequence[int]:
        root = self.request.root
        if root in lines.left_out:
            raise UsageError(f'position "{printable(root)}" is planned; --planned draws it')
        kept = below(lines.hierarchy, find(root, lines.index, "position"))
        if self.inside is None and not self.organization.silent:
            return kept
        return [i for i in kept if self._belongs(lines.ids[i])]

    def _belongs(self, position_id: str) -> bool:
        if entity("positions", position_id) in self.organization.silent:
            return False
        if self.inside is None or position_id in self.heads:
            return True
        position = self.organization.positions[position_id]
        return position.unit in self.inside or not self.inside.isdisjoint(position.also_in)

    def left_out(self) -> tuple[str, ...]:
        """Planned seats of this part that are not shown."""
        left_out = self.lines.left_out
        if left_out and self.request.root is not None:
            whole = read_lines(self.organization, self.lines.day, planned=True)
            below_root = {whole.ids[i] for i in below(whole.hierarchy, whole.index[self.request.root])}
            left_out = tuple(name for name in left_out if name in below_root)
        return tuple(name for name in left_out if self._belongs(name))


def _figures(lines: Lines, i: int, request: ChartRequest, texts: PositionTexts) -> tuple[str, ...]:
    return branch_of(lines, i).words(with_vacant=texts.has_holders) if request.overview else ()


def _level(organization: Organization, position_id: str) -> int | None:
    level = organization.positions[position_id].level
    role = organization.role_of(position_id) if level is None else None
    return role.level if role is not None else level


def _kind(lines: Lines, i: int, texts: PositionTexts) -> CardKind:
    status = STATUSES[lines.statuses[i]]
    if status == "vacant" and not texts.has_holders:
        return "filled"
    return "undisclosed" if status == "filled" and not texts.is_disclosed(lines.ids[i]) else status


def _loose(lines: Lines, i: int, parent: int, texts: PositionTexts) -> tuple[str, ...]:
    """What stands on a card that hangs on nothing: why, or the manager who is not on this chart."""
    above = lines.hierarchy.cut_parent[i]
    if parent != NO_PARENT:
        return ()
    return (f"↑ {texts.called(lines.ids[above])}",) if above >= 0 else _LOOSE.get(above, ())


def _line_kind(lines: Lines, i: int, parent: int) -> LineKind:
    if lines.hierarchy.cut_parent[i] == LOOP:
        return "cut"
    return "derived" if parent != NO_PARENT and lines.how[i] == DERIVED else "solid"


def _dotted(organization: Organization, lines: Lines, places: dict[int, int]) -> Iterator[DottedLine]:
    """Dotted lines in force between cards, and further solid ones; what repeats the drawn line is left out."""
    for i, place in places.items():
        seen = {i, lines.parent[i]}
        for line in organization.positions[lines.ids[i]].dotted_to:
            target = lines.index.get(line.to)
            if target is not None and target in places and target not in seen and line.in_force(lines.day):
                seen.add(target)
                yield DottedLine(place, places[target], line.kind or "")
        for target in lines.second.get(i, ()):
            if target in places and target not in seen:
                yield DottedLine(place, places[target], _SECOND)


def _counts(lines: Lines, kept: Sequence[int], cut: Cut, texts: PositionTexts) -> list[str]:
    ended = sum(lines.statuses[i] == ENDED for i in kept)
    seats = sum(lines.weight(i) for i in kept if lines.statuses[i] != ENDED)
    vacant = sum(lines.weight(i) for i in kept if lines.statuses[i] == VACANT) if texts.has_holders else 0
    said = [counted(len(kept), "position", len(cut.shown))]
    if seats != len(kept) - ended:
        said.append(counted(seats, "seat"))
    return said + [f"{count:,} {word}" for count, word in ((vacant, "vacant"), (ended, "ended")) if count]
