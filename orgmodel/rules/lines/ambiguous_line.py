"""ORG207: a seat whose manager could be any of several."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, Where
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class AmbiguousLine(Rule):
    """One finding for each set of candidates, with all the seats that cannot choose among them."""

    code = "ORG207"
    name = "ambiguous-line"
    severity = Severity.WARNING
    title = "Several seats could be the manager"
    why = (
        "The role's usual line fits more than one seat, so the model cannot say who manages this position, "
        "and people in it may well get two different answers."
    )
    bad = """\
orgmodel: 1
roles:
  director: {title: Director of Product}
  pm: {title: Product Manager, reports_to: director}
positions:
  dir-growth: {role: director}
  dir-core: {role: director, reports_to: dir-growth}
  pm-checkout: {role: pm}  # [ORG207]
"""
    good = """\
orgmodel: 1
roles:
  director: {title: Director of Product}
  pm: {title: Product Manager, reports_to: director}
positions:
  dir-growth: {role: director}
  dir-core: {role: director, reports_to: dir-growth}
  pm-checkout: {role: pm, reports_to: dir-core}
"""
    fix = "Write `reports_to` on the position, or make one of the candidates the head of the unit."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats with the same candidates stand together, at the first of them."""
        lines = context.lines
        by_candidates: dict[tuple[int, ...], list[str]] = {}
        for i, candidates in lines.candidates.items():
            by_candidates.setdefault(candidates, []).append(lines.ids[i])
        for candidates, names in by_candidates.items():
            yield _found(context, names, [lines.ids[candidate] for candidate in candidates])


def _found(context: RuleContext, names: list[str], candidates: list[str]) -> Found:
    organization = context.organization
    who = f"{described(organization, 'positions', names[0])} could report"
    if len(names) > 1:
        who = f"{counted(len(names), 'position')} ({listed([quoted(name) for name in names])}) could report"
    related: list[tuple[Where, str]] = [(Spot("positions", name), "a candidate") for name in candidates]
    related = related[:MOST_RELATED] + [
        (Spot("positions", name, ("reports_to",), key=True), "has the same candidates")
        for name in names[1:MOST_RELATED]
    ]
    return Found(
        f"{who} to any of {len(candidates):,}: {listed([quoted(name) for name in candidates])}",
        Spot("positions", names[0], ("reports_to",), key=True),
        tuple(entity("positions", name) for name in (*names, *candidates)),
        tuple(related[:MOST_RELATED]),
        subject=" ".join(candidates),
    )
