"""Figures of the organisation as facts and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgmodel.analysis.duties import DUTY_WORDS, TRAITS, Duty
from orgmodel.analysis.figures import Figures
from orgmodel.analysis.shape import Shape
from orgmodel.site.directory import Directory, counted, listed
from orgmodel.site.values import Fact, FiguresPage, Link, Table, Words

FILE = "figures.html"
_MOST_ROWS = 200
_LOOPS = 5


def figures_page(
    directory: Directory, figures: Figures, shape: Shape, duties: Mapping[str, Sequence[Duty]], roles: Sequence[str]
) -> FiguresPage:
    """The page of figures."""
    tables = (
        _vacancies(directory, shape),
        _spans(directory, shape),
        _layers(shape),
        _units(directory, shape),
        _shared(directory, shape),
        _load(directory, duties, roles),
    )
    facts = tuple(facts_of(directory, figures))
    return FiguresPage(FILE, "Figures", "Figures", facts=facts, tables=tuple(table for table in tables if table.rows))


def facts_of(directory: Directory, figures: Figures) -> Iterator[Fact]:
    """The key figures; those of kinds that the model does not have are left out."""
    if figures.positions:
        yield from _seat_facts(directory, figures)
        yield from _line_facts(directory, figures)
    if figures.units:
        yield _fact("Units", f"{figures.units:,}, in {counted(figures.unit_depth, 'layer')}")
    written = len(set(directory.organization.counting("roles")) - directory.organization.made_roles)
    if written:
        yield _fact("Roles", f"{written:,}")
    if figures.activities:
        yield _fact("Rows of the matrix", f"{figures.activities:,}")


def _seat_facts(directory: Directory, figures: Figures) -> Iterator[Fact]:
    entries = f", in {figures.positions:,} entries" if figures.seats != figures.positions else ""
    yield _fact("Seats", f"{figures.seats:,}{entries}")
    yield _fact("People", f"{figures.people:,}")
    if directory.organization.positions and figures.people + figures.undisclosed:
        yield _fact("Vacant seats", f"{figures.vacancies:,}")
    for count, term in ((figures.undisclosed, "Not disclosed"), (figures.planned, "Planned"), (figures.ended, "Ended")):
        if count:
            yield _fact(term, f"{count:,}")
    if figures.fte is not None and all(seat.fte is not None for seat in directory.organization.positions.values()):
        yield _fact("Full-time equivalents", f"{figures.fte:g}")


def _line_facts(directory: Directory, figures: Figures) -> Iterator[Fact]:
    tops = listed([(directory.entry("positions", top),) for top in figures.tops], 4)
    yield Fact("Tops", ((Link(f"{len(figures.tops):,}: "), *tops),) if tops else ((Link("none"),),))
    yield _fact("Layers", f"{figures.depth:,}")
    spans = figures.spans
    if spans.managers:
        yield _fact(
            "Managers", f"{spans.managers:,}, with {spans.mean:g} direct reports on average, median {spans.median:g}"
        )
        widest = listed([(directory.entry("positions", name),) for name in spans.widest_at], 3)
        yield Fact("Widest span", ((Link(f"{spans.widest:,}: "), *widest),))
    for loop in figures.loops[:_LOOPS]:
        ring = listed([(directory.entry("positions", name),) for name in loop], 6)
        yield Fact("Loop", (ring,))
    if figures.unreachable:
        yield _fact("Below no top", counted(len(figures.unreachable), "seat"))
    if figures.unresolved:
        yield _fact("Managers not found", f"{figures.unresolved_targets:,}")


def _fact(term: str, text: str) -> Fact:
    return Fact(term, ((Link(text),),))


def _number(value: int) -> Words:
    return (Link(f"{value:,}"),)


def _cut(table: str, rows: Sequence[tuple[Words, ...]]) -> tuple[tuple[tuple[Words, ...], ...], str]:
    kept = tuple(rows[:_MOST_ROWS])
    return kept, f"The first {len(kept):,} of {len(rows):,} {table}." if len(kept) < len(rows) else ""


def _vacancies(directory: Directory, shape: Shape) -> Table:
    lines = directory.resolver.lines
    rows = []
    for seat in shape.vacancies:
        unit = directory.organization.positions[seat].unit
        manager = lines.manager(seat)
        rows.append(
            (
                (directory.entry("positions", seat),),
                (directory.entry("units", unit),) if unit is not None else (),
                (directory.entry("positions", manager),) if manager is not None else (),
                _number(directory.seats(*lines.reports(seat))),
            )
        )
    kept, note = _cut("entries", rows)
    count, all_of_them = directory.seats(*shape.vacancies), len(shape.vacancies)
    if count != all_of_them:
        note = f"{count:,} seats in {all_of_them:,} entries. {note}".strip()
    heads = ("Seat", "Unit", "Reports to", "Direct reports")
    return Table("vacancies", "Vacant seats", heads, kept, frozenset({3}), note)


def _spans(directory: Directory, shape: Shape) -> Table:
    rows = [
        (
            (directory.entry("positions", span.position),),
            (Link(directory.inside(span.position)),),
            _number(span.reports),
            _number(span.vacant),
            _number(span.below),
            _number(span.layer),
        )
        for span in shape.spans[: _MOST_ROWS + 1]
    ]
    note = f"The widest {_MOST_ROWS:,} of {len(shape.spans):,} spans." if len(shape.spans) > _MOST_ROWS else ""
    heads = ("Manager", "Holder", "Direct reports", "of them vacant", "All below", "Layer")
    return Table("spans", "Spans", heads, tuple(rows[:_MOST_ROWS]), frozenset({2, 3, 4, 5}), note)


def _layers(shape: Shape) -> Table:
    rows = [(_number(layer.number), _number(layer.seats), _number(layer.vacant)) for layer in shape.layers]
    heads = ("Layer", "Seats", "of them vacant")
    note = "Layer 1 is the top. Seats that no top leads to are not counted."
    return Table("layers", "Layers", heads, tuple(rows[:_MOST_ROWS]), frozenset({0, 1, 2}), note)


def _units(directory: Directory, shape: Shape) -> Table:
    rows = []
    for size in shape.units:
        indent = (Link("\u2003" * min(size.depth - 1, 8)),) if size.depth > 1 else ()
        led_by = listed([(directory.entry("positions", head),) for head in size.heads], 3)
        rows.append(((*indent, directory.entry("units", size.unit)), led_by, _number(size.seats), _number(size.vacant)))
    kept, note = _cut("units", rows)
    counted_in = "Units below count in the units above them."
    heads = ("Unit", "Head", "Seats", "of them vacant")
    return Table("units", "Units", heads, kept, frozenset({2, 3}), f"{counted_in} {note}".strip())


def _shared(directory: Directory, shape: Shape) -> Table:
    rows = [
        ((directory.person(person),), listed([(directory.entry("positions", seat),) for seat in seats], 8))
        for person, seats in shape.shared
    ]
    kept, note = _cut("people", rows)
    return Table("several-seats", "People in several seats", ("Person", "Seats"), kept, frozenset(), note)


def _load(directory: Directory, duties: Mapping[str, Sequence[Duty]], roles: Sequence[str]) -> Table:
    used = [trait for trait in TRAITS if any(duty.trait == trait for held in duties.values() for duty in held)]
    rows = []
    for role in roles:
        held = duties.get(role, ())
        if held:
            counts = [len({duty.activity for duty in held if duty.trait == trait}) for trait in used]
            rows.append(((directory.entry("roles", role),), *map(_number, counts)))
    kept, note = _cut("roles", rows)
    heads = ("Role", *(DUTY_WORDS[trait] for trait in used))
    return Table("load", "Rows by role", heads, kept, frozenset(range(1, len(heads))), note)
