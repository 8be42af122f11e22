"""Small organisations, written as they stand in a file, and the matrices made of them."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from orgmodel.loading.load import load
from orgmodel.matrix.build import build_matrix
from orgmodel.matrix.matrix import Matrix, Row
from orgmodel.matrix.request import MatrixRequest
from orgmodel.model.organization import Organization

DAY = date(2026, 11, 1)
DATA = Path(__file__).parent / "data"

HOSTILE = (
    """it's "quoted" & <b>bold</b>""",
    "<script>alert(1)</script>",
    "]]><svg onload=alert(1)>",
    "</td></table></title><script>",
    "\u202egnp.exe\u2066",
    "line\nbreak\ttab\r\n",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "+1-1",
    "  =1+1",
    "a | b || `c` \\| d",
    "[x](javascript:alert(1)) ![y](z) **b** ~~s~~",
    "# heading",
    "- item",
    "https://example.org www.example.org",
    "x" * 10_000,
    "田" * 10_000,
    "a" + "\u0301" * 10_000,
    "\u200d" * 100,
    "&amp;lt; &#0; &x;",
    "<!-- --> <?xml ?> <!DOCTYPE x>",
    "{{7*7}} {% raw %} ${x} %s",
    "::error::no",
    "\ufffe\uffff",
    "\x1b[31mred\x1b[0m",
    "   ",
)
"""Names written to do harm."""


def organisation(sections: dict[str, Any] | str) -> Organization:
    """An organisation from the sections of a file, or from its text."""
    text = sections if isinstance(sections, str) else json.dumps({"orgmodel": 1, **sections})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "org.yaml"
        path.write_text(text, encoding="utf-8")
        return load(str(path)).organization


def matrix_of(sections: dict[str, Any] | str, **request: Any) -> Matrix:
    """The matrix of an organisation."""
    return build_matrix(organisation(sections), DAY, "Sample", MatrixRequest(**request))


def quay(**request: Any) -> Matrix:
    """The matrix of the organisation in `data/quay.yaml`."""
    return build_matrix(load(str(DATA / "quay.yaml")).organization, DAY, "Quay", MatrixRequest(**request))


def named(name: str) -> Matrix:
    """A matrix in which everything bears one name."""
    from orgmodel.matrix.matrix import Block, Column, Gap, GapKind, Group, LegendLetter, Mark

    mark = Mark("A", name, trouble="overlap", is_vacant=True, is_owner=True, sources=(name,), note=name)
    gap = Gap(GapKind.OVERLAP, name, name)
    rows = (
        Row("one", name, per=name, count=3, cells={0: (mark,), 1: (Mark("R", name),)}, gaps=(gap,), notes=(name, name)),
        Row("two", name, place=name, cells={1: (Mark("C", name),)}, gaps=(Gap(GapKind.OPEN, name),)),
    )
    columns = (Column("role", "x", name, name), Column("position", "y", name, name, "vacant"))
    block = Block(name, (LegendLetter("A", name, name),), (Group(name, rows),), name)
    return Matrix(name, "role", columns, (block, block), cut=name)


def wide(columns: int, rows: int = 12) -> Matrix:
    """A matrix with many columns, some gaps and overlaps."""
    ranks, fields, jobs = ("Senior", "Lead", "Chief"), ("Product", "Data", "Sales", "Legal"), ("Officer", "Manager")
    named_so = [f"{rank} {field} {job}" for job in (*jobs, "Analyst", "Adviser") for field in fields for rank in ranks]
    roles = {f"r{i}": {"title": title} for i, title in enumerate(named_so[:columns])}
    ids = list(roles)
    activities = {
        f"a{i}": {
            "title": f"Do the work of part {i} as well as can be done",
            "group": f"Phase {i // 6}",
            "assign": {
                "A": [ids[i % columns]] if i % 5 else ids[:2],
                "R": [] if i % 7 == 3 else [ids[(i * 3) % columns]],
                "C": [ids[(i * 5 + 1) % columns], ids[(i * 5 + 2) % columns]],
                "I": ids[i % 4 :: 4],
            },
        }
        for i in range(max(rows, columns))
    }
    return matrix_of({"roles": roles, "activities": activities})


def row(matrix: Matrix, activity: str, place: str | None = None) -> Row:
    """A row by the id of its activity, and its place."""
    return next(r for r in matrix.rows() if r.activity == activity and place in {None, r.place})


def letters(matrix: Matrix, activity: str, place: str | None = None) -> dict[str, str]:
    """The letters of a row with their signs, by the title of their column."""
    found = row(matrix, activity, place)
    return {matrix.columns[i].title: " ".join(mark.text for mark in marks) for i, marks in found.cells.items()}
