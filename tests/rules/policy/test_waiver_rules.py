"""Waivers that cover nothing, or that nobody stands behind."""

from collections.abc import Callable

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]

OWNED = """\
orgmodel: 1
roles: {director: {}, pm: {}}
activities:
  vision: {assign: {A: director, R: pm}}
  backlog: {assign: {I: director, R: pm}}
waivers:
  - {rule: RULE, for: "FOR", reason: Still open, owner: director}
"""


def waived(rule: str, target: str) -> str:
    return OWNED.replace("RULE", rule).replace("FOR", target)


def test_a_waiver_that_covers_nothing_is_told_at_the_waiver(findings: Check) -> None:
    (found,) = findings(waived("no-owner", "activity:vision"), None)[-1:]
    assert found.rule == "waiver-unused"
    assert found.message == 'the waiver of "no-owner" for "activity:vision" covers no finding'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 7, 5)


def unused(found: list[Finding]) -> list[str]:
    return [item.message for item in found if item.rule == "waiver-unused"]


def test_a_waiver_for_what_does_not_exist_is_told_as_that_alone(findings: Check) -> None:
    text = waived("no-owner", "activity:visoin") + '  - {rule: no-owner, for: "activity:vision"}\n'
    assert unused(findings(text)) == ['the waiver of "no-owner" for "activity:vision" covers no finding']


def test_unused_waivers_are_told_apart_by_what_they_are_for(findings: Check) -> None:
    text = waived("no-owner", "activity:vision") + '  - {rule: no-doer, for: "activity:vision"}\n'
    found = [item for item in findings(text) if item.rule == "waiver-unused"]
    assert len({item.fingerprint for item in found}) == 2


def test_a_waiver_that_covers_a_finding_is_used(findings: Check) -> None:
    assert unused(findings(waived("no-owner", "activity:backlog"))) == []


def test_a_waiver_by_code_is_used_like_one_by_name(findings: Check) -> None:
    assert unused(findings(waived("ORG402", "activity:backlog"))) == []


def test_a_waiver_with_a_star_is_used_when_anything_begins_so(findings: Check) -> None:
    assert unused(findings(waived("no-owner", "activity:back*"))) == []


def test_a_waiver_with_a_star_that_covers_nothing_is_unused(findings: Check) -> None:
    assert unused(findings(waived("no-owner", "activity:vis*"))) != []


def test_a_waiver_of_a_rule_that_was_not_looked_at_is_not_judged(findings: Check) -> None:
    assert findings(waived("no-owner", "activity:vision"), "waiver-unused") == []


def test_a_waiver_of_an_ignored_rule_is_not_judged(findings: Check) -> None:
    text = waived("no-owner", "activity:vision") + "policy: {severity: {no-owner: ignore}}\n"
    assert unused(findings(text)) == []


def test_a_waiver_of_a_rule_that_has_nothing_to_look_at_is_unused(findings: Check) -> None:
    assert len(unused(findings(waived("vacant-position", "role:pm")))) == 1


def test_a_waiver_that_has_expired_is_not_told_twice(findings: Check) -> None:
    text = waived("no-owner", "activity:vision").replace("owner: director}", "owner: director, until: 2026-01-01}")
    rules = [item.rule for item in findings(text)]
    assert ("waiver-expired" in rules, "waiver-unused" in rules) == (True, False)


def test_of_two_waivers_for_one_thing_the_second_is_unused(findings: Check) -> None:
    second = '  - {rule: no-owner, for: "activity:backlog", reason: Again, owner: pm}\n'
    found = [item for item in findings(waived("no-owner", "activity:backlog") + second) if item.rule == "waiver-unused"]
    assert [item.place.mark.line for item in found] == [8]


def test_a_waiver_of_several_things_is_used_only_when_all_are_covered(findings: Check) -> None:
    text = """\
orgmodel: 1
positions: {a: {reports_to: b}, b: {reports_to: a}, c: {}}
waivers:
  - {rule: reporting-loop, for: "position:b", reason: x, owner: y}
"""
    rules = [item.rule for item in findings(text)]
    assert ("reporting-loop" in rules, "waiver-unused" in rules) == (True, True)


def test_a_waiver_without_reason_and_owner_is_one_finding(findings: Check) -> None:
    text = waived("no-owner", "activity:backlog").replace(", reason: Still open, owner: director", "")
    (found,) = findings(text, "waiver-unexplained")
    assert found.message == 'the waiver of "no-owner" for "activity:backlog" has no reason and no owner'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 7, 5)


def test_a_reason_of_blanks_is_no_reason(findings: Check) -> None:
    text = waived("no-owner", "activity:backlog").replace("Still open", '"  "')
    (found,) = findings(text, "waiver-unexplained")
    assert found.message.endswith("has no reason")


def test_a_waiver_with_reason_and_owner_is_complete(findings: Check) -> None:
    assert findings(waived("no-owner", "activity:backlog"), "waiver-unexplained") == []
