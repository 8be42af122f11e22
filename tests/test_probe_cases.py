"""Thirty small matrices: two lawful ones, and one defect each in the others, with everything that is said of it.

The base is a product of six seats and six rows. A probe changes a line of it and names the findings that
answer the defect, each with words of its message; `beside` are the consequences that are told as well.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Finding, Severity
from orgmodel.loading.load import load

BASE = """\
orgmodel: 1
name: Probe
scheme: raci
roles:
  po: {title: Product Owner}
  dev: {title: Developer}
  qa: {title: Tester}
  ops: {title: Operator}
  legal: {title: Counsel}
  books: {title: Bookkeeper}
positions:
  po-1: {role: po, holder: Ada}
  dev-1: {role: dev, reports_to: po-1, holder: Bo}
  qa-1: {role: qa, reports_to: po-1, holder: Cy}
  ops-1: {role: ops, reports_to: po-1, holder: Di}
  legal-1: {role: legal, reports_to: po-1, holder: El}
  books-1: {role: books, reports_to: po-1, holder: Flo}
activities:
  plan: {title: Plan the sprint, assign: {A: po, R: dev, C: qa, I: ops}}
  release: {title: Release the product, assign: {A: po, R: dev, C: qa, I: ops}}
  testing: {title: Test the product, assign: {A: qa, R: qa, C: dev, I: ops}}
  support: {title: Answer the users, assign: {A: ops, R: ops, C: legal, I: dev}}
  terms: {title: Write the terms, assign: {A: legal, R: legal, C: qa, I: ops}}
  invoices: {title: Send the invoices, assign: {A: books, R: books, C: dev, I: legal}}
"""
RELEASE = "{A: po, R: dev, C: qa, I: ops}}\n  testing"
SAME = "{assign: {A: po, R: dev, C: legal, I: ops}}"
TWELVE = [f"c{i}" for i in range(1, 13)]


@dataclass(frozen=True)
class Probe:
    """What is changed, which rules answer it with which words of their message, and what follows from it."""

    name: str
    changes: dict[str, str]
    finds: tuple[tuple[str, str], ...] = ()
    beside: tuple[str, ...] = ()
    at: tuple[int, int] | None = None
    severity: Severity | None = None
    extra: str = ""

    @property
    def text(self) -> str:
        text = BASE
        for old, new in self.changes.items():
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return text + self.extra


def letters(written: str) -> dict[str, str]:
    """The base with other letters in the row `release`."""
    return {RELEASE: "{" + written + "}}\n  testing"}


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
PROBES = [
    Probe("K01 clean", {}),
    Probe("K02 two who do it", letters("A: po, R: [dev, qa], C: legal, I: ops")),
    Probe(
        "D01 nobody owns", letters("R: dev, C: qa, I: ops"), (("no-owner", '"release"'),), at=(20, 3), severity=ERROR
    ),
    Probe(
        "D02 two own",
        letters("A: [po, qa], R: dev, C: legal, I: ops"),
        (("several-owners", '"release" (Release the product) has 2 owners: "po" (Product Owner) and "qa" (Tester)'),),
        severity=ERROR,
    ),
    Probe(
        "D03 the owner stands twice",
        letters("A: [po, po], R: dev, C: qa, I: ops"),
        (("repeated-letter", '"po" (Product Owner) has "A" (Accountable) of "release" (Release the product) twice'),),
        severity=WARNING,
    ),
    Probe("D04 an empty doer", letters("A: po, R: '', C: qa, I: ops"), (("no-doer", '"release"'),), severity=WARNING),
    Probe(
        "D05 an unknown role",
        letters("A: po, R: dev, C: qaa, I: ops"),
        (("unknown-reference", 'role "qaa" does not exist; activity "release" gives it a letter; did you mean "qa"?'),),
        severity=ERROR,
    ),
    Probe(
        "D06 asked and told",
        letters("A: po, R: dev, C: qa, I: qa"),
        (("redundant-letter", '"qa" (Tester) has "I" (Informed) beside "C" (Consulted) in "release"'),),
        severity=INFO,
    ),
    Probe(
        "D07 does it and is told",
        letters("A: po, R: dev, C: qa, I: dev"),
        (("redundant-letter", '"dev" (Developer) has "I" (Informed) beside "R" (Responsible) in "release"'),),
        severity=INFO,
    ),
    Probe(
        "D08 owns it and is asked",
        letters("A: po, R: dev, C: po, I: ops"),
        (("redundant-letter", '"po" (Product Owner) has "C" (Consulted) beside "A" (Accountable) in "release"'),),
        severity=INFO,
    ),
    Probe(
        "D09 asked twice",
        letters("A: po, R: dev, C: [qa, qa], I: ops"),
        (("repeated-letter", '"qa" (Tester) has "C" (Consulted) of "release" (Release the product) twice'),),
        severity=WARNING,
    ),
    Probe(
        "D10 a role without a row or seat",
        {"roles:\n": "roles:\n  ghost: {title: Ghost Writer}\n"},
        (("unused-role", 'role "ghost" (Ghost Writer) is not used'),),
        at=(5, 3),
    ),
    Probe(
        "D11 the owner's chair is empty",
        {"role: po, holder: Ada": "role: po"},
        (("owner-vacant", '"po" (Product Owner) owns 2 rows ("plan" and "release"), and nobody sits in "po-1"'),),
        beside=("vacant-position", "reports-to-vacancy"),
        severity=WARNING,
    ),
    Probe(
        "D11 the owner has no chair at all",
        {"role: po, holder: Ada": "title: Head, holder: Ada"},
        (("owner-without-seat", '"po" (Product Owner) owns 2 rows ("plan" and "release")'),),
        beside=("seat-without-role",),
        severity=WARNING,
    ),
    Probe(
        "D12 two hold the owner's role",
        {"  dev-1:": "  po-2: {role: po, reports_to: po-1, holder: Eve}\n  dev-1:"},
        (("several-owners-in-seats", 'on paper, but 2 in seats: "po-1" (Ada) and "po-2" (Eve)'),),
        severity=WARNING,
    ),
    Probe(
        "D13 the owner is an agent",
        {"role: po, holder: Ada": "role: po, holder: Ada, employment: agent"},
        (("owner-is-agent", '"po" (Product Owner) owns 2 rows ("plan" and "release")'),),
        beside=("person-reports-to-agent",),
        severity=WARNING,
    ),
    Probe(
        "D14 one person does it and checks it",
        {
            "scheme: raci": "scheme: raci-vs",
            "holder: Bo": "holder: Cy",
            "C: qa, I: ops}}\n  testing": "C: legal, I: ops, V: qa}}\n  testing",
        },
        (
            (
                "produces-and-approves",
                '"Cy" does "release" (Release the product) as "dev" (Developer) and checks it as',
            ),
        ),
        severity=WARNING,
    ),
    Probe(
        "D14 one person holds what must stay apart",
        {"holder: Bo": "fte: 0.5, holder: Cy", "po-1, holder: Cy": "po-1, fte: 0.5, holder: Cy"},
        (
            (
                "conflicting-roles",
                '"Cy" holds the roles "dev" (in "dev-1") and "qa" (in "qa-1"), which the policy keeps',
            ),
        ),
        severity=WARNING,
        extra="policy: {conflicts: {roles: [dev, qa]}}\n",
    ),
    Probe(
        "D16 no activity",
        {BASE[BASE.index("positions:") :]: ""},
        (("no-activities", "the model has 6 roles and no activity"),),
    ),
    Probe(
        "D17 one role owns everything",
        {"A: qa,": "A: po,", "A: ops,": "A: po,", "A: legal,": "A: po,", "A: books,": "A: po,"},
        (("owns-too-much", '"po" (Product Owner) owns all 6 rows'),),
        severity=INFO,
    ),
    Probe(
        "D18 twelve are asked",
        {
            "roles:\n": "roles:\n"
            + "".join(f"  {name}: {{title: Adviser {name}, external: true}}\n" for name in TWELVE),
            **letters(f"A: po, R: dev, C: [{', '.join(TWELVE)}], I: ops"),
        },
        (("too-many-advisers", '12 are asked about "release" (Release the product), more than 6'),),
        severity=INFO,
    ),
    Probe(
        "D19 the gate is kept by the doer",
        {"scheme: raci": "scheme: raci-vs", **letters("A: po, R: dev, V: dev, I: ops, C: qa")},
        (
            (
                "verifier-is-doer",
                '"dev" (Developer) does "release" (Release the product) and is to check its own work',
            ),
        ),
        severity=WARNING,
    ),
    Probe(
        "D19 the approver does it, where hands are to be separate",
        {"Release the product, assign: {A: po, R": "Release the product, separate: true, assign: {A: dev, R"},
        (("produces-and-approves", '"Bo" does "release" (Release the product) and answers for it'),),
        severity=WARNING,
    ),
    Probe(
        "D20 the way out leads to nobody",
        {"Release the product,": "Release the product, escalates_to: nobody,"},
        (("unknown-reference", 'role "nobody" does not exist; activity "release" escalates to it'),),
        severity=ERROR,
    ),
    Probe(
        "D20 a stand-in who does not exist",
        {"holder: Ada": "holder: Ada, deputy: position:nobody"},
        (("unknown-reference", 'deputy "nobody" does not exist; position "po-1" names it as deputy'),),
        beside=("owner-without-deputy",) * 4,
    ),
    Probe(
        "D21 two roles differ by case",
        {"roles:\n": "roles:\n  PO: {title: Product Owner}\n", "A: qa, R: qa": "A: qa, R: [qa, PO]"},
        (("alias-clash", '2 role ids differ only in upper and lower case: "PO" and "po"'),),
        beside=("doer-without-seat",),
        severity=WARNING,
    ),
    Probe(
        "D22 one activity under three names",
        {
            "  release: {title: Release the product, assign:": "  release: {assign:",
            "  testing": f'  "Release ": {SAME}\n  re_lease: {SAME}\n  testing',
        },
        (("near-duplicate-activities", '3 activities look like one: "release", "Release " and "re_lease"'),),
        beside=("wrong-value",),
        severity=WARNING,
    ),
    Probe(
        "D23 a misspelt key",
        letters("A: po, R: dev, C: qa, informd: ops"),
        (("unknown-letter", 'letter "informd" of "release" (Release the product)'),),
        beside=("nobody-informed",),
        severity=ERROR,
    ),
    Probe(
        "D24 two slips at once",
        {**letters("A: po, R: dev, C: qa, informd: ops"), "sprint, assign: {A: po": "sprint, assign: {A: ppo"},
        (("unknown-letter", '"informd"'), ("unknown-reference", 'role "ppo" does not exist')),
        beside=("nobody-informed",),
    ),
    Probe(
        "D25 a row stands twice",
        {"  testing": "  release: {title: Ship the product, assign: {A: qa, R: qa, C: dev, I: ops}}\n  testing"},
        (("duplicate-key", '"release"'),),
        severity=ERROR,
        at=(21, 3),
    ),
    Probe(
        "D26 a role called no is a text",
        {
            "  qa: {title: Tester": "  no: {title: Tester",
            "role: qa": "role: no",
            "R: dev, C: qa, I: ops}}\n  release": "R: dev, C: no, I: ops}}\n  release",
            RELEASE: RELEASE.replace("qa", "no"),
            "A: qa, R: qa": "A: no, R: no",
            "legal, C: qa": "legal, C: no",
        },
    ),
    Probe(
        "D27 a role without a name owns",
        {
            "  po: {title: Product Owner}": "  '': {title: Product Owner}\n  po: {title: Owner}",
            RELEASE: RELEASE.replace("A: po", "A: ''"),
        },
        (("wrong-value", "id"), ("no-owner", '"release"')),
        severity=ERROR,
    ),
    Probe(
        "D28 a bracket is not closed",
        letters("A: [po, R: dev, C: qa, I: ops"),
        (("unreadable-file", "not closed"),),
        severity=ERROR,
    ),
]


def found_in(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    (folder / "org.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    report = check(load("org.yaml"), date(2026, 11, 1), CheckOptions(min_severity=Severity.INFO))
    return list(report.findings)


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.name.replace(" ", "-"))
def test_a_probe_hears_what_answers_it_and_nothing_else(
    probe: Probe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = found_in(probe.text, tmp_path, monkeypatch)
    answers = dict(probe.finds)
    assert {item.rule: item.message for item in found if item.rule not in {*answers, *probe.beside}} == {}
    assert Counter(item.rule for item in found) == Counter([*answers, *probe.beside])
    for item in found:
        if item.rule in answers:
            assert answers[item.rule] in item.message
            assert probe.severity in {None, item.severity}
            assert probe.at in {None, (item.place.mark.line, item.place.mark.column)}


def test_d15_empty_chairs_are_told_at_every_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = BASE
    for who in ("Ada", "Bo", "Cy", "Di", "El", "Flo"):
        text = text.replace(f"holder: {who}", "status: vacant")
    found = found_in(text, tmp_path, monkeypatch)
    assert Counter(item.rule for item in found) == {
        "vacant-position": 6,
        "owner-vacant": 5,
        "doer-vacant": 1,
        "vacant-manager": 1,
    }
    named = sorted(item.message.split()[0] for item in found if item.rule == "owner-vacant")
    assert named == ['"books"', '"legal"', '"ops"', '"po"', '"qa"']


def test_the_probes_are_all_there() -> None:
    ids = {probe.name.split()[0] for probe in PROBES} | {"D15"}
    assert ids == {"K01", "K02", *(f"D{number:02}" for number in range(1, 29))}
