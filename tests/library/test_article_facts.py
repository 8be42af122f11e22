"""What the five articles say about roles, held against the library and the example, both ways.

`article_facts.csv` was written from the articles: the names, lines, steps, goals, partners, documents, skills, years,
certificates and pay that they state, each with article and line. A slip ("project director", 000…:45) is no name.
Who does what is not repeated there: those are the claims of the example.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from orgmodel.loading.load import load
from orgmodel.model.organization import Organization
from orgmodel.model.roles import Pay, Role

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = "examples/what-the-guides-say"
LIBRARY = "library:product-management"
Fact = tuple[str, str, str, str]
"""Kind, what it is about, what is said, and the source."""

IN_OWN_WORDS = {"role", "purpose", "text"}
"""Kinds of which the list has the gist, and the models their own wording."""

FIELDS = {"title": "role", "purpose": "purpose", "description": "text"}
NAMED = {"aliases": "alias", "works_with": "partner", "skills": "skill", "fields": "field"}


def listed() -> list[Fact]:
    with Path(__file__).with_name("article_facts.csv").open(encoding="utf-8", newline="") as file:
        return [(row["kind"], row["about"], row["what"], row["source"]) for row in csv.DictReader(file)]


@cache
def organization(path: str) -> Organization:
    return load(path if path == LIBRARY else str(ROOT / path)).organization


def stated(path: str) -> set[Fact]:
    """All that a model says of its roles with an article as the source."""
    roles = organization(path).roles
    found = {fact for name, role in roles.items() for fact in (*_of_role(name, role), *_of_figures(name, role))}
    return {_key(fact) for fact in found if fact[3].startswith("00")}


def _of_role(name: str, role: Role) -> Iterator[Fact]:
    for way, sources in role.sources.items():
        field, _, inner = way.partition(".")
        for number, source in enumerate(sources):
            if field in FIELDS:
                yield FIELDS[field], name, "", source
            elif field in NAMED:
                yield NAMED[field], name, inner, source
            elif field == "reports_to":
                yield from (("line", name, line.to, source) for line in role.reports_to or ())
            elif field == "promotes_to":
                yield "step", name, role.promotes_to[0], source
            elif field == "certifications":
                one_each = len(sources) == len(role.certifications)
                for certificate in role.certifications[number : number + 1] if one_each else role.certifications:
                    yield "certificate", name, certificate, source


def _of_figures(name: str, role: Role) -> Iterator[Fact]:
    if role.experience is not None:
        yield "years", name, _span(role.experience.min, role.experience.max), role.experience.source or ""
    for pay in role.pay:
        yield "pay", name, f"{pay.stat} {_amounts(pay)}", pay.source or ""


def _amounts(pay: Pay) -> str:
    return f"{pay.amount:g}" if pay.amount is not None else _span(pay.min, pay.max)


def _span(least: float | None, most: float | None) -> str:
    return f"{least or 0:.0f} to {'' if most is None else f'{most:.0f}'}".strip()


def _key(fact: Fact) -> Fact:
    kind, about, what, source = fact
    return (kind, about, "" if kind in IN_OWN_WORDS else what, source)


def _documents(path: str) -> set[tuple[str, str]]:
    """Rows with the lines of articles that name them: as sources of the row, or of claims about it."""
    model = organization(path)
    sources = {
        (name, source) for name, row in model.activities.items() for each in row.sources.values() for source in each
    }
    return sources | {(each.activity, each.source or "") for each in model.assignments}


def _is_in(fact: Fact, known: set[Fact]) -> bool:
    """A figure of which the article names no statistic may stand under any."""
    if fact[0] != "pay" or " " in fact[2].replace(" to ", ""):
        return fact in known
    return any(
        each[2].partition(" ")[2] == fact[2] and (each[0], each[1], each[3]) == (*fact[:2], fact[3]) for each in known
    )


def test_every_fact_of_the_articles_is_in_the_library_or_the_example() -> None:
    known = stated(LIBRARY) | stated(EXAMPLE)
    documents = _documents(LIBRARY) | _documents(EXAMPLE)
    missing = [
        fact
        for fact in listed()
        if not ((fact[1], fact[3]) in documents if fact[0] == "deliverable" else _is_in(_key(fact), known))
    ]
    assert missing == []


@pytest.mark.parametrize("path", [LIBRARY, EXAMPLE])
def test_nothing_is_given_an_article_as_its_source_that_is_not_in_the_list(path: str) -> None:
    facts = [_key(fact) for fact in listed()]
    unknown = [fact for fact in sorted(stated(path)) if not any(_is_in(each, {fact}) for each in facts)]
    assert unknown == []


def test_rows_of_the_library_have_the_sources_of_the_claims() -> None:
    facts = {(about, source) for kind, about, _, source in listed() if kind == "deliverable"} | _documents(EXAMPLE)
    own = {(name, source) for name, source in _documents(LIBRARY) if source.startswith("00")}
    assert sorted(own - facts) == []


def test_the_list_has_every_kind_of_fact_from_every_article() -> None:
    facts = listed()
    assert len(facts) == len(set(facts)) > 150
    assert {fact[3][:3] for fact in facts} == {"000", "001", "002", "003", "004"}
    assert {fact[0] for fact in facts} == IN_OWN_WORDS | set(NAMED.values()) | {
        "line",
        "step",
        "deliverable",
        "years",
        "certificate",
        "pay",
    }
