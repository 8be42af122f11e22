"""Every code block and command of README and docs runs.

A block stands in a file when the line before it names the file in backticks; a YAML block that begins
with `orgmodel:` is checked by itself otherwise. Commands run in order, in one folder per page, with the
examples beside; a line `exit: 1` after a command is the exit code it is to end with.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from orgmodel.cli.program import run
from orgmodel.loading.load import load

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs" / "answers").glob("*.md")),
    *sorted((ROOT / "examples").rglob("*.md")),
]
BLOCK = re.compile(r"(?:^`([^`\n]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUN_ELSEWHERE = ("make demo", "make test", "python3 -m venv", ".venv/bin/pip install")
"""Commands that install things: `.ci/run` runs them, tests within an installation cannot."""


@dataclass(frozen=True)
class Block:
    file: str
    language: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [Block(name, language, text) for name, language, text in BLOCK.findall(page.read_text("utf-8"))]


def commands(text: str) -> Iterator[tuple[str, int]]:
    lines = text.splitlines()
    for place, line in enumerate(lines):
        if line.startswith("$ "):
            following = lines[place + 1] if place + 1 < len(lines) else ""
            expected = int(following.removeprefix("exit: ")) if following.startswith("exit: ") else 0
            yield line.removeprefix("$ ").partition("  #")[0].strip(), expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_block_of_the_page_works(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    for number, block in enumerate(blocks(page)):
        if block.file:
            file = tmp_path / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
        elif block.language == "yaml" and block.text.startswith("orgmodel:"):
            alone = tmp_path / f"block{number}.yaml"
            alone.write_text(block.text, encoding="utf-8")
            assert load(str(alone)).faults == []
            if page.name == "README.md":
                shutil.copy(alone, tmp_path / "team.yaml")
        elif block.language == "python":
            subprocess.run([sys.executable, "-c", block.text], cwd=tmp_path, check=True, capture_output=True)
        elif block.language == "console":
            for command, expected in commands(block.text):
                if not command.startswith(RUN_ELSEWHERE):
                    words = shlex.split(command)
                    assert words[0].rpartition("/")[2] == "orgmodel", command
                    assert run(words[1:]) == expected, command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_the_page_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_the_tools_of_the_readme_are_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"`orgmodel (\w+)", text))
    from orgmodel.cli.program import COMMANDS

    assert named <= set(COMMANDS)
