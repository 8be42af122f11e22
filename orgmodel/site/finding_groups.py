"""The findings by severity and rule, each with its place and the things it is about."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Severity
from orgmodel.model.organization import PLURAL
from orgmodel.rules.registry import by_name
from orgmodel.site.directory import Directory, listed
from orgmodel.site.values import FindingLine, FindingsPage, RuleGroup, SeverityGroup, Words

FILE = "findings.html"
SHOWN_PER_RULE = 200
"""So many findings of one rule are on the page; the JSON file has more."""

_MOST_RELATED = 6
_MOST_ABOUT = 6
_HEADINGS = {
    Severity.ERROR: ("Errors", "The model contradicts itself, or a row has no owner or several."),
    Severity.WARNING: ("Warnings", "Somebody should look at these soon."),
    Severity.INFO: ("Remarks", "Style and benchmarks: ordinary organisations have some of these."),
}


def groups_of(report: Report) -> dict[tuple[Severity, str], list[Finding]]:
    """The findings by severity and rule, the worst first, rules in order of code."""
    ordered = sorted(report.findings, key=lambda finding: (finding.severity.rank, finding.code))
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in ordered:
        groups.setdefault((finding.severity, finding.rule), []).append(finding)
    return groups


def finding_anchor(finding: Finding) -> str:
    """The id of a finding on its page."""
    return f"finding-{finding.fingerprint}"


def group_anchor(severity: Severity, rule: str) -> str:
    """The id of a rule's findings at a severity."""
    return f"{severity.value}-{rule}"


def findings_page(directory: Directory, report: Report) -> FindingsPage:
    """The page of all findings."""
    groups = groups_of(report)
    severities = []
    for severity in Severity:
        own = [
            _group(directory, report, severity, rule, found) for (at, rule), found in groups.items() if at == severity
        ]
        if own:
            heading, meaning = _HEADINGS[severity]
            count = report.by_severity[severity]
            severities.append(SeverityGroup(severity.value, heading, meaning, count, tuple(own)))
    return FindingsPage(FILE, "Findings", "Findings", severities=tuple(severities), note=_note(report))


def _group(directory: Directory, report: Report, severity: Severity, rule: str, found: Sequence[Finding]) -> RuleGroup:
    entry = by_name()[rule].load()
    is_split = any(finding.severity is not severity for finding in report.findings if finding.rule == rule)
    count = len(found) if is_split else report.by_rule[rule]
    fixes = {finding.fix for finding in found}
    common = fixes.pop() if len(fixes) == 1 else ""
    return RuleGroup(
        group_anchor(severity, rule),
        entry.code,
        rule,
        entry.title,
        entry.why,
        common or entry.fix,
        count,
        tuple(_line(directory, finding, common or entry.fix) for finding in found[:SHOWN_PER_RULE]),
    )


def _line(directory: Directory, finding: Finding, common: str) -> FindingLine:
    related = [f"{related.place}  {related.note}".strip() for related in finding.related[:_MOST_RELATED]]
    left = len(finding.related) - len(related)
    if left:
        related.append(f"and {left:,} further places")
    return FindingLine(
        finding_anchor(finding),
        finding.message,
        str(finding.place),
        about=_about(directory, finding.entities),
        related=tuple(related),
        fix=finding.fix if finding.fix != common else "",
    )


def _about(directory: Directory, entities: Sequence[str]) -> Words:
    """Links to the things a finding is about; things without an address are in the message anyway."""
    links: dict[str, Words] = {}
    for written in entities:
        if len(links) > _MOST_ABOUT:
            break
        word, _, name = written.partition(":")
        kind = PLURAL.get(word)
        if kind == "activities":
            activity = name if name in directory.rows else name.rpartition("@")[0]
            link = directory.row(activity) if activity in directory.rows else None
        elif kind is None:
            link = None
        else:
            link = directory.party(word, name)
        if link is not None and link.href:
            links[link.href] = (link,)
    return listed(list(links.values()), _MOST_ABOUT)


def _note(report: Report) -> str:
    notes = []
    if not report.total:
        notes.append(f"Nothing was found by {report.rules_run} rules.")
    if report.waived:
        accepted = "finding is" if report.waived == 1 else "findings are"
        notes.append(f"{report.waived:,} {accepted} accepted by waivers and not listed.")
    return " ".join(notes)
