"""The matrix for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from orgmodel.findings import Severity
from orgmodel.matrix.formats import Terminal
from orgmodel.matrix.matrix import Block, Gap, GapKind, Mark, Matrix, Row
from orgmodel.matrix.names import several
from orgmodel.matrix.plain_text import ELLIPSIS, clean, cut, shortened
from orgmodel.matrix.table_plan import Plan, cell_text, plan_of, row_title
from orgmodel.matrix.wording import elsewhere, heading, meaning, shown, signs, standing
from orgmodel.reports.terminal import Paint, as_lines, wrapped
from orgmodel.reports.terminal import columns as width_of

_NARROWEST = 40
_EMPTY = "·"
_NAME = 60
_FEW = 6
_GAP_TEXT = 400
_GAP_LINES = 3
_NAMED = 3
_PAINTED = {GapKind.MISSING: Severity.ERROR, GapKind.OVERLAP: Severity.ERROR, GapKind.VACANCY: Severity.WARNING}


def render(matrix: Matrix, terminal: Terminal) -> str:
    """The matrix as aligned text of at most the terminal's width."""
    writer = _Writer(matrix, max(_NARROWEST, terminal.width), Paint(terminal.color))
    return as_lines(line.rstrip() for line in writer.lines())


class _Writer:
    def __init__(self, matrix: Matrix, width: int, paint: Paint) -> None:
        self.matrix = matrix
        self.width = width
        self.paint = paint

    def lines(self) -> Iterator[str]:
        title = cut(clean(self.matrix.name) or "Responsibility matrix", min(_NAME, self.width - 1))
        about = cut(f"responsibility matrix {shown(self.matrix)}", self.width)
        yield self.paint.bold(title) + (f"  {about}" if width_of(title) + 2 + width_of(about) <= self.width else "")
        if width_of(title) + 2 + width_of(about) > self.width:
            yield about
        for block in self.matrix.blocks:
            yield from self._block(block)
        yield ""
        for sign, words in signs(self.matrix):
            yield f"{sign}  {words}"
        yield from wrapped(standing(self.matrix), self.width)
        yield from self._findings()

    def _block(self, block: Block) -> Iterator[str]:
        plan = plan_of(self.matrix, block, self.width)
        if len(self.matrix.blocks) > 1:
            yield from ("", self.paint.bold(f"Scheme {cut(clean(block.title), self.width - 8)}"))
        for number, part in enumerate(plan.parts, 1):
            yield ""
            if len(plan.parts) > 1:
                yield self.paint.dim(f"columns, part {number} of {len(plan.parts)}; rows with a letter in them")
            yield from self._table(block, plan, part)
            if plan.style != "titles":
                yield from ("", *self._key(plan, part))
        if not plan.gap:
            yield from self._gap_list(block)
        yield from ("", *self._legend(block))

    def _findings(self) -> Iterator[str]:
        """What `check` found, with the rows and headings it is about."""
        if not (self.matrix.findings or self.matrix.elsewhere):
            return
        yield from ("", self.paint.bold("Findings"))
        rows = list(self.matrix.rows())
        for finding in self.matrix.findings:
            about = dict.fromkeys(row_title(rows[place], 48) for place in finding.rows)
            heads = (cut(heading(self.matrix.columns[i]), 48) for i in finding.columns)
            said = f"{several([*about, *heads], _NAMED)}: {finding.code} {finding.rule}: {clean(finding.message)}"
            lead = self.paint.severity(Severity(finding.severity), f"{finding.severity:<7}")
            for number, text in enumerate(wrapped(shortened(said, _GAP_TEXT), self.width - 8)):
                yield f"{lead} {text}" if number == 0 else f"{' ' * 8}{text}"
        note = elsewhere(self.matrix)
        if note:
            yield from wrapped(note, self.width)

    # -- the table

    def _table(self, block: Block, plan: Plan, part: Sequence[int]) -> Iterator[str]:
        yield from self._headings(plan, part)
        yield self.paint.dim("─" * min(self.width, plan.width(part)))
        is_whole = len(plan.parts) == 1
        first = True
        for group in block.groups:
            rows = [row for row in group.rows if is_whole or not row.cells.keys().isdisjoint(part)]
            if not rows:
                continue
            if group.title:
                yield from ([] if first else [""])
                yield self.paint.bold(cut(clean(group.title), self.width - 1))
            first = False
            yield from self._rows(rows, plan, part)

    def _rows(self, rows: Iterable[Row], plan: Plan, part: Sequence[int]) -> Iterator[str]:
        """Rows; several instances of one row stand below its title."""
        for _, found in groupby(rows, key=lambda row: row.activity):
            instances = list(found)
            if len(instances) > 1:
                yield cut(clean(instances[0].title), self.width - 1)
            for row in instances:
                title = f"  {clean(row.suffix)}" if len(instances) > 1 else row_title(row, plan.title)
                yield from self._row(row, cut(title, plan.title), plan, part)

    def _headings(self, plan: Plan, part: Sequence[int]) -> Iterator[str]:
        """Headings stand on the rule, however many lines each has."""
        height = max((len(plan.headings[i]) for i in part), default=0)
        for level in range(height):
            cells = []
            for i in part:
                lines = plan.headings[i]
                at = level - (height - len(lines))
                cells.append(_centred(lines[at] if at >= 0 else "", plan.widths[i]))
            is_last = level == height - 1
            gap = "  gap" if plan.gap and is_last else ""
            yield self._joined("" if not is_last else "activity", plan, cells) + gap

    def _joined(self, title: str, plan: Plan, cells: Iterable[str]) -> str:
        return "".join([_padded(title, plan.title), *(" " * plan.space + cell for cell in cells)])

    def _row(self, row: Row, title: str, plan: Plan, part: Sequence[int]) -> Iterator[str]:
        cells = [self._cell(row.cells.get(i, ()), plan.widths[i]) for i in part]
        line = self._joined(title, plan, cells)
        if not row.gaps:
            yield line
            return
        if not plan.gap:
            yield f"{line} {self._sign(row)}"
            return
        lead = " " * (plan.width(part) - plan.gap - 2)
        for i, text in enumerate(self._gaps(row, plan.gap)):
            yield f"{line if i == 0 else lead}  {text}"

    def _cell(self, marks: Sequence[Mark], width: int) -> str:
        if not marks:
            return self.paint.dim(_centred(_EMPTY, width))
        text = _centred(cell_text(marks), width)
        if any(mark.trouble for mark in marks):
            return self.paint.severity(Severity.ERROR, text)
        if any(mark.is_vacant for mark in marks):
            return self.paint.severity(Severity.WARNING, text)
        return self.paint.bold(text) if any(mark.is_owner for mark in marks) else text

    def _sign(self, row: Row) -> str:
        return self._painted(row.state, row.gap_sign)

    def _painted(self, kind: GapKind | None, text: str) -> str:
        return self.paint.severity(_PAINTED[kind], text) if kind in _PAINTED else self.paint.dim(text)

    def _gaps(self, row: Row, width: int) -> Iterator[str]:
        """The gaps of a row on as many lines as they need."""
        for gap in row.gaps:
            for i, text in enumerate(_few(shortened(clean(gap.text), _GAP_TEXT), width - 2)):
                yield self._painted(gap.kind if gap.is_open else None, f"{_lead(gap) if i == 0 else ' '} {text}")

    # -- below the table

    def _key(self, plan: Plan, part: Sequence[int]) -> Iterator[str]:
        """What the codes stand for, in as many columns as fit; of many codes at least in two."""
        widest = max((width_of(plan.codes[i]) for i in part), default=0)
        most = (self.width if len(part) < _FEW else (self.width - 3) // 2) - widest - 2
        entries = [(plan.codes[i], cut(self._called(i), min(most, 56))) for i in part]
        wide = max((width_of(text) for _, text in entries), default=0) + widest + 2
        across = max(1, (self.width + 3) // (wide + 3))
        down = -(-len(entries) // across)
        for i in range(down):
            line = "   ".join(
                _padded(f"{_padded(code, widest)}  {text}", wide) for code, text in entries[i :: down or 1]
            )
            yield line

    def _called(self, i: int) -> str:
        column = self.matrix.columns[i]
        text = heading(column)
        return f"{text}: {clean(column.detail)}" if column.detail else text

    def _gap_list(self, block: Block) -> Iterator[str]:
        rows = [row for row in block.rows() if row.gaps]
        if not rows:
            return
        yield from ("", self.paint.bold("Gaps"))
        for row in rows:
            words = f"{row_title(row, 48)}: {shortened(clean(row.gap_text), _GAP_TEXT)}"
            for i, text in enumerate(wrapped(words, self.width - 3)):
                yield self._painted(row.state, f"{(row.gap_sign or ' ') if i == 0 else ' '} {text}")

    def _legend(self, block: Block) -> Iterator[str]:
        if not block.letters:
            return
        line = ""
        for letter in block.letters:
            entry = f"{clean(letter.code)} {cut(meaning(letter), min(80, self.width - 6))}"
            if line and width_of(line) + 3 + width_of(entry) > self.width:
                yield line
                line = entry
            else:
                line = f"{line} · {entry}" if line else entry
        yield line


def _few(text: str, width: int) -> list[str]:
    """A text on a few lines, the last one cut."""
    lines = wrapped(text, width)
    if len(lines) <= _GAP_LINES:
        return lines
    return [*lines[: _GAP_LINES - 1], cut(lines[_GAP_LINES - 1] + ELLIPSIS, width)]


def _lead(gap: Gap) -> str:
    return gap.sign or " "


def _padded(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def _centred(text: str, width: int) -> str:
    left = (width - width_of(text)) // 2
    return _padded(" " * left + text, width)
