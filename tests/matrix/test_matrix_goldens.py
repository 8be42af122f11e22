"""One small organisation in every format and view, against files that a person has read.

With ORGMODEL_WRITE_EXPECTED=1 the files are written anew: read the difference before keeping it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from matrix_samples import DATA, quay

from orgmodel.matrix.formats import Terminal, render

EXPECTED = Path(__file__).parent / "expected"


def compare(name: str, text: str) -> None:
    path = EXPECTED / name
    if os.environ.get("ORGMODEL_WRITE_EXPECTED"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize("name", ["md", "html", "csv"])
def test_format_is_as_a_person_read_it(name: str) -> None:
    compare(f"role.{name}", render(name, quay()))


@pytest.mark.parametrize("width", [60, 100])
def test_text_is_as_a_person_read_it(width: int) -> None:
    compare(f"role-{width}.txt", render("text", quay(), Terminal(width)))


def test_text_in_colour_is_as_a_person_saw_it() -> None:
    compare("role-colour.txt", render("text", quay(), Terminal(100, color=True)))


@pytest.mark.parametrize("by", ["position", "person", "unit"])
def test_view_is_as_a_person_read_it(by: str) -> None:
    compare(f"{by}.txt", render("text", quay(by=by), Terminal(120)))


def test_outputs_are_the_same_under_every_hash_seed() -> None:
    script = (
        "from matrix_samples import quay; from orgmodel.matrix.formats import FORMATS, render;"
        "print(*(render(name, quay(by=by)) for by in ('role', 'position', 'person', 'unit') for name in FORMATS))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            cwd=DATA.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "42", "4711")
    }
    assert len(outputs) == 1
