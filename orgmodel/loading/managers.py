"""From manager cells to lines: by id, holder, e-mail or path; nothing is repaired unless asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from orgmodel.loading.assembly import subject_of
from orgmodel.loading.cells import folded, texts
from orgmodel.loading.problems import Problem
from orgmodel.model.lines import Line, plain_line
from orgmodel.reading.names import printable

if TYPE_CHECKING:
    from orgmodel.loading.seat_tables import SeatTable

Lines = tuple[Line, ...]

_AUTO_SHARE = 0.5


def manager_lines(table: SeatTable, ids: Sequence[str]) -> Iterable[Lines | None]:
    """The line of each record: None when nothing is given, an empty tuple for a top on purpose."""
    columns = table.mapping.columns
    if "path" in columns and "reports_to" not in columns:
        return _by_path(texts(table.table.rows, columns["path"], table.absent), ids)
    fitting = {"holder": "manager_name", "email": "manager_email"}.get(table.mapping.by or "", "reports_to")
    order = dict.fromkeys((fitting, "reports_to", "manager_name", "manager_email"))
    named = next((name for name in order if name in columns), None)
    if named is None:
        return [None] * len(ids)
    cells = texts(table.table.rows, columns[named], frozenset())
    root = folded(table.mapping.words.root)
    by = _by(table, named, cells)
    if by != "id":
        cells = _translated(table, cells, by, root, ids)
    if table.mapping.match:
        cells = _forgiving(cells, table.assembly.organization.positions, table.mapping.match)
    absent = table.absent - root
    # Few managers are named many times: each name is judged, and its line made, once.
    meaning: dict[str, Lines | None] = {cell: _meaning(cell, root, absent) for cell in dict.fromkeys(cells)}
    return [meaning[cell] for cell in cells]


def _meaning(cell: str, root: frozenset[str], absent: frozenset[str]) -> Lines | None:
    if not cell:
        return None
    folded_cell = cell.casefold()
    if folded_cell in root:
        return ()
    return None if folded_cell in absent else (Line(cell),)


def _by(table: SeatTable, named: str, cells: Sequence[str]) -> str:
    """What the manager cells hold: as told, by the heading, or by what nearly all of them match."""
    told = table.mapping.by
    if told is not None:
        return told
    if named != "reports_to":
        return "holder" if named == "manager_name" else "email"
    positions = table.assembly.organization.positions
    given = [cell for cell in cells if cell]
    if not given or sum(cell in positions for cell in given) >= len(given) * _AUTO_SHARE:
        return "id"
    for by in ("holder", "email"):
        known = _keys(table, by)
        if sum(_key(cell, by) in known for cell in given) >= len(given) * _AUTO_SHARE:
            table.assembly.notes.append(f"managers are matched by {by}, since their cells hold no ids")
            return by
    return "id"


def _key(text: str, by: str) -> str:
    return text.casefold() if by == "email" else text


def _keys(table: SeatTable, by: str) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for name, position in table.assembly.organization.positions.items():
        text = position.fields.get("email") if by == "email" else position.holder
        if text:
            keys.setdefault(_key(text, by), []).append(name)
    return keys


def _translated(table: SeatTable, cells: Sequence[str], by: str, root: frozenset[str], ids: Sequence[str]) -> list[str]:
    known = _keys(table, by)
    translated = []
    for row, cell in enumerate(cells):
        found = known.get(_key(cell, by), []) if cell and cell.casefold() not in root else []
        if len(found) > 1:
            listed = ", ".join(f'"{printable(name)}"' for name in found[:5])
            message = f'manager "{printable(cell)}" is the {by} of {len(found)} positions: {listed}'
            what = "an e-mail address" if by == "email" else "a name"
            fix = f"Match managers by id, and write the id of the one who is meant: {what} does not tell them apart."
            problem = Problem("unknown-reference", message, ("reports_to",), fix=fix)
            table.assembly.report(problem, table.origin, row, subject_of("positions", ids[row]))
        translated.append(found[0] if found else cell)
    return translated


def _forgiving(cells: Sequence[str], known: Mapping[str, object], match: Sequence[str]) -> list[str]:
    """References that miss an id only in the ways that the mapping allows are linked to it."""

    def fold(text: str) -> str:
        folded_text = text.casefold() if "case" in match else text
        return (folded_text.lstrip("0") or "0") if "leading-zeros" in match else folded_text

    by_fold: dict[str, list[str]] = {}
    for name in known:
        by_fold.setdefault(fold(name), []).append(name)
    linked = []
    for cell in cells:
        candidates = by_fold.get(fold(cell), []) if cell and cell not in known else []
        linked.append(candidates[0] if len(candidates) == 1 else cell)
    return linked


def _by_path(paths: Sequence[str], ids: Sequence[str]) -> list[Lines | None]:
    """Lines from a path column (`/1/4/`): the manager is the record whose path is the part before the last
    step; a record with an empty path is the one above all first steps."""
    steps = [tuple(step for step in path.split("/") if step) for path in paths]
    at = dict(zip(reversed(steps), reversed(ids), strict=True))
    lines: list[Lines | None] = []
    for path in steps:
        if not path:
            lines.append(())
        else:
            manager = at.get(path[:-1])
            lines.append(plain_line(manager if manager is not None else "/".join(("", *path[:-1], ""))))
    return lines
