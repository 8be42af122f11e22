"""Cells of a table to values: names joined, special words recognised, numbers and dates read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from orgmodel.loading.problems import Problem
from orgmodel.model.include import Words
from orgmodel.reading.table import BLANKS, trimmed


def texts(rows: Sequence[Sequence[str]], columns: Sequence[int], absent: frozenset[str]) -> list[str]:
    """The trimmed texts of one field for all records; several columns are joined by a blank.

    A cell that holds one of the words for "absent" counts as empty.
    """
    if len(columns) == 1:
        only = columns[0]
        cells = [row[only].strip(BLANKS) for row in rows]
    else:
        cells = [" ".join(filter(None, (trimmed(row[index]) for index in columns))) for row in rows]
    if absent:
        cells = ["" if cell.casefold() in absent else cell for cell in cells]
    return cells


def folded(words: Sequence[str]) -> frozenset[str]:
    """Words for comparison in any case."""
    return frozenset(word.casefold() for word in words)


_QUOTES = frozenset("'\"‘’“”")


def _unquoted(text: str) -> str:
    return text.strip("'\"‘’“” ").casefold()


def holder_reader(words: Words, *, within: bool) -> Callable[[str], str | None]:
    """A function from a holder cell to `vacant`, `ended`, `undisclosed`, or None for a name.

    With `within` a word also counts inside a longer text, which published tables need.
    """
    groups = (("ended", words.ended), ("vacant", words.vacant), ("undisclosed", words.undisclosed))
    exact = {word.casefold(): state for state, listed in reversed(groups) for word in listed}
    if not within:
        plain = exact.get
        return lambda text: plain(text.casefold()) or (plain(_unquoted(text)) if text[:1] in _QUOTES else None)
    patterns = [
        (state, re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in listed), re.IGNORECASE))
        for state, listed in groups
        if listed
    ]

    def read(text: str) -> str | None:
        found = exact.get(text.casefold())
        if found is not None:
            return found
        return next((state for state, pattern in patterns if pattern.search(text)), None)

    return read


_DECIMAL_COMMA = re.compile(r"-?\d+,\d+\Z")


def number_text(text: str) -> str:
    """A number as written, a decimal comma turned into a point; thousands are never guessed."""
    return text.replace(",", ".") if _DECIMAL_COMMA.match(text) else text


def is_date_form(form: str) -> bool:
    """Whether a form, such as `%d/%m/%Y`, tells one day from every other."""
    day = date(2026, 11, 23)
    try:
        return datetime.strptime(day.strftime(form), form).date() == day  # noqa: DTZ007 - see date_text
    except ValueError:
        return False


def date_text(text: str, form: str | None) -> str:
    """A date in the table's own form as YYYY-MM-DD; text that does not fit is left for the finding."""
    if form is None:
        return text
    try:
        return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - a calendar day has no zone
    except ValueError:
        return text


def with_form(problem: Problem, form: str | None) -> Problem:
    """A problem of a record; where it is a date and the table has no form of dates, its fix tells of one."""
    if form is not None or problem.rule != "wrong-value" or not {"from", "until"}.intersection(problem.way):
        return problem
    return replace(problem, fix=f"{problem.fix}, or name the form of the whole table, as in `--dates %d.%m.%Y`")


def names_in(text: str) -> list[str]:
    """The names of a cell that may hold several, separated by semicolons or line ends."""
    return [name for part in text.splitlines() for piece in part.split(";") if (name := trimmed(piece))]
