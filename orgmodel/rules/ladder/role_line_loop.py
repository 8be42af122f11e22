"""ORG719: usual lines from role to role that lead in a ring, in a model with positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgmodel.findings import Severity
from orgmodel.graph.hierarchy import SELF
from orgmodel.graph.lines import DERIVED
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, ring_path


class RoleLineLoop(Rule):
    """One finding for each ring. Without positions `reporting-loop` and `self-report` judge roles; with them they
    judge positions, and a ring that seats have taken over from these roles is left to `reporting-loop`.
    """

    code = "ORG719"
    name = "role-line-loop"
    severity = Severity.ERROR
    title = "Roles report to each other in a ring"
    why = (
        "The usual lines say where a seat without a line of its own belongs. In a ring each role is above and "
        "below the others, so such a seat has no place, and a new one will be put wrong."
    )
    bad = """\
orgmodel: 1
roles:
  lead: {title: Lead, reports_to: pm}  # [ORG719]
  pm: {title: Product Manager, reports_to: lead}
positions:
  lead: {role: lead, reports_to: ~}
  pm-checkout: {role: pm, reports_to: lead}
"""
    good = """\
orgmodel: 1
roles:
  lead: {title: Lead}
  pm: {title: Product Manager, reports_to: lead}
positions:
  lead: {role: lead, reports_to: ~}
  pm-checkout: {role: pm, reports_to: lead}
"""
    fix = "Remove or change the `reports_to` of the role that stands highest."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Lines in force on the day; silent roles of a library are passed over."""
        roles = context.role_lines
        rings: list[Sequence[int]] = [(i,) for i, above in enumerate(roles.parent) if above == SELF]
        rings += roles.hierarchy.rings
        if not rings:
            return
        told = _told(context)
        for ring in rings:
            names = [roles.ids[i] for i in ring]
            if told.issuperset(names):
                continue
            message = f"usual lines of {counted(len(names), 'role')} lead in a ring: {ring_path(names)}"
            if len(names) == 1:
                message = f"{described(context.organization, 'roles', names[0])} usually reports to itself"
            spots = [_spot(context, name, above) for name, above in pairwise((*names, names[0]))]
            related = [
                (spot, f"{quoted(name)} reports to {quoted(above)}")
                for spot, (name, above) in zip(spots[1:], pairwise((*names[1:], names[0])), strict=True)
            ]
            entities = tuple(entity("roles", name) for name in names)
            yield Found(message, spots[0], entities, tuple(related[:MOST_RELATED]))


def _told(context: RuleContext) -> set[str]:
    """Roles whose ring is a ring of seats as well, by lines that come from the roles."""
    lines, positions = context.lines, context.organization.positions
    found: set[str] = set()
    for ring in lines.hierarchy.rings:
        if all(lines.how[i] == DERIVED for i in ring):
            found.update(role for i in ring if (role := positions[lines.ids[i]].role) is not None)
    return found


def _spot(context: RuleContext, name: str, above: str) -> Spot:
    """The line to the next role; where that was reached over a silent role, the first one."""
    lines = context.organization.roles[name].reports_to or ()
    number = next((i for i, line in enumerate(lines) if line.to == above and line.in_force(context.day)), 0)
    return Spot("roles", name, ("reports_to", number))
