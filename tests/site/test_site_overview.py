"""The first page says what is missing, doubly owned, and rests on vacancies."""

from datetime import date

import pytest
from site_samples import GAPS, example, folder_of, loaded_text, overview_of, parsed, sentences, site_of

from orgmodel.loading.load import LoadOptions, load
from orgmodel.site.build import SiteRequest, build_site
from orgmodel.site.values import said


@pytest.fixture
def gaps(tmp_path):
    return site_of(loaded_text(tmp_path, GAPS))


def test_what_is_missing(gaps):
    assert sentences(gaps)["Missing"] == [
        "Nobody answers for Launch plan.",
        "No seat has the role Head of Data, so nobody answers for Data catalogue.",
        "Nobody answers for Forum, on purpose: It closes soon.",
    ]


def test_what_is_doubly_owned(gaps):
    assert sentences(gaps)["Doubly owned"] == [
        "Two roles answer for Roadmap: Director (Ada Park) and Product Manager.",
        "Two seats of the role Product Manager answer for Hiring: Li Wei; and Product Manager, Fraud.",
    ]


def test_what_rests_on_vacancies(gaps):
    assert sentences(gaps)["Resting on vacancies"] == [
        "Rank the backlog rests on the vacant seat Product Manager, Fraud; Ada Park stands in."
    ]


def test_every_sentence_leads_to_its_row_and_to_entries(gaps):
    remark = overview_of(gaps).sections[2].remarks[0]
    links = [word.href for word in remark.words if word.href]
    assert links == ["matrix.html#row-5", "positions.html#seat-pm-fraud", "positions.html#seat-dir"]


def test_the_state_in_one_sentence(gaps):
    assert overview_of(gaps).state == (
        "3 seats, 1 of them vacant; 0 of 5 rows of the matrix have one clear owner everywhere, "
        "1 is clear in 1 of its 2 places; 1 further row asks for none."
    )


def test_the_tiles_count_rows(gaps):
    assert [(tile.number, tile.label) for tile in overview_of(gaps).tiles] == [
        ("2", "Missing"),
        ("2", "Doubly owned"),
        ("1", "Resting on vacancies"),
    ]


def test_a_vacancy_with_several_rows_is_one_sentence():
    platform, tracking, idle = sentences(site_of(example("product-organisation")))["Resting on vacancies"]
    assert platform == (
        "The seat Product Director, Platform is vacant; it answers for 2 rows: Set the direction of a product area and "
        "Keep the roadmap of a product area. 3 seats report to it: Senior Product Manager, Platform (Lucia Paredes); "
        "Product Manager, Partner API (Nils Hagberg); and Product Manager, Identity (Zanele Dube). Nobody stands in."
    )
    assert tracking == (
        "The seat Product Manager, Tracking is vacant; it answers for 4 rows: Talk to buyers and users every week, "
        "Describe the problem in a market requirements document, Rank the backlog and Say how success will be "
        "measured. Nobody stands in."
    )
    assert idle == (
        "Two further seats are vacant, with no row or report resting on them: Junior Product Manager, Reports; and "
        "Product Designer, Returns."
    )


def test_what_is_in_order_is_said_so():
    sections = {section.anchor: section for section in overview_of(site_of(example("product-team"))).sections}
    assert sections["missing"].calm == "Every one of the 6 rows has an owner."
    assert sections["double"].calm == "No row has more than one owner."


def test_sources_that_disagree():
    found = sentences(site_of(example("what-the-guides-say")))["Doubly owned"]
    assert found[1] == (
        "Two sources disagree on who answers for Fit the strategy to the goals of the organisation: "
        "Chief Product Officer (000_bf7444335ed2c2da.txt:83) or Director of Product (001_6014f8947a782463.txt:17)."
    )
    assert found[2].startswith("One source names two owners of Product roadmap: Product Manager (")


def test_rows_without_a_claimed_owner_are_one_sentence():
    found = sentences(site_of(example("what-the-guides-say")))["Missing"]
    assert found[0].startswith("No source says who answers for 9 rows: Analysis of the competition, ")


def test_a_model_of_roles_alone_hears_nothing_of_vacancies(tmp_path):
    loaded = loaded_text(
        tmp_path, "orgmodel: 1\nroles: {pm: {}}\nactivities: {a: {assign: {A: pm, R: pm}}, b: {assign: {R: pm}}}\n"
    )
    found = sentences(site_of(loaded))
    assert found == {"Missing": ["Nobody answers for b."], "Doubly owned": []}


def test_a_table_without_activities_says_what_contradicts_itself():
    site = site_of(example("staff-export/staff.csv"))
    found = sentences(site)
    assert list(found) == ["Contradictions", "Resting on vacancies", "Worth a look"]
    assert "Posts report to each other in a ring" in found["Contradictions"]
    assert overview_of(site).state == "58 seats, 3 of them vacant: 6 errors and 5 warnings."


def test_seats_of_which_nothing_says_who_holds_them_are_not_called_vacant(tmp_path):
    text = "orgmodel: 1\nroles: {pm: {}}\npositions: {a: {role: pm}}\nactivities: {x: {assign: {A: pm, R: pm}}}\n"
    assert sentences(site_of(loaded_text(tmp_path, text))) == {"Missing": [], "Doubly owned": []}


def test_what_a_waiver_accepts_is_not_counted(tmp_path):
    waiver = 'waivers: [{rule: no-owner, for: "activity:launch", reason: Until spring.}]\n'
    site = site_of(loaded_text(tmp_path, GAPS + waiver))
    section = overview_of(site).sections[0]
    assert section.count == 1
    assert [remark.accepted for remark in section.remarks] == ["", "Until spring.", ""]


def test_what_the_policy_ignores_is_not_said(tmp_path):
    site = site_of(loaded_text(tmp_path, GAPS + "policy: {severity: {owner-vacant: ignore}}\n"))
    assert "Rank the backlog" not in " ".join(sentences(site)["Resting on vacancies"])


def test_a_faulty_file_is_told_first(tmp_path):
    site = site_of(loaded_text(tmp_path, GAPS + "unknown-word: 1\n"))
    assert next(iter(sentences(site))) == "Contradictions"


@pytest.mark.parametrize(("is_dated", "shown"), [(True, "2026-11-01"), (False, "")])
def test_the_day_is_shown_only_where_it_was_fixed(tmp_path, is_dated, shown):
    site = site_of(loaded_text(tmp_path, GAPS), request=SiteRequest(is_dated=is_dated))
    assert site.as_of == shown


def test_a_large_organisation_is_cut_and_paged(tmp_path):
    rows = ["id,manager,name,title", "p0,,Ada,Chief"]
    rows += [f"p{i},p{(i - 1) // 6},N{i} M,Clerk" for i in range(1, 1_000)]
    path = tmp_path / "staff.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    from orgmodel.model.include import Include

    columns = {"id": ("id",), "reports_to": ("manager",), "holder": ("name",), "title": ("title",)}
    loaded = load(str(path), LoadOptions(table=Include(columns=columns)))
    files = folder_of(loaded)
    assert {"positions.html", "positions-2.html", "positions-3.html"} <= files.keys()
    assert "The upper 4 layers: 259 of 1,000 seats." in files["chart.html"]
    assert files["chart.svg"].count('role="graphics-symbol"') == 1_000
    parsed(files["positions-3.html"])


def test_planned_seats_are_there_when_asked_for(tmp_path):
    seats = "{a: {role: pm, holder: X Y}, b: {role: pm, reports_to: a, from: 2027-01-01}}"
    text = f"orgmodel: 1\nroles: {{pm: {{}}}}\npositions: {seats}\n"
    plain = build_site(loaded_text(tmp_path, text), date(2026, 11, 1), SiteRequest())
    asked = build_site(loaded_text(tmp_path, text), date(2026, 11, 1), SiteRequest(planned=True))
    counts = [len(page.entries) for site in (plain, asked) for page in site.pages if page.file == "positions.html"]
    assert counts == [1, 2]


def test_roles_that_only_a_library_brings_are_not_counted(tmp_path):
    text = 'orgmodel: 1\ninclude: ["library:product-management"]\nroles: {baker: , clerk: }\n'
    facts = overview_of(site_of(loaded_text(tmp_path, text))).facts
    assert [said(value) for fact in facts if fact.term == "Roles" for value in fact.values] == ["2"]
