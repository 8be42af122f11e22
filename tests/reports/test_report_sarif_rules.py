"""The texts of the real rules in SARIF."""

from __future__ import annotations

import json

import pytest
from report_samples import finding, report

from orgmodel.reports.sarif import render
from orgmodel.rules.registry import ENTRIES, Entry


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_rule_is_described_with_title_why_and_fix(entry: Entry) -> None:
    log = json.loads(render([report([finding(entry.code, entry.name)])]))
    described = log["runs"][0]["tool"]["driver"]["rules"][0]
    rule = entry.load()
    assert described["id"] == entry.code
    assert described["shortDescription"]["text"].startswith(rule.title)
    assert described["help"]["text"].endswith(f"{rule.why}\n\nFix: {rule.fix}")
