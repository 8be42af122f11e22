"""What an organisation asks of the check itself: names of rules, and waivers with an end."""

from collections.abc import Callable

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]

WAIVER = """\
orgmodel: 1
positions:
  a: {holder: Ada Park}
waivers:
  - {rule: RULE, for: "position:a", owner: cpo, until: 2026-10-31}
"""


def test_a_misspelt_rule_of_the_policy_is_found_at_its_key(findings: Check) -> None:
    text = "orgmodel: 1\nroles: {pm: {}}\npolicy:\n  severity: {no-owner: info, several-owner: ignore}\n"
    (found,) = findings(text, "unknown-rule")
    assert found.message == 'there is no rule "several-owner"; did you mean "several-owners"?'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 4, 30)


def test_a_misspelt_rule_of_a_waiver_is_found_at_its_value(findings: Check) -> None:
    (found,) = findings(WAIVER.replace("RULE", "ORG999"), "unknown-rule", "2026-10-31")
    assert found.message.startswith('there is no rule "ORG999"')
    assert (found.place.mark.line, found.place.mark.column) == (5, 12)


def test_rules_are_named_by_name_or_code(findings: Check) -> None:
    text = "orgmodel: 1\nroles: {pm: {}}\npolicy:\n  severity: {no-owner: info, ORG401: ignore}\n"
    assert findings(text, "unknown-rule") == []


def test_a_waiver_counts_on_its_last_day_and_not_after(findings: Check) -> None:
    text = WAIVER.replace("RULE", "no-owner")
    assert findings(text, "waiver-expired", "2026-10-31") == []
    (found,) = findings(text, "waiver-expired", "2026-11-01")
    assert found.message == ('the waiver of "no-owner" for "position:a" ended on 2026-10-31; its owner is "cpo"')
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 5, 60)


def test_a_waiver_without_an_end_never_expires(findings: Check) -> None:
    assert findings(WAIVER.replace("RULE", "no-owner").replace(", until: 2026-10-31", ""), "waiver-expired") == []
