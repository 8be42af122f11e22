"""ORG205: parts of the organisation that no top leads to."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.hierarchy import AMBIGUOUS, LOOP, MISSING, NOT_YET, SELF, UNRESOLVED, Group
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import Reporting, entries_of, line_spot, reporting
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted


class UnreachableFromTop(Rule):
    """One finding for each cause: heads that name the same missing manager make one group."""

    code = "ORG205"
    name = "unreachable-from-top"
    severity = Severity.WARNING
    title = "A part is cut off from every top"
    why = (
        "One wrong line at the head of a branch takes everybody below it out of the organisation: charts "
        "show them apart, and nothing escalates from there to the top. Where nobody hangs below the wrong line "
        "itself, or nobody at all is a top, the finding of the cause has said it, and this one is info."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: director, holder: Sam Ortiz}  # [ORG205]
  analyst: {reports_to: lead, holder: Li Wei}
policy: {severity: {unknown-reference: warning}}
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz}
  analyst: {reports_to: lead, holder: Li Wei}
"""
    fix = "Mend the cause named here: with one right line at the head the whole part is back."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Groups in the order of their first heads; a lone head whose own finding says it all is left out."""
        found = reporting(context)
        merged: dict[tuple[int, str], list[Group]] = {}
        for group in found.hierarchy.groups():
            if group.cause in {MISSING, AMBIGUOUS} and len(group.members) == 1:
                continue
            merged.setdefault((group.cause, _subject(context, found, group)), []).append(group)
        for (cause, subject), groups in merged.items():
            yield _found(context, found, cause, subject, groups)


def _subject(context: RuleContext, found: Reporting, group: Group) -> str:
    """The cause by name: the manager that is not there, else the head itself."""
    head = group.heads[0]
    if head in found.unresolved:
        return found.unresolved[head]
    name = found.ids[head]
    if group.cause == NOT_YET:
        positions, shown = context.organization.positions, context.lines.index
        entries = entries_of(context.organization, found.kind, name)
        lines = (line.to for _, entry in entries for line in entry.reports_to or ())
        return next((to for to in lines if to in positions and to not in shown), name)
    return name


def _found(context: RuleContext, found: Reporting, cause: int, subject: str, groups: list[Group]) -> Found:
    heads = [head for group in groups for head in group.heads]
    members = dict.fromkeys((*heads, *(member for group in groups for member in group.members)))
    number = len(members)
    are = "is" if number == 1 else "are"
    message = f"{counted(number, found.word)} {are} cut off from every top, because {_because(cause, subject)}"
    if not found.hierarchy.tops:
        message += "; there is no top at all (no-top)"
    spots = [line_spot(context.organization, found.kind, found.ids[head]) for head in heads[: MOST_RELATED + 1]]
    note = "cut off by the same cause"
    return Found(
        message,
        spots[0],
        found.entities(list(members)),
        tuple((spot, note) for spot in spots[1:]),
        subject=f"{cause} {subject}",
        severity=Severity.INFO if _is_told(found, cause, number, len(set(heads))) else None,
    )


def _is_told(found: Reporting, cause: int, members: int, heads: int) -> bool:
    """Whether other findings name everybody: that of the cause, or `no-top`, which means all."""
    if cause in {UNRESOLVED, SELF, LOOP} and members == heads:
        return True
    return not found.hierarchy.tops and members == len(found.ids)


def _because(cause: int, subject: str) -> str:
    name = quoted(subject)
    return {
        SELF: f"{name} reports to itself (self-report)",
        MISSING: f"{name} has no manager (missing-line)",
        AMBIGUOUS: f"{name} has several possible managers (ambiguous-line)",
        NOT_YET: f"the manager {name} is planned and does not exist yet",
        LOOP: f"a loop through {name} leads to no top (reporting-loop)",
    }.get(cause, f"the manager {name} does not exist")
