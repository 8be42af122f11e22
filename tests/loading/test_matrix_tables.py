"""Matrices as people publish them: sections, dressed-up cells, roles down, a column for each letter."""

from __future__ import annotations

from typing import Any

import pytest
from faults import all_told

from orgmodel.model.organization import Spot


def letters(model: Any) -> list[tuple[str, str, str]]:
    return [(claim.activity, claim.role, claim.letter) for claim in model.organization.assignments]


def groups(model: Any) -> dict[str, str | None]:
    return {name: activity.group for name, activity in model.organization.activities.items()}


def read(loaded: Any, text: str, columns: str = "{activity: Activity}", more: str = "") -> Any:
    include = f"include: [{{file: m.csv, as: matrix, columns: {columns}}}]\n"
    return loaded({"org.yaml": f"orgmodel: 1\n{more}{include}", "m.csv": text})


# -- sections


def test_a_record_of_one_cell_is_the_heading_of_a_section(loaded: Any) -> None:
    model = read(loaded, "Activity,PM\nVision,A\n**Build**\nRelease,A\nTest,R\n")
    assert groups(model) == {"Vision": None, "Release": "Build", "Test": "Build"}
    assert model.notes == ['m.csv: rows of headings of sections, not activities: "Build"']


def test_titles_with_blank_cells_are_headings_in_a_table_that_begins_with_one(loaded: Any) -> None:
    model = read(loaded, "Activity,PM\nPlan,\nVision,A\nBuild,\nRelease,A\n")
    assert groups(model) == {"Vision": "Plan", "Release": "Build"}


@pytest.mark.parametrize(
    ("rows", "activities"),
    [
        ("Vision,A\nPricing,\nRelease,A\n", ["Vision", "Pricing", "Release"]),
        ("Pricing,\nVision,A\nRelease,A\n", ["Pricing", "Vision", "Release"]),
        ("Pricing,\nPackaging,\nVision,A\nTerms,\nRelease,A\n", ["Pricing", "Packaging", "Vision", "Terms", "Release"]),
        ("Plan,\nVision,A\nBuild,\nRelease,A\nPricing,\n", ["Vision", "Release", "Pricing"]),
        ("Vision,-\nRelease,A\nPricing,-\nTerms,A\n", ["Vision", "Release", "Pricing", "Terms"]),
    ],
    ids=["in the middle", "a lone first row", "two in succession", "the last row", "dashes"],
)
def test_a_row_that_nobody_has_any_part_in_stays_an_activity(loaded: Any, rows: str, activities: list[str]) -> None:
    model = read(loaded, f"Activity,PM\n{rows}")
    assert list(model.organization.activities) == activities


def test_beside_a_column_of_groups_a_blank_row_is_an_activity(loaded: Any) -> None:
    text = "Phase,Activity,PM\nPlan,Pricing,\nPlan,Vision,A\nBuild,Terms,\nBuild,Release,A\n"
    model = read(loaded, text, "{activity: Activity, group: Phase}")
    assert groups(model) == {"Pricing": "Plan", "Vision": "Plan", "Terms": "Build", "Release": "Build"}


def test_a_group_counts_for_the_rows_below_it(loaded: Any) -> None:
    text = "Phase,Activity,PM\n<h3>**Plan**</h3>,Vision,A\n,Goals,A\nBuild,Release,A\n"
    model = read(loaded, text, "{activity: Activity, group: Phase}")
    assert groups(model) == {"Vision": "Plan", "Goals": "Plan", "Release": "Build"}


def test_a_text_beside_a_ruled_out_title_is_a_heading(loaded: Any) -> None:
    model = read(loaded, "#,Activity,PM\n**Plan**,---,---\n1,Vision,A\n")
    assert groups(model) == {"Vision": "Plan"}


def test_letters_without_an_activity_are_told(loaded: Any) -> None:
    model = read(loaded, "Activity,PM\nVision,A\n,R\n")
    assert all_told(model) == [("missing-field", "m.csv:3:1", '"activity" is missing')]


# -- the same activity again


def test_the_same_title_in_another_group_is_another_activity(loaded: Any) -> None:
    model = read(loaded, "Activity,PM\nPlan\nAudit,A\nBuild\nAudit,R\n")
    assert letters(model) == [("Audit", "PM", "A"), ("Audit (Build)", "PM", "R")]
    assert model.organization.activities["Audit (Build)"].title == "Audit"


def test_a_second_row_of_an_activity_is_told_with_the_first_one(loaded: Any) -> None:
    model = read(loaded, "Activity,PM,Dev\nVision,A,C\nBuild,A,R\nVision,A,R\nVision,I,\n")
    (fault,) = model.faults
    assert (fault.rule, str(fault.place), fault.message) == (
        "duplicate-id",
        "m.csv:4:1",
        'activity "Vision" has 3 rows in this matrix, read as one',
    )
    assert [(str(item.place), item.note) for item in fault.related] == [
        ("m.csv:2:1", "its first row"),
        ("m.csv:5:1", "another row"),
    ]


def test_a_letter_that_both_rows_give_is_given_once(loaded: Any) -> None:
    model = read(loaded, "Activity,PM,Dev\nVision,A,C\nVision,A,R\n")
    assert letters(model) == [("Vision", "PM", "A"), ("Vision", "Dev", "C"), ("Vision", "Dev", "R")]


# -- dressed-up names and cells


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("**CIO**", "CIO"),
        ("__CIO__", "CIO"),
        ("*CIO*", "CIO"),
        ("`CIO`", "CIO"),
        ("<b>CIO</b>", "CIO"),
        ("Head<br>of IT", "Head of IT"),
        ("**Agile Squad \\*\\***", "Agile Squad **"),
        ("**Mail** (Hygiene) - **Rules**", "Mail (Hygiene) - Rules"),
        ("QA*", "QA*"),
        ("snake_case_name", "snake_case_name"),
        ("a ** b", "a ** b"),
        ("<script>x</script>", "<script>x</script>"),
    ],
)
def test_marks_of_a_page_are_no_part_of_a_name(loaded: Any, written: str, name: str) -> None:
    model = read(loaded, f"Activity,{written}\nVision,A\n")
    assert list(model.organization.roles) == [name]
    model = read(loaded, f"Activity,PM\n{written},A\n")
    assert list(model.organization.activities) == [name]


def test_a_dressed_heading_means_the_role_of_the_model(loaded: Any) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: m.csv\nroles: {cio: {title: CIO}}\nactivities: {vision: {title: Vision}}\n",
        "m.csv": "Activity,**CIO**\n**Vision**,A\n",
    }
    assert letters(loaded(files)) == [("vision", "cio", "A")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<b>A</b>", ["A"]),
        ("A<br>R", ["A", "R"]),
        ("R (oversight) & C (reviews)", ["R", "C"]),
        ("A and R", ["A", "R"]),
        ("Accountable and Informed", ["A", "I"]),
        ("---", []),
        ("...", []),
        ("Product owner", ["Product owner"]),
        ("by default", ["by default"]),
        ("R by default", ["R", "by default"]),
        ("Owner/A", ["Owner", "A"]),
    ],
)
def test_letters_of_a_cell_as_published(loaded: Any, cell: str, expected: list[str]) -> None:
    model = read(loaded, f'Activity,PM,Dev\nVision,"{cell}",A\n')
    assert [letter for _, role, letter in letters(model) if role == "PM"] == expected


def test_full_names_of_an_own_scheme_are_read(loaded: Any) -> None:
    more = "scheme: ours\nschemes: {ours: {O: {name: OWNs, traits: owner}, Co: {name: Coordinates}}}\n"
    model = read(loaded, "Activity,PM,Dev\nVision,OWNs/and Coordinates,N/A\n", more=more)
    assert letters(model) == [("Vision", "PM", "O"), ("Vision", "PM", "Co")]


def test_a_row_of_texts_where_letters_are_expected_is_left_out_and_said(loaded: Any) -> None:
    model = read(loaded, "Activity,PM,Dev\nSkills,sells to anybody,writes good code\nVision,A,R\n")
    assert list(model.organization.activities) == ["Vision"]
    assert model.notes == ['m.csv: rows of texts, not letters: "Skills"']


@pytest.mark.parametrize("row", ["Skills,Acountable,writes code", "Skills,A,writes code", "Skills,X,"])
def test_a_row_with_a_letter_or_a_single_word_is_an_activity(loaded: Any, row: str) -> None:
    model = read(loaded, f"Activity,PM,Dev\n{row}\nVision,A,R\n")
    assert list(model.organization.activities) == ["Skills", "Vision"]


# -- which columns are roles


def test_columns_left_of_the_activities_are_no_roles(loaded: Any) -> None:
    model = loaded({"m.csv": "Nr,Activity,PM\n1,Vision,A\n"})
    assert list(model.organization.roles) == ["PM"]
    assert 'm.csv: not read: "Nr"' in model.notes


def test_a_mapping_may_name_the_columns_of_the_roles(loaded: Any) -> None:
    model = read(loaded, "Activity,PM,Remarks,Dev\nVision,A,by May,R\n", "{activity: Activity, roles: [PM, Dev]}")
    assert letters(model) == [("Vision", "PM", "A"), ("Vision", "Dev", "R")]


# -- roles down


TURNED = "Team,Vision,Build\nPM,Accountable,Consulted\nDev,Responsible,A/R\n"


def test_a_matrix_with_roles_down_is_read_by_its_column_of_roles(loaded: Any) -> None:
    model = read(loaded, TURNED, "{role: Team}")
    assert letters(model) == [
        ("Vision", "PM", "A"),
        ("Build", "PM", "C"),
        ("Vision", "Dev", "R"),
        ("Build", "Dev", "A"),
        ("Build", "Dev", "R"),
    ]
    assert (list(model.organization.activities), list(model.organization.roles)) == (["Vision", "Build"], ["PM", "Dev"])


def test_the_corner_of_a_matrix_with_roles_down_may_be_blank(loaded: Any) -> None:
    assert letters(read(loaded, ",Vision\nPM,A\n", '{role: ""}')) == [("Vision", "PM", "A")]


def test_a_legend_below_a_matrix_with_roles_down_is_left_out(loaded: Any) -> None:
    model = read(loaded, f"{TURNED}Capability,cloud platform,\nLegend\n,,\n", "{role: Team}")
    assert list(model.organization.roles) == ["PM", "Dev"]
    assert model.notes == ['m.csv: rows of texts, not letters: "Capability"']


def test_a_mapping_may_name_the_columns_of_the_activities(loaded: Any) -> None:
    model = read(loaded, TURNED, "{role: Team, activities: Build}")
    assert list(model.organization.activities) == ["Build"]


@pytest.mark.parametrize(
    ("spot", "place"),
    [
        (Spot("assignments", 0, ("letter",)), "m.csv:2:2"),
        (Spot("assignments", 1, ("activity",)), "m.csv:1:3"),
        (Spot("activities", "Build"), "m.csv:1:3"),
        (Spot("roles", "Dev"), "m.csv:3:1"),
    ],
    ids=str,
)
def test_places_of_a_matrix_with_roles_down_are_its_cells(loaded: Any, spot: Spot, place: str) -> None:
    assert str(read(loaded, TURNED, "{role: Team}").places.place(spot)) == place


# -- a column for each letter


LONG = 'Workstream,Responsible,Accountable,Consulted\nCharter,PM,Board,"Legal, Sales; IT"\nBuild,Dev,PM,-\n'


def test_a_table_with_a_column_for_each_letter_holds_names(loaded: Any) -> None:
    model = read(loaded, LONG, "{activity: Workstream}")
    assert letters(model) == [
        ("Charter", "PM", "R"),
        ("Charter", "Board", "A"),
        ("Charter", "Legal", "C"),
        ("Charter", "Sales", "C"),
        ("Charter", "IT", "C"),
        ("Build", "Dev", "R"),
        ("Build", "PM", "A"),
    ]


def test_it_is_recognised_by_its_headings(loaded: Any) -> None:
    model = loaded({"m.csv": LONG})
    assert list(model.organization.roles) == ["PM", "Board", "Legal", "Sales", "IT", "Dev"]


def test_a_role_whose_name_holds_a_comma_is_found_whole(loaded: Any) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: [{file: m.csv, as: matrix}]\nroles: {vp: {title: 'VP, Sales'}}\n"
        "activities: {vision: {title: Vision}}\n",
        "m.csv": 'Activity,Responsible,Accountable\nVision,"VP, Sales","VP, Sales"\n',
    }
    assert letters(loaded(files)) == [("vision", "vp", "R"), ("vision", "vp", "A")]


def test_roles_named_like_letters_are_roles_where_cells_hold_letters(loaded: Any) -> None:
    model = read(loaded, "Activity,A,R\nVision,R,A\n")
    assert letters(model) == [("Vision", "A", "R"), ("Vision", "R", "A")]


@pytest.mark.parametrize(
    ("spot", "place"),
    [
        (Spot("assignments", 1, ("role",)), "m.csv:2:3"),
        (Spot("assignments", 1, ("letter",)), "m.csv:1:3"),
        (Spot("roles", "Legal"), "m.csv:2:4"),
    ],
    ids=str,
)
def test_places_of_names_are_their_cells(loaded: Any, spot: Spot, place: str) -> None:
    assert str(read(loaded, LONG, "{activity: Workstream}").places.place(spot)) == place


# -- columns without a heading


def test_letters_below_no_heading_are_told_and_not_dropped_in_silence(loaded: Any) -> None:
    model = read(loaded, "Activity,,  ,PM\nVision,A,R,C\nTest,A,,C\n")
    told = [(fault.message, fault.place.mark.column) for fault in model.faults if fault.rule == "table-column-missing"]
    assert told == [
        ("column 2 has no heading; 2 filled cells below it not read", 10),
        ("column 3 has no heading; 1 filled cell below it not read", 11),
    ]


def test_an_empty_column_without_a_heading_is_nothing(loaded: Any) -> None:
    assert read(loaded, "Activity,,PM\nVision,,A\n").faults == []


def test_numbers_left_of_the_activities_need_no_heading(loaded: Any) -> None:
    assert read(loaded, ",Activity,PM\n1,Vision,A\n").faults == []


# -- headings once more


def test_the_headings_once_more_within_a_matrix_are_no_activity_and_are_told(loaded: Any) -> None:
    model = read(loaded, "Activity,PM,Lead\nVision,R,A\n Activity ,PM,Lead\nRelease,A,C\n")
    assert list(model.organization.activities) == ["Vision", "Release"]
    assert model.notes == ['m.csv: rows of headings once more: "row 3"']


def test_a_row_that_differs_from_the_headings_in_one_cell_is_an_activity(loaded: Any) -> None:
    model = read(loaded, "Activity,PM,Lead\nVision,R,A\nActivity,PM,A\n")
    assert list(model.organization.activities) == ["Vision", "Activity"]
