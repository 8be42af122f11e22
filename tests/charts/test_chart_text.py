"""Measuring, cleaning and cutting text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.drawing.text import clean, measure, shorten, wrap


def test_a_latin_text_has_the_advance_widths_of_dejavu_sans():
    assert measure("Ada Park", 2048) == 1401 + 1300 + 1255 + 651 + 1235 + 1255 + 842 + 1186


def test_bold_text_is_wider():
    assert measure("Product", 12, bold=True) > measure("Product", 12)


def test_an_east_asian_character_is_one_em_wide():
    assert measure("田中", 12) == 24.0


def test_a_combining_accent_has_no_width():
    assert measure("e\u0301", 12) == measure("e", 12)


def test_a_character_the_font_lacks_is_as_wide_as_its_empty_box():
    assert measure("\u16a0", 2048) == 1229


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Ada \n\t Park ", "Ada Park"),
        ("Ada\x00\x1b[31m", "Ada[31m"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("a\ud800b\ufffec", "abc"),
        ("a" + "\u0301" * 50, "a" + "\u0301" * 3),
        ("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680"),
        ("Zoë Ñandú", "Zoë Ñandú"),
        ("a\u00a0b\u2028c", "a b c"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_what_does_not_belong_on_a_page_is_dropped(text, cleaned):
    assert clean(text) == cleaned


def test_a_text_that_fits_is_left_alone():
    assert shorten("Ada Park", 200, 12) == "Ada Park"


def test_a_text_too_wide_ends_with_an_ellipsis():
    assert shorten("Senior Product Manager", 66, 12) == "Senior P…"


def test_lines_break_at_blanks():
    assert wrap("Senior Product Manager", 100, 12, 2) == ("Senior Product", "Manager")


def test_lines_break_after_hyphens_and_slashes():
    assert wrap("Infrastructure/Platform", 100, 12, 2) == ("Infrastructure/", "Platform")


def test_text_without_blanks_breaks_anywhere():
    assert wrap("田中太郎部長", 40, 12, 2) == ("田中太", "郎部長")


def test_empty_text_has_no_lines():
    assert wrap("", 100, 12, 2) == ()


@settings(deadline=None)
@given(st.text(), st.integers(20, 200), st.integers(1, 4), st.booleans())
def test_no_line_is_wider_than_its_room(text, width, lines, bold):
    made = wrap(clean(text), width, 12, lines, bold=bold)
    assert len(made) <= lines
    assert all(measure(line, 12, bold=bold) <= width for line in made)


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
