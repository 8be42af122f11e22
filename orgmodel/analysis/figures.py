"""The figures of an organisation: rows, seats, people, lines, spans, layers, units, activities."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from orgmodel.analysis.ownership import OwnershipReader
from orgmodel.graph.hierarchy import SELF
from orgmodel.graph.lines import ENDED, FILLED, VACANT, Lines, read_lines
from orgmodel.graph.resolution import Resolver
from orgmodel.graph.role_lines import role_lines
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """Direct reports by solid line, vacant seats included, an entry for six as six: the widest with its
    managers, mean and median over managers, and how many managers there are."""

    widest: int = 0
    widest_at: tuple[str, ...] = ()
    managers: int = 0
    mean: float = 0.0
    median: float = 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that `stats` tells. Posts are counted as entries; `seats` counts an entry for six as six.

    `rows` are the records (or entries) that define posts: a job share has several. `vacancies`,
    `undisclosed` and `ended` count these rows by what they say of the holder. `depth` is the number of
    posts on the longest chain anywhere; a loop's posts count as one. `layers` counts below tops only.
    """

    rows: int = 0
    positions: int = 0
    seats: int = 0
    people: int = 0
    vacancies: int = 0
    undisclosed: int = 0
    ended: int = 0
    planned: int = 0
    fte: float | None = None
    tops: tuple[str, ...] = ()
    depth: int = 0
    layers: int = 0
    spans: SpanFigures = field(default_factory=SpanFigures)
    loops: tuple[tuple[str, ...], ...] = ()
    self_reports: tuple[str, ...] = ()
    unreachable: tuple[str, ...] = ()
    unresolved: int = 0
    unresolved_targets: int = 0
    duplicate_ids: tuple[str, ...] = ()
    components: int = 0
    roles: int = 0
    role_tops: tuple[str, ...] = ()
    units: int = 0
    unit_tops: int = 0
    unit_depth: int = 0
    activities: int = 0
    assignments: int = 0
    activity_states: dict[str, int] = field(default_factory=dict)


def figures_of(organization: Organization, day: date, *, planned: bool = False) -> Figures:
    """The figures on a day."""
    lines = read_lines(organization, day, planned=planned)
    hierarchy = lines.hierarchy
    ids = lines.ids
    repeats: dict[str, list[Position]] = organization.repeats.get("positions", {})
    rows = [organization.positions[name] for name in ids]
    further = [seat for name, seats in repeats.items() if name in lines.index for seat in seats]
    unresolved = [lines.unresolved[i] for i in lines.unresolved]
    states = _states(organization, day, lines)
    resolver = Resolver(organization, day, lines)
    units = resolver.seating.units
    owners = OwnershipReader(organization, resolver)
    role_hierarchy = role_lines(organization, day)
    return Figures(
        rows=len(rows) + len(further),
        positions=len(ids),
        seats=sum(seat.seats for seat in rows),
        people=_people(organization, day, lines),
        vacancies=states[0],
        undisclosed=states[1],
        ended=states[2],
        planned=len(lines.left_out),
        fte=_fte(rows, day),
        tops=tuple(ids[i] for i in hierarchy.tops),
        depth=hierarchy.longest_chain,
        layers=_layers(lines),
        spans=_spans(lines),
        loops=tuple(tuple(ids[i] for i in loop) for loop in hierarchy.loops),
        self_reports=_self_reports(organization, lines),
        unreachable=tuple(ids[i] for i in hierarchy.unreachable),
        unresolved=len(unresolved),
        unresolved_targets=len(set(unresolved)),
        duplicate_ids=tuple(repeats),
        components=hierarchy.components,
        roles=len(organization.counting("roles")),
        role_tops=() if organization.positions else tuple(role_hierarchy.ids[i] for i in role_hierarchy.hierarchy.tops),
        units=len(organization.units),
        unit_tops=len(units.hierarchy.tops),
        unit_depth=units.hierarchy.deepest,
        activities=len(organization.activities),
        assignments=len(organization.assignments),
        activity_states={str(state): count for state, count in owners.counts().items()},
    )


def _states(organization: Organization, day: date, lines: Lines) -> tuple[int, int, int]:
    """Rows that say vacant, undisclosed, ended. A shared seat says it once for each of its records, an entry
    that stands for several seats as often as that."""
    further = dict.fromkeys((FILLED, VACANT, ENDED), 0)
    for i, weight in lines.weights.items():
        named = lines.statuses[i] == FILLED and organization.positions[lines.ids[i]].holder is not None
        if lines.statuses[i] in further and not named:
            further[lines.statuses[i]] += weight - 1
    vacant = lines.statuses.count(VACANT) + further[VACANT]
    ended = lines.statuses.count(ENDED) + further[ENDED]
    undisclosed = further[FILLED]
    for name, status in zip(lines.ids, lines.statuses, strict=True):
        seat = organization.positions[name]
        if status == FILLED and seat.holder is None:
            holders = seat.holders_on(day)
            undisclosed += sum(holder.is_undisclosed for holder in holders)
    for name, seats in organization.repeats.get("positions", {}).items():
        if name not in lines.index or organization.positions[name].holders:
            continue  # joined: its holders have been counted
        vacant += sum(seat.status_on(day) == "vacant" for seat in seats)
        ended += sum(seat.status_on(day) == "ended" for seat in seats)
        undisclosed += sum(holder.is_undisclosed for seat in seats for holder in seat.holders_on(day))
    return vacant, undisclosed, ended


def _people(organization: Organization, day: date, lines: Lines) -> int:
    people: set[str] = set()
    for name, status in zip(lines.ids, lines.statuses, strict=True):
        if status != FILLED:
            continue
        seat = organization.positions[name]
        if seat.holder is not None and not seat.holders:
            people.add(organization.person_key(name, seat.holder))
            continue
        for holder in seat.holders_on(day):
            if holder.person is not None:
                people.add(organization.person_key(name, holder.person))
    return len(people)


def _layers(lines: Lines) -> int:
    """The greatest layer below a top; what no top leads to has none."""
    hierarchy = lines.hierarchy
    count = sum(hierarchy.subtree[top] for top in hierarchy.tops)
    return max((hierarchy.depth[i] for i in hierarchy.order[:count]), default=0)


def _fte(seats: list[Position], day: date) -> float | None:
    """All shares of full time that are given: by the seat, else by those who hold it."""
    shares = [seat.fte for seat in seats if seat.fte is not None]
    for seat in seats:
        if seat.fte is None and seat.holders:
            shares.extend(holder.fte for holder in seat.holders_on(day) if holder.fte is not None)
    return round(sum(shares), 2) if shares else None


def _spans(lines: Lines) -> SpanFigures:
    hierarchy = lines.hierarchy
    size = len(lines.ids)
    spans = [hierarchy.span(i) for i in range(size)]
    for i, seats in lines.weights.items():
        if lines.parent[i] >= 0:
            spans[lines.parent[i]] += seats - 1
    extra: dict[int, int] = {}
    for child, above in lines.extra:
        if lines.parent[child] != above:
            extra[above] = extra.get(above, 0) + 1
    widest = max((span + extra.get(i, 0) for i, span in enumerate(spans)), default=0)
    managing = sorted(span for span in spans if span)
    return SpanFigures(
        widest=widest,
        widest_at=tuple(lines.ids[i] for i, span in enumerate(spans) if widest and span + extra.get(i, 0) == widest),
        managers=len(managing),
        mean=round(sum(managing) / len(managing), 2) if managing else 0.0,
        median=_median(managing),
    )


def _median(ordered: list[int]) -> float:
    if not ordered:
        return 0.0
    middle = len(ordered) // 2
    return float(ordered[middle]) if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _self_reports(organization: Organization, lines: Lines) -> tuple[str, ...]:
    """Posts of which any row names the post itself as manager."""
    own = dict.fromkeys(lines.ids[i] for i, above in enumerate(lines.parent) if above == SELF)
    repeats = organization.repeats.get("positions", {})
    further = [
        name
        for name, seats in repeats.items()
        if name in lines.index and name not in own and any(_names_itself(name, seat) for seat in seats)
    ]
    return (*own, *further)


def _names_itself(name: str, seat: Position) -> bool:
    return any(line.to == name for line in seat.reports_to or ())
