"""Tables of seats: headings, managers, holders, words, numbers, dates, ids; nothing is repaired in silence."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from faults import all_told

from orgmodel.model.lines import Line
from orgmodel.model.positions import Holder

MAPPED = {"id": ["i"], "reports_to": ["m"], "holder": ["h"]}


def lines(model: Any) -> dict[str, str | None]:
    """Each seat and its manager: None without a line, "" for a top on purpose."""
    return {
        name: None if seat.reports_to is None else "".join(line.to for line in seat.reports_to)
        for name, seat in model.organization.positions.items()
    }


# Columns -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headings", "manager"),
    [
        ("id,reports_to", "reports_to"),
        ("Employee ID,Manager ID", "Manager ID"),
        ("employee_id,manager_id", "manager_id"),
        ("EmployeeId,ReportsTo", "ReportsTo"),
        ("Employee Number,Supervisor ID", "Supervisor ID"),
        ("id,parentId", "parentId"),
        ("Post Unique Reference,Reports to Senior Post", "Reports to Senior Post"),
        ("unique_id,Boss ID", "Boss ID"),
        ("PersonID,SupervisorID", "SupervisorID"),
    ],
)
def test_usual_headings_are_recognised(loaded: Any, headings: str, manager: str) -> None:
    model = loaded({"s.csv": f"{headings}\n1,\n2,1\n"})
    assert (model.faults, lines(model)) == ([], {"1": None, "2": "1"})


def test_recognised_headings_are_told_and_so_are_those_not_read(loaded: Any) -> None:
    model = loaded({"s.csv": "Employee ID,Manager ID,Shoe Size\n1,,42\n"})
    assert model.notes == [
        's.csv: read as positions: id from "Employee ID"; reports_to from "Manager ID"',
        's.csv: not read: "Shoe Size"',
    ]


def test_own_headings_need_no_note(loaded: Any) -> None:
    assert loaded({"s.csv": "id,reports_to\n1,\n"}).notes == []


def test_columns_are_mapped_as_told(loaded: Any) -> None:
    model = loaded({"s.csv": "i,m,h,x\n1,,Ada,9\n2,1,Bo,8\n"}, columns={**MAPPED, "fields.size": ["x"]})
    assert lines(model) == {"1": None, "2": "1"}
    assert [(seat.holder, seat.fields) for seat in model.organization.positions.values()] == [
        ("Ada", {"size": "9"}),
        ("Bo", {"size": "8"}),
    ]


def test_columns_are_mapped_by_the_file(loaded: Any) -> None:
    include = "{file: s.csv, as: positions, columns: {id: i, reports_to: m, holder: [f, l], fields.site: x}}"
    model = loaded({"org.yaml": f"orgmodel: 1\ninclude: {include}\n", "s.csv": "i,m,f,l,x\n1,,Ada,Park,Oslo\n"})
    seat = model.organization.positions["1"]
    assert (model.faults, seat.holder, seat.fields) == ([], "Ada Park", {"site": "Oslo"})


@pytest.mark.parametrize(
    ("headings", "row", "holder"),
    [
        ("id,first name,last name", "1,Ada,Park", "Ada Park"),
        ("id,LastName,FirstName", "1,Park,Ada", "Ada Park"),
        ("id,First Name,Surname", "1,,Park", "Park"),
        ("id,given name,family name", "1,Ada,", "Ada"),
        ("id,first name", "1,Ada", "Ada"),
        ("id,name,lastName", "1,Ada,Park", "Ada Park"),
    ],
)
def test_first_and_last_name_are_one_holder(loaded: Any, headings: str, row: str, holder: str) -> None:
    assert loaded({"s.csv": f"{headings}\n{row}\n"}).organization.positions["1"].holder == holder


def test_first_and_last_name_are_joined_where_columns_are_told(loaded: Any) -> None:
    columns = {"id": ["i"], "first_name": ["f"], "last_name": ["l"]}
    assert loaded({"s.csv": "i,f,l\n1,Ada,Park\n"}, columns=columns).organization.positions["1"].holder == "Ada Park"


def test_a_column_named_after_an_own_field_is_read(loaded: Any) -> None:
    seat = loaded({"s.csv": "id,fields.site,skills.sql\n1,Oslo,4\n"}).organization.positions["1"]
    assert (seat.fields, seat.skills) == ({"site": "Oslo"}, {"sql": 4})


def test_a_column_that_is_told_and_missing_is_told_where_the_mapping_stands(loaded: Any) -> None:
    include = "{file: s.csv, columns: {id: i, reports_to: Manger}}"
    model = loaded({"org.yaml": f"orgmodel: 1\ninclude: {include}\n", "s.csv": "i,Manager\n1,\n"})
    message = 'the table has no column "Manger"; did you mean "Manager"?'
    assert all_told(model) == [("table-column-missing", "org.yaml:2:53", message)]


def test_an_unknown_field_of_a_mapping_is_told_at_its_key(loaded: Any) -> None:
    include = "{file: s.csv, columns: {id: i, reprots_to: i}}"
    model = loaded({"org.yaml": f"orgmodel: 1\ninclude: {include}\n", "s.csv": "i\n1\n"})
    message = 'unknown field "reprots_to" for a table of positions; did you mean "reports_to"?'
    assert all_told(model) == [("unknown-key", "org.yaml:2:41", message)]


def test_a_table_without_any_known_heading_makes_no_seats(loaded: Any) -> None:
    model = loaded({"s.csv": "hello world\nfoo\n"})
    assert [(fault.rule, str(fault.place)) for fault in model.faults] == [("table-column-missing", "s.csv:1:1")]
    assert model.organization.positions == {}


def test_a_table_with_headings_alone_is_an_empty_model(loaded: Any) -> None:
    assert [fault.rule for fault in loaded({"s.csv": "id,reports_to\n"}).faults] == ["empty-model"]


# Managers ------------------------------------------------------------------------------------------


def test_an_empty_manager_is_not_given(loaded: Any) -> None:
    assert lines(loaded({"s.csv": "id,manager\n1,\n2, \n"})) == {"1": None, "2": None}


@pytest.mark.parametrize("word", ["XX", "xx", "Xx"])
def test_a_root_word_in_any_case_is_a_top_on_purpose(loaded: Any, word: str) -> None:
    assert lines(loaded({"s.csv": f"i,m,h\n1,{word},\n"}, columns=MAPPED, words={"root": ["XX"]})) == {"1": ""}


def test_managers_are_matched_by_name_where_told(loaded: Any) -> None:
    model = loaded({"s.csv": "i,m,h\n1,,Ada Park\n2,Ada Park,Bo\n"}, columns=MAPPED, by="holder")
    assert lines(model) == {"1": None, "2": "1"}


def test_managers_are_matched_by_email_in_any_case(loaded: Any) -> None:
    model = loaded({"s.csv": "id,email,manager email\n1,Ada@X.org,\n2,bo@x.org,ada@x.ORG\n"})
    assert lines(model) == {"1": None, "2": "1"}


def test_managers_whose_cells_hold_names_are_matched_by_name_and_it_is_told(loaded: Any) -> None:
    model = loaded({"s.csv": "id,name,manager\n1,Ada,\n2,Bo,Ada\n3,Cy,Ada\n"})
    assert lines(model) == {"1": None, "2": "1", "3": "1"}
    assert "managers are matched by holder, since their cells hold no ids" in model.notes


def test_a_manager_named_like_two_holders_is_told(loaded: Any) -> None:
    model = loaded({"s.csv": "i,m,h\n1,,Bo\n2,1,Bo\n3,Bo,Cy\n"}, columns=MAPPED, by="holder")
    message = 'position "3": manager "Bo" is the holder of 2 positions: "1", "2"'
    assert ("unknown-reference", "s.csv:4:2", message) in all_told(model)


def test_managers_are_found_by_a_path(loaded: Any) -> None:
    columns = {"id": ["id"], "path": ["node"]}
    model = loaded({"s.csv": "id,node\n9,/1/1/\n1,\n5,/1/\n7,/2/1/\n"}, columns=columns)
    assert lines(model) == {"9": "5", "1": "", "5": "1", "7": "/2/"}


def test_a_manager_in_another_table_is_found(loaded: Any) -> None:
    model = loaded(
        {
            "org.yaml": "orgmodel: 1\ninclude: ['*.csv']\n",
            "a.csv": "id,reports to\n2,1\n",
            "b.csv": "id,reports to\n1,\n",
        }
    )
    assert (lines(model), model.faults) == ({"2": "1", "1": None}, [])


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ((), {"007": None, "Ab": "7", "C": "ab", "D": "00AB"}),
        ("case", {"007": None, "Ab": "7", "C": "Ab", "D": "00AB"}),
        ("leading-zeros", {"007": None, "Ab": "007", "C": "ab", "D": "00AB"}),
        (("case", "leading-zeros"), {"007": None, "Ab": "007", "C": "Ab", "D": "Ab"}),
    ],
)
def test_references_miss_by_case_or_zeros_only_as_allowed(loaded: Any, match: Any, expected: Any) -> None:
    text = "i,m,h\n007,,\nAb,7,\nC,ab,\nD,00AB,\n"
    assert lines(loaded({"s.csv": text}, columns=MAPPED, match=match)) == expected


def test_a_forgiven_reference_that_could_mean_two_stays_unlinked(loaded: Any) -> None:
    model = loaded({"s.csv": "i,m,h\n07,,\n007,,\nC,7,\n"}, columns=MAPPED, match="leading-zeros")
    assert lines(model)["C"] == "7"


# Holders -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "status", "is_held"),
    [
        ("Vacant", "vacant", False),
        ("VACANCY", "vacant", False),
        ("'vacant'", "vacant", False),
        ("", None, False),
        ("Ada Park", None, True),
        ("Vacant until May", None, True),
        ("Eliminated", None, True),
    ],
)
def test_without_a_preset_only_vacant_and_vacancy_mean_more(loaded: Any, cell: str, status: Any, is_held: bool) -> None:
    seat = loaded({"s.csv": f"id,name\n1,{cell}\n"}).organization.positions["1"]
    assert (seat.status, seat.holder is not None) == (status, is_held)


@pytest.mark.parametrize(
    ("cell", "state"),
    [("offen", "vacant"), ("OFFEN", "vacant"), ("weg", "ended"), ("?", "filled"), ("Ada", "filled")],
)
def test_words_of_the_mapping_match_in_any_case(loaded: Any, cell: str, state: str) -> None:
    words = {"vacant": ["Offen"], "ended": ["Weg"], "undisclosed": ["?"]}
    model = loaded({"s.csv": f"i,m,h\n1,,{cell}\n"}, columns=MAPPED, words=words)
    assert model.organization.positions["1"].status_on(date(2026, 11, 1)) == state


def test_an_undisclosed_holder_is_somebody_and_nobody_in_particular(loaded: Any) -> None:
    model = loaded({"s.csv": "i,m,h\n1,,N/D\n2,,N/D\n"}, columns=MAPPED, words={"undisclosed": ["N/D"]})
    held = [seat.held_by() for seat in model.organization.positions.values()]
    assert held == [(Holder(),), (Holder(),)]
    assert all(holders[0].is_undisclosed for holders in held)


def test_each_row_is_a_person_of_its_own(loaded: Any) -> None:
    organization = loaded({"s.csv": "id,name\n1,Ada\n2,Ada\n"}).organization
    assert organization.person_key("1", "Ada") != organization.person_key("2", "Ada")


def test_a_column_of_person_ids_joins_rows(loaded: Any) -> None:
    model = loaded({"s.csv": "id,name,person\n1,Ada,e1\n2,Ada,e1\n"}).organization
    assert model.person_key("1", model.positions["1"].holder) == model.person_key("2", model.positions["2"].holder)


def test_names_beside_person_ids_become_people(loaded: Any) -> None:
    model = loaded(
        {"s.csv": "Position ID,Employee ID,Name\n1,e1,Ada Park\n2,e1,Ada Park\n3,e2,Vacant\n4,,Bo\n"}
    ).organization
    assert {name: person.name for name, person in model.people.items()} == {"e1": "Ada Park"}
    assert [seat.holder for seat in model.positions.values()] == ["e1", "e1", None, "Bo"]


# Values --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("cell", "share"), [("0.5", 0.5), ('"0,5"', 0.5), ("1", 1.0), ("", None), ("1e-1", 0.1)])
def test_a_share_is_read_with_a_point_or_a_comma(loaded: Any, cell: str, share: float | None) -> None:
    model = loaded({"s.csv": f"id,fte\n1,{cell}\n"})
    assert (model.faults, model.organization.positions["1"].fte) == ([], share)


@pytest.mark.parametrize("cell", ["x", "nan", "inf", '"1,000,000"', "1e99", "50%"])
def test_a_share_that_is_no_number_is_told_at_its_cell(loaded: Any, cell: str) -> None:
    model = loaded({"s.csv": f"id,fte\n1,{cell}\n"})
    (fault,) = model.faults
    assert (fault.rule, str(fault.place), model.organization.positions["1"].fte) == ("wrong-value", "s.csv:2:2", None)


def test_cells_of_several_names_are_split_at_semicolons_and_lines(loaded: Any) -> None:
    text = 'id,dotted_to,also_in\n1,"a; b",\n2,,"U1\nU2"\n'
    seats = loaded({"s.csv": text}).organization.positions
    assert (seats["1"].dotted_to, seats["2"].also_in) == ((Line("a"), Line("b")), ("U1", "U2"))


WORDS_AND_NUMBERS = ("id", "level", "seats", "from", "until", "status", "employment", "assistant", "deputy")
COLUMNS_OF_WORDS = {name: [name] for name in WORDS_AND_NUMBERS}


def test_columns_of_words_numbers_and_dates_are_read(loaded: Any) -> None:
    text = (
        "id,level,seats,from,until,status,employment,assistant,deputy\n"
        "1,4,6,2026-01-01,2027-01-01,planned,contractor,Yes,2\n"
    )
    model = loaded({"s.csv": text}, columns=COLUMNS_OF_WORDS)
    seat = model.organization.positions["1"]
    assert model.faults == []
    assert (seat.level, seat.seats, seat.from_, seat.until) == (4, 6, date(2026, 1, 1), date(2027, 1, 1))
    assert (seat.status, seat.employment, seat.assistant, seat.deputy) == ("planned", "contractor", True, "2")


def test_several_wrong_cells_of_a_record_are_told_each_at_its_cell(loaded: Any) -> None:
    text = "id,level,seats,from,until,status,employment,assistant,deputy\n1,x,-1,soon,,gone,robot,maybe,\n"
    model = loaded({"s.csv": text}, columns=COLUMNS_OF_WORDS)
    assert sorted(str(fault.place) for fault in model.faults) == [f"s.csv:2:{column}" for column in (2, 3, 4, 6, 7, 8)]
    assert {fault.rule for fault in model.faults} == {"wrong-value"}


def test_a_column_found_by_its_heading_that_holds_something_else_is_left_unread(loaded: Any) -> None:
    model = loaded({"s.csv": "id,manager,Status,Start Date\n1,,Active,01/02/2026\n"})
    assert (model.faults, model.notes[-1]) == ([], 's.csv: not read: "Status", "Start Date"')


def test_dates_are_read_in_the_form_of_the_mapping_only(loaded: Any) -> None:
    columns = {"id": ["id"], "from": ["from"]}
    model = loaded({"s.csv": "id,from\n1,31/12/2026\n2,12/31/2026\n"}, columns=columns, dates="%d/%m/%Y")
    seats = model.organization.positions
    assert (seats["1"].from_, seats["2"].from_) == (date(2026, 12, 31), None)
    assert [str(fault.place) for fault in model.faults] == ["s.csv:3:2"]


def test_a_date_in_another_form_is_told_how_to_name_the_form_of_the_table(loaded: Any) -> None:
    (fault,) = loaded({"s.csv": "id,from\n1,04.12.2022\n"}, columns={"id": ["id"], "from": ["from"]}).faults
    assert fault.fix == "write `2022-12-04`, or name the form of the whole table, as in `--dates %d.%m.%Y`"


# Files ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_delimiters_are_told_apart(loaded: Any, sign: str) -> None:
    text = "id,reports to,fte\n1,,1\n2,1,1\n".replace(",", sign)
    assert lines(loaded({"s.csv": text})) == {"1": None, "2": "1"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_told_apart(loaded: Any, encoding: str) -> None:
    text = "id,name\n1,Zoë Müller\n" + "".join(f"{number},Person\n" for number in range(2, 40))
    assert loaded({"s.csv": text.encode(encoding)}).organization.positions["1"].holder == "Zoë Müller"


def test_a_cell_over_several_lines_keeps_true_lines_and_records(loaded: Any) -> None:
    model = loaded({"s.csv": 'id,name,manager\n1,"Ada\nPark",\n2,Bo,1\n3,Cy,9,extra\n'})
    (fault,) = model.faults
    assert (fault.rule, str(fault.place), fault.place.mark.line) == ("table-row-malformed", "s.csv:4:4", 5)
    assert model.organization.positions["1"].holder == "Ada\nPark"


def test_records_of_json_are_a_table(loaded: Any) -> None:
    records = [{"id": 1, "name": "Ada", "reportsTo": None, "fte": 0.5}, {"id": 2, "name": "Bo", "reportsTo": 1}]
    for data in (records, {"Employee": records}):
        model = loaded({"s.json": json.dumps(data)})
        assert (model.faults, lines(model)) == ([], {"1": None, "2": "1"})
        assert model.organization.positions["1"].fte == 0.5


def test_json_with_a_key_of_the_format_is_no_table(loaded: Any) -> None:
    (fault,) = loaded({"org.json": '{"roles": [{"id": "pm"}]}'}).faults
    assert fault.message.startswith('"roles": wanted keys and values')


# Ids -----------------------------------------------------------------------------------------------


def test_an_id_of_a_table_is_the_cell_as_it_stands(loaded: Any) -> None:
    seats = loaded({"s.csv": "id,manager\n 007 ,\nA:B,\n1.0,\n"}).organization.positions
    assert list(seats) == ["007", "A:B", "1.0"]


def test_an_empty_id_is_told_at_its_cell_and_the_record_kept(loaded: Any) -> None:
    model = loaded({"s.csv": "id,name\n1,Ada\n,Bo\n"})
    assert all_told(model) == [("missing-field", "s.csv:3:1", 'position "row 3": the record has no id')]
    assert model.organization.positions["row 3"].holder == "Bo"


def test_an_empty_id_takes_no_name_that_another_record_has(loaded: Any) -> None:
    model = loaded({"s.csv": "id,name\nrow 3,Ada\n,Bo\n"})
    assert list(model.organization.positions) == ["row 3", "row 3 without id"]


def test_without_a_column_of_ids_a_seat_is_known_by_its_holder(loaded: Any) -> None:
    model = loaded({"s.csv": "name,manager\nAda,\nBo,Ada\n"})
    assert (model.faults, lines(model)) == ([], {"Ada": None, "Bo": "Ada"})


def test_without_a_column_of_ids_vacancies_are_known_by_their_records(loaded: Any) -> None:
    model = loaded({"s.csv": "name,manager\nAda,\nVacant,Ada\nVacant,Ada\n,Ada\n"})
    assert (model.faults, list(model.organization.positions)) == ([], ["Ada", "row 3", "row 4", "row 5"])
    assert model.organization.repeats == {}


def test_an_id_of_two_records_is_kept_with_the_first_counting(loaded: Any) -> None:
    model = loaded({"s.csv": "id,name,manager\n1,Ada,\n2,Bo,1\n2,Cy,\n"}).organization
    assert model.positions["2"].holder == "Bo"
    assert [seat.holder for seat in model.repeats["positions"]["2"]] == ["Cy"]


def test_records_that_agree_in_line_and_unit_are_a_job_share(loaded: Any) -> None:
    text = "id,name,manager,unit,fte\n1,Ada,,U,1\n2,Bo,1,U,0.5\n2,Cy,1,U,0.6\n"
    seat = loaded({"s.csv": text}).organization.positions["2"]
    assert seat.holders == (Holder("Bo", 0.5), Holder("Cy", 0.6))
    assert (seat.holder, seat.fte) == (None, 1.1)


@pytest.mark.parametrize("row", ["2,Cy,,U,1", "2,Cy,1,V,1"], ids=["another line", "another unit"])
def test_records_that_differ_in_line_or_unit_are_no_job_share(loaded: Any, row: str) -> None:
    seat = loaded({"s.csv": f"id,name,manager,unit,fte\n1,Ada,,U,1\n2,Bo,1,U,0.5\n{row}\n"}).organization.positions["2"]
    assert (seat.holder, seat.holders, seat.fte) == ("Bo", (), 0.5)


def test_an_ended_record_of_a_living_post_adds_nobody(loaded: Any) -> None:
    columns, words = MAPPED, {"ended": ["Gone"]}
    model = loaded({"s.csv": "i,m,h\n1,,Ada\n2,1,Gone\n2,1,Bo\n"}, columns=columns, words=words).organization
    assert model.positions["2"].status_on(date(2026, 11, 1)) == "filled"
    assert [holder.person for holder in model.positions["2"].held_by()] == ["Bo"]


# Roles and units -----------------------------------------------------------------------------------


def test_a_title_without_a_role_makes_a_role(loaded: Any) -> None:
    model = loaded({"s.csv": "id,title\n1,PM\n2,PM\n"}).organization
    assert (list(model.roles), model.made_roles, model.positions["2"].role) == (["PM"], {"PM"}, "PM")


@pytest.mark.parametrize("cell", ["pm", "Planner", "Product Manager"], ids=["id", "alias", "title"])
def test_a_title_is_matched_with_a_role_by_id_alias_or_title(loaded: Any, cell: str) -> None:
    roles = "roles: {pm: {title: Product Manager, aliases: [Planner]}}\n"
    model = loaded({"org.yaml": f"orgmodel: 1\ninclude: s.csv\n{roles}", "s.csv": f"id,title\n1,{cell}\n"}).organization
    assert (model.positions["1"].role, list(model.roles), model.made_roles) == ("pm", ["pm"], frozenset())


def test_an_id_wins_over_an_alias_and_an_alias_over_a_title(loaded: Any) -> None:
    roles = "roles: {a: {title: X}, b: {aliases: [X, a]}, c: {title: Y}, X: {}}\n"
    model = loaded({"org.yaml": f"orgmodel: 1\ninclude: s.csv\n{roles}", "s.csv": "id,title\n1,X\n2,a\n3,Y\n"})
    assert [seat.role for seat in model.organization.positions.values()] == ["X", "a", "c"]


def test_a_role_column_beside_roles_makes_none(loaded: Any) -> None:
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: s.csv\nroles: {pm: }\n", "s.csv": "id,role\n1,pmm\n"})
    assert (model.organization.positions["1"].role, list(model.organization.roles)) == ("pmm", ["pm"])


def test_units_are_made_where_the_model_has_none(loaded: Any) -> None:
    model = loaded({"s.csv": "id,department\n1,Product\n2,Product\n"}).organization
    assert (list(model.units), model.made_units, model.positions["2"].unit) == (["Product"], {"Product"}, "Product")


def test_units_are_matched_by_id_or_title_and_none_is_made_beside_others(loaded: Any) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: s.csv\nunits: {p: {title: Product}}\n",
        "s.csv": "id,unit\n1,Product\n2,X\n",
    }
    model = loaded(files).organization
    assert ([seat.unit for seat in model.positions.values()], list(model.units)) == (["p", "X"], ["p"])


# Presets -------------------------------------------------------------------------------------------

SENIOR = "Post Unique Reference,Name,Grade,Job Title,Unit,Reports to Senior Post,FTE\n"
JUNIOR = "Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE\n"


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Vacant", "vacant"),
        ("'vacant'", "vacant"),
        ("Vacant Post", "vacant"),
        ("VACANT", "vacant"),
        ("Eliminated", "ended"),
        ("Post eliminated", "ended"),
        ("N/D", "filled"),
        ("Not Disclosed", "filled"),
        ("Ada Vacanti", "filled"),
    ],
)
def test_words_of_the_organogram_preset_match_within_longer_cells(loaded: Any, name: str, state: str) -> None:
    model = loaded({"s.csv": f"{SENIOR}1,{name},SCS1,Head,U,XX,1\n"}, preset="uk-organogram")
    assert model.organization.positions["1"].status_on(date(2026, 11, 1)) == state


def test_the_organogram_preset_reads_senior_returns(loaded: Any) -> None:
    model = loaded({"s.csv": f"{SENIOR}1,Ada,SCS3,Head,U,xx,1.00\n2,Bo,SCS1,Lead,U,1,0.5\n"}, preset="uk-organogram")
    seat = model.organization.positions["2"]
    assert (model.faults, model.notes, lines(model)) == ([], [], {"1": "", "2": "1"}) or model.faults == []
    assert (seat.holder, seat.grade, seat.role, seat.unit, seat.fte) == ("Bo", "SCS1", "Lead", "U", 0.5)


def test_the_organogram_preset_reads_junior_returns_as_groups(loaded: Any) -> None:
    model = loaded({"j.csv": f"{JUNIOR}U,1,G7,Adviser,2.6\nU,2,EO,Clerk,0.4\n"}, preset="uk-organogram")
    seats = model.organization.positions
    assert [(name, seat.seats, seat.fte) for name, seat in seats.items()] == [("row 2", 3, 2.6), ("row 3", 1, 0.4)]
    assert [holder.is_undisclosed for seat in seats.values() for holder in seat.held_by()] == [True, True]


def test_columns_told_beside_a_preset_come_first(loaded: Any) -> None:
    text = SENIOR.replace("Name", "Who") + "1,Vacant,SCS3,Head,U,XX,1\n"
    model = loaded({"s.csv": text}, preset="uk-organogram", columns={"holder": ["Who"]})
    assert (model.faults, model.organization.positions["1"].status) == ([], "vacant")


def test_a_table_that_does_not_fit_the_preset_is_told(loaded: Any) -> None:
    model = loaded({"s.csv": "a,b\n1,2\n"}, preset="uk-organogram")
    assert "table-column-missing" in {fault.rule for fault in model.faults}


def test_an_unknown_preset_in_a_file_is_told_at_its_value(loaded: Any) -> None:
    model = loaded({"org.yaml": "orgmodel: 1\ninclude: {file: s.csv, preset: uk-organigram}\n", "s.csv": "id\n1\n"})
    message = 'unknown preset "uk-organigram"; did you mean "uk-organogram"?'
    assert all_told(model) == [("wrong-value", "org.yaml:2:32", message)]


@pytest.mark.parametrize(
    "mapping",
    [{"preset": "nothing"}, {"columns": {"id": ["id"], "reprots_to": ["id"]}}],
    ids=["preset", "field"],
)
def test_an_unknown_name_on_the_command_line_is_a_usage_error(loaded: Any, mapping: dict[str, Any]) -> None:
    from orgmodel.errors import UsageError

    with pytest.raises(UsageError, match="unknown"):
        loaded({"s.csv": "id\n1\n"}, **mapping)


# Tables of people, units and roles -----------------------------------------------------------------


def included(kind: str, text: str) -> dict[str, str]:
    return {"org.yaml": f"orgmodel: 1\ninclude: {{file: t.csv, as: {kind}}}\n", "t.csv": text}


def test_a_table_of_people_is_read(loaded: Any) -> None:
    model = loaded(included("people", "id,first name,last name,email,aliases\ne1,Ada,Park,a@x.org,AP;A. Park\n"))
    person = model.organization.people["e1"]
    assert (model.faults, person.name, person.email, person.aliases) == ([], "Ada Park", "a@x.org", ("AP", "A. Park"))


def test_a_table_of_units_is_read(loaded: Any) -> None:
    model = loaded(included("units", "id,title,kind,parent,head\nu,Product,team,,1\nv,UX,team,u,\n"))
    units = model.organization.units
    assert (units["u"].title, units["u"].head, units["u"].parent, units["v"].parent) == ("Product", "1", None, "u")


def test_a_table_of_roles_is_read(loaded: Any) -> None:
    text = "id,title,aliases,reports_to,level,external,skills.sql,codes.soc,fields.x\npm,PM,P;Q,lead,3,TRUE,4,11,y\n"
    role = loaded(included("roles", text)).organization.roles["pm"]
    assert (role.title, role.aliases, role.reports_to, role.level) == ("PM", ("P", "Q"), (Line("lead"),), 3)
    assert (role.external, role.skills, role.codes, role.fields) == (True, {"sql": 4}, {"soc": "11"}, {"x": "y"})


def test_a_table_of_units_needs_ids(loaded: Any) -> None:
    model = loaded(included("units", "kind,parent\nteam,u\n"))
    assert [(fault.rule, str(fault.place)) for fault in model.faults] == [("table-column-missing", "t.csv:1:1")]


def test_an_id_in_two_records_of_a_table_of_units_is_a_repeat(loaded: Any) -> None:
    organization = loaded(included("units", "id,title\nu,A\nu,B\n")).organization
    assert [unit.title for unit in organization.repeats["units"]["u"]] == ["B"]
