"""What charts of every kind say above the picture, and how they refuse a name that is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from orgmodel.analysis.naming import the_one_if_any
from orgmodel.charts.request import ChartRequest
from orgmodel.errors import UsageError
from orgmodel.loading.problems import suggestion
from orgmodel.model.organization import Organization
from orgmodel.reading.names import printable


def counted(count: int, word: str, shown: int | None = None) -> str:
    """`1 position`, `64 positions`; `12 of 64 positions` where not all are shown."""
    few = f"{shown:,} of " if shown is not None and shown != count else ""
    return f"{few}{count:,} {word}{'' if count == 1 else 's'}"


def title_line(request: ChartRequest, day: date, part: str, counts: Iterable[str]) -> str:
    """The line below the title: which part is shown, how much that is, and on which day where that was fixed."""
    words = [part, ", ".join(counts), f"as of {day.isoformat()}" if request.dated else ""]
    return " · ".join(filter(None, words))


def id_of(organization: Organization, section: str, name: str | None) -> str | None:
    """The id that a name on the command line means; as it is where nothing has it, which `find` then refuses.

    Raises UsageError where several have it.
    """
    return name if name is None else the_one_if_any(organization, section, name) or name


def find(name: str | None, index: Mapping[str, int], word: str, others: Iterable[str] = ()) -> int | None:
    """The place of what was asked for; None when nothing was. Raises UsageError when it does not exist."""
    if name is None:
        return None
    place = index.get(name)
    if place is None:
        raise UsageError(f'there is no {word} "{printable(name)}"{suggestion(name, [*index, *others])}')
    return place
