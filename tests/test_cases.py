"""Small organisations with a story, and everything that `check` says about them.

Each folder of `cases/` holds a model (`org.yaml`, or what `arguments.txt` names after `orgmodel check`) and
`expected.txt`, the whole text output, infos included. `ORGMODEL_WRITE_EXPECTED=1` writes what differs anew and
still fails: read the difference before keeping it. The folders of `cases/clean` must hear nothing at all.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from orgmodel.cli.program import run

CASES = Path(__file__).parent / "cases"
APART = {"clean", "probes"}
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir() and path.name not in APART)
CLEAN = sorted(f"clean/{path.name}" for path in (CASES / "clean").iterdir())
PLAIN = [name for name in [*NAMES, *CLEAN] if not (CASES / name / "arguments.txt").exists()]
"""Cases that need no options, so that one run can take them all."""
EVERYTHING = ["--min-severity", "info", "--all"]


def arguments(name: str) -> list[str]:
    """What is told to `check`: the folder, or the words of its `arguments.txt`, in which `#` begins a remark."""
    told = CASES / name / "arguments.txt"
    if not told.exists():
        return [name]
    path, *options = shlex.split(told.read_text("utf-8"), comments=True)
    return [f"{name}/{path}", *options]


@pytest.fixture(autouse=True)
def _within_the_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def output(capsysbinary: pytest.CaptureFixture[bytes], *words: str) -> bytes:
    capsysbinary.readouterr()
    code = run(["check", *words, *EVERYTHING])
    assert code in {0, 1}, capsysbinary.readouterr().err.decode()
    return capsysbinary.readouterr().out


def keep_if_asked(expected: Path, found: bytes) -> None:
    """Write what differs, if that is wanted, and say so by failing."""
    if os.environ.get("ORGMODEL_WRITE_EXPECTED") and (not expected.exists() or expected.read_bytes() != found):
        expected.write_bytes(found)
        pytest.fail(f"{expected.relative_to(CASES)} was written anew: read the difference before keeping it")


@pytest.mark.parametrize("name", NAMES)
def test_a_case_hears_exactly_what_a_reader_agreed_to(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = output(capsysbinary, *arguments(name))
    expected = CASES / name / "expected.txt"
    keep_if_asked(expected, found)
    assert found.decode() == expected.read_bytes().decode()


@pytest.mark.parametrize("form", ["json", "sarif"])
@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_the_same_for_machines(name: str, form: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    expected = CASES / name / f"expected.{form}"
    if not expected.exists():
        return
    found = output(capsysbinary, *arguments(name), "--format", form)
    keep_if_asked(expected, found)
    assert found.decode() == expected.read_bytes().decode()


def told(capsysbinary: pytest.CaptureFixture[bytes], *words: str) -> Any:
    return json.loads(output(capsysbinary, *words, "--format", "json"))


@pytest.mark.parametrize("name", CLEAN)
def test_an_exemplary_organisation_hears_nothing(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    [model] = told(capsysbinary, *arguments(name))["models"]
    assert [(item["rule"], item["message"]) for item in model["findings"]] == []
    assert model["summary"]["waived"] == 0


def test_every_case_that_is_wrong_hears_something() -> None:
    silent = [name for name in NAMES if "no findings" in (CASES / name / "expected.txt").read_text("utf-8")]
    assert silent == []


def test_all_models_in_one_run_hear_what_each_hears_alone(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    together = told(capsysbinary, *PLAIN)["models"]
    alone = [told(capsysbinary, name)["models"][0] for name in PLAIN]
    assert together == alone


def test_all_models_in_one_run_are_the_same_under_every_hash_seed() -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-m", "orgmodel", "check", *PLAIN, *EVERYTHING, "--format", "json"],
            cwd=CASES,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        for seed in ("1", "20261101")
    )
    assert first.returncode == 1, first.stderr.decode()
    assert first.stdout == second.stdout
