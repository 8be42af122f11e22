"""ORG720: pay figures of one role that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from orgmodel.analysis.pay import Figure, Kind, figures, money
from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described, listed

_ORDER = {"p10": 1, "p25": 2, "median": 3, "p75": 4, "p90": 5}
_ABOVE_START = {"median", "p75", "p90"}
_Stated = tuple[Kind, Figure]


class PayFiguresDisagree(Rule):
    """One finding for each role. Sources are compared with each other here: that they disagree is the point.

    Percentiles rise, no figure lies outside the band, and starting pay is neither above the median nor in the
    upper half of the band. Currency and period must be the same, and so must the year.
    """

    code = "ORG720"
    name = "pay-figures-disagree"
    severity = Severity.INFO
    title = "Pay figures of one role contradict each other"
    why = (
        "Beginners cannot earn more than the average, nor anybody less than the least. One of the figures is "
        "wrong, or they come from sources that count different jobs, places or years."
    )
    bad = """\
orgmodel: 1
roles:
  director:
    title: Product Director
    pay:
      - {stat: start, amount: 174000, currency: USD, source: guide}
      - {stat: median, amount: 152000, currency: USD, source: survey}  # [ORG720]
"""
    good = """\
orgmodel: 1
roles:
  director:
    title: Product Director
    pay:
      - {stat: start, amount: 124000, currency: USD, source: guide}
      - {stat: median, amount: 152000, currency: USD, source: survey}
"""
    fix = "Correct or remove one of the figures, or give each the `year` it is of."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the later of the first two figures that disagree."""
        organization = context.organization
        for name, role in context.ladder.roles.items():
            if len(role.pay) < 2:
                continue
            stated = list(figures(role.pay).items())
            found = [(one, other, text) for one, other in combinations(stated, 2) for text in _faults(one, other)]
            if not found:
                continue
            one, other, _ = found[0]
            yield Found(
                f"pay figures of {described(organization, 'roles', name)} disagree: "
                f"{listed([text for *_, text in found], 3)}",
                Spot("roles", name, ("pay", max(one[1].number, other[1].number))),
                (entity("roles", name),),
                ((Spot("roles", name, ("pay", min(one[1].number, other[1].number))), "disagrees with this"),),
            )


def _faults(one: _Stated, other: _Stated) -> Iterator[str]:
    """What is wrong between two figures, in either order."""
    if (one[0].currency, one[0].period, one[0].year) == (other[0].currency, other[0].period, other[0].year):
        yield from _fault(one, other)
        yield from _fault(other, one)


def _fault(one: _Stated, other: _Stated) -> Iterator[str]:
    (kind, figure), (above_kind, above) = one, other
    rises = kind.stat in _ORDER and _ORDER[kind.stat] < _ORDER.get(above_kind.stat, 0)
    if (rises or (kind.stat == "start" and above_kind.stat in _ABOVE_START)) and _is_over(figure.lower, above.upper):
        yield f"{_named(one)} lies above {_named(other)}"
    if above_kind.stat != "range" or not above.is_band or kind.stat == "range":
        return
    middle = above.middle
    if above.upper is not None and _is_over(figure.upper, above.upper):
        yield f"{_named(one)} lies above the {money(above.upper)} at which the band ends ({above_kind.origin})"
    elif above.lower is not None and _is_over(above.lower, figure.lower):
        yield f"{_named(one)} lies below the {money(above.lower)} at which the band begins ({above_kind.origin})"
    elif kind.stat == "start" and _is_over(figure.lower, middle):
        yield f"{_named(one)} lies in the upper half of the band, {_named(other)}"


def _is_over(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one > other


def _named(stated: _Stated) -> str:
    kind, figure = stated
    amount = money(figure.lower) if figure.lower is not None and figure.lower == figure.upper else figure.text
    return f"{amount} ({kind.origin})"
