"""Rows that are left without an owner on purpose."""

from __future__ import annotations

import pytest

from orgmodel.findings import Severity

START = "orgmodel: 1\nroles: {pm: {title: Product Manager}, dev: {}}\nactivities:\n"


@pytest.mark.parametrize("value", ["", "~", "''", '"  \\t "'])
def test_an_empty_reason_is_one_warning_and_no_error(findings, value):
    model = START + f"  x:\n    title: Look after the forum\n    unowned: {value}\n    assign: {{R: dev}}\n"
    [found] = findings(model, "ORG4")
    assert (found.rule, found.severity) == ("unowned-without-reason", Severity.WARNING)
    assert found.message == '"x" (Look after the forum) is left without an owner on purpose, and no reason is given'
    assert (found.place.mark.line, found.place.mark.column) == (6, 5)
    assert found.entities == ("activity:x",)


def test_a_reason_is_enough_and_a_row_without_the_key_still_lacks_an_owner(findings):
    assert findings(START + "  x: {unowned: It closes soon}\n", "ORG4") == []
    assert "no-owner" in {item.rule for item in findings(START + "  x: {assign: {R: dev}}\n", "ORG4")}


@pytest.mark.parametrize(("value", "said"), [("It closes soon", ' ("It closes soon")'), ("~", "")])
def test_a_row_that_nobody_owns_and_somebody_owns_contradicts_itself(findings, value, said):
    model = START + f"  x: {{unowned: {value}, assign: {{A: pm, R: dev}}}}\n"
    [found] = findings(model, "ORG4")
    assert (found.rule, found.severity) == ("unowned-but-owned", Severity.ERROR)
    assert found.message == (
        f'"x" says that nobody owns it{said}, and gives "A" (Accountable) to "pm" (Product Manager)'
    )
    assert found.place.mark.column == model.splitlines()[3].index("A: pm") + 4
    assert [(item.place.mark.column, item.note) for item in found.related] == [(7, "says that nobody owns it")]
    assert found.entities == ("activity:x", "role:pm")


def test_a_source_that_names_an_owner_is_info(findings):
    model = START + "  x: {unowned: Later}\nassignments: [{activity: x, role: pm, letter: A, source: guide}]\n"
    [found] = findings(model, "unowned-but-owned")
    assert found.severity is Severity.INFO
    assert found.message == (
        '"x" says that nobody owns it ("Later"), and sources name an owner: "A" (Accountable) to '
        '"pm" (Product Manager) by "guide"'
    )


def test_a_hostile_reason_stays_on_one_line(findings):
    model = START + '  x: {unowned: "a\\u202e\\n\\"b", assign: {A: pm, R: dev}}\n'
    [found] = findings(model, "unowned-but-owned")
    assert '("a\\u202e\\n"b")' in found.message
