"""ORG204: more tops than the organisation says it has."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.lines import ENDED
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import Reporting, line_spot, reporting
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, listed


class SeveralTops(Rule):
    """One finding for the whole model. Ended posts, external and unplaced roles are no tops.

    Neither is a seat without a line because its role or line is misspelt: that is a finding already.
    """

    code = "ORG204"
    name = "several-tops"
    severity = Severity.WARNING
    title = "More tops than expected"
    why = (
        "A post without a manager is a top. Most organisations have one; a second is usually a line that "
        "somebody forgot, and with it a part of the organisation that nobody at the top leads."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz}
  analyst: {holder: Li Wei}  # [ORG204]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz}
  analyst: {reports_to: lead, holder: Li Wei}
"""
    fix = "Give each surplus top its `reports_to`, or raise `policy.tops` if there really are so many."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """The tops with most below them are taken for the true ones; the first of the others is the place."""
        found = reporting(context)
        tops = _tops(context, found)
        if len(tops) <= context.policy.tops or _has_no_lines(context, found):
            return
        subtree = found.hierarchy.subtree
        by_size = sorted(tops, key=lambda top: (-subtree[top], top))
        true_tops = set(by_size[: context.policy.tops])
        surplus = [top for top in tops if top not in true_tops]
        ordered = [*surplus, *sorted(true_tops)]
        shown = [f"{quoted(found.ids[top])} ({subtree[top] - 1:,} below)" for top in by_size]
        related = [
            (line_spot(context.organization, found.kind, found.ids[top]), f"{quoted(found.ids[top])} is a top too")
            for top in ordered[1 : MOST_RELATED + 1]
        ]
        yield Found(
            f"{counted(len(tops), found.word)} report to nobody, {context.policy.tops:,} expected: {listed(shown)}",
            line_spot(context.organization, found.kind, found.ids[ordered[0]]),
            tuple(entity(found.kind, found.ids[top]) for top in ordered),
            tuple(related),
            subject="several-tops",
        )


def _has_no_lines(context: RuleContext, found: Reporting) -> bool:
    """Whether the model says nothing of lines at all, as a list of seats does."""
    if len(found.hierarchy.tops) < len(found.ids):
        return False
    section = context.organization.section(found.kind)
    return all(section[name].reports_to is None for name in found.ids)


def _has_lost_line(context: RuleContext, name: str) -> bool:
    return context.misspelt.has_lost_line(name, context.organization.positions[name])


def _tops(context: RuleContext, found: Reporting) -> list[int]:
    tops = found.hierarchy.tops
    if found.kind == "positions":
        in_force = (top for top in tops if context.lines.statuses[top] != ENDED)
        return [top for top in in_force if not _has_lost_line(context, found.ids[top])]
    roles = context.organization.roles
    return [top for top in tops if not roles[found.ids[top]].external]
