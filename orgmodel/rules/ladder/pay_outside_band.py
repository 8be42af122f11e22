"""ORG713: a seat that is paid outside the band of its role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgmodel.analysis.pay import Figure, Kind, money
from orgmodel.findings import Severity
from orgmodel.model.organization import Organization, Spot, entity
from orgmodel.model.positions import Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.payroll import Tariff
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import described

_ROUNDING = 1 - 1e-9


class PayOutsideBand(Rule):
    """One finding for each position with pay of its own; info above the band, where long service often leads.

    Pay below the band is passed over where a part-time share explains it.
    """

    code = "ORG713"
    name = "pay-outside-band"
    severity = Severity.WARNING
    title = "A position is paid outside the band of its role"
    why = (
        "Below the band somebody earns less than the house has promised for this work; above it nobody else of "
        "the role can catch up. Either the seat has the wrong role or somebody should decide on it."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, pay: {min: 90000, max: 130000, currency: EUR}}
positions:
  pm-checkout:
    role: pm
    pay: {amount: 82000, currency: EUR}  # [ORG713]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, pay: {min: 90000, max: 130000, currency: EUR}}
positions:
  pm-checkout:
    role: pm
    pay: {amount: 92000, currency: EUR}
"""
    fix = "Correct the pay, the band or the role, or accept it with a waiver that says until when."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats in force; figures of one currency, period, source and year."""
        positions, roles = context.organization.positions, context.payroll.roles
        known: dict[tuple[Tariff, Tariff, float], _Outside | None] = {}
        for name, payer in context.payroll.seats.items():
            seat = positions[name]
            role = roles.get(seat.role) if seat.role is not None else None
            if role is None or not seat.in_force(context.day):
                continue
            alike = (payer.tariff, role.tariff, _share(seat))
            if alike not in known:
                known[alike] = _outside(*alike)
            outside = known[alike]
            if outside is not None:
                yield later(_found, context.organization, name, outside, severity=outside.severity)


class _Outside(NamedTuple):
    """What is paid, the band that it is outside of, and how far: below it or above."""

    kind: Kind
    paid: Figure
    band: Figure
    lack: float | None
    excess: float | None

    @property
    def severity(self) -> Severity | None:
        return Severity.INFO if self.lack is None else None


def _outside(pay: Tariff, bands: Tariff, share: float) -> _Outside | None:
    """The first figure of a seat that is outside the band of its role; a part of a seat has its part of the band."""
    for kind, paid in pay.figures.items():
        band = bands.figures.get(kind)
        if band is None or not band.is_band:
            continue
        lack, excess = _lack(paid, band, share), _excess(paid, band)
        if lack is not None or excess is not None:
            return _Outside(kind, paid, band, lack, excess)
    return None


def _share(seat: Position) -> float:
    return seat.fte if seat.fte and seat.fte < 1 else 1


def _found(organization: Organization, name: str, outside: _Outside) -> Found:
    kind, paid, band, lack, excess = outside
    role = organization.positions[name].role or ""
    side = f"{money(lack)} below" if lack is not None else f"{money(excess or 0)} above"
    return Found(
        f"{described(organization, 'positions', name)} is paid {paid.text} {kind.unit}, {side} "
        f"the band of role {quoted(role)}, {band.text}",
        Spot("positions", name, ("pay", paid.number)),
        (entity("positions", name), entity("roles", role)),
        ((Spot("roles", role, ("pay", band.number)), "the band of the role"),),
        severity=outside.severity,
        subject=name,
    )


def _lack(paid: Figure, band: Figure, share: float) -> float | None:
    """How far pay begins below a part of the band."""
    if paid.lower is None or band.lower is None:
        return None
    return band.lower - paid.lower if paid.lower < band.lower * share * _ROUNDING else None


def _excess(paid: Figure, band: Figure) -> float | None:
    """How far pay ends above the band."""
    if paid.upper is None or band.upper is None or paid.upper <= band.upper:
        return None
    return paid.upper - band.upper
