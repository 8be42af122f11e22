"""`orgmodel who`: what it prints, its formats, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

MODEL = """\
orgmodel: 1
name: Small
as_of: 2026-11-01
roles: {lead: {title: Lead}, pm: {title: Product Manager, reports_to: lead}}
units:
  all: {title: Everything, head: s-lead}
  a: {title: Team A, kind: team, parent: all}
  b: {title: Team B, kind: team, parent: all}
positions:
  s-lead: {role: lead, unit: all, holder: Ada Park, reports_to: ~}
  pm-a: {role: pm, unit: a, holders: [{person: Li, fte: 0.5}, {person: Bo, fte: 0.5}]}
  pm-b: {role: pm, unit: b, deputy: s-lead}
activities:
  backlog: {title: Rank the backlog, per: team, assign: {A: pm, R: pm, I: lead}}
  vision: {title: Set the vision, assign: {A: lead, R: pm}}
  open: {title: Water the plants, assign: {R: pm}}
"""


@pytest.fixture
def org(folder: Path) -> str:
    (folder / "org.yaml").write_text(MODEL, "utf-8")
    return "org.yaml"


def test_an_activity_is_told_place_by_place(orgmodel: Any, org: str) -> None:
    assert (
        orgmodel("who", org, "Rank the backlog", "--width", "90").out
        == """\
Rank the backlog (backlog)
activity, once for each team

For Team A (a)
  A Accountable   Li and Bo, Product Manager in Team A (pm-a), shared
  R Responsible   Li and Bo, Product Manager in Team A (pm-a), shared
  I Informed      Ada Park, Lead in Everything (s-lead)
  Up the line     Ada Park (Lead)

For Team B (b)
  ! Nobody is there: the seat that answers is vacant.
  A Accountable   vacant: Product Manager in Team B (pm-b); Ada Park stands in
  R Responsible   vacant: Product Manager in Team B (pm-b); Ada Park stands in
  I Informed      Ada Park, Lead in Everything (s-lead)
  Up the line     Ada Park (Lead)
"""
    )


def test_without_a_name_every_row_is_a_line(orgmodel: Any, org: str) -> None:
    assert (
        orgmodel("who", org, "--width", "100").out
        == """\
  Rank the backlog for Team A: Li and Bo (Product Manager)
  Rank the backlog for Team B: Product Manager (vacant), Ada Park standing in ! nobody is there
  Set the vision: Ada Park (Lead)
  Water the plants: ! nobody answers
"""
    )


def test_a_person_is_told_with_tasks_line_and_reports(orgmodel: Any, org: str) -> None:
    assert (
        orgmodel("who", org, "ada park").out
        == """\
Ada Park
  Sits in         Ada Park, Lead in Everything (s-lead)
  Unit            Everything (all)
  Heads           Everything (all)
  Up the line     nobody above: a top
  Reports         Li and Bo, Product Manager in Team A (pm-a), shared
                  vacant: Product Manager in Team B (pm-b); Ada Park stands in
  Deputy for      vacant: Product Manager in Team B (pm-b); Ada Park stands in

  Answers for     Set the vision
  Is told         Rank the backlog for Team A (a) and Team B (b)
"""
    )


def test_leaving_tells_what_is_open_and_who_is_next(orgmodel: Any, org: str) -> None:
    assert (
        orgmodel("who", org, "Ada Park", "--leaves").out
        == """\
Without Ada Park
  Empty then      Ada Park, Lead in Everything (s-lead)
  Unowned         Set the vision
  No manager      Li and Bo, Product Manager in Team A (pm-a), shared
                  vacant: Product Manager in Team B (pm-b); Ada Park stands in
  No head         Everything (all)
  No deputy       vacant: Product Manager in Team B (pm-b); Ada Park stands in

Next in line:
  Lead            nobody: no deputy and no manager who is there
"""
    )


def test_a_unit_cuts_an_activity_to_its_place(orgmodel: Any, org: str) -> None:
    out = orgmodel("who", org, "backlog", "--unit", "Team B").out
    assert "For Team B (b)" in out
    assert "For Team A" not in out


def test_several_hits_are_listed_and_the_command_succeeds(orgmodel: Any, folder: Path) -> None:
    (folder / "x.yaml").write_text("orgmodel: 1\nas_of: 2026-11-01\nroles: {x: {title: Xenia}}\nunits: {x: {}}\n")
    done = orgmodel("who", "x.yaml", "x")
    assert (done.code, done.out) == (
        0,
        '"x" may be one of 2; ask for exactly one of them:\n  role:x  Xenia\n  unit:x\n',
    )


def test_an_unknown_name_is_a_usage_error_with_a_hint(orgmodel: Any, org: str) -> None:
    done = orgmodel("who", org, "bcklog")
    assert (done.code, done.out) == (2, "")
    assert 'nothing is called "bcklog"; did you mean activity:backlog "Rank the backlog"?' in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--leaves",), "--leaves wants the name of a person or a seat"),
        (("backlog", "--leaves"), '--leaves wants a person or a seat, and "backlog" is an activity'),
        (("Li", "--unit", "a"), '--unit wants an activity, and "Li" is a person'),
        (("Li", "--leaves", "--unit", "a"), "--leaves and --unit do not go together"),
    ],
)
def test_options_that_do_not_fit_are_usage_errors(
    orgmodel: Any, org: str, arguments: tuple[str, ...], said: str
) -> None:
    done = orgmodel("who", org, *arguments)
    assert done.code == 2
    assert said in done.err


@pytest.mark.parametrize(
    ("arguments", "kind", "key"),
    [
        (("backlog",), "activity", "places"),
        ((), "overview", "rows"),
        (("Li",), "party", "tasks"),
        (("Li", "--leaves"), "leaves", "unowned"),
    ],
)
def test_json_says_which_answer_it_is(orgmodel: Any, org: str, arguments: tuple[str, ...], kind: str, key: str) -> None:
    found = json.loads(orgmodel("who", org, *arguments, "--format", "json").out)
    assert (found["version"], found["name"], found["answer"]) == (1, "Small", kind)
    assert key in found


def test_json_tells_people_by_id_and_name(orgmodel: Any, org: str) -> None:
    found = json.loads(orgmodel("who", org, "vision", "--format", "json").out)
    (seat,) = found["places"][0]["parts"][0]["seats"]
    assert seat["holders"] == [
        {"person": {"kind": "person", "id": "Ada Park", "title": "Ada Park"}, "fte": None, "interim": False}
    ]


def test_redacted_people_are_not_told(orgmodel: Any, org: str) -> None:
    for arguments in ((), ("backlog",), ("s-lead",), ("s-lead", "--leaves")):
        for name in ("text", "json"):
            out = orgmodel("who", org, *arguments, "--redact", "people", "--format", name).out
            assert "Person 1" in out
            assert "Ada" not in out
            assert "Li " not in out


def test_no_line_is_wider_than_asked_for(orgmodel: Any, org: str) -> None:
    out = orgmodel("who", org, "backlog", "--width", "60").out
    assert max(map(len, out.splitlines())) <= 60


def test_color_is_only_there_when_asked_for(orgmodel: Any, org: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in orgmodel("who", org, "backlog").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1mRank the backlog (backlog)\x1b[0m\n" in orgmodel("who", org, "backlog").out


def test_hostile_names_cannot_command_the_terminal(orgmodel: Any, folder: Path) -> None:
    evil = r"\e[31mEvil\u202e\nline"
    (folder / "h.yaml").write_text(
        f'orgmodel: 1\nas_of: 2026-11-01\nroles: {{r: {{title: "{evil}"}}}}\n'
        f'units: {{u: {{title: "{evil}", kind: k}}}}\n'
        f'positions: {{p: {{role: r, unit: u, holder: "{evil}"}}}}\n'
        f'activities: {{a: {{title: "{evil}", per: k, description: "{evil}", '
        f'group: "{evil}", assign: {{A: r, R: r}}}}}}\n'
    )
    for arguments in ((), ("a",), ("p",), ("r",), ("u",), ("p", "--leaves"), ("\x1b[31m",)):
        for name in ("text", "json"):
            done = orgmodel("who", "h.yaml", *arguments, "--format", name)
            assert not {"\x1b", "\u202e"} & set(done.out + done.err)


def test_a_model_without_rows_says_so(orgmodel: Any) -> None:
    done = orgmodel("who", "staff.csv", "--as-of", "2026-11-01")
    assert (done.code, done.out) == (0, "No activities: nobody answers for anything.\n")


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        ("C: legal", "  C Consulted     Legal (legal), which has no seat here"),
        ('C: "position:gone"', "  C Consulted     Product Manager (gone), which is not there on this day"),
        ('A: "unit:b"', "  A Accountable   Team B (b), which has no head here"),
    ],
)
def test_whoever_has_no_seat_in_a_model_of_seats_is_told_to_have_none(
    orgmodel: Any, folder: Path, letter: str, told: str
) -> None:
    model = (
        MODEL.replace("roles: {", "roles: {legal: {title: Legal}, ")
        .replace("activities:", "  gone: {role: pm, unit: b, until: 2026-01-31}\nactivities:")
        .replace("open: {title: Water the plants, assign: {R: pm}}", f"open: {{title: Water, assign: {{{letter}}}}}")
    )
    (folder / "org.yaml").write_text(model, "utf-8")
    assert told in orgmodel("who", "org.yaml", "open").out.splitlines()


def test_a_role_without_a_seat_is_no_lack_while_there_are_no_seats_at_all(orgmodel: Any) -> None:
    model = "orgmodel: 1\nname: R\nroles: {pm: {title: PM}}\nactivities: {x: {title: X, assign: {A: pm}}}\n"
    said = orgmodel("who", "-", "x", "--stdin-filename", "org.yaml", stdin=model).out
    assert "  A Accountable   PM (pm)" in said.splitlines()
