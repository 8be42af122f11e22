"""The figures of an organisation as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from orgmodel.analysis.figures import Figures
from orgmodel.reading.names import printable
from orgmodel.reports.json_text import json_text

VERSION = 1
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write figures."""

    suffixes: tuple[str, ...]


FORMATS = {"text": Format((".txt",)), "json": Format((".json",))}


def render(name: str, model: str, figures: Figures) -> str:
    """The figures in a format."""
    return render_json(model, figures) if name == "json" else render_text(model, figures)


def render_json(model: str, figures: Figures) -> str:
    """One object with `version`, `name`, and the fields of `Figures`."""
    return json_text({"version": VERSION, "name": model, **asdict(figures)}, depth=2)


def render_text(model: str, figures: Figures) -> str:
    """Figures a person reads, group by group; groups without anything in them are left out."""
    groups = (
        ("Seats and people", tuple(_seats(figures))),
        ("Lines", tuple(_lines(figures))),
        ("Units and roles", tuple(_units(figures))),
        ("Activities", tuple(_activities(figures))),
    )
    width = max((len(label) for _, rows in groups for label, _ in rows), default=0)
    parts = [printable(model)]
    for title, rows in groups:
        if rows:
            parts.append("")
            parts.append(title)
            parts.extend(f"  {label.ljust(width)}  {value}" for label, value in rows)
    return "\n".join(parts) + "\n"


def _seats(figures: Figures) -> Iterator[tuple[str, str]]:
    if not figures.positions:
        return
    yield "rows", f"{figures.rows:,}"
    yield "positions", f"{figures.positions:,}"
    yield "seats", f"{figures.seats:,}"
    yield "people", f"{figures.people:,}"
    yield "vacancies", f"{figures.vacancies:,}"
    if figures.undisclosed:
        yield "undisclosed", f"{figures.undisclosed:,}"
    if figures.ended:
        yield "ended", f"{figures.ended:,}"
    if figures.planned:
        yield "planned, not counted", f"{figures.planned:,}"
    if figures.fte is not None:
        yield "full-time shares", f"{figures.fte:,}"
    if figures.duplicate_ids:
        yield "ids used more than once", _counted(figures.duplicate_ids)


def _lines(figures: Figures) -> Iterator[tuple[str, str]]:
    if not figures.positions:
        if figures.role_tops:
            yield "roles at the top", _counted(figures.role_tops)
        return
    yield "tops", _counted(figures.tops)
    yield "depth", f"{figures.depth} layer{'' if figures.depth == 1 else 's'}"
    spans = figures.spans
    if spans.managers:
        yield "managers", f"{spans.managers:,}, with {spans.mean:g} reports on average (median {spans.median:g})"
        yield "widest span", f"{spans.widest} at {_listed(spans.widest_at)}"
    if figures.unresolved:
        word = "position" if figures.unresolved == 1 else "positions"
        yield "managers not found", f"{figures.unresolved_targets:,}, named by {figures.unresolved:,} {word}"
    if figures.loops:
        shown = "; ".join(map(_listed, figures.loops[:_SHOWN]))
        more = len(figures.loops) - _SHOWN
        yield "loops", f"{len(figures.loops):,}: {shown}" + (f"; and {more:,} more" if more > 0 else "")
    if figures.self_reports:
        yield "self-reports", _counted(figures.self_reports)
    if figures.unreachable:
        yield "unreachable from a top", f"{len(figures.unreachable):,}"
    yield "connected groups", f"{figures.components:,}"


def _units(figures: Figures) -> Iterator[tuple[str, str]]:
    if figures.units:
        yield "units", f"{figures.units:,}, {figures.unit_tops} at the top, {figures.unit_depth} deep"
    if figures.roles:
        yield "roles", f"{figures.roles:,}"


def _activities(figures: Figures) -> Iterator[tuple[str, str]]:
    if not figures.activities:
        return
    yield "activities", f"{figures.activities:,}"
    for state, count in figures.activity_states.items():
        yield f"  {state}", f"{count:,}"


def _quoted(name: str) -> str:
    return f'"{printable(name, 40)}"'


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(map(_quoted, names[:_SHOWN]))
    more = len(names) - _SHOWN
    return f"{shown} and {more:,} more" if more > 0 else shown


def _counted(names: Sequence[str]) -> str:
    return f"{len(names):,}: {_listed(names)}" if names else "0"
