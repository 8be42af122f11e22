"""ORG713: a seat that is paid outside the band of its role."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.pay import Figure, Kind, figures, money
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
        organization = context.organization
        bands = {name: figures(role.pay) for name, role in organization.roles.items() if role.pay}
        for name, seat in organization.positions.items():
            if not seat.pay or seat.role not in bands or seat.role is None or not seat.in_force(context.day):
                continue
            for kind, paid in figures(seat.pay).items():
                band = bands[seat.role].get(kind)
                if band is None or not band.is_band:
                    continue
                side = _side(paid, band, seat)
                if not side:
                    continue
                severity = None if "below" in side else Severity.INFO
                yield later(_found, context, name, kind, paid, band, severity=severity)
                break


def _found(context: RuleContext, name: str, kind: Kind, paid: Figure, band: Figure) -> Found:
    organization = context.organization
    seat = organization.positions[name]
    role, side = seat.role or "", _side(paid, band, seat)
    return Found(
        f"{described(organization, 'positions', name)} is paid {paid.text} {kind.unit}, {side} "
        f"the band of role {quoted(role)}, {band.text}",
        Spot("positions", name, ("pay", paid.number)),
        (entity("positions", name), entity("roles", role)),
        ((Spot("roles", role, ("pay", band.number)), "the band of the role"),),
        severity=None if "below" in side else Severity.INFO,
        subject=name,
    )


def _side(paid: Figure, band: Figure, seat: Position) -> str:
    share = seat.fte if seat.fte and seat.fte < 1 else 1
    if paid.lower is not None and band.lower is not None and paid.lower < band.lower * share * _ROUNDING:
        return f"{money(band.lower - paid.lower)} below"
    if paid.upper is not None and band.upper is not None and paid.upper > band.upper:
        return f"{money(paid.upper - band.upper)} above"
    return ""
