"""The libraries that come with the program: clean, complete, and described on their page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Severity
from orgmodel.library.models import library_names
from orgmodel.loading.load import load
from orgmodel.model.organization import KINDS, Organization
from orgmodel.model.values import WHOLE_ENTRY

DOCS = Path(__file__).parent.parent.parent / "docs"
DAY = date(2026, 11, 1)
JUDGEMENT = "our judgement"
ARTICLE = re.compile(r"00[0-4]_[0-9a-f]{16}\.txt:[1-9]\d*\Z")
GROUPS = ["Market", "Strategy", "Definition", "Delivery", "Launch", "Team", "Operations"]
PARTNERS = ["design", "engineering", "executive", "finance", "marketing", "operations", "sales"]


@pytest.fixture(scope="module")
def product() -> Organization:
    """The library `product-management`."""
    return load("library:product-management").organization


@pytest.mark.parametrize("name", library_names())
def test_a_library_has_no_finding_at_all(name: str) -> None:
    report = check(load(f"library:{name}"), DAY, CheckOptions(min_severity=Severity.INFO))
    assert [f"{finding.rule}: {finding.message}" for finding in report.findings] == []


@pytest.mark.parametrize("name", library_names())
def test_the_page_about_libraries_says_what_a_library_holds(name: str) -> None:
    organization = load(f"library:{name}").organization
    parts = ", ".join(f"{len(section)} {kind}" for kind in KINDS if (section := organization.section(kind)))
    page = (DOCS / "libraries.md").read_text("utf-8")
    assert re.search(rf"^\| \[`{name}`\]\(#[a-z-]+\) \| {parts} \|$", page, re.MULTILINE)


def test_every_library_has_its_picture_on_the_page() -> None:
    page = (DOCS / "libraries.md").read_text("utf-8")
    shown = re.findall(r"!\[[^]]+\]\(pictures/([a-z-]+)\.svg\)", page)
    assert sorted(shown) == sorted(set(library_names()) - {"product-management-rasci"})
    assert all((DOCS / "pictures" / f"{name}.svg").is_file() for name in shown)


def test_every_role_of_product_management_says_what_it_is_for(product: Organization) -> None:
    assert [name for name, role in product.roles.items() if not role.purpose or not role.aliases] == []
    assert sorted(name for name, role in product.roles.items() if role.external) == PARTNERS


def test_every_role_that_is_seated_has_level_track_skills_and_years(product: Organization) -> None:
    seated = {name: role for name, role in product.roles.items() if not role.external}
    lacking = [
        name
        for name, role in seated.items()
        if role.level is None or not role.track or len(role.skills) < 5 or role.experience is None
    ]
    assert (lacking, len(seated)) == ([], 17)


def test_the_ladder_leads_from_junior_to_chief_product_officer(product: Organization) -> None:
    rung, climbed = "junior-pm", ["junior-pm"]
    while product.roles[rung].promotes_to:
        rung = product.roles[rung].promotes_to[-1]
        climbed.append(rung)
    assert climbed == [
        "junior-pm",
        "apm",
        "pm",
        "senior-pm",
        "group-pm",
        "director",
        "head-of-product",
        "vp-product",
        "cpo",
    ]
    assert product.roles["senior-pm"].promotes_to == ("principal-pm", "group-pm")


def test_every_row_has_group_plane_owner_and_doer(product: Organization) -> None:
    rows = product.activities
    assert list(dict.fromkeys(row.group for row in rows.values())) == GROUPS
    assert [name for name, row in rows.items() if row.plane is None] == []
    assert [name for name, row in rows.items() if len(row.assign["A"]) != 1 or not row.assign["R"]] == []
    assert {row.kind for row in rows.values()} == {"activity", "decision", "deliverable"}


def test_every_fact_has_a_source_and_the_rest_is_marked_as_our_judgement(product: Organization) -> None:
    for kind in ("roles", "activities"):
        for name, entry in product.section(kind).items():
            assert entry.sources[WHOLE_ENTRY] == (JUDGEMENT,), name
            said = [source for key, sources in entry.sources.items() if key != WHOLE_ENTRY for source in sources]
            assert [source for source in said if not ARTICLE.match(source)] == [], name
    for role in product.roles.values():
        figures = [*role.pay, *([role.experience] if role.experience is not None else [])]
        assert all(each.source == JUDGEMENT or ARTICLE.match(each.source or "") for each in figures)
        assert all(pay.source != JUDGEMENT for pay in role.pay)


def test_the_way_of_a_source_leads_to_something(product: Organization) -> None:
    for kind in ("roles", "activities"):
        for name, entry in product.section(kind).items():
            for way in entry.sources:
                field, _, inner = way.partition(".")
                assert way == WHOLE_ENTRY or getattr(entry, field), (name, way)
                assert not inner or inner in getattr(entry, field), (name, way)


def test_the_rasci_variant_has_the_same_rows_with_support(product: Organization) -> None:
    variant = load("library:product-management-rasci").organization
    assert (variant.roles, list(variant.activities)) == (product.roles, list(product.activities))
    assert {variant.scheme_of(row) for row in variant.activities.values()} == {"rasci"}
    supported = [name for name, row in variant.activities.items() if "S" in row.assign]
    assert len(supported) > len(variant.activities) / 2
    for name, row in variant.activities.items():
        whole, plain = row.assign, product.activities[name].assign
        assert whole["A"] == plain["A"], name
        assert {each.who for code in "RSCI" for each in whole.get(code, ())} >= {each.who for each in plain["R"]}, name


def test_squads_stand_apart_from_the_line() -> None:
    squads = load("library:squads").organization
    kinds = {name: unit.kind for name, unit in squads.units.items()}
    crew = [seat for seat in squads.positions.values() if seat.also_in]
    assert {kinds[seat.unit or ""] for seat in crew} == {"chapter"}
    assert {kinds[unit] for seat in crew for unit in seat.also_in} == {"squad"}


def test_team_topologies_have_four_kinds_and_three_ways_of_working_together() -> None:
    units = load("library:team-topologies").organization.units.values()
    kinds = {"department", "stream-aligned", "platform", "enabling", "complicated-subsystem"}
    assert {unit.kind for unit in units} == kinds
    modes = {"collaboration", "x-as-a-service", "facilitating"}
    assert {each.mode for unit in units for each in unit.interactions} == modes


def test_an_accountability_chart_has_one_seat_for_each_role_and_few_accountabilities() -> None:
    chart = load("library:accountability-chart").organization
    assert [seat.role for seat in chart.positions.values()] == list(chart.roles)
    assert {len(role.responsibilities) for role in chart.roles.values()} <= {1, 2, 3, 4, 5}
