"""Limits that nothing can keep, and limits that are held against nothing."""

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]

HOUSE = """\
orgmodel: 1
roles: {lead: {title: Lead, level: 4}, pm: {title: Product Manager}}
units: {payments: {title: Payments, kind: squad}}
positions:
  lead: {role: lead, unit: payments}
  pm-1: {role: pm, unit: payments, reports_to: lead}
policy:
"""


@pytest.mark.parametrize(
    ("policy", "message", "column"),
    [
        ("  span: {min: 9, max: 3}", '"span" is at least 9 and at most 3', 9),
        ("  unit_size: {min: 9, max: 3}", '"unit_size" is at least 9 and at most 3', 14),
        ("  managers: {min: 0.5, max: 0.1}", '"managers" is at least 0.5 and at most 0.1', 13),
        ("  spans: [{role: pm}, {role: pm, min: 2, max: 1}]", 'entry 2 of "spans" is at least 2 and at most 1', 23),
        ("  ratios: {of: pm, to: lead, min: 2, max: 1}", 'entry 1 of "ratios" is at least 2 and at most 1', 11),
        (
            "  require: {every: role, must: {level: {min: 4, max: 2}}}",
            '"level" in requirement 1 is at least 4 and at most 2',
            40,
        ),
    ],
)
def test_limits_that_exclude_each_other(findings: Check, policy: str, message: str, column: int) -> None:
    (found,) = findings(f"{HOUSE}{policy}\n", "limits-reversed")
    assert found.message == message
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.ERROR, 8, column)


def test_days_are_limits_too(findings: Check) -> None:
    require = "  require: {every: unit, must: {until: {min: 2027-02-01, max: 2027-01-01}}}\n"
    (found,) = findings(HOUSE + require, "limits-reversed")
    assert found.message == '"until" in requirement 1 is at least 2027-02-01 and at most 2027-01-01'


def test_equal_limits_can_be_kept(findings: Check) -> None:
    assert findings(HOUSE + "  span: {min: 3, max: 3}\n", "limits-reversed") == []


def test_a_letter_of_an_own_scheme_may_be_impossible(findings: Check) -> None:
    text = "orgmodel: 1\nschemes:\n  ours: {A: {min: 2, max: 1}, R: {min: 1}}\nactivities: {a: {scheme: ours}}\n"
    (found,) = findings(text, "limits-reversed")
    assert found.message == 'letter "A" of the scheme "ours" is at least 2 and at most 1'
    assert (found.place.mark.line, found.place.mark.column) == (3, 13)


@pytest.mark.parametrize(
    ("policy", "message", "column"),
    [
        ("  spans: {role: leed, max: 5}", 'there is no role "leed"; did you mean "lead"?', 17),
        ("  spans: {unit: paymnts, max: 5}", 'there is no unit "paymnts"; did you mean "payments"?', 17),
        ("  spans: {kind: squads, max: 5}", 'no unit is of the kind "squads"; did you mean "squad"?', 17),
        ("  spans: {level: 5, max: 5}", 'there is no level "5"', 18),
        ("  ratios: {of: [pm, po], to: lead, max: 5}", 'there is no role "po"', 21),
        ("  ratios: {of: pm, to: lead, per: team, max: 5}", 'no unit is of the kind "team"', 35),
    ],
)
def test_limits_that_fit_nothing(findings: Check, policy: str, message: str, column: int) -> None:
    (found,) = findings(f"{HOUSE}{policy}\n", "limit-fits-nothing")
    assert found.message == message
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 8, column)


def test_limits_that_fit_something_are_right(findings: Check) -> None:
    policy = "  spans: [{role: lead, unit: payments, kind: squad, level: 4, max: 5}]\n  ratios: {of: pm, to: lead}\n"
    assert findings(HOUSE + policy, "limit-fits-nothing") == []


def test_nothing_is_held_against_limits_that_exclude_each_other(findings: Check) -> None:
    seats = "orgmodel: 1\npositions:\n  head: {}\n" + "".join(f"  a{i}: {{reports_to: head}}\n" for i in range(4))
    assert [found.rule for found in findings(f"{seats}policy: {{span: {{min: 9, max: 3}}}}\n")] == ["limits-reversed"]
    assert [found.rule for found in findings(f"{seats}policy: {{span: {{min: 1, max: 3}}}}\n")] == ["span-too-wide"]
    first = "policy: {span: {min: 1, max: 3}, spans: [{level: 1, max: 9}, {role: x, min: 9, max: 1}]}\n"
    text = seats.replace("head: {}", "head: {role: x}").replace("positions", "roles: {x: {}}\npositions") + first
    assert "span-too-wide" not in [found.rule for found in findings(text)]


@pytest.mark.parametrize(
    ("policy", "message", "column"),
    [
        ("  ratios: {of: [], to: lead, min: 1}", '"ratios.of": wanted at least one role, found an empty list', 16),
        ("  ratios: {of: pm, to: ~, min: 1}", '"ratios.to": wanted at least one role, found nothing', 24),
        ("  conflicts: {roles: pm}", '"conflicts.roles": wanted at least two roles, found "pm"', 22),
        ("  conflicts: {roles: [pm, pm]}", '"conflicts.roles": wanted at least two roles, found a list', 22),
    ],
)
def test_a_limit_between_too_few_roles_is_refused_and_judged_nowhere(
    findings: Check, policy: str, message: str, column: int
) -> None:
    (found,) = [found for found in findings(f"{HOUSE}{policy}\n") if found.place.mark.line > 7]
    assert (found.rule, found.message, found.place.mark.column) == ("wrong-value", message, column)
