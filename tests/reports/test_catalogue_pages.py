"""The list of rules and the page of one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from orgmodel.cli.program import run
from orgmodel.findings import Severity
from orgmodel.reports.catalogue import FORMATS, render_list, render_page
from orgmodel.rules.registry import ENTRIES, FAMILIES, by_name
from orgmodel.rules.texts import RuleTexts, read_texts

DOCS = Path(__file__).parents[2] / "docs"
each_rule = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)

SAMPLE = RuleTexts(
    code="ORG401",
    name="several-owners",
    severity=Severity.ERROR,
    title="A row has several owners",
    why="Each waits for the other.",
    bad={"org.yaml": "orgmodel: 1  # [ORG401]\n", "seats.csv": "id,role\n1,pm\n"},
    good="orgmodel: 1\n",
    fix="Leave one.",
)


def test_the_text_lists_every_rule_in_the_order_of_codes():
    assert re.findall(r"^  (ORG\d{3})  ", render_list("text"), re.MULTILINE) == [entry.code for entry in ENTRIES]


def test_the_text_groups_rules_by_family():
    lines = render_list("text").splitlines()
    used = [FAMILIES[digit] for digit in FAMILIES if any(entry.code[3] == digit for entry in ENTRIES)]
    assert [line for line in lines if line and not line.startswith("  ")][:-2] == used


def test_the_text_ends_with_the_count_and_the_next_step():
    assert render_list("text").splitlines()[-2] == f"{len(ENTRIES)} rules; `orgmodel explain NAME` shows one"


def test_the_object_has_code_name_severity_and_title_of_every_rule():
    found = json.loads(render_list("json"))
    assert found["version"] == 1
    assert [rule["code"] for rule in found["rules"]] == [entry.code for entry in ENTRIES]
    first = read_texts(ENTRIES[0])
    assert found["rules"][0] == {
        "code": first.code,
        "name": first.name,
        "severity": str(first.severity),
        "title": first.title,
    }


def test_the_markdown_table_has_four_cells_in_every_row():
    rows = [line for line in render_list("markdown").splitlines() if line.startswith("| ORG")]
    assert len(rows) == len(ENTRIES)
    assert {row.count("|") for row in rows} == {5}


def test_the_markdown_list_leads_to_a_page_of_every_rule():
    links = re.findall(r"\]\((rules/[a-z0-9-]+\.md)\)", render_list("markdown"))
    assert len(links) == len(ENTRIES)
    assert [link for link in links if not (DOCS / link).is_file()] == []


@each_rule
def test_the_page_of_a_rule_says_all_of_it(entry):
    rule = read_texts(entry)
    text = render_page(rule, markdown=False)
    assert text.startswith(f"{rule.code} {rule.name} ({rule.severity})\n{rule.title}\n\n")
    joined = " ".join(text.split())
    for part in (rule.why, f"Fix: {rule.fix}"):
        assert " ".join(part.split()) in joined
    assert "\nWrong:\n    " in text
    assert "\nRight:\n    " in text
    assert max(map(len, text.splitlines())) <= 130


@each_rule
def test_the_texts_read_from_the_module_are_those_of_the_rule(entry):
    rule, texts = entry.load(), read_texts(entry)
    assert {name: getattr(rule, name) for name in RuleTexts.__slots__} == {
        name: getattr(texts, name) for name in RuleTexts.__slots__
    }


def test_examples_of_several_files_name_each_file():
    text = render_page(SAMPLE, markdown=False)
    assert "    # org.yaml\n    orgmodel: 1  # [ORG401]\n    # seats.csv\n    id,role\n    1,pm\n" in text


def test_the_page_in_markdown_tells_tables_from_models():
    text = render_page(SAMPLE, markdown=True)
    assert "`seats.csv`\n\n```csv\nid,role\n1,pm\n```" in text
    assert text.count("```yaml\n") == 2
    assert "`policy: {severity: {several-owners: ignore}}`" in text


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_command_writes_every_format(name, capsys):
    assert run(["rules", "--format", name]) == 0
    assert capsys.readouterr().out == render_list(name)


@pytest.mark.parametrize("asked", ["several-owners", "ORG401", "org401", "Several-Owners"])
def test_a_rule_is_explained_by_name_or_code_in_any_case(asked, capsys):
    assert run(["explain", asked]) == 0
    assert capsys.readouterr().out == render_page(read_texts(by_name()["several-owners"]), markdown=False)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("severl-owners", 'there is no rule "severl-owners"; did you mean "several-owners"?'),
        ("zzz", 'there is no rule "zzz"; `orgmodel rules` lists them'),
    ],
)
def test_an_unknown_rule_is_refused_with_what_to_do(asked, said, capsys):
    assert run(["explain", asked]) == 2
    assert said in capsys.readouterr().err
