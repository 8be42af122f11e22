"""ORG712: a manager who is paid less than somebody who reports to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from orgmodel.analysis.pay import Figure, Kind, figures, money
from orgmodel.findings import Severity
from orgmodel.graph.lines import FILLED, VACANT
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import is_contributor
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, described, listed

_ROUNDING = 1 - 1e-9
_Payer = tuple[str, str]
"""Section and id of what states the pay: a position of its own, else its role."""


@dataclass(slots=True)
class _Case:
    """A manager's pay and what reports to it and is paid more, with the seats concerned."""

    kind: Kind
    paid: Figure
    reports: dict[_Payer, Figure] = field(default_factory=dict)
    seats: dict[str, None] = field(default_factory=dict)


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
            yield _found(context, payer, case)


def _cases(context: RuleContext) -> dict[_Payer, _Case]:
    lines, book = context.lines, _PayBook(context)
    cases: dict[_Payer, _Case] = {}
    payers = list(map(book.payer, lines.ids))
    for i, manager in enumerate(lines.parent):
        if manager < 0 or lines.statuses[i] not in {FILLED, VACANT}:
            continue
        above, own = payers[manager], payers[i]
        if above is None or own is None or above == own or lines.hierarchy.is_within_loop(i, manager):
            continue
        compared = book.compare(above, own)
        if compared is None or book.is_exempt(lines.ids[i], lines.ids[manager]):
            continue
        kind, paid, earned = compared
        case = cases.setdefault(above, _Case(kind, paid))
        case.reports[own] = earned
        case.seats.update(dict.fromkeys((lines.ids[manager], lines.ids[i])))
    return cases


class _PayBook:
    """What everybody is paid, each comparison made once."""

    def __init__(self, context: RuleContext) -> None:
        self.organization = context.organization
        self.least = (1 + context.policy.pay.compression) * _ROUNDING
        self._figures: dict[_Payer, dict[Kind, Figure]] = {}
        self._compared: dict[tuple[_Payer, _Payer], tuple[Kind, Figure, Figure] | None] = {}

    def payer(self, seat: str) -> _Payer | None:
        entry = self.organization.positions[seat]
        if entry.pay:
            return "positions", seat
        role = self.organization.roles.get(entry.role) if entry.role is not None else None
        return ("roles", entry.role) if role is not None and role.pay and entry.role is not None else None

    def compare(self, above: _Payer, own: _Payer) -> tuple[Kind, Figure, Figure] | None:
        """The first kind of figure in which the manager is paid too little."""
        if (above, own) not in self._compared:
            theirs, ours = self._of(above), self._of(own)
            self._compared[above, own] = next(
                (
                    (kind, paid, ours[kind])
                    for kind, paid in theirs.items()
                    if kind in ours and self._is_less(paid.middle, ours[kind].middle)
                ),
                None,
            )
        return self._compared[above, own]

    def is_exempt(self, seat: str, manager: str) -> bool:
        """A contributor who does not stand below the manager."""
        if not is_contributor(self.organization.role_of(seat)):
            return False
        level, above = self._level(seat), self._level(manager)
        return level is None or above is None or level >= above

    def _level(self, seat: str) -> int | None:
        level, role = self.organization.positions[seat].level, self.organization.role_of(seat)
        return level if level is not None or role is None else role.level

    def _of(self, payer: _Payer) -> dict[Kind, Figure]:
        if payer not in self._figures:
            self._figures[payer] = figures(self.organization.section(payer[0])[payer[1]].pay)
        return self._figures[payer]

    def _is_less(self, paid: float | None, earned: float | None) -> bool:
        return paid is not None and earned is not None and paid < earned * self.least


def _found(context: RuleContext, payer: _Payer, case: _Case) -> Found:
    organization = context.organization
    reports = [f"{described(organization, *report)} {_amount(paid)}" for report, paid in case.reports.items()]
    least = context.policy.pay.compression
    distance = f"less than {least:.0%} above" if least > 0 else "less than"
    spots = [(Spot(kind, name, ("pay", paid.number)), "paid more") for (kind, name), paid in case.reports.items()]
    entities = (
        entity(*payer),
        *(entity(*report) for report in case.reports),
        *(entity("positions", seat) for seat in case.seats),
    )
    return Found(
        f"{described(organization, *payer)} is paid {_amount(case.paid)} {case.kind.unit}, {distance} "
        f"what reports to it: {listed(reports, 3)}",
        Spot(*payer, ("pay", case.paid.number)),
        tuple(dict.fromkeys(entities)),
        tuple(spots[:MOST_RELATED]),
        subject=entity(*payer),
    )


def _amount(figure: Figure) -> str:
    middle = money(figure.middle or 0)
    return f"{middle} (midpoint)" if figure.is_band and figure.lower != figure.upper else middle
