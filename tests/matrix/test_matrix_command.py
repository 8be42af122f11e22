"""The command: what it writes, where, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from matrix_samples import DATA

from orgmodel.cli.program import run

QUAY = str(DATA / "quay.yaml")


def test_without_a_file_a_table_without_colour_goes_to_standard_output(capfdbinary) -> None:
    assert run(["matrix", QUAY]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert out.startswith("Quay  responsibility matrix by role\n")
    assert "\x1b" not in out


def test_force_color_colours_and_no_color_wins(capfdbinary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    run(["matrix", QUAY])
    assert b"\x1b[1m" in capfdbinary.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    run(["matrix", QUAY])
    assert b"\x1b" not in capfdbinary.readouterr().out


@pytest.mark.parametrize(
    ("name", "begins"),
    [("m.md", "# Quay"), ("m.html", "<!DOCTYPE html>"), ("m.csv", "activity,group"), ("m.txt", "Quay  resp")],
)
def test_the_suffix_says_the_format(tmp_path: Path, name: str, begins: str) -> None:
    assert run(["matrix", QUAY, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_several_formats_are_written_at_once(tmp_path: Path) -> None:
    assert run(["matrix", QUAY, "--output", f"csv={tmp_path / 'a'}", "--output", f"md={tmp_path / 'b'}"]) == 0
    assert (tmp_path / "a").read_bytes().startswith(b"activity,")
    assert (tmp_path / "b").read_bytes().startswith(b"# Quay")


def test_csv_has_line_ends_of_the_standard_and_no_byte_order_mark(tmp_path: Path) -> None:
    run(["matrix", QUAY, "-o", str(tmp_path / "a.csv")])
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"activity,group,kind,plane,scheme,per,Product Lead,")
    assert data.count(b"\r\n") == data.count(b"\n") == 11


def test_the_exit_is_0_though_rows_have_gaps() -> None:
    assert run(["matrix", QUAY, "--activity", "terms"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--unit", "nowhere"],
        ["--role", "nobody"],
        ["--activity", "nothing"],
        ["--by", "planet"],
        ["--format", "docx"],
        ["-o", "matrix.docx"],
        ["--width", "3"],
    ],
)
def test_unknown_names_formats_and_suffixes_are_usage_errors(arguments: list[str]) -> None:
    assert run(["matrix", QUAY, *arguments]) == 2


def test_an_unknown_unit_is_answered_with_the_nearest(capsys) -> None:
    run(["matrix", QUAY, "--unit", "paymets"])
    assert capsys.readouterr().err == 'orgmodel: there is no unit "paymets"; did you mean "payments"?\n'


def test_a_model_that_cannot_be_read_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "org.yaml").write_text("a: [")
    assert run(["matrix", str(tmp_path)]) == 1


def test_the_manager_column_of_a_table_has_an_option_of_its_own(tmp_path: Path, capfdbinary) -> None:
    (tmp_path / "staff.csv").write_text("id,name,manager,title\n1,Ada,,Lead\n2,Li,Ada,PM\n")
    assert run(["matrix", str(tmp_path / "staff.csv"), "--managers-by", "holder", "--by", "person"]) == 0
    assert b"no rows" in capfdbinary.readouterr().out


def test_redacted_people_are_named_nowhere(tmp_path: Path) -> None:
    for by in ("role", "position", "person", "unit"):
        for suffix in ("txt", "md", "html", "csv"):
            file = tmp_path / f"m.{suffix}"
            assert run(["matrix", QUAY, "--by", by, "--redact", "people", "-o", str(file)]) == 0
            text = file.read_text("utf-8")
            assert not [name for name in ("Ada", "Li Wei", "Ortiz", "Noor", "Ines") if name in text]


def test_pictures_have_the_colours_of_a_theme(tmp_path: Path) -> None:
    file = tmp_path / "m.svg"
    assert run(["matrix", str(DATA / "quay.yaml"), "--theme", "print", "-o", str(file)]) == 0
    text = file.read_text("utf-8")
    assert "#161b26" not in text
    assert "prefers-color-scheme" not in text


def test_a_theme_for_nothing_that_has_colours_is_refused(capsys) -> None:
    assert run(["matrix", str(DATA / "quay.yaml"), "--theme", "print", "--format", "csv"]) == 2
    assert capsys.readouterr().err == "orgmodel: --theme is for svg, png and pdf, not for csv\n"
