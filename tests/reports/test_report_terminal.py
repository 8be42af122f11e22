"""What may be shown in a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.reports.terminal import columns, visible, without_commands, wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("naïve 部長", "naïve 部長"),
        ("a\nb", "a\\nb"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202etxt", "\\u202etxt"),
        ("lone \ud800", "lone \\ud800"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("Directeur\u00a0: x", "Directeur\u00a0: x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ad\u200dmin", "ad\\u200dmin"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * 3),
    ],
)
def test_characters_that_do_not_print_are_written_as_escapes(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_long_text_is_cut_with_an_ellipsis() -> None:
    assert visible("x" * 30, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("部長", 4), ("e\u0301", 1), ("\u1112\u1161\u11ab", 2), ("é", 1), ("…", 1)]
)
def test_columns_are_those_of_a_terminal(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("line", "harmless"),
    [
        ("::error::x", ": :error::x"),
        ("   ::set-output name=a::b", "   : :set-output name=a::b"),
        ("a::b::c", "a::b::c"),
        ("see ##[error]x", "see ##(error]x"),
        ("##vso[task.complete]x", "##vso(task.complete]x"),
        ("##teamcity[message]", "##teamcity(message]"),
        ("## [title]", "## [title]"),
    ],
)
def test_commands_of_build_servers_become_mere_text(line: str, harmless: str) -> None:
    assert without_commands(line) == harmless


def test_words_wrap_at_blanks() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]


def test_word_longer_than_a_line_is_broken() -> None:
    assert wrapped("a 部長部長部長", 5) == ["a", "部長", "部長", "部長"]


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(8, 60))
def test_no_wrapped_line_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    shown = visible(text)
    lines = wrapped(shown, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
