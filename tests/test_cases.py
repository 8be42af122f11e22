"""Small organisations with a story, and everything that `check` says about them.

Each folder of `cases/` holds a model (`org.yaml`, or what `arguments.txt` names after `orgmodel check`) and
`expected.txt`, the whole text output, infos included. `ORGMODEL_WRITE_EXPECTED=1` writes what differs anew and
still fails: read the difference before keeping it. The folders of `cases/clean` must hear nothing at all.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import orgmodel
from orgmodel.cli.program import run
from orgmodel.model.schema import json_schema

CASES = Path(__file__).parent / "cases"
APART = {"clean", "probes"}
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir() and path.name not in APART)
CLEAN = sorted(f"clean/{path.name}" for path in (CASES / "clean").iterdir())
PLAIN = [name for name in [*NAMES, *CLEAN] if not (CASES / name / "arguments.txt").exists()]
"""Cases that need no options, so that one run can take them all."""
FOR_MACHINES = sorted([*CASES.glob("*/expected.json"), *CASES.glob("*/expected.sarif")])
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


@pytest.mark.parametrize("expected", FOR_MACHINES, ids=lambda path: path.relative_to(CASES).as_posix())
def test_a_case_is_the_same_for_machines(expected: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = output(capsysbinary, *arguments(expected.parent.name), "--format", expected.suffix.removeprefix("."))
    found = found.replace(f'"{orgmodel.__version__}"'.encode(), b'"@VERSION@"')
    keep_if_asked(expected, found)
    assert found.decode() == expected.read_bytes().decode()


def test_nearly_every_rule_has_its_say_in_some_case() -> None:
    said = {code for path in CASES.glob("*/expected.txt") for code in re.findall(r"ORG\d{3}", path.read_text("utf-8"))}
    assert len(said) >= 148


def told(capsysbinary: pytest.CaptureFixture[bytes], *words: str) -> Any:
    return json.loads(output(capsysbinary, *words, "--format", "json"))


@pytest.mark.parametrize("name", CLEAN)
def test_an_exemplary_organisation_hears_nothing(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    report = told(capsysbinary, *arguments(name))
    assert [(item["rule"], item["message"]) for item in report["findings"]] == []
    assert report["waived"] == (name == "clean/every-key")


def test_every_case_that_is_wrong_hears_something() -> None:
    silent = [name for name in NAMES if "no findings" in (CASES / name / "expected.txt").read_text("utf-8")]
    assert silent == []


def test_all_models_in_one_run_hear_what_each_hears_alone(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    together = told(capsysbinary, *PLAIN)
    alone = [told(capsysbinary, name) for name in PLAIN]
    assert together["findings"] == [item for report in alone for item in report["findings"]]
    assert together["models"] == [{key: report[key] for key in together["models"][0]} for report in alone]


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


def keys_of(schema: dict[str, Any]) -> set[tuple[str, str]]:
    """Every kind of record with each of its keys; the file itself has no name."""
    parts = {"": schema, **schema["$defs"]}
    return {(name, key) for name, part in parts.items() for key in part.get("properties", ())}


def used_keys(node: Any, data: Any, schema: dict[str, Any], name: str = "") -> set[tuple[str, str]]:
    """Which keys of which records some data uses, along every way the schema allows."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        return used_keys(schema["$defs"][name], data, schema, name)
    found: set[tuple[str, str]] = set()
    for key in ("anyOf", "oneOf", "allOf"):
        for other in node.get(key, ()):
            found |= used_keys(other, data, schema, name)
    if isinstance(data, list) and isinstance(node.get("items"), dict):
        return found.union(*(used_keys(node["items"], item, schema, name) for item in data))
    if isinstance(data, dict):
        known, further = node.get("properties", {}), node.get("additionalProperties")
        for key, value in data.items():
            if key in known:
                found |= {(name, key)} | used_keys(known[key], value, schema, name)
            elif isinstance(further, dict):
                found |= used_keys(further, value, schema, name)
    return found


def test_the_model_of_every_key_uses_every_key() -> None:
    schema = json.loads(json_schema())
    folder = CASES / "clean" / "every-key"
    files = [yaml.safe_load((folder / name).read_text("utf-8")) for name in ("org.yaml", "crew.yaml")]
    used = set().union(*(used_keys(schema, data, schema) for data in files))
    assert keys_of(schema) - used == set()
