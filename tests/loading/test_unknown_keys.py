"""Keys made by a missing blank, colon or quote are told for what they are."""

from __future__ import annotations

from typing import Any

import pytest

from orgmodel.loading.redaction import drop_pay, drop_people

BLANK, BARE = "a blank is missing after the ':' of", "without a value"
CASES = [
    ("{role:pm, unit: u}", 7, f'unknown key "role:pm": {BLANK} "role"', "write `role: pm`"),
    (
        "{title: Director of Product, Payments}",
        35,
        f'unknown key "Payments" {BARE}: the comma ends the text "Director of Product" of "title"',
        'put the whole text in quotes: `title: "Director of Product, Payments"`',
    ),
    (
        "{title: Head, Risk, Fraud, unit: u}",
        20,
        f'unknown key "Risk" {BARE}: the comma ends the text "Head" of "title"',
        'put the whole text in quotes: `title: "Head, Risk, Fraud"`',
    ),
    (
        "{role: pm, unit product}",
        17,
        f'unknown key "unit product" {BARE}: a \':\' is missing after "unit"',
        "write `unit: product`",
    ),
    (
        "{role: pm, fte: 0,6}",
        24,
        f'unknown key "6" {BARE}: the comma ends the number "0" of "fte"',
        "write the decimal point: `fte: 0.6`",
    ),
    (
        "{pay: {min: 62,000}}",
        21,
        f'unknown key "000" {BARE}: the comma ends the number "62" of "min"',
        "write the number without the comma: `min: 62000`",
    ),
    ("{payments, role: pm}", 7, f'unknown key "payments" {BARE}', "write `key: value`, or remove it"),
    ("{unti: product}", 7, 'unknown key "unti"; did you mean "unit"?', "write `unit`"),
]


@pytest.mark.parametrize(("entry", "column", "message", "fix"), CASES)
def test_an_unknown_key_is_told_for_what_it_is(loaded: Any, entry: str, column: int, message: str, fix: str) -> None:
    (fault,) = loaded(f"orgmodel: 1\npositions:\n  p: {entry}\n").faults
    assert (fault.rule, fault.place.mark.line, fault.place.mark.column) == ("unknown-key", 3, column)
    assert (fault.message, fault.fix) == (f'position "p": {message}', fix)


def test_a_key_with_an_empty_value_of_its_own_is_no_part_of_a_text(loaded: Any) -> None:
    (fault,) = loaded("orgmodel: 1\nroles:\n  pm:\n    title: Head\n    Risk:\n").faults
    assert fault.message == 'role "pm": unknown key "Risk"'


def test_an_id_without_its_colon_is_told(loaded: Any) -> None:
    (fault,) = loaded("orgmodel: 1\nroles:\n  pm {title: x}\n").faults
    assert (str(fault.place), fault.rule) == ("org.yaml:3:3", "wrong-value")
    assert fault.message == 'role id "pm {title": a \':\' is missing between "pm" and "{"'
    assert fault.fix == "write `pm: {`"


def test_a_key_without_its_colon_before_a_bracket_is_told(loaded: Any) -> None:
    (fault,) = loaded("orgmodel: 1\nactivities:\n  vision:\n    assign {A: pm}\n").faults
    assert (str(fault.place), fault.rule) == ("org.yaml:4:5", "unknown-key")
    assert fault.message == 'activity "vision": unknown key "assign {A": a \':\' is missing between "assign" and "{"'
    assert fault.fix == "write `assign: {`"


@pytest.mark.parametrize("count", [99, 20_000])
def test_many_keys_without_colons_cost_little(loaded: Any, count: int) -> None:
    keys = ", ".join(f"k{i}" for i in range(count))
    faults = loaded(f"orgmodel: 1\nroles:\n  pm: {{title: x, {keys}}}\n").faults
    assert faults[0].rule == "unknown-key"


@pytest.mark.parametrize(
    ("entry", "drop", "secret"),
    [
        ("{holder: Okafor, Maya}", drop_people, "Maya"),
        ("{holder:Okafor}", drop_people, "Okafor"),
        ("{holder {Okafor: x}}", drop_people, "Okafor"),
        ("{pay: {min: 62,731}}", drop_pay, "731"),
        ("{pay: 62%}", drop_pay, "62"),
        ("{pay: 0,62}", drop_pay, "62"),
    ],
)
def test_what_a_key_quotes_of_a_value_is_redacted(loaded: Any, entry: str, drop: Any, secret: str) -> None:
    model = loaded(f"orgmodel: 1\npositions:\n  p: {entry}\n")
    assert model.faults
    drop(model)
    assert not any(secret in fault.message + fault.fix for fault in model.faults)


def test_a_file_of_another_tool_is_one_fault(loaded: Any) -> None:
    model = loaded("apiVersion: v1\nkind: Group\nmetadata: {name: a}\nspec: {type: team}\n")
    (fault,) = model.faults
    assert (fault.rule, str(fault.place)) == ("unknown-key", "org.yaml:1:1")
    assert fault.message == (
        'this file is no model: none of its keys is known ("apiVersion", "kind", "metadata" and 1 more)'
    )


def test_one_known_key_makes_it_a_model_with_slips(loaded: Any) -> None:
    model = loaded("roles: {pm: {}}\nkind: Group\nmetadata: {name: a}\n")
    assert [fault.rule for fault in model.faults] == ["unknown-key"] * 2


def test_a_page_is_told_to_be_cut_out_as_csv(loaded: Any) -> None:
    (fault,) = loaded({"raci.md": "| Activity | PM |\n|---|---|\n| Vision | A |\n"}).faults
    assert (fault.rule, fault.message) == ("unreadable-file", '"raci.md" is a page, not a model')
