"""ORG712: a manager who is paid less than somebody who reports to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from orgmodel.analysis.pay import Figure, Kind, money
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.payroll import Payer, Tariff
from orgmodel.rules.ladder.rungs import is_contributor
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import MOST_RELATED, described, listed

_ROUNDING = 1 - 1e-9


_TooLittle = tuple[Kind, Figure, Figure]
"""Of what kind a manager is paid how much, and a report how much more."""


@dataclass(slots=True)
class _Case:
    """A manager's pay and what reports to it and is paid more, with the seats concerned."""

    kind: Kind
    paid: Figure
    reports: dict[Payer, Figure] = field(default_factory=dict)
    seats: dict[int, None] = field(default_factory=dict)


class PaidLessThanReport(Rule):
    """One finding for each manager whose pay is their own, or for each role that says what its managers earn.

    A band counts by its midpoint. `policy.pay.compression` asks for a distance. Contributors on the manager's
    level or above are passed over: for a specialist the manager need not earn more.
    """

    code = "ORG712"
    name = "paid-less-than-report"
    severity = Severity.INFO
    title = "A manager is paid less than somebody who reports to them"
    why = (
        "Whoever leads the work and the people should not lose by it. Where reports earn more, nobody wants "
        "to become their manager, and the manager will notice."
    )
    bad = """\
orgmodel: 1
roles:
  lead: {title: Team Lead, level: 5, pay: {amount: 95000, currency: EUR}}  # [ORG712]
  pm: {title: Product Manager, level: 3, reports_to: lead}
positions:
  lead: {role: lead}
  pm-checkout: {role: pm, pay: {amount: 99000, currency: EUR}}
"""
    good = """\
orgmodel: 1
roles:
  lead: {title: Team Lead, level: 5, pay: {amount: 105000, currency: EUR}}
  pm: {title: Product Manager, level: 3, reports_to: lead}
positions:
  lead: {role: lead}
  pm-checkout: {role: pm, pay: {amount: 99000, currency: EUR}}
"""
    fix = "Raise the manager's pay, correct the figures, or move the report to the track and level it belongs to."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Lines in force; figures of one statistic, currency, period, source and year."""
        for payer, case in _cases(context).items():
            yield later(_found, context, payer, case)


def _cases(context: RuleContext) -> dict[Payer, _Case]:
    parent, payroll, ends = context.lines.parent, context.payroll, context.payroll.ends
    least = (1 + context.policy.pay.compression) * _ROUNDING
    wrong = {pair: found for pair in ends.pairs if (found := _compared(*pair, least)) is not None}
    cases: dict[Payer, _Case] = {}
    for i in _judged(context, ends.having(wrong)):
        report, manager = payroll.payer(i), payroll.payer(parent[i])
        if report is None or manager is None or report is manager:
            continue
        kind, paid, earned = wrong[ends.lower[i], ends.upper[i]]
        if manager not in cases:
            cases[manager] = _Case(kind, paid)
        case = cases[manager]
        case.reports[report] = earned
        case.seats[parent[i]] = case.seats[i] = None
    return cases


def _compared(own: Tariff | None, above: Tariff | None, least: float) -> _TooLittle | None:
    """The first kind of figure in which the manager is paid too little."""
    if own is None or above is None:
        return None
    for kind, paid in above.figures.items():
        earned = own.figures.get(kind)
        if earned is not None and _is_less(paid.middle, earned.middle, least):
            return kind, paid, earned
    return None


def _is_less(paid: float | None, earned: float | None, least: float) -> bool:
    return paid is not None and earned is not None and paid < earned * least


def _judged(context: RuleContext, reports: Iterable[int]) -> Iterator[int]:
    """Those of some reports with a line in force, without contributors who do not stand below their managers."""
    names = (name for name, role in context.organization.roles.items() if is_contributor(role))
    contributors, unjudged = frozenset(names), context.lines.unjudged
    roles, lower, upper = context.of_lines("role"), context.levels.ends.lower, context.levels.ends.upper
    for i in reports:
        if i in unjudged:
            continue
        if roles[i] in contributors:
            level, above = lower[i], upper[i]
            if level is None or above is None or level >= above:
                continue
        yield i


def _found(context: RuleContext, payer: Payer, case: _Case) -> Found:
    organization, ids = context.organization, context.lines.ids
    stated = [(report.section, report.name, paid) for report, paid in case.reports.items()]
    reports = [f"{described(organization, kind, name)} {_amount(paid)}" for kind, name, paid in stated]
    least = context.policy.pay.compression
    distance = f"less than {least:.0%} above" if least > 0 else "less than"
    spots = [(Spot(kind, name, ("pay", paid.number)), "paid more") for kind, name, paid in stated]
    subject = entity(payer.section, payer.name)
    entities = (
        subject,
        *(entity(kind, name) for kind, name, _ in stated),
        *(entity("positions", ids[i]) for i in case.seats),
    )
    return Found(
        f"{described(organization, payer.section, payer.name)} is paid {_amount(case.paid)} {case.kind.unit}, "
        f"{distance} what reports to it: {listed(reports, 3)}",
        Spot(payer.section, payer.name, ("pay", case.paid.number)),
        tuple(dict.fromkeys(entities)),
        tuple(spots[:MOST_RELATED]),
        subject=subject,
    )


def _amount(figure: Figure) -> str:
    middle = money(figure.middle or 0)
    return f"{middle} (midpoint)" if figure.is_band and figure.lower != figure.upper else middle
