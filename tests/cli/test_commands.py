"""What commands read and write: inputs, outputs, options, templates, help."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import click
import pytest

from orgmodel.cli.program import COMMANDS, program

# Inputs --------------------------------------------------------------------------------------------


def test_check_reads_the_current_folder_by_default(orgmodel: Any, folder: Path) -> None:
    (folder / "org.yaml").write_text((folder / "clean.yaml").read_text())
    assert orgmodel("check").out.startswith("Clean: no findings at warning or above; checked 3 roles and 1 activity")


def test_check_reads_several_models(orgmodel: Any) -> None:
    done = orgmodel("check", "clean.yaml", "faulty.yaml", "broken.yaml", "--format", "concise")
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["faulty.yaml", "broken.yaml"]


@pytest.mark.parametrize("command", ["check", "chart", "matrix", "stats"])
def test_a_dash_is_standard_input(orgmodel: Any, folder: Path, command: str) -> None:
    text = (folder / "clean.yaml").read_text()
    done = orgmodel(command, "-", stdin=text)
    assert (done.code, done.out) == (0, orgmodel(command, "clean.yaml").out)


def test_standard_input_is_read_as_the_name_it_is_given(orgmodel: Any) -> None:
    done = orgmodel("check", "-", "--stdin-filename", "sub/staff.csv", "--format", "concise", stdin="id,fte\n1,x\n")
    assert done.out.startswith("sub/staff.csv:2:2: error ORG004 wrong-value:")


def test_includes_of_standard_input_are_below_the_folder_of_its_name(orgmodel: Any, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "b.yaml").write_text("roles: {x: {}}\n")
    text = "orgmodel: 1\nas_of: 2026-11-01\ninclude: b.yaml\n"
    done = orgmodel("stats", "-", "--stdin-filename", "sub/org.yaml", "--format", "json", stdin=text)
    assert json.loads(done.out)["roles"] == 1
    assert orgmodel("check", "-", stdin=text).code == 1


def test_an_absolute_path_is_shown_relative(orgmodel: Any, folder: Path) -> None:
    for path in (str(folder / "faulty.yaml"), "./faulty.yaml", f"../{folder.name}/faulty.yaml"):
        assert orgmodel("check", path, "--format", "concise").out.startswith("faulty.yaml:4:14: error ORG402")


def test_the_name_given_to_standard_input_is_shown_relative(orgmodel: Any, folder: Path) -> None:
    done = orgmodel(
        "check", "-", "--stdin-filename", str(folder / "x" / "y.yaml"), "--format", "concise", stdin="a: [\n"
    )
    assert done.out.startswith("x/y.yaml:2:1: error ORG001")


# Tables --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "columns",
    [
        ("id='Employee ID',reports_to='Manager ID',holder=Name",),
        ("id=Employee ID", "reports_to=Manager ID", "holder=Name"),
        ("id = Employee ID , reports_to = Manager ID,holder=Name",),
        ('id="Employee ID",reports_to="Manager ID",holder=Name',),
    ],
)
def test_columns_are_told_on_the_command_line(orgmodel: Any, columns: tuple[str, ...]) -> None:
    options = [word for text in columns for word in ("--columns", text)]
    figures = json.loads(orgmodel("stats", "staff.csv", "--as-of", "2026-11-01", "--format", "json", *options).out)
    assert (figures["positions"], figures["depth"], figures["people"], figures["tops"]) == (2, 2, 2, ["1"])


def test_a_heading_with_a_comma_and_an_equals_sign_can_be_told(orgmodel: Any, folder: Path) -> None:
    (folder / "s.csv").write_text('"ID, or number","A=B",Name\n1,,Ada\n2,1,Bo\n')
    done = orgmodel("stats", "s.csv", "--columns", "id=ID, or number,reports_to=A=B", "--format", "json")
    assert json.loads(done.out)["depth"] == 2


def test_several_headings_are_joined_by_a_plus(orgmodel: Any, folder: Path) -> None:
    (folder / "s.csv").write_text("i,f,l\n1,Ada,Park\n")
    drawn = orgmodel("chart", "s.csv", "--columns", "id=i,holder=f + l", "--as-of", "2026-11-01").out
    assert "Ada Park" in drawn


def test_recognised_headings_are_told_on_standard_error(orgmodel: Any) -> None:
    done = orgmodel("stats", "staff.csv", "--as-of", "2026-11-01")
    assert 'staff.csv: read as positions: id from "Employee ID"; reports_to from "Manager ID"' in done.err
    assert "read as" not in done.out


def test_a_missing_column_of_the_command_line_is_a_finding(orgmodel: Any) -> None:
    done = orgmodel("check", "staff.csv", "--columns", "id=Employee ID,reports_to=Manger ID", "--format", "concise")
    assert (done.code, 'no column "Manger ID"; did you mean "Manager ID"?' in done.out) == (1, True)


def test_managers_are_matched_as_told(orgmodel: Any, folder: Path) -> None:
    (folder / "s.csv").write_text("id,name,manager\n007,Ada,\nB,Bo,7\nC,Cy,b\n")
    base = ("stats", "s.csv", "--as-of", "2026-11-01", "--format", "json")
    plain = json.loads(orgmodel(*base).out)
    forgiven = json.loads(orgmodel(*base, "--match", "case", "--match", "leading-zeros").out)
    assert (plain["unresolved"], forgiven["unresolved"], forgiven["depth"]) == (2, 0, 3)


def test_ended_posts_are_left_out_where_asked(orgmodel: Any, folder: Path) -> None:
    (folder / "o.yaml").write_text(
        "orgmodel: 1\npositions: {a: {reports_to: }, b: {reports_to: a, until: 2026-01-01}}\n"
    )
    base = ("stats", "o.yaml", "--as-of", "2026-11-01", "--format", "json")
    assert [json.loads(orgmodel(*base, *more).out)["ended"] for more in ((), ("--without", "ended"))] == [1, 0]


def test_a_policy_file_changes_what_a_table_is_held_to(orgmodel: Any, folder: Path) -> None:
    (folder / "two.csv").write_text("id,manager,name\n1,,Ada\n2,,Bo\n3,1,Cy\n4,2,Di\n")
    (folder / "policy.yaml").write_text("policy: {tops: 2}\n")
    base = ("check", "two.csv", "--as-of", "2026-11-01", "--fail-on", "warning", "--select", "several-tops")
    assert [orgmodel(*base, *more).code for more in ((), ("--policy", "policy.yaml"))] == [1, 0]


# Days ----------------------------------------------------------------------------------------------

DATED = "orgmodel: 1\n{}positions: {{a: {{reports_to: }}, b: {{reports_to: a, from: 2026-06-01, until: 2026-06-30}}}}\n"


@pytest.mark.parametrize(
    ("heads", "asked", "expected"),
    [
        ("as_of: 2026-06-15\n", None, (2, 0)),
        ("as_of: 2026-06-15\n", "2026-05-31", (1, 1)),
        ("as_of: 2020-01-01\n", "2026-06-01", (2, 0)),
        ("", "2026-06-30", (2, 0)),
        ("", "2026-05-31", (1, 1)),
    ],
)
def test_the_day_is_the_one_asked_for_else_that_of_the_file(
    orgmodel: Any, folder: Path, heads: str, asked: str | None, expected: tuple[int, int]
) -> None:
    (folder / "o.yaml").write_text(DATED.format(heads))
    day = ("--as-of", asked) if asked else ()
    figures = json.loads(orgmodel("stats", "o.yaml", "--format", "json", *day).out)
    assert (figures["positions"], figures["planned"]) == expected


def test_without_a_day_it_is_today(orgmodel: Any, folder: Path) -> None:
    from datetime import date, timedelta

    tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011
    (folder / "o.yaml").write_text(f"orgmodel: 1\npositions: {{a: {{reports_to: }}, b: {{from: {tomorrow}}}}}\n")
    assert json.loads(orgmodel("stats", "o.yaml", "--format", "json").out)["planned"] == 1


@pytest.mark.parametrize("command", ["check", "chart", "matrix", "stats"])
def test_no_output_carries_the_day_of_today(orgmodel: Any, command: str) -> None:
    from datetime import date

    today = date.today().isoformat()  # noqa: DTZ011
    assert today not in orgmodel(command, "staff.csv").out


# Outputs -------------------------------------------------------------------------------------------


def test_several_formats_are_written_at_once(orgmodel: Any, folder: Path) -> None:
    done = orgmodel("check", "faulty.yaml", "-o", "json=a.out", "--output", "b.sarif", "-o", "deep/c.txt")
    assert (done.code, done.out) == (1, "")
    assert json.loads((folder / "a.out").read_text())["version"]
    assert json.loads((folder / "b.sarif").read_text())["version"] == "2.1.0"
    assert "no-owner" in (folder / "deep" / "c.txt").read_text()


def test_one_of_several_formats_may_go_to_standard_output(orgmodel: Any, folder: Path) -> None:
    done = orgmodel("check", "faulty.yaml", "-o", "concise=-", "-o", "a.json")
    assert done.out.startswith("faulty.yaml:4:14: error")
    assert (folder / "a.json").exists()


def test_the_format_may_be_told_apart_from_the_suffix(orgmodel: Any, folder: Path) -> None:
    assert orgmodel("check", "faulty.yaml", "--format", "json", "-o", "a.xyz").code == 1
    assert json.loads((folder / "a.xyz").read_text())["version"]


def test_a_chart_goes_to_standard_output_as_svg(orgmodel: Any) -> None:
    done = orgmodel("chart", "staff.csv")
    assert ET.fromstring(done.out).tag.endswith("svg")
    assert orgmodel("chart", "staff.csv", "-o", "-").out == done.out


@pytest.mark.parametrize(
    ("name", "begins"), [("c.svg", "<svg"), ("c.SVG", "<svg"), ("c.dot", "digraph"), ("c.gv", "digraph")]
)
def test_the_suffix_picks_the_format_of_a_chart(orgmodel: Any, folder: Path, name: str, begins: str) -> None:
    done = orgmodel("chart", "staff.csv", "-o", name)
    assert (done.code, done.out) == (0, "")
    assert (folder / name).read_text().lstrip().startswith(begins)


def test_standard_output_holds_results_and_nothing_else(orgmodel: Any) -> None:
    for command in ("check", "stats"):
        done = orgmodel(command, "staff.csv", "--format", "json")
        json.loads(done.out)
        assert done.err


@pytest.mark.parametrize(("variable", "has_color"), [("NO_COLOR", False), ("FORCE_COLOR", True), (None, False)])
def test_colours_are_as_the_environment_says(
    orgmodel: Any, monkeypatch: pytest.MonkeyPatch, variable: str | None, has_color: bool
) -> None:
    if variable:
        monkeypatch.setenv(variable, "1")
    assert ("\x1b[" in orgmodel("check", "faulty.yaml").out) is has_color


def test_no_color_wins_over_force_color(orgmodel: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in orgmodel("check", "faulty.yaml").out


def test_a_file_never_holds_colours(orgmodel: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    orgmodel("check", "faulty.yaml", "-o", "full=a.txt")
    assert "\x1b[" not in (folder / "a.txt").read_text()


# Choosing rules ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ("--select no-owner", 1),
        ("--select ORG402", 1),
        ("--select org402", 1),
        ("--select ORG4", 1),
        ("--select ORG", 1),
        ("--select ORG2", 0),
        ("--select ORG2,no-owner", 1),
        ("--select ORG2 --select ORG4", 1),
        ("--ignore no-owner", 0),
        ("--ignore ORG402", 0),
        ("--ignore ORG4", 0),
        ("--select ORG4 --ignore no-owner", 0),
        ("--ignore ORG2", 1),
    ],
)
def test_rules_are_chosen_by_name_code_or_prefix(orgmodel: Any, options: str, code: int) -> None:
    assert orgmodel("check", "faulty.yaml", *options.split()).code == code


def test_info_is_shown_where_asked(orgmodel: Any) -> None:
    shown = [orgmodel("check", "clean.yaml", "--min-severity", word).out for word in ("info", "warning")]
    assert (" info " in shown[0], " info " in shown[1]) == (True, False)


# Redaction -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "chart", "matrix", "stats"])
def test_redacted_people_are_in_no_output(orgmodel: Any, folder: Path, command: str) -> None:
    (folder / "s.csv").write_text("Employee ID,Manager ID,Name,FTE\n1,,Ada Park,x\n2,1,Bo Quill,1\n3,9,Ada Park,1\n")
    done = orgmodel(command, "s.csv", "--redact", "people,pay", "--as-of", "2026-11-01")
    assert "Ada" not in done.out + done.err
    assert "Quill" not in done.out + done.err


def test_a_redacted_site_names_nobody(orgmodel: Any, folder: Path) -> None:
    assert orgmodel("build", "staff.csv", "-o", "site", "--redact", "people", "--as-of", "2026-11-01").code == 0
    texts = [file.read_text() for file in (folder / "site").rglob("*") if file.is_file()]
    assert [word for word in ("Ada", "Park", "Quill") if any(word in text for text in texts)] == []


# init, rules, explain, schema ----------------------------------------------------------------------


def test_init_lists_its_templates(orgmodel: Any) -> None:
    from orgmodel.library.templates import TEMPLATES

    assert [line.split()[0] for line in orgmodel("init", "--list").out.splitlines()] == list(TEMPLATES)


def test_init_writes_a_model_into_the_current_folder(orgmodel: Any, folder: Path) -> None:
    done = orgmodel("init")
    assert (done.code, done.out) == (0, "wrote org.yaml (minimal); next: orgmodel check .\n")
    assert (folder / "orgmodel-1.schema.json").exists()


def test_init_takes_a_folder_alone(orgmodel: Any, folder: Path) -> None:
    assert orgmodel("init", "my-team").code == 0
    assert (folder / "my-team" / "org.yaml").exists()


@pytest.mark.parametrize("template", ["minimal", "product-team", "product-management", "squads"])
def test_a_template_passes_check_without_a_warning(orgmodel: Any, template: str) -> None:
    assert orgmodel("init", template, "team").code == 0
    done = orgmodel("check", "team", "--fail-on", "warning", "--as-of", "2026-11-01")
    assert (done.code, "no findings at warning or above" in done.out) == (0, True)


def test_init_never_overwrites(orgmodel: Any, folder: Path) -> None:
    for name in ("org.yaml", "orgmodel-1.schema.json"):
        target = folder / name.split(".")[0]
        target.mkdir()
        (target / name).write_text("mine")
        assert orgmodel("init", "minimal", target.name).code == 2
        assert [file.name for file in target.iterdir()] == [name]
        assert (target / name).read_text() == "mine"


def test_a_template_names_the_schema_that_is_written_beside_it(orgmodel: Any, folder: Path) -> None:
    orgmodel("init", "product-team", "team")
    first = (folder / "team" / "org.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=./orgmodel-1.schema.json"
    assert orgmodel("schema").out == (folder / "team" / "orgmodel-1.schema.json").read_text()


def test_every_rule_is_listed_and_explained(orgmodel: Any) -> None:
    from orgmodel.rules.registry import ENTRIES

    listed = orgmodel("rules").out
    for entry in ENTRIES:
        assert f"{entry.code}" in listed
        page = orgmodel("explain", entry.code)
        assert (page.code, page.out.startswith(f"{entry.code} {entry.name}")) == (0, True)


@pytest.mark.parametrize("name", ["ORG401", "org401", "several-owners", "SEVERAL-OWNERS"])
def test_a_rule_is_explained_by_code_or_name_in_any_case(orgmodel: Any, name: str) -> None:
    assert orgmodel("explain", name).out.startswith("ORG401 several-owners")


# Help ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_every_option_of_a_command(orgmodel: Any, command: str, flag: str) -> None:
    done = orgmodel(command, flag)
    assert (done.code, done.err) == (0, "")
    found = program.get_command(click.Context(program), command)
    assert found is not None
    for parameter in found.params:
        if isinstance(parameter, click.Option):
            assert all(name in done.out for name in parameter.opts), parameter.name
            assert parameter.help, parameter.name


def test_help_lists_the_commands_in_their_order(orgmodel: Any) -> None:
    text = orgmodel("--help").out
    places = [text.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)


def test_the_version_is_told(orgmodel: Any) -> None:
    from orgmodel import __version__

    assert orgmodel("--version").out == f"orgmodel, version {__version__}\n"
