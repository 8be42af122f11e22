"""SARIF 2.1.0, within what GitHub's code scanning takes."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import orgmodel
from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Related, Severity
from orgmodel.reports.json_text import json_text
from orgmodel.reports.options import TextOptions
from orgmodel.reports.tally import Tally, tally
from orgmodel.reports.terminal import visible
from orgmodel.rules.registry import by_name
from orgmodel.rules.rule import Rule
from orgmodel.source import Place

MOST_RESULTS = 5_000
"""GitHub takes more results but keeps only so many."""

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "orgmodel/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "SRCROOT"
_MOST_RELATED = 100
_LONGEST_DESCRIPTION = 1_000

Json = dict[str, object]


def render(reports: Sequence[Report], options: TextOptions | None = None) -> str:  # noqa: ARG001 - all formats are called alike
    """One run with a result for each finding; beyond GitHub's limit the worst are kept."""
    run = tally(reports)
    kept = _worst(run.findings)
    codes = {finding.code: finding for finding in sorted(kept, key=lambda finding: -finding.severity.rank)}
    index = {code: number for number, code in enumerate(sorted(codes))}
    driver = {
        "name": "orgmodel",
        "version": orgmodel.__version__,
        "semanticVersion": orgmodel.__version__,
        "rules": [_rule(codes[code]) for code in index],
    }
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which orgmodel was run."}}},
                "invocations": [_invocation(run, len(kept))],
                "results": [_result(finding, index[finding.code]) for finding in kept],
            }
        ],
    }
    return json_text(log, depth=6)


def _worst(findings: Sequence[Finding]) -> list[Finding]:
    """As many findings as are taken: the most severe ones, in their order."""
    if len(findings) <= MOST_RESULTS:
        return list(findings)
    ranked = sorted(range(len(findings)), key=lambda number: findings[number].severity.rank)
    return [findings[number] for number in sorted(ranked[:MOST_RESULTS])]


def _invocation(run: Tally, kept: int) -> Json:
    missing = len(run.findings) - kept + sum(run.kept_back.values())
    if not missing:
        return {"executionSuccessful": True}
    text = f"{missing:,} of {sum(run.found.values()):,} findings are left out of this file."
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [{"level": "warning", "message": {"text": text}}],
    }


def _rule(finding: Finding) -> Json:
    """The rule of a finding, with the text of its page."""
    entry = by_name().get(finding.rule)
    if entry is None:
        return {"id": finding.code, "name": finding.rule}
    rule = entry.load()
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _sentence(rule.title)[:_LONGEST_DESCRIPTION]},
        "fullDescription": {"text": rule.why[:_LONGEST_DESCRIPTION]},
        "help": _help(rule),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _help(rule: Rule) -> Json:
    parts = [_sentence(rule.title), rule.why, f"Fix: {rule.fix}"]
    return {"text": "\n\n".join(parts), "markdown": "\n\n".join([f"**{parts[0]}**", *parts[1:]])}


def _result(finding: Finding, rule_index: int) -> Json:
    fix = f"\nfix: {finding.fix}" if finding.fix else ""
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message.strip() or finding.rule, fix),
        "locations": [_location(finding.place)],
    }
    if finding.related:
        result["relatedLocations"] = [_related(related) for related in finding.related[:_MOST_RELATED]]
    result["partialFingerprints"] = {_FINGERPRINT: finding.fingerprint}
    return result


def _related(related: Related) -> Json:
    location = _location(related.place)
    return {**location, "message": _message(related.note)} if related.note else location


def _message(text: str, further: str = "") -> Json:
    """A message in which no text of a model becomes a link: `[text](target)` is one in SARIF."""
    return {"text": "\n".join(map(visible, (text + further).split("\n"))).replace("](", "] (")}


def _location(place: Place) -> Json:
    mark = place.mark
    region = {
        "startLine": mark.line,
        "startColumn": mark.column,
        "endLine": mark.end_line,
        "endColumn": mark.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}


def _artifact(path: str) -> Json:
    uri = quote(path, safe="/", errors="replace")
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": _ROOT}


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
