"""ORG709: the upper rung pays less than the lower one."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.pay import Pair
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.pay import paid_steps, related_pay
from orgmodel.rules.ladder.rungs import both_named
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import listed


class PayInverted(Rule):
    """One finding for each promotion; info where only one end of the band falls, as wide bands may do.

    Compared is like with like: one statistic, currency, period, source and year.
    """

    code = "ORG709"
    name = "pay-inverted"
    severity = Severity.WARNING
    title = "The next rung pays less"
    why = (
        "Nobody takes more responsibility for less money. Where figures really fall, the step is refused; "
        "where they only seem to, they come from different years or countries."
    )
    bad = """\
orgmodel: 1
roles:
  director:
    title: Product Director
    promotes_to: head
    pay: {min: 174000, max: 192000, currency: USD}
  head:
    title: Head of Product
    pay: {min: 120000, max: 131000, currency: USD}  # [ORG709]
"""
    good = """\
orgmodel: 1
roles:
  director:
    title: Product Director
    promotes_to: head
    pay: {min: 174000, max: 192000, currency: USD}
  head:
    title: Head of Product
    pay: {min: 185000, max: 220000, currency: USD}
"""
    fix = "Correct the band that is wrong, or write `source` and `year` so that unlike figures are not compared."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the pay of the upper role."""
        organization = context.organization
        for step, compared in paid_steps(context.ladder):
            falls = [(pair, _falling(pair)) for pair in compared]
            falls = [(pair, ends) for pair, ends in falls if ends]
            if not falls:
                continue
            lower, upper = both_named(organization, step)
            shown = [
                f"{pair.upper.text} after {pair.lower.text} {pair.kind.unit} ({pair.kind.origin}), {_how(ends)} lower"
                for pair, ends in falls
            ]
            is_whole = any(len(ends) == _compared(pair) for pair, ends in falls)
            yield Found(
                f"{upper} pays less than {lower}, from which it is reached: {listed(shown, 3)}",
                Spot("roles", step.upper, ("pay", falls[0][0].upper.number)),
                step.entities[::-1],
                related_pay(step, [pair for pair, _ in falls]),
                severity=None if is_whole else Severity.INFO,
                subject=step.subject,
            )


def _falling(pair: Pair) -> tuple[str, ...]:
    """Which ends of the band are lower on the upper rung."""
    ends = (("starts", pair.lower.lower, pair.upper.lower), ("ends", pair.lower.upper, pair.upper.upper))
    return tuple(word for word, low, high in ends if low is not None and high is not None and high < low)


def _how(ends: tuple[str, ...]) -> str:
    return " and ".join(ends)


def _compared(pair: Pair) -> int:
    ends = ((pair.lower.lower, pair.upper.lower), (pair.lower.upper, pair.upper.upper))
    return sum(None not in end for end in ends)
