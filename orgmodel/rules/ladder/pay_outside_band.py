"""ORG713: a seat that is paid outside the band of its role."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.pay import Figure, Kind, money
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.model.positions import Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
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
        positions, bands = context.organization.positions, context.payroll.roles
        for name, payer in context.payroll.seats.items():
            seat = positions[name]
            if seat.role not in bands or seat.role is None or not seat.in_force(context.day):
                continue
            for kind, paid in payer.figures.items():
                band = bands[seat.role].figures.get(kind)
                if band is None or not band.is_band:
                    continue
                lack, excess = _lack(paid, band, seat), _excess(paid, band)
                if lack is not None or excess is not None:
                    severity = Severity.INFO if lack is None else None
                    yield later(_found, context, name, kind, paid, band, severity=severity)
                    break


def _found(context: RuleContext, name: str, kind: Kind, paid: Figure, band: Figure) -> Found:
    organization = context.organization
    seat = organization.positions[name]
    role, lack = seat.role or "", _lack(paid, band, seat)
    side = f"{money(lack)} below" if lack is not None else f"{money(_excess(paid, band) or 0)} above"
    return Found(
        f"{described(organization, 'positions', name)} is paid {paid.text} {kind.unit}, {side} "
        f"the band of role {quoted(role)}, {band.text}",
        Spot("positions", name, ("pay", paid.number)),
        (entity("positions", name), entity("roles", role)),
        ((Spot("roles", role, ("pay", band.number)), "the band of the role"),),
        severity=Severity.INFO if lack is None else None,
        subject=name,
    )


def _lack(paid: Figure, band: Figure, seat: Position) -> float | None:
    """How far pay begins below the band, of which a part of a seat has its part."""
    if paid.lower is None or band.lower is None:
        return None
    share = seat.fte if seat.fte and seat.fte < 1 else 1
    return band.lower - paid.lower if paid.lower < band.lower * share * _ROUNDING else None


def _excess(paid: Figure, band: Figure) -> float | None:
    """How far pay ends above the band."""
    if paid.upper is None or band.upper is None or paid.upper <= band.upper:
        return None
    return paid.upper - band.upper
