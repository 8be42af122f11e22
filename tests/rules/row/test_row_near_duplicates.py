"""Rows that look like one, and the folding that finds them."""

from __future__ import annotations

import pytest

from orgmodel.findings import Severity
from orgmodel.rules.folding import letters_and_words, letters_only

START = "orgmodel: 1\nroles: {pm: {}}\nactivities:\n"


def _rows(*titles):
    return START + "".join(
        f'  x{i}: {{title: "{title}", assign: {{A: pm, R: pm}}}}\n' for i, title in enumerate(titles)
    )


def test_three_spellings_of_one_id_are_one_finding(findings):
    model = START + "  release: {assign: {A: pm, R: pm}}\n" + '  "Release ": {}\n  re_lease: {}\n'
    [found] = findings(model, "near-duplicate-activities")
    assert found.message == '3 activities look like one: "release", "Release " and "re_lease"'
    assert found.entities == ("activity:release", "activity:Release ", "activity:re_lease")
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 5, 3)
    assert [str(item.place) for item in found.related] == ["org.yaml:4:3", "org.yaml:6:3"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rank the backlog", "Prioritise backlog"),
        ("Rank the backlog", "Prioritize Backlogs"),
        ("Gather requirements", "collect requirement"),
        ("Define the vision", "Set vision"),
        ("Prepare release notes", "Write the release-notes"),
        ("Release planning", "Planning: release"),
        ("Résumé der Prüfung", "resume der Prufung"),
        ("Analyse policies", "Analyze the policy"),
    ],
)
def test_titles_that_fold_to_the_same(findings, one, other):
    assert len(findings(_rows(one, other), "near-duplicate-activities")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hand over from sales to support", "Hand over from support to sales"),
        ("Step 1.1", "Step 11"),
        ("Release build", "Prepare release"),
        ("Opt in", "Opt out"),
        ("Rank the backlog", "Groom the backlog"),
        ("Test", "Tests done"),
        ("Keep the roadmap", "Maintain the road map"),
        ("हिन्दी", "हिन्दु"),
    ],
)
def test_titles_that_stay_apart(findings, one, other):
    assert findings(_rows(one, other), "near-duplicate-activities") == []


def test_rows_that_follow_each_other_in_time_are_no_duplicates(findings):
    model = START + (
        "  a: {title: Plan, until: 2026-12-31, assign: {A: pm, R: pm}}\n"
        "  b: {title: Plan, from: 2027-01-01, assign: {A: pm, R: pm}}\n"
    )
    assert findings(model, "near-duplicate-activities") == []


def test_titles_without_letters_are_not_compared(findings):
    assert findings(_rows("---", "???", "!!"), "near-duplicate-activities") == []


def test_folding_is_stated():
    assert letters_only("Re_lease  1.1-Ä") == "release1 1a"
    titles = ["Draft the Policies of Boxes", "Move to the cloud"]
    assert letters_and_words(titles)[1] == [("box", "create", "policy"), ("move", "to", "cloud")]


@pytest.mark.parametrize("odd", ["Plan\nthe work", "Build C++", "Prüfung", "C# and\tF#", ""])
def test_many_titles_fold_as_each_alone(odd):
    titles = [f"Rank backlog {i}" for i in range(250)]
    titles[120] = odd
    alone = [words for title in titles for words in letters_and_words([title])[1]]
    assert letters_and_words(titles) == (list(map(letters_only, titles)), alone)
