"""The matrix in Markdown: a table for each group, then the legend, the gaps and the footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from orgmodel.matrix.matrix import Block, Group, Mark, Matrix, Row
from orgmodel.matrix.names import several
from orgmodel.matrix.plain_text import clean, shortened
from orgmodel.matrix.wording import elsewhere, heading, meaning, shown, signs, standing

_SPECIAL = re.compile(r"([\\`*_{}\[\]#~|!$])")
_LINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LONGEST = 300
_NAMED = 3


def render(matrix: Matrix) -> str:
    """The matrix as a page of Markdown (tables and footnotes as GitHub writes them)."""
    footnotes = _Footnotes()
    lines = [f"# {escape(matrix.name) or 'Responsibility matrix'}", ""]
    lines += [f"Responsibility matrix {escape(shown(matrix))}. {_sentence(standing(matrix))}", ""]
    for block in matrix.blocks:
        if len(matrix.blocks) > 1:
            lines += [f"## Scheme {escape(block.title)}", ""]
        for group in block.groups:
            if group.title:
                lines += [f"{'###' if len(matrix.blocks) > 1 else '##'} {escape(group.title)}", ""]
            lines += [*_table(matrix, group, footnotes), ""]
        lines += [*_legend(block), ""] if block.letters else []
    lines += _signs(matrix)
    lines += _gaps(matrix)
    lines += _findings(matrix)
    lines += footnotes.lines()
    return "\n".join(lines).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """Text of a model on one line, without anything that Markdown, tables or HTML would act on."""
    text = "".join(_MARKUP.get(char, char) for char in shortened(clean(text), _LONGEST))
    return _LINK.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\1", text))


class _Footnotes:
    """Notes of rows, numbered as they come; the instances of a row share one."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, ...], int] = {}

    def mark(self, notes: tuple[str, ...]) -> str:
        if not notes:
            return ""
        return f"[^{self._texts.setdefault(notes, len(self._texts) + 1)}]"

    def lines(self) -> list[str]:
        return [f"[^{number}]: {_sentence('; '.join(map(escape, notes)))}" for notes, number in self._texts.items()]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _table(matrix: Matrix, group: Group, footnotes: _Footnotes) -> Iterator[str]:
    """A table of a group's rows, with the columns that have letters in them."""
    used = sorted({i for row in group.rows for i in row.cells})
    has_gaps = any(row.gaps for row in group.rows)
    headings = ["Activity", *(escape(heading(matrix.columns[i])) for i in used), *["Gap"] * has_gaps]
    yield _line(headings)
    yield _line(["---", *[":-:"] * len(used), *["---"] * has_gaps])
    for row in group.rows:
        cells = [_marks(row.cells.get(i, ())) for i in used]
        yield _line([_title(row) + footnotes.mark(row.notes), *cells, *[_gap(row)] * has_gaps])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _title(row: Row) -> str:
    return f"{escape(row.title)} {escape(row.suffix)}" if row.suffix else escape(row.title)


def _marks(marks: Sequence[Mark]) -> str:
    return " ".join(f"**{escape(mark.text)}**" if mark.is_owner else escape(mark.text) for mark in marks)


def _gap(row: Row) -> str:
    text = escape(row.gap_text)
    return f"**{escape(row.gap_sign)}** {text}" if row.gap_sign else text


def _legend(block: Block) -> Iterator[str]:
    yield from ("Letters:", "")
    for letter in block.letters:
        yield f"- **{escape(letter.code)}** {escape(meaning(letter))}"


def _signs(matrix: Matrix) -> Iterator[str]:
    used = list(signs(matrix))
    if used:
        yield from ("Signs:", "", *(f"- **{escape(sign)}** {escape(words)}" for sign, words in used), "")


def _gaps(matrix: Matrix) -> list[str]:
    rows = [row for row in matrix.rows() if row.state is not None]
    if not rows:
        return []
    return ["## Gaps and overlaps", "", *(f"- **{_title(row)}**: {_gap(row)}" for row in rows), ""]


def _findings(matrix: Matrix) -> list[str]:
    """What `check` found, with the rows it is about."""
    if not (matrix.findings or matrix.elsewhere):
        return []
    rows = list(matrix.rows())
    lines = ["## Findings", ""]
    for finding in matrix.findings:
        titles = dict.fromkeys(_title(rows[place]) for place in finding.rows)
        heads = (escape(heading(matrix.columns[i])) for i in finding.columns)
        about = several([*titles, *heads], _NAMED)
        said = f"{finding.severity} {finding.code} {escape(finding.rule)}: {escape(finding.message)}"
        lines.append(f"- **{about}**: {said}")
    note = elsewhere(matrix)
    return [*lines, *([f"- {note}"] if note else []), ""]
