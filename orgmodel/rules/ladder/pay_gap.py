"""ORG711: pay between two rungs that belongs to neither."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.pay import money
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.pay import paid_steps, related_pay
from orgmodel.rules.ladder.rungs import both_named
from orgmodel.rules.rule import Found, Rule

_ROUNDING = 0.01


class PayGap(Rule):
    """One finding for each promotion. Only bands have gaps between them, and one per cent is rounding."""

    code = "ORG711"
    name = "pay-gap"
    severity = Severity.INFO
    title = "Pay bands of neighbouring rungs leave a gap"
    why = (
        "A promotion over the gap costs at least that much at once, so it is put off; and an offer to somebody "
        "from outside who falls between the bands fits no role."
    )
    bad = """\
orgmodel: 1
roles:
  senior:
    title: Senior Product Manager
    promotes_to: director
    pay: {min: 113000, max: 146000, currency: USD}
  director:
    title: Product Director
    pay: {min: 174000, max: 192000, currency: USD}  # [ORG711]
"""
    good = """\
orgmodel: 1
roles:
  senior:
    title: Senior Product Manager
    promotes_to: director
    pay: {min: 113000, max: 178000, currency: USD}
  director:
    title: Product Director
    pay: {min: 174000, max: 192000, currency: USD}
"""
    fix = "Widen one of the bands until they meet, or add the rung that is missing between them."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """The end of the lower band against the beginning of the upper one, of one source and year."""
        organization = context.organization
        for step, compared in paid_steps(context.ladder):
            for pair in compared:
                end, begin = pair.lower.upper, pair.upper.lower
                if pair.kind.stat != "range" or not (pair.lower.is_band and pair.upper.is_band):
                    continue
                if end is None or begin is None or begin - end <= _ROUNDING * abs(end):
                    continue
                lower, upper = both_named(organization, step)
                share = f" ({(begin - end) / end:.0%})" if end > 0 else ""
                yield Found(
                    f"pay of {lower} ends at {money(end)} {pair.kind.unit}, the next rung {upper} begins at "
                    f"{money(begin)} ({pair.kind.origin}): a gap of {money(begin - end)}{share}",
                    Spot("roles", step.upper, ("pay", pair.upper.number)),
                    step.entities[::-1],
                    related_pay(step, [pair]),
                    subject=step.subject,
                )
                break
