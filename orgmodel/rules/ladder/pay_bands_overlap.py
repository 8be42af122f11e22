"""ORG710: the pay bands of neighbouring rungs lie too much over each other."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.pay import Figure
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.pay import paid_steps, related_pay
from orgmodel.rules.ladder.rungs import both_named
from orgmodel.rules.rule import Found, Rule


class PayBandsOverlap(Rule):
    """One finding for each promotion above `policy.pay.overlap`.

    Overlap is (upper end of the lower band - lower end of the upper band) / width of the upper band. Where
    the upper band has an open end, the width of the lower band is taken, and the finding says so. Bands that
    end at one figure always overlap. Bands that fall are left to `pay-inverted`.
    """

    code = "ORG710"
    name = "pay-bands-overlap"
    severity = Severity.INFO
    title = "Pay bands of neighbouring rungs overlap widely"
    why = (
        "Some overlap is wanted: an experienced product manager may earn more than a new senior one. With too "
        "much of it a promotion brings no room for a raise, and the rungs differ in title only."
    )
    bad = """\
orgmodel: 1
roles:
  pm:
    title: Product Manager
    promotes_to: senior
    pay: {min: 62000, max: 146000, currency: USD}
  senior:
    title: Senior Product Manager
    pay: {min: 90000, max: 150000, currency: USD}  # [ORG710]
"""
    good = """\
orgmodel: 1
roles:
  pm:
    title: Product Manager
    promotes_to: senior
    pay: {min: 62000, max: 146000, currency: USD}
  senior:
    title: Senior Product Manager
    pay: {min: 130000, max: 180000, currency: USD}
"""
    fix = "Move the bands apart, or raise `policy.pay.overlap` if so much is wanted."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Bands of one source and year; single amounts are no bands."""
        organization, limit = context.organization, context.policy.pay.overlap
        for step, compared in paid_steps(context.ladder):
            for pair in compared:
                how = _overlap(pair.lower, pair.upper, limit)
                if not how:
                    continue
                lower, upper = both_named(organization, step)
                yield Found(
                    f"pay of {lower} and of the next rung {upper} overlaps: {pair.lower.text} and {pair.upper.text} "
                    f"{pair.kind.unit} ({pair.kind.origin}), {how}",
                    Spot("roles", step.upper, ("pay", pair.upper.number)),
                    step.entities[::-1],
                    related_pay(step, [pair]),
                    subject=step.subject,
                )
                break


def _overlap(lower: Figure, upper: Figure, limit: float) -> str:
    """How far two bands overlap, if it is too far; nothing where one of them falls."""
    if not (lower.is_band and upper.is_band) or lower.upper is None:
        return ""
    if upper.upper is not None and upper.upper < lower.upper:
        return ""
    if upper.lower is None:
        return "both end at one figure" if upper.upper == lower.upper else ""
    if lower.lower is not None and upper.lower < lower.lower:
        return ""
    shared = lower.upper - upper.lower
    if upper.upper is not None:
        width, of_what = upper.upper - upper.lower, "of the upper band"
    elif lower.lower is not None:
        width, of_what = lower.upper - lower.lower, "of the lower band, as the upper one has no end"
    else:
        return ""
    if width <= 0 or shared <= limit * width:
        return ""
    return f"{shared / width:.0%} {of_what}, {limit:.0%} at most"
