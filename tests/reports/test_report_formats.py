"""The list of formats."""

from __future__ import annotations

from pathlib import Path

import pytest

import orgmodel.reports
from orgmodel.cli.writing import Target, parse_outputs
from orgmodel.errors import UsageError
from orgmodel.reports.formats import FORMATS, find_format

NAMES = ["full", "concise", "json", "github", "sarif", "gitlab", "junit", "markdown"]


def test_first_format_is_the_text_for_people() -> None:
    assert [form.name for form in FORMATS] == NAMES


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_format_loads_a_function_that_renders_no_reports(form: object) -> None:
    assert isinstance(find_format(form.name).load()([]), str)  # type: ignore[attr-defined]


def test_each_format_has_a_module_of_its_own() -> None:
    folder = Path(orgmodel.reports.__file__).parent
    assert all((folder / f"{form.module}.py").is_file() for form in FORMATS)
    assert len({form.module for form in FORMATS}) == len(FORMATS)


def test_unknown_format_is_a_usage_error_that_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match=rf"^unknown report format 'xml'; known: {', '.join(NAMES)}$"):
        find_format("xml")


@pytest.mark.parametrize(
    ("filename", "name"),
    [
        ("out/report.json", "json"),
        ("R.SARIF", "sarif"),
        ("r.sarif.json", "sarif"),
        ("r.txt", "full"),
        ("r.xml", "junit"),
        ("r.md", "markdown"),
    ],
)
def test_suffix_of_a_file_names_its_format(filename: str, name: str) -> None:
    formats = {form.name: form for form in FORMATS}
    assert parse_outputs((filename,), None, formats, default="full") == [Target(name, filename)]


def test_unknown_suffix_names_no_format() -> None:
    with pytest.raises(UsageError, match="says no format"):
        parse_outputs(("report.xyz",), None, {form.name: form for form in FORMATS}, default="full")
