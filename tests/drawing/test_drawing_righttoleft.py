"""Hebrew and Arabic as they are seen from the left."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.drawing.righttoleft import seen


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Ada Łoś 漢字 (12)", "Ada Łoś 漢字 (12)"),
        ("אבג", "גבא"),
        ("אב גד", "דג בא"),
        ("Head אב גד (Ops)", "Head דג בא (Ops)"),
        ("אב 12.5 גד", "דג 12.5 בא"),
        ("אב 12", "12 בא"),
        ("12 אב", "12 בא"),
        ("א(ב)ג", "ג(ב)א"),
        ("אָב", "באָ"),
    ],
)
def test_what_runs_to_the_left_is_turned_round(text: str, letters: str) -> None:
    assert seen(text) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("ب", "\ufe8f"),
        ("ببب", "\ufe90\ufe92\ufe91"),
        ("دب", "\ufe8f\ufea9"),
        ("لا", "\ufefb"),
        ("بلا", "\ufefc\ufe91"),
        ("پک", "\ufb8f\ufb58"),
        ("بَب", "\ufe90\ufe91\u064e"),
    ],
)
def test_arabic_letters_take_the_form_their_neighbours_ask_for(text: str, letters: str) -> None:
    assert seen(text) == letters


@settings(deadline=None)
@given(st.text(st.sampled_from("אבג ()12.aZ-بلادء\u064e\u05b8"), max_size=30))
def test_no_letter_comes_or_goes(text: str) -> None:
    from unicodedata import normalize

    def counted(line: str) -> list[str]:
        return sorted(normalize("NFKC", line).replace("(", "").replace(")", ""))

    assert counted(seen(text)) == counted(text)
