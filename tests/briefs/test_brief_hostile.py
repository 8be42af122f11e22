"""Names written to do harm through every format, and models that say next to nothing."""

from __future__ import annotations

import json
import re
import unicodedata
import xml.etree.ElementTree as ET

import html5lib
import pytest
from brief_samples import DAY, HOSTILE, hostile, load_text

from orgmodel.analysis.compare import compare
from orgmodel.analysis.compare_records import Comparison
from orgmodel.analysis.path import find_path
from orgmodel.analysis.path_records import Climb, Person
from orgmodel.briefs.formats import FORMATS, render
from orgmodel.reports.terminal import columns

EACH = pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))


def answers(name: str) -> list[Comparison | Climb]:
    organization = hostile(name)
    person = Person("file", name, {name: 2, f"{name}2": 1})
    return [
        compare(organization, DAY, ["a", "b"]),
        find_path(organization, DAY, "a", "b", person),
        find_path(organization, DAY, "b", "a"),
    ]


def pages(format_name: str, name: str) -> list[str]:
    return [render(format_name, name, answer) for answer in answers(name)]


def shape(text: str) -> set[tuple[str, str]]:
    page = html5lib.HTMLParser(strict=True).parse(text)
    return {(element.tag, key) for element in page.iter() for key in ("", *element.attrib)}


@EACH
def test_html_parses_strictly_and_a_name_adds_no_element_and_no_attribute(name: str) -> None:
    for plain, page in zip(pages("html", "Ada"), pages("html", name), strict=True):
        assert shape(page) <= shape(plain)


@EACH
def test_svg_parses_and_a_name_adds_no_element(name: str) -> None:
    for plain, page in zip(pages("svg", "Ada"), pages("svg", name), strict=True):
        assert {one.tag for one in ET.fromstring(page).iter()} <= {one.tag for one in ET.fromstring(plain).iter()}


@EACH
def test_markdown_tables_keep_their_columns_and_hold_no_html_and_no_link(name: str) -> None:
    for page in pages("md", name):
        assert not re.search(r"<(?!br>)", page)
        assert not re.search(r"(?<!\\)\]\(", page)
        assert "://" not in page.replace("\\:", "")
        widths: set[int] = set()
        for line in (*page.splitlines(), ""):
            if line.startswith("|"):
                widths.add(len(re.split(r"(?<!\\)\|", line)))
            else:
                assert len(widths) <= 1
                widths = set()


@EACH
@pytest.mark.parametrize("width", [40, 100])
def test_terminal_lines_keep_their_width_and_command_nothing(name: str, width: int) -> None:
    for answer in answers(name):
        for line in render("text", name, answer, width).split("\n"):
            assert columns(line) <= width
            assert not [char for char in line if unicodedata.category(char) in {"Cc", "Cs"} or char in "\u202e\u2066"]
            assert not line.lstrip().startswith(("::", "##vso["))


@EACH
def test_json_gives_names_back_as_they_were(name: str) -> None:
    comparison, path, _no_way = (json.loads(page) for page in pages("json", name))
    whole = name.replace("\ud800", "\ufffd")
    assert comparison["profiles"][0]["aliases"] == [whole]
    assert path["person"]["name"] == whole


@EACH
def test_no_format_but_json_shows_a_direction_override(name: str) -> None:
    for format_name in set(FORMATS) - {"json"}:
        for page in pages(format_name, name):
            assert not set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


BARE = "orgmodel: 1\nroles: {a: , b: }\n"
LEVELS = "orgmodel: 1\nroles: {a: {level: 1, promotes_to: b}, b: {reports_to: b}}\n"
OWN_ROWS = """\
orgmodel: 1
roles: {a: {promotes_to: b, pay: {stat: max, amount: 5}, experience: {basis: x}}, b: {pay: {stat: min, amount: 6}}}
activities:
  one: {scheme: rapid, assign: {D: a, R: b}}
  two: {scheme: daci, kind: decision, assign: {A: b}}
  three: {kind: deliverable, plane: tactical, assign: {A: [a, b]}}
"""


@pytest.mark.parametrize("text", [BARE, LEVELS, OWN_ROWS])
@pytest.mark.parametrize("format_name", FORMATS)
def test_models_that_say_little_give_a_page_in_every_format(text: str, format_name: str) -> None:
    organization = load_text(text)
    for answer in (compare(organization, DAY, ["a", "b"]), find_path(organization, DAY, "a", "b")):
        assert "Bare" in render(format_name, "Bare", answer)


def test_roles_that_lack_everything_have_no_letter_on_any_row() -> None:
    assert render("text", "Bare", compare(load_text(BARE), DAY, ["a", "b"])) == (
        "a and b\nBare\n\nIn short\n  None of them has a letter on any row.\n"
    )


def test_a_role_that_reports_to_itself_is_told_so() -> None:
    assert "b reports to itself." in render("text", "Levels", compare(load_text(LEVELS), DAY, ["a", "b"]))


def test_rows_of_different_schemes_name_theirs_and_each_scheme_has_a_legend() -> None:
    text = render("text", "Own", compare(load_text(OWN_ROWS), DAY, ["a", "b"]))
    assert re.search(r"^  one +rapid +D +R$", text, re.MULTILINE)
    assert re.search(r"^  two +decision, daci +– +A$", text, re.MULTILINE)
    assert text.endswith(
        "Letters (rapid): D Decide, R Recommend\nLetters (daci): A Approver\nLetters (raci): A Accountable\n"
    )


def test_two_roles_with_one_title_are_told_apart_by_their_ids() -> None:
    organization = load_text("orgmodel: 1\nroles: {a: {title: Clerk}, b: {title: Clerk}}\n")
    assert render("text", "Same", compare(organization, DAY, ["a", "b"])).startswith("Clerk (a) and Clerk (b)\n")
