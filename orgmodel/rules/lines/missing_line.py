"""ORG206: a seat that should have a manager and has none."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.derivation import first_in_force
from orgmodel.graph.hierarchy import MISSING
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.rule import Found, Rule, Where
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed

_Cause = tuple[str, str | None, str | None]
"""The seat's role, the role its line asks for, and the unit from which no seat of that role is found."""


class MissingLine(Rule):
    """One finding for each role and unit in which the line of the role finds no seat."""

    code = "ORG206"
    name = "missing-line"
    severity = Severity.WARNING
    title = "A position finds no manager"
    why = (
        "The role says to whom it usually reports, but there is no such seat above this position. Whoever "
        "sits here has no manager, or has one that the model does not know."
    )
    bad = """\
orgmodel: 1
roles:
  director: {title: Director of Product}
  pm: {title: Product Manager, reports_to: director}
positions:
  chief: {title: Chief Product Officer}
  pm-checkout: {role: pm}  # [ORG206]
"""
    good = """\
orgmodel: 1
roles:
  director: {title: Director of Product}
  pm: {title: Product Manager, reports_to: director}
positions:
  chief: {title: Chief Product Officer}
  pm-checkout: {role: pm, reports_to: chief}
"""
    fix = "Write `reports_to` on the position (`~` for a top), or add the seat that its role reports to."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats with the same cause stand together, at the first of them."""
        lines = context.lines
        if MISSING not in lines.parent:
            return
        by_cause: dict[_Cause, list[str]] = {}
        expired: list[str] = []
        for i, above in enumerate(lines.parent):
            if above != MISSING:
                continue
            name = lines.ids[i]
            if context.organization.positions[name].reports_to:
                expired.append(name)
            elif not _follows(context, cause := _cause(context, name)):
                by_cause.setdefault(cause, []).append(name)
        for name in expired:
            message = f"{described(context.organization, 'positions', name)} has no line on {context.day}"
            spot = line_spot(context.organization, "positions", name)
            yield Found(f"{message}: those it writes are for other days", spot, (entity("positions", name),))
        for cause, names in by_cause.items():
            yield _found(context, cause, names)


def _follows(context: RuleContext, cause: _Cause) -> bool:
    """Whether only a misspelt role or unit keeps a seat from its manager, which is a finding of its own."""
    _, wanted, unit = cause
    if wanted is None:
        return False
    if wanted in context.misspelt.seats:
        return True
    return unit in context.misspelt.units and bool(context.lines.seating.of_role(wanted))


def _cause(context: RuleContext, name: str) -> _Cause:
    organization = context.organization
    seat = organization.positions[name]
    role = organization.role_of(name)
    line = first_in_force(role.reports_to, context.day) if role is not None else None
    return seat.role or "", line.to if line is not None else None, seat.unit


def _found(context: RuleContext, cause: _Cause, names: list[str]) -> Found:
    organization = context.organization
    role, wanted, unit = cause
    spots: list[tuple[Where, str]] = [
        (Spot("positions", name, ("reports_to",), key=True), "finds no manager either") for name in names[:MOST_RELATED]
    ]
    related = spots[1:]
    message = f"{described(organization, 'positions', names[0])} finds no manager"
    if len(names) > 1:
        seats = listed([quoted(name) for name in names])
        message = f"{counted(len(names), 'position')} of role {quoted(role)} find no manager: {seats}"
    if wanted is not None:
        place = f" in or above unit {quoted(unit)}" if unit is not None else ""
        lacks = f"has no seat to report to{place}" if wanted in organization.roles else "does not exist"
        upward = "itself (role-line-loop)" if wanted == role else f"{quoted(wanted)}, which {lacks}"
        message += f"; the role reports to {upward}"
        related.append((line_spot(organization, "roles", role), "the usual line of the role"))
    entities = [entity("positions", name) for name in names]
    return Found(message, spots[0][0], (*entities, entity("roles", role)), tuple(related), subject=f"{role} {unit}")
