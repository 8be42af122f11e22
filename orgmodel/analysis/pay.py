"""Pay figures brought to a form in which like is compared with like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from orgmodel.model.roles import Pay
from orgmodel.reading.names import printable

_LINE_NUMBER = re.compile(r":\d+(?:[-,]\d+)*\Z")
_A_PERIOD = {"year": "a year", "month": "a month", "week": "a week", "day": "a day", "hour": "an hour"}
_ENDS = {"min", "max"}
_TOO_LONG = 1e12


class Kind(NamedTuple):
    """What must be equal for two figures to be compared.

    `range`, `min` and `max` are one statistic: the band and its ends. `source` is without a line
    number, as two lines of one article are one source.
    """

    stat: str
    currency: str | None
    period: str
    source: str | None
    year: int | None

    @property
    def unit(self) -> str:
        """`USD a year`."""
        return " ".join(filter(None, (printable(self.currency or "", 10), _A_PERIOD[self.period])))

    @property
    def origin(self) -> str:
        """`median, survey.csv, 2026`."""
        parts = (self.stat, printable(self.source or "", 60), str(self.year) if self.year is not None else "")
        return ", ".join(filter(None, parts))


class Figure(NamedTuple):
    """A figure from end to end; either end may be open. A single amount has equal ends and is no band."""

    lower: float | None
    upper: float | None
    is_band: bool
    number: int

    @property
    def is_reversed(self) -> bool:
        """A band that ends below its beginning, which has a rule of its own: nobody knows what was meant."""
        return self.lower is not None and self.upper is not None and self.upper < self.lower

    @property
    def middle(self) -> float | None:
        """The amount itself, or the midpoint of a band with two ends."""
        return None if self.lower is None or self.upper is None else (self.lower + self.upper) / 2

    @property
    def text(self) -> str:
        """`62,000 to 146,000`, `at least 200,000`, `82,000`."""
        if self.lower is not None and self.upper is not None:
            ends = dict.fromkeys((money(self.lower), money(self.upper)))
            return " to ".join(ends)
        if self.lower is not None:
            return f"at least {money(self.lower)}"
        return f"at most {money(self.upper)}" if self.upper is not None else "no amount"


class Pair(NamedTuple):
    """Two figures of one kind: of the lower and of the upper role of a step."""

    kind: Kind
    lower: Figure
    upper: Figure


def money(amount: float) -> str:
    """`62,000`; cents only where there are some."""
    if abs(amount) >= _TOO_LONG:
        return f"{amount:.6g}"
    return f"{int(amount):,}" if amount == int(amount) else f"{amount:,.2f}"


def figures(pays: Iterable[Pay]) -> dict[Kind, Figure]:
    """The figures by kind; of several of one kind the first counts, and ends complete each other."""
    found: dict[Kind, Figure] = {}
    for number, pay in enumerate(pays):
        kind = _kind(pay)
        figure = _figure(pay, number)
        if (figure.lower is None and figure.upper is None) or figure.is_reversed:
            continue
        known = found.get(kind)
        if known is None:
            found[kind] = figure
        elif known.is_band and figure.is_band:
            lower = figure.lower if known.lower is None else known.lower
            upper = figure.upper if known.upper is None else known.upper
            found[kind] = Figure(lower, upper, True, known.number)
    return found


def pairs(lower: Mapping[Kind, Figure], upper: Mapping[Kind, Figure]) -> list[Pair]:
    """Figures that both have. Nobody earns less than starting pay, so it begins the band of its source."""
    low, high = _begun(lower, upper), _begun(upper, lower)
    return [Pair(kind, figure, high[kind]) for kind, figure in low.items() if kind in high]


def _begun(own: Mapping[Kind, Figure], other: Mapping[Kind, Figure]) -> dict[Kind, Figure]:
    """The figures of a role; where one of two roles has a band, starting pay gives this one the lower end it lacks."""
    found = dict(own)
    for kind, start in own.items():
        band_kind = kind._replace(stat="range")
        if kind.stat != "start" or start.lower is None or (band_kind not in own and band_kind not in other):
            continue
        band = own.get(band_kind, Figure(None, None, True, start.number))
        if band.is_band and band.lower is None and (band.upper is None or band.upper >= start.lower):
            found[band_kind] = Figure(start.lower, band.upper, True, start.number)
    return found


def _kind(pay: Pay) -> Kind:
    return _kind_of(pay.stat, pay.currency, pay.period, pay.source, pay.year)


@lru_cache(maxsize=1_024)
def _kind_of(stat: str, currency: str | None, period: str, source: str | None, year: int | None) -> Kind:
    return Kind(
        "range" if stat in _ENDS else stat,
        currency.upper() if currency is not None else None,
        period,
        _LINE_NUMBER.sub("", source) if source is not None else None,
        year,
    )


def _figure(pay: Pay, number: int) -> Figure:
    if pay.stat in _ENDS:
        given = [value for value in (pay.amount, getattr(pay, pay.stat)) if value is not None]
        value = given[0] if given else None
        return Figure(value, None, True, number) if pay.stat == "min" else Figure(None, value, True, number)
    if pay.min is None and pay.max is None:
        return Figure(pay.amount, pay.amount, False, number)
    return Figure(pay.min, pay.max, True, number)
