"""Lines and columns of a text, however its lines end and however long it is."""

import re
from random import Random

import pytest

from orgmodel import source
from orgmodel.source import Source

ENDS = {"LF": ("\n",), "CR LF": ("\r\n",), "CR": ("\r",), "mixed": ("\n", "\r\n", "\r")}


@pytest.mark.parametrize("page", [1, 2, 5, 1_024])
@pytest.mark.parametrize("ends", ENDS)
def test_every_character_is_found_in_its_line(ends: str, page: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line end belongs to the line that it ends."""
    monkeypatch.setattr(source, "_PAGE", page)
    random = Random(ends)
    for _ in range(200):
        text = "".join(random.choice(["a", "bc", "", *ENDS[ends]]) for _ in range(random.randrange(12)))
        read = Source("org.yaml", text)
        starts = _starts(text)
        for offset in range(len(text) + 1):
            line = sum(start <= offset for start in starts)
            assert read.line_and_column(offset) == (line, offset - starts[line - 1] + 1)
        for number, (start, stop) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), start=1):
            assert read.line_start(number) == start
            assert read.line(number) == text[start:stop].rstrip("\r\n")
        assert read.line(0) == read.line(len(starts) + 1) == ""


def _starts(text: str) -> list[int]:
    """LF and CR LF end a line everywhere, CR alone only where a text has it at all."""
    ends = r"\r\n|\r|\n" if re.search(r"\r(?!\n)", text) else r"\n"
    return [0, *(match.end() for match in re.finditer(ends, text))]
