"""ORG701: promotions that lead in a ring."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, ring_path


class PromotionLoop(Rule):
    """One finding for each ring; other rules of the ladder pass over its steps."""

    code = "ORG701"
    name = "promotion-loop"
    severity = Severity.ERROR
    title = "Promotions lead in a ring"
    why = (
        "Whoever is promoted often enough arrives where they started. One of these steps is no promotion, "
        "and nobody on the ladder can tell which."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, promotes_to: senior}  # [ORG701]
  senior: {title: Senior Product Manager, promotes_to: pm}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, promotes_to: senior}
  senior: {title: Senior Product Manager}
"""
    fix = "Remove the promotion that leads back down from `promotes_to`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the first step of the ring."""
        ladder = context.ladder
        for ring in ladder.rings:
            if len(ring.way) == 1:
                (name,) = ring.way
                message = f"{described(context.organization, 'roles', name)} is promoted to itself"
                yield Found(message, ladder.written[name, name].spot, (entity("roles", name),))
                continue
            steps = [ladder.written[step] for step in pairwise((*ring.way, ring.way[0]))]
            message = f"promotions lead through {counted(len(ring.way), 'role')} in a ring: {ring_path(ring.way)}"
            if len(ring.members) > len(ring.way):
                message += f"; {len(ring.members) - len(ring.way):,} more are caught in rings with these"
            related = [(step.spot, f"{quoted(step.lower)} to {quoted(step.upper)}") for step in steps[1:]]
            names = dict.fromkeys((*ring.way, *ring.members))
            entities = tuple(entity("roles", name) for name in names)
            yield Found(message, steps[0].spot, entities, tuple(related[:MOST_RELATED]))
