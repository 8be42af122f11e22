"""Pay and years of several roles, like beside like; what is not alike is told with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.analysis.role_records import Amount, PayKind, PayLine, Profile, WhyNot, Years, YearsLine
from orgmodel.analysis.years import begins_anew, folded_basis, is_reversed

_PARTS: tuple[WhyNot, ...] = ("statistic", "currency", "period", "source", "year")


def pay_lines(profiles: Sequence[Profile]) -> tuple[PayLine, ...]:
    """A line for each kind of figure, those that can be compared first.

    Amounts compare only within one statistic, currency, period, source and year.
    """
    pays = [{paid.kind: paid.amount for paid in profile.pay} for profile in profiles]
    kinds = dict.fromkeys(kind for pay in pays for kind in pay)
    lines = [_pay_line(kind, pays) for kind in kinds]
    return tuple(sorted(lines, key=lambda line: bool(line.why_not)))


def _pay_line(kind: PayKind, pays: Sequence[dict[PayKind, Amount]]) -> PayLine:
    amounts = tuple(pay.get(kind) for pay in pays)
    given = [amount for amount in amounts if amount is not None]
    if len(given) < 2:
        others = [other for pay in pays for other in pay if kind not in pay]
        return PayLine(kind, amounts, _differs(kind, others))
    first, last = given[0].middle, given[-1].middle
    if first is None or last is None:
        return PayLine(kind, amounts)
    return PayLine(kind, amounts, change=last - first, ratio=(last - first) / first if first > 0 else None)


def _differs(kind: PayKind, others: Sequence[PayKind]) -> tuple[WhyNot, ...]:
    """What the nearest of the other figures differs in."""
    found = [tuple(part for part in _PARTS if getattr(kind, part) != getattr(other, part)) for other in others]
    return min(found, key=lambda parts: (len(parts), *map(_PARTS.index, parts)), default=("missing",))


def years_line(profiles: Sequence[Profile]) -> YearsLine:
    """What the roles ask for; the least years compare only where all are counted from the same beginning."""
    years = tuple(profile.experience for profile in profiles)
    given = [one for one in years if one is not None and (one.min is not None or one.max is not None)]
    reasons = _why_not(given, len(given) < len(years))
    if reasons:
        return YearsLine(years, reasons)
    first, last = given[0].min, given[-1].min
    if first is None or last is None:
        return YearsLine(years, ("missing",))
    return YearsLine(years, change=last - first)


def _why_not(years: Sequence[Years], lacks: bool) -> tuple[WhyNot, ...]:
    if lacks:
        return ("missing",)
    if any(map(is_reversed, years)):
        return ("reversed",)
    bases = {folded_basis(one.basis) for one in years}
    if len(bases) > 1:
        return ("basis",)
    return ("begins anew",) if any(map(begins_anew, bases)) else ()
