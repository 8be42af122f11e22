"""Both answers in every format, against files that a person has read.

With ORGMODEL_WRITE_EXPECTED=1 the files are written anew: read the difference before keeping it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from brief_samples import MODEL, climb, comparison, no_way

from orgmodel.briefs.formats import FORMATS, render

EXPECTED = Path(__file__).parent / "expected"
ANSWERS = {"compare": comparison, "path": climb, "no-way": no_way}


def agree(name: str, text: str) -> None:
    path = EXPECTED / name
    if os.environ.get("ORGMODEL_WRITE_EXPECTED"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize("suffix", ["md", "html", "json", "svg"])
@pytest.mark.parametrize("question", ["compare", "path"])
def test_format_is_as_a_person_read_it(question: str, suffix: str) -> None:
    agree(f"{question}.{suffix}", render(suffix, MODEL, ANSWERS[question]()))


@pytest.mark.parametrize("width", [50, 100])
@pytest.mark.parametrize("question", ANSWERS)
def test_text_is_as_a_person_read_it(question: str, width: int) -> None:
    agree(f"{question}-{width}.txt", render("text", MODEL, ANSWERS[question](), width))


def test_text_in_colour_is_as_a_person_saw_it() -> None:
    agree("compare-colour.txt", render("text", MODEL, comparison(), 100, color=True))


def test_outputs_are_the_same_under_every_hash_seed() -> None:
    script = (
        "from brief_samples import MODEL, climb, comparison, no_way;"
        "from orgmodel.briefs.formats import FORMATS, render;"
        "print(*(render(name, MODEL, ask()) for ask in (comparison, climb, no_way) for name in FORMATS))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "42", "4711")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


def test_the_formats_are_those_that_the_command_lists() -> None:
    assert list(FORMATS) == ["text", "md", "html", "json", "svg"]
