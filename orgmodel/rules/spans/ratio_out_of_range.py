"""ORG808: too many or too few seats of some roles for those of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.model.policy import Ratio
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described, listed

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where a ratio is counted: in a unit and below it, or in the whole; with the seats on both sides."""

    unit: str | None
    of: int
    to: int


class RatioOutOfRange(Rule):
    """One finding for each entry of `policy.ratios`, or for each unit of the kind that it names in `per`.

    Seats in force count, vacant ones too; in a unit those in it or below it, and its heads.
    """

    code = "ORG808"
    name = "ratio-out-of-range"
    severity = Severity.WARNING
    title = "A ratio between roles is out of range"
    why = (
        "The policy says how many of one role go with one of another, as engineers with a product manager. Beyond "
        "that the fewer ones become the bottleneck, or have too little to do."
    )
    bad = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, engineer: {title: Engineer}}
positions:
  pm-checkout: {role: pm}
  engineers: {role: engineer, reports_to: pm-checkout, seats: 12}
policy:
  ratios:
    - {of: engineer, to: pm, max: 10}  # [ORG808]
"""
    good = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, engineer: {title: Engineer}}
positions:
  pm-checkout: {role: pm}
  engineers: {role: engineer, reports_to: pm-checkout, seats: 8}
policy:
  ratios:
    - {of: engineer, to: pm, max: 10}
"""
    fix = "Add seats of the role that is short, move seats between units, or change the ratio in `policy.ratios`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the unit, or at the ratio where it is about the whole."""
        for number, ratio in enumerate(context.policy.ratios):
            spot = Spot("policy", "", ("ratios", number))
            for scope in _scopes(context, ratio):
                limit = _missed(ratio, scope)
                if not limit:
                    continue
                where = "the organisation"
                at, entities = spot, tuple(entity("roles", name) for name in (*ratio.of, *ratio.to))
                if scope.unit is not None:
                    where = described(context.organization, "units", scope.unit)
                    at, entities = Spot("units", scope.unit), (entity("units", scope.unit), *entities)
                each = f"{scope.of / scope.to:.3g} for one" if scope.to else "none to go with"
                yield Found(
                    f"{where} has {_seats(scope.of, ratio.of)} for {_seats(scope.to, ratio.to)}: {each}, {limit}",
                    at,
                    entities,
                    ((spot, "the ratio"),) if at != spot else (),
                    subject=f"{scope.unit} {' '.join(ratio.of)} {' '.join(ratio.to)}",
                )


def _scopes(context: RuleContext, ratio: Ratio) -> Iterator[_Scope]:
    organization, seating = context.organization, context.lines.seating

    def seats(names: Sequence[str]) -> int:
        return sum(organization.positions[name].seats for name in dict.fromkeys(names))

    if ratio.per is None:
        of, to = ([seat for role in side for seat in seating.of_role(role)] for side in (ratio.of, ratio.to))
        yield _Scope(None, seats(of), seats(to))
        return
    for name, unit in organization.units.items():
        if unit.kind == ratio.per and unit.in_force(context.day):
            of, to = ([seat for role in side for seat in seating.within(role, name)] for side in (ratio.of, ratio.to))
            yield _Scope(name, seats(of), seats(to))


def _missed(ratio: Ratio, scope: _Scope) -> str:
    """The limit that is not kept; without any seat on either side there is nothing to compare."""
    if not scope.of and not scope.to:
        return ""
    if ratio.max is not None and scope.of > ratio.max * scope.to * (1 + _ROUNDING):
        return f"{ratio.max:g} at most"
    if ratio.min is not None and scope.of < ratio.min * scope.to * (1 - _ROUNDING):
        return f"{ratio.min:g} at least"
    return ""


def _seats(number: int, roles: Sequence[str]) -> str:
    what = listed([quoted(role) for role in roles])
    return f"{number:,} seat{'' if number == 1 else 's'} of {what}" if number else f"no seat of {what}"
