"""What other repositories use of this one: the pre-commit hook and the GitHub action."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from orgmodel.cli.program import COMMANDS

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
FAULTY = "orgmodel: 1\nas_of: 2026-11-01\nroles: {pm: {title: PM}}\nactivities: {a: {assign: {R: pm}}}\n"
BOTH = ".\nmy team\n"
CLEAN = "orgmodel: 1\nas_of: 2026-11-01\nroles: {lead: {title: Lead}}\n"


def step(item: dict[str, Any], folder: Path, search: str = os.environ["PATH"], **inputs: str) -> Any:
    """Run a step as GitHub's runner does: bash that stops at the first failure, inputs in the environment."""
    told = {name: str(entry.get("default", "")) for name, entry in ACTION["inputs"].items()} | inputs
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: told[match[1]], value)
        for name, value in item["env"].items()
    }
    fixed = {"PATH": search, "RUNNER_TEMP": str(folder / "temp"), "GITHUB_ACTION_PATH": str(folder / "the action")}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", item["run"]]
    return subprocess.run(
        command, cwd=folder, env=fixed | environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout with models, and the command where the first step would have put it."""
    program = tmp_path / "temp" / "orgmodel" / "bin" / "orgmodel"
    program.parent.mkdir(parents=True)
    code = "import sys; from orgmodel.cli.program import run; sys.exit(run(sys.argv[1:]))"
    program.write_text(f"#!/bin/sh\nPYTHONPATH='{ROOT}' exec '{sys.executable}' -c '{code}' \"$@\"\n")
    program.chmod(0o755)
    (tmp_path / "org.yaml").write_text(CLEAN)
    (tmp_path / "my team").mkdir()
    (tmp_path / "my team" / "org.yaml").write_text(FAULTY)
    return tmp_path


def test_hook_is_a_command_that_gets_no_file_names() -> None:
    (hook,) = HOOKS
    assert hook["entry"].split()[0] == "orgmodel"
    assert hook["entry"].split()[1] in COMMANDS
    assert (hook["language"], hook["pass_filenames"], hook["require_serial"]) == ("python", False, True)


@pytest.mark.parametrize("name", ["org.yaml", "team/seats.yml", "staff.csv", "a/b.json", "x.tsv"])
def test_hook_runs_when_a_file_of_a_model_changes(name: str) -> None:
    assert re.search(HOOKS[0]["files"], name)
    assert not re.search(HOOKS[0]["files"], name + ".md")


def test_inputs_reach_the_shell_through_the_environment_only() -> None:
    assert all("${{" not in item["run"] for item in (INSTALL, CHECK))
    used = re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"]))
    assert sorted(used) == sorted(ACTION["inputs"])


def test_the_action_installs_from_its_own_folder(tmp_path: Path) -> None:
    """With a Python that writes down what it is asked for."""
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text(
        '#!/bin/sh\necho "$@" >> "$RUNNER_TEMP/asked"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n'
    )
    python.chmod(0o755)
    (tmp_path / "temp").mkdir()
    done = step(INSTALL, tmp_path, f"{python.parent}:{os.environ['PATH']}")
    assert done.returncode == 0, done.stderr
    made, installed = (tmp_path / "temp" / "asked").read_text().splitlines()
    assert made == f"-m venv {tmp_path}/temp/orgmodel"
    assert installed == f"-m pip install --quiet --disable-pip-version-check {tmp_path}/the action"


def test_the_action_checks_the_current_folder(folder: Path) -> None:
    done = step(CHECK, folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no findings" in done.stdout


def test_the_action_fails_with_annotations_and_writes_for_code_scanning(folder: Path) -> None:
    done = step(CHECK, folder, path=BOTH, sarif="out/f.sarif")
    assert done.returncode == 1
    assert done.stdout.startswith("::error title=ORG402 ")
    assert json.loads((folder / "out" / "f.sarif").read_text())["version"] == "2.1.0"


def test_the_action_takes_a_severity_and_a_baseline(folder: Path) -> None:
    assert step(CHECK, folder, path=BOTH, **{"fail-on": "never"}).returncode == 0
    assert step(CHECK, folder, path=BOTH, baseline="nothing.json").returncode == 2


def test_a_path_cannot_be_taken_for_an_option(folder: Path) -> None:
    assert "--help" in step(CHECK, folder, path="--help").stderr


def test_an_input_cannot_command_the_shell(folder: Path) -> None:
    done = step(CHECK, folder, **{"fail-on": '$(touch owned) "; touch owned'})
    assert done.returncode == 2
    assert not (folder / "owned").exists()
