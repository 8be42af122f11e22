"""Text written to harm, in every format."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import HOSTILE, REALISTIC, hostile_report

from orgmodel.checking.report import Report
from orgmodel.reports.formats import FORMATS, find_format
from orgmodel.reports.options import TextOptions

NAMES = [form.name for form in FORMATS]
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
OURS = re.compile(r"^::error title=ORG401 several-owners,file=[^:,\n]*,line=[^:\n]*::.*\n", re.MULTILINE)


def rendered(name: str, report: Report) -> str:
    return find_format(name).load()([report], TextOptions(width=80))


def check_harmless(name: str, text: str) -> None:
    text.encode("utf-8")
    assert {char for char in text if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}} <= {"\n"}
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]", text)
    assert not COMMAND.search(OURS.sub("", text) if name == "github" else text)
    if name in {"json", "sarif"}:
        json.loads(text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_does_nothing(name: str, text: str) -> None:
    check_harmless(name, rendered(name, hostile_report(text)))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=[]), max_size=120))
def test_any_text_does_nothing(name: str, text: str) -> None:
    check_harmless(name, rendered(name, hostile_report(text)))


@pytest.mark.parametrize("name", ["concise", "github"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_finding_takes_one_line_whatever_it_says(name: str, text: str) -> None:
    lines = rendered(name, hostile_report(text)).splitlines()
    assert len(lines) == (2 if name == "concise" else 3)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_ten_thousand_characters_take_a_bounded_number_of_lines(text: str) -> None:
    lines = rendered("full", hostile_report(text)).splitlines()
    assert len(lines) < 300


def test_output_is_the_same_in_processes_with_other_hash_seeds() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from report_samples import REALISTIC\n"
        "from orgmodel.reports.formats import FORMATS\n"
        "text = ''.join(form.load()([REALISTIC, REALISTIC]) for form in FORMATS if form.name != 'sarif')\n"
        "sys.stdout.buffer.write(text.encode())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert REALISTIC.name.encode() in outputs.pop()
