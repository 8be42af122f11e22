"""`check --baseline` and `--write-baseline`: an old organisation takes up the tool, and only new findings fail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FILE = "orgmodel-baseline.json"
MORE = "  b: {assign: {R: pm}}\n"
OLD = "orgmodel: 1\nas_of: 2026-11-01\nroles:\n  pm: {title: PM}\nactivities:\n  a: {assign: {R: pm}}\n"


@pytest.fixture
def old(folder: Path) -> Path:
    path = folder / "old.yaml"
    path.write_text(OLD)
    return path


def known(done: Any) -> tuple[int, int]:
    content = json.loads(done.out)
    return content["known"], content["gone"]


def test_known_findings_are_counted_and_do_not_fail(orgmodel: Any, old: Path) -> None:
    assert orgmodel("check", "old.yaml").code == 1
    written = orgmodel("check", "old.yaml", "--write-baseline")
    assert written.code == 0
    assert written.err.startswith(f"{FILE}: ")
    done = orgmodel("check", "old.yaml", "--baseline", FILE)
    assert (done.code, "no findings" in done.out, " known" in done.out) == (0, True, True)


def test_only_a_new_finding_fails_and_is_shown(orgmodel: Any, old: Path) -> None:
    orgmodel("check", "old.yaml", "--write-baseline")
    old.write_text("# moved\n\n" + OLD + MORE)
    done = orgmodel("check", "old.yaml", "--baseline", FILE, "--format", "json", "--select", "no-owner", "--all")
    assert (done.code, known(done)) == (1, (1, 0))
    assert [item["entities"] for item in json.loads(done.out)["findings"]] == [["activity:b"]]


def test_what_is_gone_is_told_until_it_is_dropped(orgmodel: Any, old: Path) -> None:
    old.write_text(OLD + MORE)
    orgmodel("check", "old.yaml", "--write-baseline")
    old.write_text(OLD)
    done = orgmodel("check", "old.yaml", "--baseline", FILE, "--select", "no-owner")
    assert "1 known; 1 known before and gone (--write-baseline drops them)" in done.out
    assert (
        "; 1 gone" in orgmodel("check", "old.yaml", "--baseline", FILE, "--write-baseline", "--select", "no-owner").err
    )
    assert known(orgmodel("check", "old.yaml", "--baseline", FILE, "--format", "json", "--select", "no-owner")) == (
        1,
        0,
    )


def test_a_run_over_some_rules_leaves_the_others_alone(orgmodel: Any, folder: Path, old: Path) -> None:
    orgmodel("check", "old.yaml", "--write-baseline")
    before = (folder / FILE).read_text()
    assert known(orgmodel("check", "old.yaml", "--baseline", FILE, "--select", "ORG2", "--format", "json")) == (0, 0)
    for more in (("--select", "ORG2"), ("--ignore", "no-owner"), ("--min-severity", "error"), ("--fail-on", "never")):
        assert orgmodel("check", "old.yaml", "--write-baseline", *more).code == 0
        assert (folder / FILE).read_text() == before


def test_several_models_share_one_baseline(orgmodel: Any, folder: Path, old: Path) -> None:
    orgmodel("check", "old.yaml", "faulty.yaml", "--write-baseline")
    before = (folder / FILE).read_text()
    assert orgmodel("check", "faulty.yaml", "--baseline", FILE).code == 0
    orgmodel("check", "faulty.yaml", "--write-baseline")
    assert (folder / FILE).read_text() == before
    assert orgmodel("check", "faulty.yaml", "old.yaml", "--baseline", FILE).code == 0


def test_what_is_known_does_not_depend_on_what_is_shown(orgmodel: Any, old: Path) -> None:
    orgmodel("check", "old.yaml", "--write-baseline")
    for more in ((), ("--all",), ("--min-severity", "info"), ("--min-severity", "error")):
        done = orgmodel("check", "old.yaml", "--baseline", FILE, "--format", "json", *more)
        assert json.loads(done.out)["findings"] == []
        assert sum(json.loads(done.out)["hidden"].values()) == 0


def test_more_findings_than_are_stored_are_known(orgmodel: Any, folder: Path) -> None:
    rows = "".join(f"  r{number}: {{assign: {{R: pm}}}}\n" for number in range(1_200))
    (folder / "many.yaml").write_text(OLD + rows)
    orgmodel("check", "many.yaml", "--write-baseline")
    done = orgmodel("check", "many.yaml", "--baseline", FILE, "--select", "no-owner", "--format", "json")
    assert (done.code, known(done)) == (0, (1_201, 0))


def test_a_redacted_run_reads_a_baseline_and_writes_none(orgmodel: Any, folder: Path, old: Path) -> None:
    orgmodel("check", "old.yaml", "--write-baseline")
    before = (folder / FILE).read_text()
    assert orgmodel("check", "old.yaml", "--baseline", FILE, "--redact", "people,pay").code == 0
    refused = orgmodel("check", "old.yaml", "--write-baseline", "--redact", "people")
    assert (refused.code, refused.err) == (2, "orgmodel: --write-baseline needs the whole model; leave out --redact\n")
    assert (folder / FILE).read_text() == before


def test_a_model_that_cannot_be_read_changes_no_baseline(orgmodel: Any, folder: Path, old: Path) -> None:
    orgmodel("check", "old.yaml", "--write-baseline")
    before = (folder / FILE).read_text()
    old.write_text("a: [\n")
    done = orgmodel("check", "old.yaml", "--baseline", FILE, "--format", "json")
    assert (done.code, known(done)) == (1, (0, 0))
    refused = orgmodel("check", "old.yaml", "--write-baseline")
    assert (refused.code, len(refused.err.splitlines())) == (1, 1)
    assert (folder / FILE).read_text() == before


def test_both_options_read_one_file_and_write_another(orgmodel: Any, folder: Path, old: Path) -> None:
    orgmodel("check", "old.yaml", "--write-baseline", "a.json")
    assert "0 of them new" in orgmodel("check", "old.yaml", "--baseline", "a.json", "--write-baseline", "b.json").err
    assert (folder / "a.json").read_bytes() == (folder / "b.json").read_bytes()


@pytest.mark.parametrize("name", ["nothing.json", "clean.yaml", ".", "a\0b"])
def test_a_file_that_is_no_baseline_is_a_usage_error(orgmodel: Any, name: str) -> None:
    done = orgmodel("check", "clean.yaml", "--baseline", name)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("name", ["old.yaml", ".", "staff.csv"])
def test_nothing_but_a_baseline_is_overwritten(orgmodel: Any, folder: Path, old: Path, name: str) -> None:
    done = orgmodel("check", "--write-baseline", name)
    assert (done.code, "put PATH first" in done.err) == (2, True)
    assert old.read_text() == OLD


def test_the_file_is_the_same_at_every_writing(orgmodel: Any, folder: Path, old: Path) -> None:
    texts = set()
    for _ in range(2):
        orgmodel("check", "warned.yaml", "old.yaml", "--write-baseline")
        texts.add((folder / FILE).read_bytes())
        (folder / FILE).unlink()
    assert len(texts) == 1


def test_a_baseline_of_another_folder_is_told(orgmodel: Any, old: Path) -> None:
    orgmodel("check", "old.yaml", "--write-baseline")
    (old.parent / "sub").mkdir()
    old.rename(old.parent / "sub" / "old.yaml")
    done = orgmodel("check", "sub/old.yaml", "--baseline", FILE)
    assert done.code == 1
    assert "findings is about sub/old.yaml; it was written for old.yaml: run in the folder where it was" in done.err


def test_what_a_profile_ignores_is_not_gone(orgmodel: Any, old: Path) -> None:
    orgmodel("check", "old.yaml", "--write-baseline")
    old.write_text(OLD + "policy: {severity: {no-owner: ignore}}\n")
    done = orgmodel("check", "old.yaml", "--baseline", FILE, "--format", "json")
    assert known(done)[1] == 0
    again = orgmodel("check", "old.yaml", "--write-baseline")
    assert again.err.endswith("0 of them new; 0 gone\n")
