"""ORG708: a pay band whose lower end lies above its upper end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.analysis.pay import money
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class PayBandReversed(Rule):
    """One finding for each figure of a role or position, repeats of an id too."""

    code = "ORG708"
    name = "pay-band-reversed"
    severity = Severity.ERROR
    title = "A pay band ends below its beginning"
    why = "No pay lies in such a band, so nobody is paid rightly and every comparison with it is wrong."
    bad = """\
orgmodel: 1
roles:
  pm:
    title: Product Manager
    pay: {min: 146000, max: 62000, currency: USD}  # [ORG708]
"""
    good = """\
orgmodel: 1
roles:
  pm:
    title: Product Manager
    pay: {min: 62000, max: 146000, currency: USD}
"""
    fix = "Swap the two ends, or correct the one that is wrong."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the upper end."""
        organization = context.organization
        for kind in ("roles", "positions"):
            section, repeats = organization.section(kind), organization.repeats.get(kind, {})
            for name in section if repeats or kind == "roles" else _seats_to_look_at(context):
                for occurrence, each in enumerate((section[name], *repeats.get(name, ()))):
                    for number, pay in enumerate(each.pay):
                        if pay.min is None or pay.max is None or pay.min <= pay.max:
                            continue
                        yield Found(
                            f"pay of {described(organization, kind, name)} begins at {money(pay.min)} "
                            f"and ends at {money(pay.max)}",
                            Spot(kind, name, ("pay", number, "max"), occurrence=occurrence),
                            (entity(kind, name),),
                        )


def _seats_to_look_at(context: RuleContext) -> Iterable[str]:
    """The seats that say both ends of a band."""
    stated = context.rare_fields["pay"].items()
    return dict.fromkeys(name for name, pays in stated for pay in pays if pay.min is not None and pay.max is not None)
