"""Which character separates the cells of a table."""

from __future__ import annotations

from orgmodel.reading.records import scan_record

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 65_536
_RECORDS = 30


def sniff_delimiter(text: str, start: int, path: str) -> str:
    """The delimiter of a table: the one that gives most records the width of the headings.

    Among equals the one with more columns wins, then the order `, ; tab |`.
    """
    if path.lower().endswith((".tsv", ".tab")):
        return "\t"
    sample = text[start : start + _SAMPLE]
    whole = len(text) - start <= _SAMPLE
    return max(DELIMITERS, key=lambda delimiter: _score(sample, delimiter, whole))


def _score(sample: str, delimiter: str, whole: bool) -> tuple[float, int]:
    if delimiter not in sample:
        return 0.0, 0
    widths: list[int] = []
    malformed = 0
    at = 0
    while at < len(sample) and len(widths) < _RECORDS:
        record = scan_record(sample, at, delimiter)
        at = record.after
        if at >= len(sample) and not whole and widths:
            break
        if any(cell.strip() for cell in record.cells):
            widths.append(len(record.cells))
            # Quotes fit the right delimiter only; with another one they swallow what follows.
            malformed += record.unclosed is not None or record.trailing is not None
    if not widths or widths[0] < 2:
        return 0.0, 0
    return (sum(width == widths[0] for width in widths) - malformed) / len(widths), widths[0]
