"""Did you mean: the known word nearest to one that is not known."""

import pytest

from orgmodel.loading.nearest import Nearest

FEW = ["product-manager", "dev", "qa", "pm-1", "Grace"]
MANY = [f"word-{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}" for i in range(10_000)]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("product-manger", "product-manager"),
        ("devv", "dev"),
        ("grace", "Grace"),
        ("pm1", "pm-1"),
        ("pm-2", None),
        ("finance", None),
        ("", None),
        ("x" * 200, None),
    ],
)
def test_among_few_words_the_nearest_is_found(word: str, near: str | None) -> None:
    assert Nearest(FEW).find(word) == near


@pytest.mark.parametrize("slip", ["word-aba0", "wordaba", "wrod-aba", "word_aba", "word-aba"])
def test_among_many_words_one_slip_of_the_pen_is_found(slip: str) -> None:
    assert Nearest([*MANY, "word-aba"]).find(slip) == "word-aba"


@pytest.mark.parametrize(("word", "near"), [("unti", "unit"), ("unitl", "until"), ("until", "until"), ("unt", "unit")])
def test_two_neighbours_swapped_are_one_slip(word: str, near: str) -> None:
    assert Nearest(["until", "unit", "title"]).find(word) == near


def test_among_many_words_nothing_is_found_two_slips_away() -> None:
    assert Nearest(MANY).find("wrod_aba") is None


def test_the_work_is_bounded_however_often_it_is_asked() -> None:
    nearest = Nearest([f"role-{chr(97 + i % 26)}{i // 26}" for i in range(1_900)])
    assert [nearest.find(f"unheard-of-{i}") for i in range(2_000)] == [None] * 2_000


def test_without_known_words_nothing_is_near() -> None:
    assert Nearest([]).find("pm") is None
