"""ORG723: roles that count as each other in a ring."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import find_rings
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, ring_path


class CountsAsLoop(Rule):
    """One finding for each ring. In a ring a letter of one role means the seats of all."""

    code = "ORG723"
    name = "counts-as-loop"
    severity = Severity.ERROR
    title = "Roles count as each other in a ring"
    why = (
        "A senior counts as a product manager: what is written for the one means the other too, and not the other way "
        "round. In a ring every letter of one of these roles means the seats of all of them, and nothing tells them "
        "apart."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, counts_as: senior-pm}  # [ORG723]
  senior-pm: {title: Senior Product Manager, counts_as: pm}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  senior-pm: {title: Senior Product Manager, counts_as: pm}
activities:
  backlog: {title: Rank the backlog, assign: {A: pm, R: pm}}
"""
    fix = "Keep the `counts_as` of the role that no row names, and remove it from the role that the rows name."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Roles of a library that nothing names are passed over."""
        roles = context.organization.counting("roles")
        spots = {
            (name, other): Spot("roles", name, ("counts_as", number))
            for name, role in roles.items()
            for number, other in enumerate(role.counts_as)
            if other in roles
        }
        for ring in find_rings(spots):
            steps = list(pairwise((*ring.way, ring.way[0])))
            message = f"{counted(len(ring.way), 'role')} count as each other in a ring: {ring_path(ring.way)}"
            if len(ring.way) == 1:
                message = f"{described(context.organization, 'roles', ring.way[0])} counts as itself"
            elif len(ring.members) > len(ring.way):
                message += f"; {len(ring.members) - len(ring.way):,} more are caught in rings with these"
            related = [(spots[step], f"{quoted(step[0])} counts as {quoted(step[1])}") for step in steps[1:]]
            entities = tuple(entity("roles", name) for name in dict.fromkeys((*ring.way, *ring.members)))
            yield Found(message, spots[steps[0]], entities, tuple(related[:MOST_RELATED]))
