"""Every rule keeps its contract: its words are there, and its examples show what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import orgmodel
from orgmodel.findings import Finding, Severity
from orgmodel.loading.load import load
from orgmodel.rules.context import RuleContext
from orgmodel.rules.registry import ENTRIES, FAMILIES, Entry, by_name
from orgmodel.rules.rule import FileRule, Rule

Check = Callable[..., list[Finding]]

FOLDERS = {
    "0": "file",
    "1": "identity",
    "2": "lines",
    "3": "seats",
    "4": "row",
    "5": "column",
    "6": "authority",
    "7": "ladder",
    "8": "spans",
    "9": "policy",
}
RULES = Path(orgmodel.__file__).parent / "rules"
MARK = re.compile(r"# \[(ORG\d{3})\]\s*$")
LONGEST_EXAMPLE = 15

each_rule = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.code}-{entry.name}")


def rule_of(entry: Entry) -> Rule:
    if find_spec(f"orgmodel.rules.{entry.module}") is None:
        pytest.fail(f"{entry.code} is in the registry and has no module")
    return entry.load()


def files_of(example: str | Mapping[str, str]) -> dict[str, str]:
    return {"org.yaml": example} if isinstance(example, str) else dict(example)


def marks(example: str | Mapping[str, str]) -> list[tuple[str, int, str]]:
    """File, line and code of every mark in an example."""
    return [
        (name, number, found[1])
        for name, text in files_of(example).items()
        for number, line in enumerate(text.splitlines(), 1)
        if (found := MARK.search(line))
    ]


def rule_modules() -> dict[str, list[type[Rule]]]:
    """Module below `rules/` to the rules it defines."""
    found: dict[str, list[type[Rule]]] = {}
    for path in sorted(RULES.glob("*/*.py")):
        module = f"{path.parent.name}.{path.stem}"
        names = vars(import_module(f"orgmodel.rules.{module}")).values()
        own = [item for item in names if isinstance(item, type) and item.__module__ == f"orgmodel.rules.{module}"]
        found[module] = [item for item in own if issubclass(item, Rule) and item is not FileRule]
    return found


def test_codes_are_unique_and_sorted() -> None:
    codes = [entry.code for entry in ENTRIES]
    assert codes == sorted(set(codes))


def test_names_are_unique() -> None:
    assert len({entry.name for entry in ENTRIES}) == len(ENTRIES)


def test_a_rule_is_found_by_name_and_by_code() -> None:
    for entry in ENTRIES:
        assert by_name()[entry.name] is entry
        assert by_name()[entry.code] is entry


def test_every_module_with_a_rule_is_in_the_registry_and_holds_no_other() -> None:
    listed = {entry.module: entry.name for entry in ENTRIES}
    defined = {module: rules for module, rules in rule_modules().items() if rules}
    assert {module: [rule.name for rule in rules] for module, rules in defined.items()} == {
        module: [name] for module, name in listed.items()
    }


@each_rule
def test_names_are_kebab_case_and_name_the_module(entry: Entry) -> None:
    folder, _, stem = entry.module.partition(".")
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.name)
    assert stem == entry.name.replace("-", "_")
    assert re.fullmatch(r"ORG\d{3}", entry.code)
    assert entry.code[3] in FAMILIES
    assert folder == FOLDERS[entry.code[3]]


@each_rule
def test_every_rule_has_its_words(entry: Entry) -> None:
    rule = rule_of(entry)
    assert (rule.code, rule.name) == (entry.code, entry.name)
    assert isinstance(rule.severity, Severity)
    for text in (rule.title, rule.why, rule.fix):
        assert text == text.strip()
        assert text
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.fix.endswith(".")


@each_rule
def test_examples_are_small_and_say_their_format(entry: Entry) -> None:
    rule = rule_of(entry)
    for example in (rule.bad, rule.good):
        files = files_of(example)
        assert next(iter(files.values())).startswith("orgmodel: ")
        assert sum(len(text.splitlines()) for text in files.values()) <= LONGEST_EXAMPLE
    assert not marks(rule.good)
    assert {code for _, _, code in marks(rule.bad)} == {entry.code}


@each_rule
def test_the_bad_example_gives_exactly_its_marks(entry: Entry, findings: Check) -> None:
    rule = rule_of(entry)
    found = findings(files_of(rule.bad))
    own = [(item.place.path, item.place.mark.line, item.code) for item in found if item.rule == rule.name]
    assert sorted(own) == sorted(marks(rule.bad))
    assert [item for item in found if item.severity is Severity.ERROR and item.rule != rule.name] == []


@each_rule
def test_the_good_example_is_silent(entry: Entry, findings: Check) -> None:
    rule = rule_of(entry)
    found = findings(files_of(rule.good))
    assert [item for item in found if item.rule == rule.name or item.severity is Severity.ERROR] == []


DAY = date(2026, 11, 1)

MENDED_BY_LEAVING_OUT = {"dotted-repeats-solid", "dotted-to-self", "unowned-but-owned"}
"""Rules whose fault is gone with the one line that makes them look at the model."""


@each_rule
def test_the_good_example_is_looked_at_and_not_silenced(entry: Entry, findings: Check) -> None:
    """An example may be good because nothing is wrong, not because the rule never runs on it."""
    rule = rule_of(entry)
    files = files_of(rule.good)
    findings(files)
    loaded = load(next(iter(files)))
    organization = loaded.organization
    assert files != files_of(rule.bad)
    assert not {entry.name, entry.code} & organization.policy.severity.keys()
    assert [waiver for waiver in organization.waivers if waiver.rule in {entry.name, entry.code}] == []
    missing = set(entry.needs) - RuleContext(organization, DAY).kinds
    assert bool(missing) == (entry.name in MENDED_BY_LEAVING_OUT)


NOBODY_CONCERNED = {"empty-model", "manager-share-out-of-range"}
"""Rules about the whole model; so are those of the policy."""


TOLD_BY_THE_CAUSE = {"nobody-assigned"}
"""Rules whose example follows from the fault of another rule, and is info beside it."""


@each_rule
def test_findings_of_the_bad_example_are_complete(entry: Entry, findings: Check) -> None:
    rule = rule_of(entry)
    for item in findings(files_of(rule.bad), rule.name):
        assert item.severity is (Severity.INFO if entry.name in TOLD_BY_THE_CAUSE else rule.severity)
        assert item.fix.endswith(".")
        assert all(related.note for related in item.related)
        assert item.place not in {related.place for related in item.related}
        assert bool(item.entities) or entry.is_fault or entry.name in NOBODY_CONCERNED or entry.code >= "ORG9"


@each_rule
def test_messages_of_the_examples_are_in_form(entry: Entry, findings: Check) -> None:
    rule = rule_of(entry)
    for item in findings(files_of(rule.bad), rule.name):
        assert item.message[:1] == item.message[:1].lower()
        assert not item.message.endswith(".")
        assert "\n" not in item.message
        assert item.fix
        assert item.place.mark.column >= 1


def test_every_fault_met_while_reading_has_its_rule() -> None:
    """A fault under a name that no rule has would be lost in silence."""
    package = RULES.parent
    named = re.compile(r"""(?:Fault|Problem|Refused|fault|report)\(\s*["']([a-z]+(?:-[a-z]+)+)["']""")
    constant = re.compile(r"""^_?[A-Z_]+(?:: \w+)? = ["']([a-z]+(?:-[a-z]+)+)["']$""", re.MULTILINE)
    used = set()
    for room in ("reading", "loading"):
        for path in sorted((package / room).glob("*.py")):
            text = path.read_text(encoding="utf-8")
            used.update(named.findall(text))
            used.update(constant.findall(text))
    assert used - by_name().keys() == set()
    assert {"unreadable-file", "wrong-value", "empty-model"} <= used


def test_only_rules_about_faults_of_files_are_marked_as_such() -> None:
    from orgmodel.rules.rule import FileRule

    marked = {entry.name for entry in ENTRIES if entry.is_fault}
    assert marked == {entry.name for entry in ENTRIES if isinstance(entry.load(), FileRule)}


def test_texts_read_without_running_a_rule_are_those_of_the_rule() -> None:
    from orgmodel.rules.texts import RuleTexts, read_texts

    for entry in ENTRIES:
        rule = entry.load()
        assert read_texts(entry) == RuleTexts(**{key: getattr(rule, key) for key in RuleTexts.__slots__})
