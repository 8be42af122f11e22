"""A source line and its carets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.reports.excerpt import Excerpt, excerpt
from orgmodel.reports.terminal import columns
from orgmodel.source import Cell, Mark, Source


def seen(line: str, start: int, stop: int, width: int = 80) -> Excerpt:
    found = excerpt(Source("a", line), Mark(1, start + 1, 1, stop + 1), width)
    assert found
    return found


def under(found: Excerpt) -> str:
    """What stands above the carets, for text of one column a character."""
    return found.text[found.before : found.before + found.length]


def test_carets_stand_under_the_stretch() -> None:
    found = seen("reports_to: boss", 12, 16)
    assert (found.text, found.before, found.length) == ("reports_to: boss", 12, 4)


def test_wide_characters_count_two_columns() -> None:
    found = seen("部長: 社長室, x", 4, 7)
    assert (found.before, found.length) == (6, 6)


def test_accents_written_apart_take_no_column() -> None:
    found = seen("cafe\u0301: x", 7, 8)
    assert (found.before, found.length) == (6, 1)


def test_tab_becomes_four_blanks() -> None:
    found = seen("a\tbc", 2, 4)
    assert (found.text, found.before, found.length) == ("a    bc", 5, 2)


def test_direction_override_is_written_as_an_escape_and_underlined_whole() -> None:
    found = seen("pm\u202e: x", 2, 3)
    assert (found.text, found.before, found.length) == ("pm\\u202e: x", 2, 6)


def test_escape_character_is_written_as_an_escape() -> None:
    assert seen("a\x1b[31mb", 0, 1).text == "a\\x1b[31mb"


def test_empty_stretch_gets_one_caret() -> None:
    assert seen("a,,b", 2, 2).length == 1


def test_stretch_at_the_start_has_carets_from_the_first_column() -> None:
    assert (seen("abc", 0, 2).before, seen("abc", 0, 2).length) == (0, 2)


def test_place_behind_the_last_character_gets_a_caret_there() -> None:
    found = seen("a,", 2, 2)
    assert (found.before, found.length) == (2, 1)


def test_stretch_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    found = excerpt(Source("a", "key: [a,  \n  b]\n"), Mark(1, 6, 2, 5), 80)
    assert found
    assert under(found) == "[a,"


def test_indentation_goes_before_anything_else_is_cut() -> None:
    found = seen("      pm: {title: Manager}", 6, 8, width=20)
    assert found.text == "pm: {title: Manager}"
    assert under(found) == "pm"


def test_long_line_is_shown_from_its_start_when_the_place_is_near() -> None:
    found = seen("pm: " + "x" * 200, 0, 2, width=40)
    assert found.text == "pm: " + "x" * 34 + "…"


def test_long_line_is_cut_on_both_sides_around_a_place_in_its_middle() -> None:
    found = seen("a" * 100 + "HERE" + "b" * 100, 100, 104, width=40)
    assert found.text == "…" + "a" * 17 + "HERE" + "b" * 17 + "…"
    assert under(found) == "HERE"


def test_long_line_is_cut_only_on_the_left_when_the_place_is_at_its_end() -> None:
    found = seen("a" * 100 + "HERE", 100, 104, width=40)
    assert found.text == "…" + "a" * 34 + "HERE"
    assert under(found) == "HERE"


def test_stretch_wider_than_the_room_is_cut() -> None:
    found = seen("x: " + "y" * 200, 3, 203, width=40)
    assert columns(found.text) <= 40
    assert set(under(found)) == {"y"}


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_blank_line_has_nothing_to_point_at(line: str) -> None:
    assert excerpt(Source("a", line), Mark(1, 1, 1, 2), 80) is None


def test_cell_without_a_heading_is_labelled_by_row_and_column() -> None:
    found = excerpt(Source("a", "x,y"), Mark(1, 3, 1, 4, Cell(1, 2)), 80)
    assert found
    assert found.label == "row 1, column 2"


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_characters="\r\n"), max_size=120),
    st.integers(0, 130),
    st.integers(0, 130),
    st.integers(10, 90),
)
def test_text_fits_and_carets_stand_within_it(line: str, start: int, length: int, width: int) -> None:
    found = excerpt(Source("a", line), Mark(1, start + 1, 1, start + length + 1), width)
    if found is None:
        return
    assert columns(found.text) <= width
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in found.text)
    assert 0 <= found.before <= width
    assert found.length >= 1
    assert found.before + found.length <= width + 1


@settings(deadline=None)
@given(
    st.text("abcdefgh .:", min_size=1, max_size=300),
    st.integers(20, 90),
    st.data(),
)
def test_carets_stand_under_the_stretch_or_its_beginning(line: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    stop = data.draw(st.integers(start + 1, len(line)))
    found = excerpt(Source("a", line), Mark(1, start + 1, 1, stop + 1), width)
    if found is not None and line[start:stop].strip():
        shown = under(found)
        assert line[start:stop].startswith(shown)
        assert len(shown) >= min(stop - start, width - 2) or line.endswith(" ")
