"""Files that join a model: found below its folder only, each read once, loops and gaps told at the include."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from faults import all_told

ROLE = "roles: {%s: }\n"


@pytest.mark.parametrize(
    "include",
    ["b.yaml", "[b.yaml]", "{file: b.yaml}", "[{file: b.yaml}]", "'*b.yaml'", "['?.yaml']", "['[b].yaml']", "./b.yaml"],
)
def test_an_include_is_followed_in_every_form(loaded: Any, include: str) -> None:
    model = loaded({"org.yaml": f"orgmodel: 1\ninclude: {include}\nroles: {{a: }}\n", "b.yaml": ROLE % "b"})
    assert (model.faults, list(model.organization.roles)) == ([], ["a", "b"])


def test_a_glob_reads_files_in_the_order_of_their_names(loaded: Any) -> None:
    files = {f"sub/{name}.yaml": ROLE % name for name in ("c", "a", "b")}
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: 'sub/*.yaml'\n", **files})
    assert list(model.organization.roles) == ["a", "b", "c"]


def test_a_glob_over_all_folders_is_followed(loaded: Any) -> None:
    model = loaded(
        {"org.yaml": "orgmodel: 1\ninclude: '**/r.yaml'\n", "x/r.yaml": ROLE % "a", "x/y/r.yaml": ROLE % "b"}
    )
    assert sorted(model.organization.roles) == ["a", "b"]


def test_a_glob_that_meets_the_including_file_passes_over_it(loaded: Any) -> None:
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: '*.yaml'\n", "b.yaml": ROLE % "b"})
    assert (model.faults, list(model.organization.roles)) == ([], ["b"])


def test_a_column_that_one_table_of_a_glob_lacks_is_told_with_the_table(loaded: Any) -> None:
    include = "{file: '*.csv', columns: {id: A, reports_to: B}}"
    files = {"org.yaml": f"orgmodel: 1\ninclude: {include}\n", "a.csv": "A,B\n1,\n", "b.csv": "A,C\n2,1\n"}
    (fault,) = loaded(files).faults
    assert (fault.rule, [str(item.place) for item in fault.related]) == ("table-column-missing", ["b.csv:1:1"])


def test_includes_of_an_included_file_are_below_its_own_folder(loaded: Any) -> None:
    model = loaded(
        {
            "org.yaml": "orgmodel: 1\ninclude: sub/b.yaml\n",
            "sub/b.yaml": "include: c.yaml\n" + ROLE % "b",
            "sub/c.yaml": ROLE % "c",
        }
    )
    assert (model.faults, list(model.organization.roles)) == ([], ["b", "c"])


def test_an_include_loop_is_told_with_its_files(loaded: Any) -> None:
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: b.yaml\n", "b.yaml": "include: org.yaml\n"})
    message = 'includes lead back to where they began: "org.yaml" → "b.yaml" → "org.yaml"'
    assert all_told(model) == [("include-loop", "b.yaml:1:10", message)]


def test_a_file_that_includes_itself_is_a_loop(loaded: Any) -> None:
    (fault,) = loaded({"org.yaml": "orgmodel: 1\ninclude: org.yaml\n"}).faults
    assert (fault.rule, str(fault.place)) == ("include-loop", "org.yaml:2:10")


def test_a_file_included_twice_is_read_once(loaded: Any) -> None:
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: [b.yaml, b.yaml, ./b.yaml, '*b.yaml']\n", "b.yaml": ROLE % "b"})
    assert all_told(model) == [
        ("include-without-effect", "org.yaml:2:19", '"b.yaml" is included again'),
        ("include-without-effect", "org.yaml:2:27", '"./b.yaml" is included again'),
    ]
    assert model.organization.repeats == {}


def test_a_table_is_read_twice_where_it_is_two_things(loaded: Any) -> None:
    include = (
        "[{file: t.csv, as: positions, columns: {id: seat, holder: who, person: who}},"
        " {file: t.csv, as: people, columns: {id: who, name: name}}]"
    )
    model = loaded({"org.yaml": f"orgmodel: 1\ninclude: {include}\n", "t.csv": "seat,who,name\ns1,e1,Ada Park\n"})
    assert model.organization.positions["s1"].holder == "e1"
    assert model.organization.people["e1"].name == "Ada Park"


@pytest.mark.parametrize(
    ("include", "rule", "says"),
    [
        ("../b.yaml", "include-leaves-folder", 'leaves the folder with ".."'),
        ("sub/../../b.yaml", "include-leaves-folder", 'leaves the folder with ".."'),
        ("/etc/passwd", "include-leaves-folder", "is an absolute path"),
        ("C:\\\\b.yaml", "include-leaves-folder", "is an absolute path"),
        ("\\\\\\\\server\\\\share", "include-leaves-folder", "is an absolute path"),
        ("http://example.com/b.yaml", "include-leaves-folder", "is an address"),
        ("file:///etc/passwd", "include-leaves-folder", "is an address"),
        ("nothing.yaml", "include-not-found", "is no file below this folder"),
        ("*.nothing", "include-not-found", "finds no file below this folder"),
        ("sub", "include-not-found", "is no file below this folder"),
        ("~/b.yaml", "include-not-found", "is no file below this folder"),
        ("", "include-not-found", "is no file name"),
        ("a\\0b", "include-not-found", "is no file name"),
        ("library:nothing", "include-not-found", 'there is no library "nothing"'),
        ("a" * 5_000, "include-not-found", None),
    ],
    ids=lambda value: str(value)[:30].encode("ascii", "replace").decode().replace("\0", ""),
)
def test_an_include_that_cannot_be_followed_is_told_at_its_place(
    loaded: Any, include: str, rule: str, says: str | None
) -> None:
    files = {"org.yaml": f'orgmodel: 1\ninclude: ["{include}"]\nroles: {{a: }}\n', "sub/x.yaml": "{}"}
    model = loaded(files)
    (fault,) = model.faults
    assert (fault.rule, str(fault.place)) == (rule, "org.yaml:2:11")
    assert says is None or says in fault.message
    assert list(model.organization.roles) == ["a"]


def test_a_missing_include_gets_the_name_of_a_file_beside(loaded: Any) -> None:
    (fault,) = loaded({"org.yaml": "orgmodel: 1\ninclude: rolse.yaml\n", "roles.yaml": ROLE % "a"}).faults
    assert fault.message.endswith('; did you mean "roles.yaml"?')


@pytest.mark.parametrize("include", ["out.yaml", "'*.yaml'", "deep/x.yaml"])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, include: str) -> None:
    from orgmodel.loading.load import load

    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "x.yaml").write_text(ROLE % "secret")
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "org.yaml").write_text(f"orgmodel: 1\ninclude: {include}\n")
    (folder / "out.yaml").symlink_to(tmp_path / "secret" / "x.yaml")
    (folder / "deep").symlink_to(tmp_path / "secret")
    monkeypatch.chdir(folder)
    model = load("org.yaml")
    assert [fault.rule for fault in model.faults] == ["include-leaves-folder"]
    assert model.organization.roles == {}


def test_a_link_within_the_folder_is_followed(loaded: Any, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").symlink_to(tmp_path / "c.yaml")
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: b.yaml\n", "c.yaml": ROLE % "c"})
    assert (model.faults, list(model.organization.roles)) == ([], ["c"])


def test_an_include_that_is_no_text_is_told_and_the_rest_read(loaded: Any) -> None:
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: b.yaml\nroles: {a: }\n", "b.yaml": b"\xff\xfe\x00\xd8"})
    assert [fault.rule for fault in model.faults] == ["unreadable-file"]
    assert list(model.organization.roles) == ["a"]


def test_an_include_that_cannot_be_opened_is_told_at_the_include(
    loaded: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refusing(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "b.yaml" and "r" in str(arguments[:1]):
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments, **named)

    (tmp_path / "b.yaml").write_text(ROLE % "b")
    monkeypatch.setattr(Path, "open", refusing)
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: b.yaml\nroles: {a: }\n"})
    (fault,) = model.faults
    assert (fault.rule, str(fault.place)) == ("unreadable-file", "org.yaml:2:10")
    assert "permission denied" in fault.message


def test_a_workbook_is_refused_with_how_to_save_it(loaded: Any) -> None:
    (fault,) = loaded({"org.yaml": "orgmodel: 1\ninclude: staff.xlsx\n", "staff.xlsx": b"PK\x03\x04"}).faults
    assert (fault.rule, fault.place.path) == ("unreadable-file", "staff.xlsx")
    assert "CSV UTF-8" in fault.message


def test_more_than_a_thousand_files_are_one_fault(loaded: Any, tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    for number in range(1_001):
        (tmp_path / "many" / f"{number}.yaml").write_text(ROLE % f"r{number}")
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: 'many/*.yaml'\n"})
    assert all_told(model) == [("limit-exceeded", "org.yaml:2:10", "more than 1,000 files are included")]
    assert len(model.organization.roles) == 999


@pytest.mark.parametrize(
    ("item", "place", "rule", "message"),
    [
        ("{fil: b.yaml}", "2:12", "unknown-key", 'unknown key "fil"; did you mean "file"?'),
        ("{}", "2:11", "missing-field", '"file" is missing'),
        ("{as: units}", "2:11", "missing-field", '"file" is missing'),
        ("[b.yaml]", "2:11", "wrong-value", '"include": wanted a file or keys and values, found a list'),
        ("~", "2:11", "wrong-value", '"include": wanted a file or keys and values, found nothing'),
    ],
)
def test_a_malformed_include_is_one_fault(loaded: Any, item: str, place: str, rule: str, message: str) -> None:
    model = loaded({"org.yaml": f"orgmodel: 1\ninclude: [{item}]\n", "b.yaml": ROLE % "b"})
    assert [(fault.rule, fault.message) for fault in model.faults] == [(rule, message)]
    assert str(model.faults[0].place).startswith(f"org.yaml:{place.split(':', maxsplit=1)[0]}:")


def test_the_including_file_speaks_for_the_whole(loaded: Any) -> None:
    model = loaded(
        {
            "org.yaml": "orgmodel: 1\nname: Main\nas_of: 2026-11-01\nscheme: rasci\ninclude: b.yaml\n",
            "b.yaml": "name: Other\nas_of: 2020-01-01\nscheme: daci\n",
        }
    ).organization
    assert (model.name, str(model.as_of), model.scheme) == ("Main", "2026-11-01", "rasci")


def test_an_included_file_gives_what_the_including_one_does_not(loaded: Any) -> None:
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: b.yaml\n", "b.yaml": "name: Other\nas_of: 2020-01-01\n"})
    assert (model.organization.name, str(model.organization.as_of)) == ("Other", "2020-01-01")


def test_policies_of_several_files_are_joined_key_by_key(loaded: Any) -> None:
    policy = loaded(
        {
            "org.yaml": "orgmodel: 1\ninclude: b.yaml\npolicy: {tops: 2, severity: {no-doer: error}}\n",
            "b.yaml": "policy: {tops: 9, layers: {max: 4}, severity: {no-doer: ignore, no-top: info}}\n",
        }
    ).organization.policy
    assert (policy.tops, policy.layers.max, policy.severity) == (2, 4, {"no-doer": "error", "no-top": "info"})


# --policy ------------------------------------------------------------------------------------------


def test_a_policy_file_joins_policy_waivers_and_schemes_to_a_table(loaded: Any) -> None:
    model = loaded(
        {
            "staff.csv": "id,manager\n1,\n",
            "p.yaml": "policy: {tops: 3}\nwaivers: {rule: a, for: b}\nschemes: {ours: {A: ~}}\nscheme: ours\n",
        },
        policy="p.yaml",
    ).organization
    assert (model.policy.tops, len(model.waivers), list(model.schemes["ours"]), model.scheme) == (3, 1, ["A"], "ours")


def test_a_policy_file_comes_before_the_models_own_policy(loaded: Any) -> None:
    files = {"org.yaml": "orgmodel: 1\npolicy: {tops: 1, fte: 1.2}\nroles: {a: }\n", "p.yaml": "policy: {tops: 3}\n"}
    policy = loaded(files, policy="p.yaml").organization.policy
    assert (policy.tops, policy.fte) == (3, 1.2)


def test_a_policy_file_brings_nothing_else_and_says_so(loaded: Any) -> None:
    files = {"org.yaml": "orgmodel: 1\nroles: {a: }\n", "p.yaml": "name: X\nroles: {b: }\npolicy: {tops: 2}\n"}
    model = loaded(files, policy="p.yaml")
    assert (list(model.organization.roles), model.organization.name) == (["a"], None)
    assert model.notes == ['p.yaml: only policy, waivers and schemes are taken, not "roles"']


def test_a_table_is_no_policy_file(loaded: Any) -> None:
    from orgmodel.errors import UsageError

    with pytest.raises(UsageError, match="--policy wants a YAML or JSON file"):
        loaded({"org.yaml": "orgmodel: 1\n", "p.csv": "a\n"}, policy="p.csv")


# PATH ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["org.yaml", "org.yml", "org.json"])
def test_a_folder_stands_for_its_main_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    from orgmodel.loading.load import load

    (tmp_path / "team").mkdir()
    (tmp_path / "team" / name).write_text('{"orgmodel": 1, "roles": {"a": {}}}')
    monkeypatch.chdir(tmp_path)
    model = load("team")
    assert (list(model.organization.roles), model.places.main.path) == (["a"], f"team/{name}")


def test_a_folder_without_a_model_is_a_usage_error(tmp_path: Path) -> None:
    from orgmodel.errors import UsageError
    from orgmodel.loading.load import load

    with pytest.raises(UsageError, match=r"no org\.yaml in the folder"):
        load(str(tmp_path))


@pytest.mark.parametrize("path", ["nothing.yaml", "a\0b", "x" * 5_000])
def test_a_path_that_does_not_exist_is_a_usage_error(path: str) -> None:
    from orgmodel.errors import UsageError
    from orgmodel.loading.load import load

    with pytest.raises(UsageError):
        load(path)


def test_places_are_relative_to_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from orgmodel.loading.load import load

    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "org.yaml").write_text("orgmodel: 1\nnope: 1\n")
    monkeypatch.chdir(tmp_path / "a" / "b")
    (fault,) = load(str(tmp_path / "a")).faults
    assert str(fault.place) == f"..{'/'}org.yaml:2:1"
    assert os.sep == "/" or "\\" not in str(fault.place)
