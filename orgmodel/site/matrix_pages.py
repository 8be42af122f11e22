"""The matrix by role, and the matrix by person (or by seat) with a row for each place where a row exists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orgmodel.graph.resolution import Resolver
from orgmodel.matrix.build import build_matrix
from orgmodel.matrix.html import row_ids
from orgmodel.matrix.matrix import Column, Matrix, Row
from orgmodel.matrix.request import MatrixRequest
from orgmodel.model.organization import PLURAL
from orgmodel.site.directory import Directory, counted, listed_text, shown
from orgmodel.site.values import Link, MatrixPage

FILE = "matrix.html"
ROW_IDS, PLACE_IDS = "row", "place"
"""What the ids of the rows begin with."""

MOST_COLUMNS, MOST_ROWS = 200, 2_000
"""A matrix by person that is larger has no page: nobody could read it, and it would weigh many megabytes."""

_MOST_NAMED = 8
_FILES = {"person": "matrix-people.html", "position": "matrix-seats.html"}
_TABS = {"person": "By person", "position": "By seat"}
_HEADINGS = {"person": "Who does what, by person", "position": "Who does what, by seat"}


@dataclass(frozen=True, slots=True)
class Matrices:
    """The matrices of a site. `detailed` has a row for each place; `left_out` says why there is none."""

    by_role: Matrix
    detailed: Matrix | None = None
    left_out: str = ""


def make_matrices(resolver: Resolver, name: str, activities: Sequence[str]) -> Matrices:
    """By role; and by person, or by seat where the model does not say who sits in them."""
    organization, day = resolver.org, resolver.day
    by_role = build_matrix(organization, day, name, resolver=resolver)
    if not organization.positions:
        return Matrices(by_role)
    is_named = any(resolver.holders.state(seat).holdings for seat in resolver.seating.in_force)
    request = MatrixRequest(by="person" if is_named else "position")
    rows = sum(len(resolver.instances(activity)) for activity in activities)
    if rows > MOST_ROWS:
        return Matrices(by_role, left_out=_left_out(request, counted(rows, "row")))
    detailed = build_matrix(organization, day, name, request, resolver=resolver)
    if len(detailed.columns) > MOST_COLUMNS:
        return Matrices(by_role, left_out=_left_out(request, counted(len(detailed.columns), "column")))
    return Matrices(by_role, detailed)


def _left_out(request: MatrixRequest, size: str) -> str:
    return f"The matrix by {request.by} has {size} and is left out; cut it to a part: orgmodel matrix --by {request.by}"


def enter_rows(directory: Directory, matrices: Matrices) -> None:
    """Put down where each row is, and where it is in each place."""
    for (activity, _place), row_id in row_ids(matrices.by_role, ROW_IDS).items():
        directory.rows.setdefault(activity, f"{FILE}#{row_id}")
    detailed = matrices.detailed
    if detailed is None:
        return
    ids = row_ids(detailed, PLACE_IDS)
    for activity in directory.rows:
        for instance in directory.resolver.instances(activity):
            row_id = ids[activity, directory.names.place(instance)]
            directory.places[instance] = f"{_FILES[detailed.by]}#{row_id}"


def matrix_pages(directory: Directory, matrices: Matrices) -> list[MatrixPage]:
    """The pages of the matrices; the one by role is the main one."""
    writer = _PageWriter(directory)
    detailed = matrices.detailed
    notes = (matrices.left_out,) if matrices.left_out else ()
    intro = "A column heading leads to everything about it"
    if detailed is None:
        return [writer.page(matrices.by_role, FILE, "Who does what", ROW_IDS, (), f"{intro}.", notes)]
    tabs = (Link("By role", FILE), Link(_TABS[detailed.by], _FILES[detailed.by]))
    to_places = f"{intro}, a row to the same row with the names of those who do it."
    to_role = f"{intro}, a row to the same row by role. A row that exists in several places stands here once for each."
    return [
        writer.page(matrices.by_role, FILE, "Who does what", ROW_IDS, tabs, to_places, notes),
        writer.page(detailed, _FILES[detailed.by], _HEADINGS[detailed.by], PLACE_IDS, tabs, to_role),
    ]


class _PageWriter:
    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.organization = directory.organization
        self.ways: dict[tuple[str, str], str] = {}
        self.detail_ways: dict[tuple[str, str], str] = {}
        self.hints: dict[tuple[str, str], str] = {}

    def page(
        self,
        matrix: Matrix,
        file: str,
        heading: str,
        ids: str,
        tabs: tuple[Link, ...],
        intro: str,
        notes: tuple[str, ...] = (),
    ) -> MatrixPage:
        """One page, with the ways and hints of its own columns and rows."""
        self.ways, self.detail_ways, self.hints = {}, {}, {}
        columns = tuple(map(self._column, matrix.columns))
        for row in matrix.rows():
            self._enter_row(row, matrix)
        return MatrixPage(
            file,
            "Matrix",
            heading,
            "" if file == FILE else FILE,
            matrix=_with_descriptions(self.directory, replace(matrix, columns=columns)),
            ids=ids,
            ways=self.ways,
            detail_ways=self.detail_ways,
            hints=self.hints,
            siblings=tabs,
            intro=intro,
            notes=notes,
        )

    def _enter_row(self, row: Row, matrix: Matrix) -> None:
        """The same row in the other matrix, and what it is about."""
        key = "activity", row.activity
        link = self.directory.row(row.activity)
        if link.hint:
            self.hints[key] = link.hint
        if matrix.by != "role":
            self.ways[key] = link.href
            return
        instances = self.directory.resolver.instances(row.activity)
        if instances and instances[0] in self.directory.places:
            self.ways[key] = self.directory.places[instances[0]]

    def _column(self, column: Column) -> Column:
        """The column, by role with who sits there."""
        key = column.kind, column.id
        if column.kind == "person":
            self.ways[key] = self.directory.person(column.id).href
            return column
        section = PLURAL.get(column.kind)
        if section is None:
            return column
        self.ways[key] = self.directory.entry(section, column.id).href
        entry = self.organization.section(section).get(column.id)
        about = [shown(entry.description)] if entry is not None and entry.description else []
        if column.kind != "role":
            self.hints[key] = " · ".join([*about, *([column.detail] if column.detail else [])])
            return column
        seats = self.directory.resolver.meant.of_role(column.id)
        named = [name for seat in seats for name in _held(self.directory, seat)]
        self.hints[key] = " · ".join([*about, *([_few(named)] if named else [])])
        if self.directory.seats(*seats) > 1:
            return replace(column, detail=counted(self.directory.seats(*seats), "seat"))
        if not named:
            return column
        self.detail_ways[key] = self.directory.entry("positions", seats[0]).href
        return replace(column, detail=listed_text(named))


def _held(directory: Directory, seat: str) -> list[str]:
    inside = directory.inside(seat)
    return [inside] if inside else []


def _few(names: Sequence[str]) -> str:
    vacant = names.count("vacant")
    people = [name for name in names if name != "vacant"]
    left = len(people) - _MOST_NAMED
    texts = [*people[:_MOST_NAMED], *([f"{left:,} more"] if left > 0 else []), *([f"{vacant:,} vacant"] * bool(vacant))]
    return ", ".join(texts) if len(names) > 1 else names[0]


def _with_descriptions(directory: Directory, matrix: Matrix) -> Matrix:
    """The matrix with the descriptions of its activities before the notes of their rows."""

    def told(row: Row) -> Row:
        hint = directory.row(row.activity).hint
        return replace(row, notes=(hint, *row.notes)) if hint else row

    blocks = tuple(
        replace(block, groups=tuple(replace(group, rows=tuple(map(told, group.rows))) for group in block.groups))
        for block in matrix.blocks
    )
    return replace(matrix, blocks=blocks)
