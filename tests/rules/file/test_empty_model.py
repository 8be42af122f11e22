"""A file that defines nothing."""

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "orgmodel: 1\n", "orgmodel: 1\nroles: {}\n"])
def test_a_file_without_entries_is_one_warning(findings: Check, text: str) -> None:
    (found,) = findings(text)
    assert (found.rule, found.severity) == ("empty-model", Severity.WARNING)
    assert found.message == "the model has no roles, positions, units, people or activities"
    assert str(found.place) == "org.yaml:1:1"


def test_a_table_with_headings_alone_is_one_warning(findings: Check) -> None:
    (found,) = findings({"staff.csv": "id,holder,reports_to\n"})
    assert (found.rule, found.message) == ("empty-model", "the table has headings and no records")
    assert str(found.place) == "staff.csv:1:1"


def test_an_empty_table_beside_other_things_is_reported_at_the_table(findings: Check) -> None:
    files = {"org.yaml": "orgmodel: 1\ninclude: s.csv\nroles: {pm: {}}\n", "s.csv": "id,holder\n"}
    assert [str(item.place) for item in findings(files, "empty-model")] == ["s.csv:1:1"]


def test_a_file_that_could_not_be_read_is_not_called_empty(findings: Check) -> None:
    assert [item.rule for item in findings("orgmodel: 1\nroles: [\n")] == ["unreadable-file"]
    assert [item.rule for item in findings("orgmodel: 1\nrole: {pm: {}}\n")] == ["unknown-key"]


def test_assignments_alone_define_something(findings: Check) -> None:
    files = {"raci.csv": "activity,role,letter\nrelease,pm,A\n"}
    assert findings(files, "empty-model") == []
