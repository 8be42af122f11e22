"""The numbers of spans and layers, counted as the rules about them count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median

from orgmodel.analysis.ownership import names_holders
from orgmodel.charts.figure_request import FigureRequest
from orgmodel.charts.spans.spans import LayerBar, Manager, SpanColumn, Spans
from orgmodel.charts.wording import counted
from orgmodel.errors import UsageError
from orgmodel.graph.lines import ENDED, VACANT
from orgmodel.graph.resolution import Resolver
from orgmodel.matrix.names import Names, several
from orgmodel.model.organization import Organization
from orgmodel.rules.context import RuleContext
from orgmodel.rules.spans.direct_reports import DirectReports, Limit, judged

_NAMED = 5
_MOST_COLUMNS = 24


@dataclass(frozen=True, slots=True)
class _Led:
    """A manager: the seat, how many like seats it stands for, reports of each, and whether that is too many or few."""

    seat: int
    weight: int
    reports: int
    limit: Limit
    verdict: int


def build(organization: Organization, day: date, name: str, request: FigureRequest) -> Spans:
    """Spans and layers on a day. Raises UsageError where there are no positions."""
    resolver = Resolver(organization, day)
    lines = resolver.lines
    if not any(status <= VACANT for status in lines.statuses):
        raise UsageError("spans and layers need positions, and this model has none in force")
    context = RuleContext(organization, day)
    reports = DirectReports(context)
    led = [_led(*found) for found in judged(reports)]
    has_holders = names_holders(organization)
    layers = _layers(resolver, frozenset(reports.managers), has_holders)
    policy = organization.policy
    names = Names(organization, resolver)
    ranked = sorted(led, key=lambda one: -one.reports)
    few = sorted((one for one in led if one not in ranked[:_NAMED]), key=lambda one: one.reports)
    return Spans(
        name,
        _subtitle(layers, led, day if request.dated else None),
        layers,
        _columns(led),
        policy.span.min,
        policy.span.max,
        policy.layers.max,
        tuple(_manager(one, names, resolver, has_holders) for one in ranked[:_NAMED]),
        tuple(_manager(one, names, resolver, has_holders) for one in few[:_NAMED]),
        tuple(_notes(organization, resolver, reports, has_holders, sum(layer.seats for layer in layers))),
    )


def _led(seat: int, count: int, weight: int, limit: Limit) -> _Led:
    narrow = limit.min is not None and count < limit.min * weight
    wide = limit.max is not None and count > limit.max * weight
    return _Led(seat, weight, -(-count // weight), limit, 1 if wide else -1 if narrow else 0)


def _layers(resolver: Resolver, managers: frozenset[int], has_holders: bool) -> tuple[LayerBar, ...]:
    """What a top leads to; ended seats are left out."""
    lines = resolver.lines
    hierarchy = lines.hierarchy
    found: dict[int, list[int]] = {}
    for i in hierarchy.order[: sum(hierarchy.subtree[top] for top in hierarchy.tops)]:
        status = lines.statuses[i]
        if status != ENDED:
            kind = 2 if status == VACANT and has_holders else 0 if i in managers else 1
            found.setdefault(hierarchy.depth[i], [0, 0, 0])[kind] += lines.weight(i)
    return tuple(LayerBar(number, *found[number]) for number in sorted(found))


def _columns(led: Sequence[_Led]) -> tuple[SpanColumn, ...]:
    """Every span has a column of its own, or some of them share one where there would be too many."""
    if not led:
        return ()
    widest = max(one.reports for one in led)
    step = next(size for exponent in range(9) for size in _steps(exponent) if widest <= size * _MOST_COLUMNS)
    counts: dict[tuple[int, bool], int] = {}
    for one in led:
        key = ((one.reports - 1) // step, one.verdict == 0)
        counts[key] = counts.get(key, 0) + one.weight
    return tuple(
        SpanColumn(place * step + 1, (place + 1) * step, counts.get((place, True), 0), counts.get((place, False), 0))
        for place in range((widest - 1) // step + 1)
    )


def _steps(exponent: int) -> tuple[int, ...]:
    return tuple(base * 10**exponent for base in (1, 2, 5))


def _subtitle(layers: Sequence[LayerBar], led: Sequence[_Led], day: date | None) -> str:
    spans = [one.reports for one in led for _ in range(min(one.weight, 10_000))]
    parts = [counted(sum(layer.seats for layer in layers), "seat"), counted(len(layers), "layer")]
    parts.append(counted(sum(one.weight for one in led), "manager"))
    if spans:
        parts.append(f"{fmean(spans):.1f} reports on average, median {median(spans):g}")
    return " · ".join(["Spans and layers", ", ".join(parts), *([f"as of {day.isoformat()}"] if day else [])])


def _manager(one: _Led, names: Names, resolver: Resolver, has_holders: bool) -> Manager:
    seat = resolver.lines.ids[one.seat]
    state = resolver.holders.state(seat)
    people = [names.person(holding.person) for holding in state.holdings]
    times = f" × {one.weight:,}" if one.weight > 1 else ""
    remark = ""
    if one.verdict > 0:
        remark = f"{one.limit.max:,} at most{one.limit.named}"
    elif one.verdict < 0:
        remark = f"{one.limit.min:,} at least{one.limit.named}"
    return Manager(
        f"{names.seat(seat)}{times}",
        several(people, 2) or ("vacant" if has_holders and state.is_vacant else ""),
        one.reports,
        remark,
    )


def _notes(
    organization: Organization, resolver: Resolver, reports: DirectReports, has_holders: bool, shown: int
) -> list[str]:
    notes = ["Direct reports by solid line: vacant seats and each of several like seats count, assistants do not."]
    if organization.policy.spans:
        notes.append("Some managers have limits of their own: a bar says whether each of them keeps theirs.")
    if not has_holders:
        notes.append("The model does not say who sits where, so no seat is shown as vacant.")
    lines = resolver.lines
    all_seats = sum(lines.weight(i) for i, status in enumerate(lines.statuses) if status != ENDED)
    if all_seats > shown:
        rest = counted(all_seats - shown, "seat")
        notes.append(f"{rest} that no top leads to {'is' if all_seats - shown == 1 else 'are'} in no layer.")
    if reports.assistants:
        many = counted(len(reports.assistants), "assistant")
        notes.append(f"{many} stand{'s' if len(reports.assistants) == 1 else ''} in a layer, and in no span.")
    return notes
