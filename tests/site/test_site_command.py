"""The command `build`: what it writes, what it leaves alone, what it refuses."""

import subprocess
import sys

import pytest
from site_samples import EXAMPLES, GAPS

from orgmodel.cli.program import run

TEAM = str(EXAMPLES / "product-team")


def test_it_says_what_to_open(tmp_path, capsys):
    assert run(["build", TEAM, "-o", str(tmp_path / "out")]) == 0
    assert f"open {(tmp_path / 'out' / 'index.html').as_posix()}" in capsys.readouterr().err


def test_it_overwrites_its_own_files_and_leaves_others_alone(tmp_path):
    (tmp_path / "index.html").write_text("old")
    (tmp_path / "mine.txt").write_text("mine")
    assert run(["build", TEAM, "-o", str(tmp_path)]) == 0
    assert "Lantern Checkout" in (tmp_path / "index.html").read_text("utf-8")
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_file_in_place_of_the_folder_is_refused(tmp_path, capsys):
    (tmp_path / "out").write_text("x")
    assert run(["build", TEAM, "-o", str(tmp_path / "out")]) == 2
    assert "is a file" in capsys.readouterr().err


def test_findings_do_not_change_the_exit_code(tmp_path):
    (tmp_path / "org.yaml").write_text(GAPS)
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "out")]) == 0


def test_a_model_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "org.yaml").write_text("a: [1\n")
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "out")]) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [["--fit", "square"], ["--redact", "names"], ["--as-of", "tomorrow"]])
def test_what_means_nothing_is_refused(tmp_path, arguments):
    assert run(["build", TEAM, "-o", str(tmp_path / "out"), *arguments]) == 2


def test_the_command_is_known_without_loading_templates():
    code = "import sys, orgmodel.cli.build; print('jinja2' in sys.modules or 'pydantic' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
