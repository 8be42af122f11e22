"""What the five articles contradict each other in, held against what check finds; and the decisions against both."""

from __future__ import annotations

import importlib.util
import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
CONTRADICTING = {"several-owners", "sources-disagree", "claim-differs", "doers-differ"}
LINES = {"000": 119, "001": 32, "002": 96, "003": 44, "004": 37}
"""How many lines each article has."""


def _guides() -> ModuleType:
    spec = importlib.util.spec_from_file_location("guides", ROOT / "scripts" / "guides.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["guides"] = module
    spec.loader.exec_module(module)
    return module


guides = _guides()
QUESTIONS = guides.questions()
FOUND = [(each.id, found) for each in QUESTIONS for found in each.found]


def test_every_question_is_answered_once() -> None:
    assert [each.id for each in QUESTIONS] == [f"X{i}" for i in range(1, 17)] + [f"L{i}" for i in range(1, 12)]
    assert [each.id for each in QUESTIONS if bool(each.found) is bool(each.silent)] == []
    assert [each.id for each in QUESTIONS if each.silent] == ["X5", "X14", "X15", "X16", "L9"]


@pytest.mark.parametrize(("question", "found"), FOUND, ids=lambda value: value if isinstance(value, str) else value[0])
def test_what_a_reader_finds_a_rule_finds_once(question: str, found: tuple[str, ...]) -> None:
    assert len(guides.matching(found)) == 1, (question, found)


@pytest.mark.parametrize(
    "question", [each for each in QUESTIONS if each.id[0] == "X" and each.silent], ids=lambda e: e.id
)
def test_where_nothing_is_contradicted_no_rule_says_so(question) -> None:  # type: ignore[no-untyped-def]
    rows = {f"activity:{row}" for row in question.rows}
    assert rows
    told = [item.rule for item in guides.findings(guides.CLAIMED) if rows & set(item.entities)]
    assert CONTRADICTING.isdisjoint(told)


def test_every_contradiction_that_is_found_belongs_to_a_question() -> None:
    told = {(item.rule, item.message) for _, found in FOUND for item in guides.matching(found)}
    kinds = {found[0] for _, found in FOUND} - {"no-owner", "no-doer"}
    assert kinds == CONTRADICTING | {
        "years-not-rising", "years-gap", "pay-bands-overlap", "pay-gap", "pay-inverted", "pay-figures-disagree",
        "unreachable-rung", "contributor-track-ends",
    }  # fmt: skip
    assert [
        item.message
        for item in guides.findings(guides.CLAIMED)
        if item.rule in kinds and (item.rule, item.message) not in told
    ] == []


def test_the_articles_make_102_claims() -> None:
    claims = guides._counted()
    assert len(claims) == 102
    assert Counter(each.letter for each in claims) == {"R": 62, "A": 26, "S": 9, "C": 3, "none": 2}
    assert Counter((each.source or "")[:3] for each in claims) == {"000": 37, "001": 21, "002": 23, "003": 9, "004": 12}
    assert len({each.activity for each in claims}) == 69
    assert len({each.role for each in claims}) == 9


def _sources() -> Iterator[str]:
    org = guides.organization(guides.CLAIMED)
    yield from (each.source or "" for each in org.assignments)
    for role in org.roles.values():
        yield from (pay.source or "" for pay in role.pay)
        yield from (role.experience.source or "",) if role.experience is not None else ()
        yield from (source for said in role.sources.values() for source in said)


def test_every_source_is_an_article_and_a_line_of_it() -> None:
    for source in _sources():
        told = re.fullmatch(r"(00\d)_[0-9a-f]{16}\.txt:(\d+)", source)
        assert told is not None, source
        assert 1 <= int(told[2]) <= LINES[told[1]], source


def test_every_fact_about_a_role_has_its_source() -> None:
    for name, role in guides.organization(guides.CLAIMED).roles.items():
        stated = {"title", *(f"skills.{skill}" for skill in role.skills)}
        stated |= {f"aliases.{alias}" for alias in role.aliases if len(alias) > 3}
        stated |= {
            field for field in ("reports_to", "promotes_to", "purpose", "certifications") if getattr(role, field)
        }
        assert stated <= set(role.sources), name


def test_what_is_said_of_a_question_cites_what_the_model_has() -> None:
    known = {guides.short(source) for source in _sources()}
    cited = {cite for each in QUESTIONS for cite in re.findall(r"\b00\d:\d+", each.said)}
    assert len(cited) > 30
    assert cited - known == set()


def test_the_decided_organisation_hears_only_what_sources_still_say() -> None:
    found = guides.findings(guides.DECIDED)
    assert Counter((item.severity.value, item.rule) for item in found) == {("info", "claim-differs"): 11}


def test_the_decided_organisation_has_the_rows_and_the_claims_of_the_articles() -> None:
    claimed, decided = guides.organization(guides.CLAIMED), guides.organization(guides.DECIDED)
    assert list(claimed.activities) == list(decided.activities)
    for name, activity in claimed.activities.items():
        same = decided.activities[name]
        assert (activity.title, activity.group, activity.plane) == (same.title, same.group, same.plane), name
        assert activity.kind == same.kind, name
        assert same.assign, name
    for file in sorted((ROOT / guides.CLAIMED / "claims").iterdir()):
        assert file.read_bytes() == (ROOT / guides.DECIDED / "claims" / file.name).read_bytes()


def test_every_row_that_articles_contradict_each_other_in_is_decided_with_a_reason() -> None:
    decided = guides.organization(guides.DECIDED)
    asked = {row for each in QUESTIONS if each.found or each.id in {"X5", "X14"} for row in each.rows}
    assert {name for name, activity in decided.activities.items() if "why" in activity.fields} == asked


def test_the_other_rows_keep_what_the_articles_say() -> None:
    decided = guides.organization(guides.DECIDED)
    told = {entity.removeprefix("activity:") for item in guides.findings(guides.DECIDED) for entity in item.entities}
    assert {
        name for name in decided.activities if name in told and "why" not in decided.activities[name].fields
    } == set()


def test_every_rung_is_decided_with_a_reason() -> None:
    for name, role in guides.organization(guides.DECIDED).roles.items():
        assert role.experience is None or role.experience.note, name
        assert not role.pay or "why" in role.fields, name


def _skills(role: str) -> dict[str, int]:
    return guides.organization(guides.LIBRARY).roles[role].skills


def _grown(lower: str, upper: str, least: int) -> set[str]:
    """Skills that the lower role has and the upper one asks for so many levels higher."""
    return {skill for skill, level in _skills(lower).items() if _skills(upper).get(skill, 0) - level >= least}


def test_the_answers_say_of_skills_what_the_library_says() -> None:
    new = {"coaching", "portfolio", "hiring", "administration"}
    assert set(_skills("pm")) < set(_skills("director"))
    assert set(_skills("director")) - set(_skills("pm")) == new
    assert _grown("pm", "director", 4) == {"risk", "process"}
    assert set(_skills("senior-pm")) - set(_skills("pm")) == {"coaching", "portfolio"}
    assert _grown("pm", "senior-pm", 2) == set()
    assert set(_skills("group-pm")) - set(_skills("senior-pm")) == {"hiring", "administration"}
    assert _grown("senior-pm", "group-pm", 2) == {"coaching"}
    assert _grown("group-pm", "director", 2) == {"risk", "process", "administration"}
    assert _grown("senior-pm", "director", 3) == {"coaching", "risk", "process"}
    assert set(_skills("head-of-product")) == set(_skills("cpo"))
    assert {skill for skill, level in _skills("cpo").items() if level == 7} == {
        "communication", "leadership", "initiative", "business", "big-picture", "strategy",
    }  # fmt: skip


def test_the_answers_say_of_the_ladder_what_the_library_says() -> None:
    roles = guides.organization(guides.LIBRARY).roles
    way = ["pm", "senior-pm", "group-pm", "director", "head-of-product", "vp-product", "cpo"]
    assert all(upper in roles[lower].promotes_to for lower, upper in itertools.pairwise(way))
    assert roles["director"].experience.min - roles["pm"].experience.min == 6
    assert roles["senior-pm"].promotes_to == ("principal-pm", "group-pm")
