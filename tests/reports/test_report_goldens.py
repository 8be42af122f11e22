"""One realistic report in every format, against files that a person has read.

With ORGMODEL_WRITE_EXPECTED=1 the files are written anew: read the difference before keeping it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from report_samples import REALISTIC, use_sample_rules

import orgmodel
from orgmodel.reports.formats import find_format
from orgmodel.reports.options import TextOptions

EXPECTED = Path(__file__).parent / "expected"


def compare(name: str, text: str) -> None:
    text = text.replace(f'"{orgmodel.__version__}"', '"@VERSION@"')
    path = EXPECTED / name
    if os.environ.get("ORGMODEL_WRITE_EXPECTED"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize("width", [80, 120])
def test_full_text_is_as_a_person_read_it(width: int) -> None:
    compare(f"full-{width}.txt", find_format("full").load()([REALISTIC], TextOptions(width=width)))


def test_full_text_in_colour_is_as_a_person_saw_it() -> None:
    compare("full-colour.txt", find_format("full").load()([REALISTIC], TextOptions(width=80, color=True)))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("concise", "concise.txt"),
        ("json", "report.json"),
        ("github", "github.txt"),
        ("gitlab", "gitlab.json"),
        ("junit", "report.xml"),
        ("markdown", "report.md"),
    ],
)
def test_format_is_as_a_person_read_it(name: str, file: str) -> None:
    compare(file, find_format(name).load()([REALISTIC]))


def test_sarif_is_as_a_person_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    use_sample_rules(monkeypatch)
    compare("report.sarif", find_format("sarif").load()([REALISTIC]))
