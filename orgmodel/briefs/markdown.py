"""A brief in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.briefs.brief import Block, Brief, Cell, Lines
from orgmodel.matrix.markdown import escape


def render(brief: Brief) -> str:
    """The brief as a page of Markdown, with tables as GitHub writes them."""
    lines = [f"# {escape(brief.question)}", "", escape(brief.model), ""]
    for section in brief.sections:
        lines += [f"## {escape(section.heading)}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
    lines += [f"{escape(note)}  " for note in brief.notes]
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Lines):
        yield from (f"- {escape(text)}" for text in block.lines)
        return
    yield _line(map(escape, block.heads))
    yield _line(["---"] * len(block.heads))
    for part in block.parts:
        if part.heading:
            yield _line([f"**{escape(part.heading)}**", *[""] * (len(block.heads) - 1)])
        for row in part.rows:
            yield _line(map(_cell, row))


def _cell(cell: Cell) -> str:
    text = "<br>".join(filter(None, map(escape, cell.items)))
    return f"**{text}**" if cell.tone in {"own", "bad"} and text else text


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
