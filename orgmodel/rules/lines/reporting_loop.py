"""ORG201: posts that report to each other in a ring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgmodel.findings import Severity
from orgmodel.graph.lines import DERIVED
from orgmodel.model.organization import Organization, Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import Reporting, entries_of, line_spot, reporting
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, ring_path


class ReportingLoop(Rule):
    """One finding for each loop; a repeated id that makes it is named as its cause."""

    code = "ORG201"
    name = "reporting-loop"
    severity = Severity.ERROR
    title = "Posts report to each other in a ring"
    why = (
        "In a ring everybody is their own manager's manager: no decision can be taken further up, and "
        "nothing below the ring is led by anybody at the top."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: analyst, holder: Sam Ortiz}  # [ORG201]
  analyst: {reports_to: lead, holder: Li Wei}
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz}
  analyst: {reports_to: lead, holder: Li Wei}
"""
    fix = "Change the `reports_to` of one member of the loop so that it leads towards the top."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """A loop over lines of any entry of an id, also of repeated ones."""
        found = reporting(context)
        for ring, members in zip(found.hierarchy.rings, found.hierarchy.loops, strict=True):
            yield _found(context, found, ring, members)


def _found(context: RuleContext, among: Reporting, ring: Sequence[int], members: Sequence[int]) -> Found:
    organization = context.organization
    names = [among.ids[member] for member in ring]
    repeated = next((name for name in names if _has_rival_lines(organization, among.kind, name)), None)
    if repeated is not None:
        start = names.index(repeated)
        names = names[start:] + names[:start]
    message = f"reporting loop of {counted(len(names), among.word)}: {ring_path(names)}"
    if len(members) > len(ring):
        message += f"; {len(members) - len(ring):,} more are caught in loops with these"
    spots = [_line_spot(context, among.kind, *step) for step in pairwise((*names, names[0]))]
    related = [
        (spot, f"{quoted(name)} reports to {quoted(above)}")
        for spot, (name, above) in zip(spots[1:], pairwise((*names[1:], names[0])), strict=True)
    ]
    fix = ""
    if repeated is not None:
        rows = [number for number, _ in entries_of(organization, among.kind, repeated)]
        message += f"; it follows from the id {quoted(repeated)}, which {len(rows)} entries share (duplicate-id)"
        others = [row for row in rows if row != spots[0].occurrence]
        note = f"{quoted(repeated)} is defined here as well"
        related[:0] = [(Spot(among.kind, repeated, occurrence=row), note) for row in others]
        fix = f"Give each of the {len(rows)} entries with the id {quoted(repeated)} an id of its own."
    ordered = dict.fromkeys((*(f"{among.word}:{name}" for name in names), *among.entities(members)))
    return Found(message, spots[0], tuple(ordered), tuple(related[:MOST_RELATED]), fix=fix)


def _line_spot(context: RuleContext, kind: str, name: str, above: str) -> Spot:
    """Where the line is written: with the entry, or with its role when it is derived."""
    if kind == "positions":
        lines = context.lines
        role = context.organization.positions[name].role
        if role is not None and lines.how[lines.index[name]] == DERIVED:
            return line_spot(context.organization, "roles", role)
    return line_spot(context.organization, kind, name, above)


def _has_rival_lines(organization: Organization, kind: str, name: str) -> bool:
    """Whether entries of one id name different managers, so that they are hardly one post."""
    if name not in organization.repeats.get(kind, {}):
        return False
    entries = entries_of(organization, kind, name)
    return len({tuple(line.to for line in entry.reports_to or ()) for _, entry in entries}) > 1
