"""From a question to a person: names beside seats, places of duties, descriptions, and seats counted once."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from site_samples import DAY, GAPS, HTML, broken_links, example, folder_of, loaded_text, parsed, site_of

from orgmodel.analysis.figures import figures_of
from orgmodel.graph.resolution import Resolver
from orgmodel.matrix.names import several
from orgmodel.site import matrix_pages
from orgmodel.site.directory import listed
from orgmodel.site.values import EntriesPage, Entry, FiguresPage, Link, MatrixPage, Overview, Site, said

BILLING = """\
orgmodel: 1
name: Billing
roles:
  director: {title: Director of Product, description: Leads all products.}
  pm: {title: Product Manager, reports_to: director}
  tester: {title: Tester, reports_to: pm}
units:
  billing: {title: Billing, kind: team, description: Sends the bills.}
  growth: {title: Growth, kind: team}
positions:
  dir: {role: director, holder: Ada Park, description: Sits in Leeds.}
  pm-billing: {role: pm, unit: billing, holder: Li Wei}
  pm-growth: {role: pm, unit: growth}
  testers: {role: tester, unit: billing, seats: 4, status: filled}
  writers: {title: Writer, unit: billing, reports_to: pm-billing, seats: 3}
people:
  Li Wei: {name: Li Wei, description: Knows every tariff.}
activities:
  pricing: {title: Decide pricing, description: What a customer pays., assign: {A: director, R: pm}}
  backlog: {title: Rank the backlog, per: team, assign: {A: pm, R: pm}}
"""


@pytest.fixture
def site(tmp_path) -> Site:
    return site_of(loaded_text(tmp_path, BILLING))


@pytest.fixture
def files(tmp_path) -> dict[str, str]:
    return folder_of(loaded_text(tmp_path, BILLING))


def entry(site: Site, anchor: str) -> Entry:
    found = [
        one for page in site.pages if isinstance(page, EntriesPage) for one in page.entries if one.anchor == anchor
    ]
    return found[0]


def facts(one: Entry) -> dict[str, list[str]]:
    return {fact.term: [said(value) for value in fact.values] for fact in one.facts}


def matrix(site: Site, file: str = "matrix.html") -> MatrixPage:
    return next(page for page in site.pages if isinstance(page, MatrixPage) and page.file == file)


# -- from the role to the person


def test_a_role_names_those_who_have_it(site):
    assert facts(entry(site, "role-director"))["Seat"] == ["Director of Product (Ada Park)"]
    seats = ["Product Manager, Billing (Li Wei)", "Product Manager, Growth (vacant)"]
    assert facts(entry(site, "role-pm"))["Seats (2)"] == seats
    assert facts(entry(site, "role-tester"))["Seats (4)"] == ["Tester × 4 (names not kept)"]


def test_a_column_names_the_one_who_has_the_role(site):
    page = matrix(site)
    director, pm = page.matrix.columns
    assert director.detail == "Ada Park"
    assert page.detail_ways["role", "director"] == "positions.html#seat-dir"
    assert page.hints["role", "director"] == "Leads all products. · Ada Park"
    assert pm.detail == "2 seats"
    assert page.hints["role", "pm"] == "Li Wei, 1 vacant"


def test_nobody_is_called_vacant_where_no_holder_is_named(tmp_path):
    text = "orgmodel: 1\nroles: {pm: {}}\npositions: {a: {role: pm}}\nactivities: {x: {assign: {A: pm, R: pm}}}\n"
    site = site_of(loaded_text(tmp_path, text))
    assert entry(site, "seat-a").state == ""
    assert facts(entry(site, "role-pm"))["Seat"] == ["pm"]
    assert matrix(site, "matrix-seats.html").heading == "Who does what, by seat"


# -- rows by person and place


def test_an_entry_names_the_place_and_leads_to_its_row(site, files):
    owned = next(fact for fact in entry(site, "seat-pm-billing").facts if fact.term == "Answers for")
    assert [said(value) for value in owned.values] == ["Rank the backlog for Billing"]
    file, _, row = owned.values[0][0].href.partition("#")
    assert file == "matrix-people.html"
    rows = [one for one in parsed(files[file]).iter(f"{HTML}tr") if one.get("id") == row]
    text = "".join(rows[0].itertext())
    assert "Rank the backlog" in text
    assert "Billing" in text
    assert rows[0].get("class") is None


def test_the_row_of_another_place_is_red_for_itself_only(files):
    classes = re.findall(r'<tr id="place-\d+"(?: class="(\w+)")?>', files["matrix-people.html"])
    assert classes == ["", "", "vacancy"]


def test_both_matrices_lead_to_each_other(site):
    assert matrix(site).ways["activity", "backlog"] == "matrix-people.html#place-2"
    assert matrix(site, "matrix-people.html").ways["activity", "backlog"] == "matrix.html#row-2"
    assert [link.text for link in matrix(site).siblings] == ["By role", "By person"]


@pytest.mark.parametrize("bound", ["MOST_ROWS", "MOST_COLUMNS"])
def test_a_matrix_too_large_is_left_out_and_said_so(tmp_path, monkeypatch, bound):
    monkeypatch.setattr(matrix_pages, bound, 1)
    files = folder_of(loaded_text(tmp_path, BILLING))
    assert "matrix-people.html" not in files
    assert "is left out; cut it to a part: orgmodel matrix --by person" in files["matrix.html"]
    assert broken_links(files) == []


def test_a_model_of_roles_has_no_matrix_by_person(tmp_path):
    files = folder_of(loaded_text(tmp_path, "orgmodel: 1\nroles: {pm: {}}\nactivities: {a: {assign: {A: pm}}}\n"))
    assert "matrix-people.html" not in files
    assert "By role" not in files["matrix.html"]


# -- links of one sort


@pytest.mark.parametrize("name", ["product-organisation", "product-team"])
def test_names_in_sentences_lead_to_entries(name):
    overview = site_of(example(name)).pages[0]
    assert isinstance(overview, Overview)
    links = [
        word.href for section in overview.sections for remark in section.remarks for word in remark.words if word.href
    ]
    assert not [link for link in links if link.startswith("chart")]


def test_every_entry_leads_to_its_card(site):
    for page in site.pages:
        if isinstance(page, EntriesPage):
            assert all(one.chart.startswith("chart") for one in page.entries)


# -- descriptions


def test_descriptions_are_on_entries_and_rows(site, files):
    assert facts(entry(site, "seat-dir"))["About"] == ["Sits in Leeds."]
    assert facts(entry(site, "role-director"))["About"] == ["Leads all products."]
    assert facts(entry(site, "seat-pm-billing"))["About Li Wei"] == ["Knows every tariff."]
    assert said(entry(site, "unit-billing").subtitle) == "Sends the bills."
    assert files["matrix.html"].count("What a customer pays.") == 2
    assert '<th scope="row" title="What a customer pays.">' in files["matrix.html"]
    assert 'title="What a customer pays.">Decide pricing</a>' in files["positions.html"]


# -- seats are counted as the figures count them


def test_an_entry_for_four_counts_as_four(site):
    assert "Tester × 4" in entry(site, "seat-testers").title
    assert said(entry(site, "seat-testers").subtitle) == "4 filled seats, names not kept"
    reports = facts(entry(site, "seat-pm-billing"))["Direct reports (7)"]
    assert reports == ["Tester × 4 (names not kept)", "Writer × 3 (vacant)"]
    assert facts(entry(site, "unit-billing")).keys() >= {"Seats (8)"}


@pytest.mark.parametrize("name", ["", "product-organisation", "staff-export/staff.csv", "product-team"])
def test_the_pages_count_like_stats(tmp_path, name):
    loaded = example(name) if name else loaded_text(tmp_path, BILLING)
    figures = figures_of(loaded.organization, DAY)
    site = site_of(loaded)
    people = next(page for page in site.pages if page.file == "positions.html")
    assert isinstance(people, EntriesPage)
    assert people.intro.startswith(f"{figures.seats:,} seats")
    labels = [label for label, _found in people.index]
    assert figures.vacancies == 0 or f"Vacant seats ({figures.vacancies})" in labels
    assert figures.undisclosed == 0 or f"Filled, names not kept ({figures.undisclosed})" in labels
    page = next(page for page in site.pages if isinstance(page, FiguresPage))
    spans = next(table for table in page.tables if table.anchor == "spans")
    assert int(said(spans.rows[0][2])) == figures.spans.widest
    totals = Counter(str(fact.term) for one in people.entries for fact in one.facts if "Direct reports" in fact.term)
    assert f"Direct reports ({figures.spans.widest})" in totals


def test_all_below_counts_every_seat(site):
    page = next(page for page in site.pages if isinstance(page, FiguresPage))
    spans = next(table for table in page.tables if table.anchor == "spans")
    below = {said(row[0]): said(row[4]) for row in spans.rows}
    assert below == {"Director of Product": "9", "Product Manager, Billing": "7"}


def test_vacant_seats_of_one_entry_are_several(tmp_path):
    site = site_of(loaded_text(tmp_path, BILLING))
    overview = site.pages[0]
    assert isinstance(overview, Overview)
    said_ = [said(remark.words) for section in overview.sections for remark in section.remarks]
    assert "Three further seats are vacant, with no row or report resting on them: Writer × 3." in said_


# -- names with commas


def test_two_names_with_commas_are_two():
    names = [(Link("Head of Product, Payments"),), (Link("Director, Platform"),)]
    assert said(listed(names)) == "Head of Product, Payments; and Director, Platform"
    assert several(["Head of Product, Payments", "Director, Platform"]) == (
        "Head of Product, Payments; Director, Platform"
    )
    assert several(["Ada", "Li"]) == "Ada, Li"


# -- drawing and paper


def test_a_drawing_opens_at_its_first_card(files):
    page = files["chart.html"]
    width = int(re.search(r'<svg [^>]*width="(\d+)"', page)[1])
    found = re.search(r'<div class="sheet" style="--w:(\d+)px;--at:(\d+)%">', page)
    assert int(found[1]) == width
    left = int(re.search(r'<g transform="translate\((\d+) \d+\)">\n<g class="l"', page)[1])
    card = int(re.search(r'<g id="s-c0" [^>]*translate\((\d+) ', page)[1])
    box = int(re.search(r'<rect id="s-f" width="(\d+)"', page)[1])
    assert int(found[2]) == round(100 * (left + card + box / 2) / width)


def test_a_wide_matrix_is_printed_on_a_larger_sheet():
    files = folder_of(example("product-organisation"))
    assert "@page{size:A4 landscape;" in files["matrix.html"]
    assert "@page{size:A3 landscape;" in files["matrix-people.html"]


def test_rows_by_person_are_those_of_the_resolver():
    loaded = example("product-organisation")
    resolver = Resolver(loaded.organization, DAY)
    rows = sum(len(resolver.instances(name)) for name in loaded.organization.activities)
    assert folder_of(loaded)["matrix-people.html"].count('<tr id="place-') == rows


def test_the_first_page_counts_places(tmp_path):
    text = GAPS.replace("assign: {A: [director, pm]", "assign: {A: [director]")
    overview = site_of(loaded_text(tmp_path, text)).pages[0]
    assert isinstance(overview, Overview)
    clear = "1 of 5 rows of the matrix has one clear owner everywhere, 1 more is clear in 1 of its 2 places"
    assert clear in overview.state
