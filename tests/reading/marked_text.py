"""What a mark covers, for tests."""

from orgmodel.findings import Fault
from orgmodel.source import Mark, Source


def offset_of(source: Source, line: int, column: int) -> int:
    return source.line_start(line) + column - 1


def covered(source: Source, mark: Mark) -> str:
    """The text a mark covers."""
    start = offset_of(source, mark.line, mark.column)
    return source.text[start : offset_of(source, mark.end_line, mark.end_column)]


def spot(source: Source, mark: Mark) -> tuple[int, int, str]:
    """Line, column and covered text of a mark."""
    return mark.line, mark.column, covered(source, mark)


def summary(fault: Fault) -> tuple[str, int, int]:
    """Rule, line and column of a fault."""
    return fault.rule, fault.place.mark.line, fault.place.mark.column
