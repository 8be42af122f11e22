"""How letters, pay, years and skills are said in a brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from orgmodel.analysis.pay import money
from orgmodel.analysis.role_records import Amount, CountedRows, Marks, PayKind, PayLine, Row, WhyNot, Years, YearsLine
from orgmodel.analysis.who_records import Thing
from orgmodel.analysis.years import years_named
from orgmodel.briefs.brief import NOTHING, Cell
from orgmodel.reading.counts import counted

_HIGHEST_SKILL = 7
_A_PERIOD = {"year": "a year", "month": "a month", "week": "a week", "day": "a day", "hour": "an hour"}
_WHY_NOT: dict[WhyNot, str] = {
    "missing": "nothing to compare with",
    "basis": "counted from different beginnings",
    "begins anew": "counted anew in each role",
    "reversed": "one ends below its beginning",
}


class RoleNames:
    """Titles of roles; where several of those shown share one, the id follows."""

    def __init__(self, roles: Iterable[Thing]) -> None:
        self._titles = Counter(role.title for role in dict.fromkeys(roles))

    def __call__(self, role: Thing) -> str:
        """What to call a role."""
        return f"{role.title} ({role.id})" if self._titles[role.title] > 1 else role.title


def joined(words: Iterable[str]) -> str:
    """`a, b and c`."""
    found = list(words)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def number(value: float) -> str:
    """A figure without needless decimals."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def percent(share: float) -> str:
    """`38 %`."""
    return f"{share * 100:.0f} %"


def signed(value: float) -> str:
    """`+70,000`, `−3`."""
    return f"{'−' if value < 0 else '+' if value else '±'}{money(abs(value))}"


# -- letters


def letters_of(marks: Marks) -> Cell:
    """The letters of a role on a row; a letter of one seat alone names it, and a claim its sources."""
    if not marks:
        return Cell((NOTHING,), "quiet")
    codes = " ".join(dict.fromkeys(mark.letter for mark in marks if mark.via is None))
    seats = [f"{mark.letter} {mark.via.title} ({mark.via.id})" for mark in marks if mark.via is not None]
    owns = any(mark.trait == "owner" for mark in marks)
    return Cell(tuple(filter(None, (codes, *seats))), "own" if owns else "")


def as_others(name: Callable[[Thing], str], found: Iterable[CountedRows]) -> Iterator[str]:
    """On how many rows a role has its letters as another: said once, so that it need not stand on each row."""
    for one in found:
        yield f"{name(one.role)} has its part in {counted(one.rows, 'row')} as {name(one.counted_as)}."


def legend(rows: Iterable[tuple[Row, Iterable[Marks]]]) -> Iterator[str]:
    """What the letters mean that stand in these rows, scheme by scheme."""
    known: dict[str, dict[str, str]] = {}
    for row, several in rows:
        for marks in several:
            for mark in marks:
                known.setdefault(row.scheme, {}).setdefault(mark.letter, mark.name)
    for scheme, letters in known.items():
        told = ", ".join(f"{code} {name}" if code != name else code for code, name in sorted(letters.items()))
        yield f"Letters ({scheme}): {told}"


def kind_of_work(row: Row, *, scheme: bool, kind: bool = True) -> Cell:
    """Plane and group of a row; its kind where it is no activity, and its scheme where several are shown."""
    words = (row.plane, row.group, row.kind if kind and row.kind != "activity" else "", row.scheme if scheme else "")
    return Cell((", ".join(filter(None, words)),), "quiet")


def by_work(row: Row) -> tuple[int, str]:
    """Rows in the order of planes, those of one group together."""
    planes = ("strategic", "tactical", "operational")
    return planes.index(row.plane) if row.plane in planes else len(planes), row.group or ""


# -- skills, years, pay


def skill_level(level: int | None) -> Cell:
    """`●●●○○○○ 3`."""
    if level is None:
        return Cell((NOTHING,), "quiet")
    return Cell((f"{'●' * level}{'○' * (_HIGHEST_SKILL - level)} {level}",))


def years_of(years: Years | None) -> str:
    """`3 to 5 years, since entry`."""
    if years is None or (years.min is None and years.max is None):
        return NOTHING
    basis = f", {years.basis.replace('_', ' ')}" if years.basis else ""
    return f"{years_named(years)}{basis}"


def years_verdict(line: YearsLine) -> str:
    """Whether the years compare, and then by how much the least of them rises."""
    if line.change is not None:
        return f"{signed(line.change)} years at the least"
    return _not_compared(line.why_not)


def amount_of(amount: Amount | None, kind: PayKind) -> str:
    """`62,000 to 146,000 USD a year`."""
    if amount is None:
        return NOTHING
    unit = " ".join(filter(None, (kind.currency, _A_PERIOD[kind.period])))
    if amount.lower is not None and amount.upper is not None:
        ends = " to ".join(dict.fromkeys((money(amount.lower), money(amount.upper))))
        return f"{ends} {unit}"
    end, word = (amount.lower, "at least") if amount.lower is not None else (amount.upper, "at most")
    return f"{word} {money(end)} {unit}" if end is not None else NOTHING


def pay_kind(kind: PayKind) -> str:
    """`median, survey.csv, 2026`."""
    return ", ".join(filter(None, (kind.statistic, kind.source, str(kind.year) if kind.year is not None else "")))


def pay_verdict(line: PayLine) -> str:
    """Whether a figure compares, and then by how much its middle rises."""
    if line.why_not:
        return _not_compared(line.why_not)
    if line.change is None:
        return "an end is open: no middle to compare"
    ratio = f" ({'+' if line.ratio > 0 else ''}{percent(line.ratio)})" if line.ratio is not None else ""
    return f"{signed(line.change)}{ratio.replace('-', '−')}"


def _not_compared(reasons: Sequence[WhyNot]) -> str:
    parts = [reason for reason in reasons if reason not in _WHY_NOT]
    told = [f"another {joined(parts)}"] if parts else []
    return f"not compared: {joined([*told, *(_WHY_NOT[reason] for reason in reasons if reason in _WHY_NOT)])}"
