"""Slips that the parser meets too late are told where they were made."""

import time

import pytest

from orgmodel.reading.yaml_reader import read_yaml
from orgmodel.source import Source

pytestmark = pytest.mark.usefixtures("each_way")

CASES = {
    "a section without its colon": (
        "roles:\n  pm: {}\nactivities\n  vision: {title: x}\n",
        (3, 1, "this line has no ':' after its key \"activities\""),
        "write `activities:`, or indent the line to continue the text above",
    ),
    "a section without its colon before a line with one": (
        "roles\n  pm: {}\n",
        (1, 1, "this line has no ':' after its key \"roles\""),
        "write `roles:`, or indent the line to continue the text above",
    ),
    "a key without its colon among others": (
        "roles:\n  pm: {}\n  qa\n  dev: {}\n",
        (3, 3, "this line has no ':' after its key \"qa\""),
        "write `qa:`, or indent the line to continue the text above",
    ),
    "no colon before a brace": (
        "positions:\n  head-pmm     {role: head-pmm, unit: product}\n",
        (2, 16, 'a \':\' is missing between "head-pmm" and "{"'),
        "write `head-pmm: {`",
    ),
    "an open quote in braces": (
        'roles:\n  pm: {title: "PM Risk, level: 3}\n',
        (2, 15, 'the quote before "PM Risk, level: 3}" is never closed'),
        'close it with " at the end of the text',
    ),
    "an open quote at the end of a line": (
        "roles:\n  pm:\n    title: 'PM Risk\n    level: 3\n",
        (3, 12, 'the quote before "PM Risk" is never closed'),
        "close it with ' at the end of the text",
    ),
    "an open quote that a later one closes": (
        'roles:\n  pm:\n    title: "PM Risk\n    level: 3\n  qa: {title: "Quality"}\n',
        (3, 12, 'the quote before "PM Risk" is closed only at line 5, column 15'),
        'close it with " at the end of its own text',
    ),
    "a quote that opens nothing": ('a: "', (1, 4, "a quote is never closed"), "close the quote"),
    "one blank too few": (
        "roles:\n  pm: {}\n qa: {}\n",
        (3, 2, "this line begins at column 2; its neighbours begin at column 3"),
        'indent it by 1 blank more, like "pm" in line 2',
    ),
    "one blank too many": (
        "roles:\n  pm: {}\n   qa: {}\n",
        (3, 4, "this line begins at column 4; its neighbours begin at column 3"),
        'indent it by 1 blank less, like "pm" in line 2',
    ),
    "between a key and its fields": (
        "roles:\n  pm:\n    title: x\n   level: 3\n",
        (4, 4, "this line begins at column 4; its neighbours begin at column 5"),
        'indent it by 1 blank more, like "title" in line 3',
    ),
    "too deep below a text": (
        "roles:\n  pm:\n    title: x\n      level: 3\n",
        (
            4,
            12,
            (
                "a key begins here, but the text above is not finished; "
                "this line begins at column 7; its neighbours begin at column 5"
            ),
        ),
        'indent it by 2 blanks less, like "title" in line 3',
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_slip_is_told_where_it_was_made(name: str) -> None:
    text, expected, fix = CASES[name]
    (fault,) = read_yaml(Source("org.yaml", text)).faults
    mark = fault.place.mark
    assert (mark.line, mark.column, fault.message) == expected
    assert fault.fix == fix


def test_the_other_end_of_a_quote_and_a_neighbour_are_related_places() -> None:
    (quote,) = read_yaml(Source("org.yaml", CASES["an open quote that a later one closes"][0])).faults
    (line,) = read_yaml(Source("org.yaml", CASES["one blank too few"][0])).faults
    assert [(str(item.place), item.note) for item in (*quote.related, *line.related)] == [
        ("org.yaml:5:15", "the next quote, which ends the text"),
        ("org.yaml:2:3", "a neighbour begins here"),
    ]


def test_a_slip_at_the_end_of_a_long_file_is_found_at_once() -> None:
    text = "roles:\n" + "".join(f"  r{i}: {{}}\n" for i in range(50_000)) + " late: {}\n"
    began = time.process_time()
    read_yaml(Source("org.yaml", text))
    assert time.process_time() - began < 5
