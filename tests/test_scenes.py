"""A fixed set of pictures that a person has looked at; docs/pictures.md says what was seen.

Each folder of `scenes/` holds a model and `commands.txt`: a line `FILE: COMMAND` for each expected output, run within
the folder. `ORGMODEL_WRITE_EXPECTED=1` writes what differs anew and still fails: look at the picture before keeping it.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from orgmodel.cli.program import run

SCENES = Path(__file__).parent / "scenes"
NAMES = sorted(path.name for path in SCENES.iterdir() if path.is_dir())
MOST_BYTES = 2_000_000


def commands(name: str) -> list[tuple[str, list[str]]]:
    """The outputs of a scene, each with the words of its command."""
    lines = (SCENES / name / "commands.txt").read_text("utf-8").splitlines()
    return [(file, shlex.split(words)) for file, words in (line.split(": ", 1) for line in lines)]


WRITTEN = [(name, file, words) for name in NAMES for file, words in commands(name)]


@pytest.mark.parametrize(("name", "file", "words"), WRITTEN, ids=[f"{name}/{file}" for name, file, _ in WRITTEN])
def test_a_scene_is_as_a_person_saw_it(
    name: str, file: str, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SCENES / name)
    assert run([*words, "-o", str(tmp_path / file)]) == 0
    found, expected = (tmp_path / file).read_bytes(), SCENES / name / file
    if os.environ.get("ORGMODEL_WRITE_EXPECTED") and (not expected.exists() or expected.read_bytes() != found):
        expected.write_bytes(found)
        pytest.fail(f"{name}/{file} was written anew: look at it before keeping it")
    assert found.decode() == expected.read_bytes().decode()


def test_the_scenes_stay_small() -> None:
    assert sum(path.stat().st_size for path in SCENES.rglob("*") if path.is_file()) < MOST_BYTES


def test_every_expected_file_has_its_command() -> None:
    models = {"org.yaml", "commands.txt", "own.yaml", "staff.csv"}
    for name in NAMES:
        files = {path.name for path in (SCENES / name).iterdir() if path.suffix != ".png"}
        assert files - models == {file for file, _ in commands(name)}, name


def test_every_scene_is_on_the_page_about_pictures() -> None:
    page = (SCENES.parent.parent / "docs" / "pictures.md").read_text("utf-8")
    assert [name for name in NAMES if f"`{name}`" not in page] == []


_ALL = """\
import os, sys
from orgmodel.cli.program import run
for name, *words in eval(sys.stdin.read()):
    os.chdir(os.path.join(sys.argv[1], name))
    assert run([*words, "--format", "svg"]) == 0
"""


def test_all_pictures_are_the_same_bytes_under_every_hash_seed() -> None:
    told = repr([[name, *words] for name, file, words in WRITTEN if file.endswith(".svg") and name != "matrix"])
    outs = {
        subprocess.run(
            [sys.executable, "-c", _ALL, str(SCENES)],
            input=told.encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "20261101")
    }
    assert len(outs) == 1
