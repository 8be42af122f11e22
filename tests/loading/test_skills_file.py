"""A small file of one person's skills."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmodel.errors import UsageError
from orgmodel.loading.skills_file import read_skills


def read(folder: Path, text: str, name: str = "me.yaml") -> tuple[str, dict[str, int]]:
    file = folder / name
    file.write_text(text, "utf-8")
    return read_skills(str(file))


def test_skills_stand_as_they_are_or_below_a_name(tmp_path: Path) -> None:
    assert read(tmp_path, "discovery: 4\nanalytics: 3\n") == ("", {"discovery": 4, "analytics": 3})
    assert read(tmp_path, "name: Kim\nskills: {discovery: 4}\n") == ("Kim", {"discovery": 4})
    assert read(tmp_path, '{"skills": {"discovery": 4}}', "me.json") == ("", {"discovery": 4})
    assert read(tmp_path, "skills:\n") == ("", {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("discovery: 8\n", 'me.yaml:1:12: wanted a level from 1 to 7, found "8"'),
        ("discovery: high\n", 'me.yaml:1:12: wanted a level from 1 to 7, found "high"'),
        ("skills:\n  discovery: [1]\n", "me.yaml:2:14: wanted a level from 1 to 7"),
        ("discovery:\n", "me.yaml:1:1: wanted a level from 1 to 7"),
        ("- discovery\n", "me.yaml: skills are lines such as `discovery: 4`"),
        ("", "me.yaml: skills are lines such as `discovery: 4`"),
        ("skills: [discovery]\n", "me.yaml:1:9: skills are lines such as `discovery: 4`"),
        ("name: Kim\nskills: {a: 1}\nyears: 3\n", 'me.yaml:3:1: beside skills only name is read, not "years"'),
        ("a: 1\na: 2\n", "me.yaml:2:1: "),
        ("a: [\n", "me.yaml:"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        read(Path(), text)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_file_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file or folder"):
        read_skills(str(tmp_path / "none.yaml"))
