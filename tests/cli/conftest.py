"""What tests of commands share: a folder with models, and a command run within this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from orgmodel.cli.program import run

CLEAN = """\
orgmodel: 1
name: Clean
as_of: 2026-11-01
roles: {lead: {title: Lead}, pm: {title: PM, reports_to: lead}, dev: {title: Dev, reports_to: lead}}
activities:
  a: {title: Build, assign: {A: lead, R: [pm, dev]}}
"""
FAULTY = "orgmodel: 1\nas_of: 2026-11-01\nroles: {pm: {title: PM}}\nactivities: {a: {assign: {R: pm}}}\n"
WARNED = "orgmodel: 1\nas_of: 2026-11-01\npositions: {a: {reports_to: , holder: A}, b: {reports_to: , holder: B}}\n"
STAFF = "Employee ID,Manager ID,Name\n1,,Ada Park\n2,1,Bo Quill\n"


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


Orgmodel = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, which is the working directory, with models to read."""
    for name, text in {
        "clean.yaml": CLEAN,
        "faulty.yaml": FAULTY,
        "warned.yaml": WARNED,
        "broken.yaml": "a: [\n",
        "staff.csv": STAFF,
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ORGMODEL_TRACEBACK", "1")
    return tmp_path


class _Stream(io.TextIOWrapper):
    """A text stream whose bytes can be looked at."""

    def text(self) -> str:
        self.flush()
        raw = self.buffer
        assert isinstance(raw, io.BytesIO)
        return raw.getvalue().decode("utf-8")


@pytest.fixture
def orgmodel(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Orgmodel:
    """Run a command; standard input may be given."""

    def call(*arguments: str, stdin: str | bytes = "") -> Outcome:
        out, err = (_Stream(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
        given = stdin if isinstance(stdin, bytes) else stdin.encode()
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
            code = run(list(arguments))
        return Outcome(code, out.text(), err.text())

    return call
