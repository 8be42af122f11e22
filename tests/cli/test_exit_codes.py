"""The exit code of every command: 0 done, 1 findings or nothing to load, 2 usage, 3 never."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

READING = ("check", "chart", "matrix", "stats")
USAGE: dict[str, tuple[str, ...]] = {
    "unknown command": ("nothing",),
    "misspelt command": ("chek",),
    "unknown option": ("check", "--nothing"),
    "no path": ("chart",),
    "missing path": ("check", "nothing.yaml"),
    "missing path among others": ("check", "clean.yaml", "nothing.yaml"),
    "folder without a model": ("check", "empty"),
    "unknown suffix": ("chart", "clean.yaml", "-o", "chart.xyz"),
    "no suffix": ("chart", "clean.yaml", "-o", "chart"),
    "unknown format": ("chart", "clean.yaml", "--format", "xyz"),
    "unknown format of an output": ("check", "clean.yaml", "-o", "xyz=file"),
    "unknown report format": ("check", "clean.yaml", "--format", "xyz"),
    "unknown figure format": ("stats", "clean.yaml", "--format", "xyz"),
    "unknown list format": ("rules", "--format", "xyz"),
    "unknown rule to select": ("check", "clean.yaml", "--select", "nothing"),
    "unknown rule to ignore": ("check", "clean.yaml", "--ignore", "no-owner,nothing"),
    "unknown rule to explain": ("explain", "nothing"),
    "unknown severity": ("check", "clean.yaml", "--fail-on", "fatal"),
    "date in another form": ("check", "clean.yaml", "--as-of", "1.11.2026"),
    "date that does not exist": ("check", "clean.yaml", "--as-of", "2026-02-30"),
    "empty date": ("check", "clean.yaml", "--as-of", ""),
    "unknown preset": ("check", "staff.csv", "--preset", "xyz"),
    "unknown field": ("check", "staff.csv", "--columns", "xyz=Name"),
    "columns without a field": ("check", "staff.csv", "--columns", "Name"),
    "unknown match": ("check", "staff.csv", "--match", "sound"),
    "unknown kind of table": ("check", "staff.csv", "--as", "things"),
    "bad form of dates": ("check", "staff.csv", "--dates", "%q"),
    "form without dates": ("check", "staff.csv", "--dates", "day"),
    "unknown redaction": ("check", "clean.yaml", "--redact", "names"),
    "missing policy": ("check", "clean.yaml", "--policy", "nothing.yaml"),
    "table as policy": ("check", "clean.yaml", "--policy", "staff.csv"),
    "unknown fit": ("chart", "clean.yaml", "--fit", "round"),
    "unknown root": ("chart", "clean.yaml", "--root", "nothing"),
    "unknown unit of a chart": ("chart", "staff.csv", "--unit", "nothing"),
    "depth of none": ("chart", "staff.csv", "--depth", "0"),
    "unknown role of a matrix": ("matrix", "clean.yaml", "--role", "nothing"),
    "unknown activity of a matrix": ("matrix", "clean.yaml", "--activity", "nothing"),
    "unknown template": ("init", "minmal"),
    "folder that is taken": ("init", "minimal", "taken"),
    "folder that is a file": ("init", "minimal", "clean.yaml"),
    "site into a file": ("build", "clean.yaml", "-o", "clean.yaml"),
    "site without a folder": ("build", "clean.yaml"),
    "output that is a folder": ("stats", "clean.yaml", "-o", "json=empty"),
    "output below a file": ("stats", "clean.yaml", "-o", "clean.yaml/x.json"),
    "schema into a folder": ("schema", "-o", "empty"),
}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE)
def test_a_usage_error_is_2_with_words_on_standard_error_only(
    orgmodel: Any, folder: Path, arguments: tuple[str, ...]
) -> None:
    (folder / "empty").mkdir()
    (folder / "taken").mkdir()
    (folder / "taken" / "org.yaml").write_text("mine", "utf-8")
    done = orgmodel(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.strip()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("chek",), 'there is no command "chek"; did you mean "check"?'),
        (("check", "clean.yaml", "--select", "no-ownr"), 'there is no rule "no-ownr"; did you mean "no-owner"?'),
        (("explain", "no-ownr"), 'there is no rule "no-ownr"; did you mean "no-owner"?'),
        (("init", "minmal"), 'there is no template "minmal"; did you mean "minimal"?'),
        (("check", "staff.csv", "--preset", "uk-organigram"), 'did you mean "uk-organogram"?'),
        (("check", "staff.csv", "--columns", "reprots_to=Name"), 'did you mean "reports_to"?'),
        (("chart", "clean.yaml", "-o", "x.xyz"), "known: .svg"),
    ],
)
def test_a_usage_error_says_what_may_be_meant(orgmodel: Any, arguments: tuple[str, ...], says: str) -> None:
    assert says in orgmodel(*arguments).err


@pytest.mark.parametrize(
    ("model", "fail_on", "code"),
    [
        ("clean.yaml", None, 0),
        ("clean.yaml", "warning", 0),
        ("warned.yaml", None, 0),
        ("warned.yaml", "error", 0),
        ("warned.yaml", "warning", 1),
        ("warned.yaml", "info", 1),
        ("warned.yaml", "never", 0),
        ("faulty.yaml", None, 1),
        ("faulty.yaml", "error", 1),
        ("faulty.yaml", "never", 0),
        ("broken.yaml", None, 1),
        ("broken.yaml", "never", 0),
    ],
)
def test_check_ends_by_what_it_fails_on(orgmodel: Any, model: str, fail_on: str | None, code: int) -> None:
    assert orgmodel("check", model, *(("--fail-on", fail_on) if fail_on else ())).code == code


def test_what_is_shown_does_not_change_what_check_fails_on(orgmodel: Any) -> None:
    assert orgmodel("check", "warned.yaml", "--min-severity", "error", "--fail-on", "warning").code == 1


def test_one_faulty_model_among_several_fails_the_check(orgmodel: Any) -> None:
    assert orgmodel("check", "clean.yaml", "faulty.yaml").code == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.yaml", b"a: [\n"),
        ("latin.yaml", b"name: Z\xfcrich\n"),
        ("list.yaml", b"- a\n"),
        ("broken.json", b'{"a": '),
        ("nul.yaml", b"a: \x00\n"),
        ("book.xlsx", b"PK\x03\x04"),
        ("nothing.csv", b""),
        ("image.csv", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("strange.csv", b"hello world\nfoo\n"),
    ],
)
def test_what_cannot_be_loaded_is_1_for_every_command(orgmodel: Any, folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    for command in READING:
        done = orgmodel(command, name)
        assert done.code == 1, command
        assert (done.out == "") is (command != "check"), command
    assert orgmodel("build", name, "-o", "site").code == 1
    assert not (folder / "site").exists()


@pytest.mark.parametrize("command", READING[1:])
def test_other_commands_are_0_on_a_faulty_model_and_say_so(orgmodel: Any, folder: Path, command: str) -> None:
    (folder / "faulty.yaml").write_text("orgmodel: 1\nnmae: x\nroles: {pm: {titel: PM}}\npositions: {p: {role: pm}}\n")
    done = orgmodel(command, "faulty.yaml")
    assert (done.code, done.out != "") == (0, True)
    assert "2 faults in the files; `orgmodel check` lists them" in done.err


@pytest.mark.parametrize("command", READING)
def test_a_table_of_headings_alone_is_an_empty_model(orgmodel: Any, folder: Path, command: str) -> None:
    (folder / "staff.csv").write_text("Employee ID,Manager ID\n", "utf-8")
    assert orgmodel(command, "staff.csv").code == 0


def test_a_path_that_cannot_be_read_is_2(orgmodel: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(self: Path, *arguments: Any, **named: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refusing)
    done = orgmodel("check", "clean.yaml")
    assert (done.code, done.err) == (2, 'orgmodel: "clean.yaml" cannot be read: permission denied\n')


def test_a_fault_of_our_own_is_3_in_one_line(orgmodel: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import orgmodel.loading.load as loading

    def failing(*arguments: Any) -> Any:
        raise RuntimeError("no")

    monkeypatch.setattr(loading, "load", failing)
    monkeypatch.delenv("ORGMODEL_TRACEBACK")
    done = orgmodel("check", "clean.yaml")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert "a fault of orgmodel itself (RuntimeError)" in done.err


@pytest.mark.parametrize(
    "command",
    [
        ("check", "clean.yaml", "-o", "json=clean.yaml"),
        ("chart", "clean.yaml", "--format", "svg", "-o", "clean.yaml"),
        ("chart", "clean.yaml", "--format", "svg", "-o", "./sub/../clean.yaml"),
        ("chart", "clean.yaml", "--format", "svg", "-o", "clean.yaml", "--redact", "people"),
        ("matrix", "clean.yaml", "--format", "csv", "-o", "clean.yaml"),
        ("stats", "clean.yaml", "--format", "json", "-o", "clean.yaml"),
        ("who", "clean.yaml", "--format", "json", "-o", "clean.yaml"),
    ],
)
def test_nothing_is_written_over_the_model(orgmodel: Any, folder: Path, command: tuple[str, ...]) -> None:
    (folder / "sub").mkdir()
    before = (folder / "clean.yaml").read_bytes()
    done = orgmodel(*command)
    assert (done.code, (folder / "clean.yaml").read_bytes() == before) == (2, True)
    assert "is a file of the model itself; write to another one" in done.err


def test_an_output_without_a_file_says_so(orgmodel: Any, folder: Path) -> None:
    done = orgmodel("chart", "clean.yaml", "-o", "svg=")
    assert (done.code, done.err) == (2, 'orgmodel: no file is named behind "svg="\n')


def test_an_empty_title_stands_for_the_id(orgmodel: Any, folder: Path) -> None:
    (folder / "empty.yaml").write_text(
        'orgmodel: 1\nroles: {pm: {}}\nactivities: {ship: {title: "", assign: {A: pm}}}\n'
    )
    assert orgmodel("matrix", "empty.yaml", "--format", "csv").out.splitlines()[1].startswith("ship,")
