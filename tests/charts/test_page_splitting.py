"""Which cards stand on which page."""

from __future__ import annotations

from collections import Counter

import pytest
from chart_samples import random_parents, special_parents
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.charts.paging.splitting import (
    NO_HEAD,
    Page,
    by_depth,
    by_group,
    divided,
    in_order,
    joined,
    planned,
    whole,
)

# 0 leads 1 and 2; 1 leads 3, 4, 5; 2 leads 6; 6 leads 7 and 8
TREE = [-1, 0, 0, 1, 1, 1, 2, 6, 6]
forests = st.builds(random_parents, st.integers(1, 150), st.integers(0, 10_000), st.integers(1, 30))


def holds(parents: list[int], pages: list[Page]) -> None:
    """What is true of all pages: each card on one, what is not below its manager there below the head."""
    assert Counter(card for page in pages for card in page.cards) == Counter(range(len(parents)))
    home = {card: number for number, page in enumerate(pages) for card in page.cards}
    for number, page in enumerate(pages):
        assert list(page.cards) == sorted(page.cards)
        assert {parents[card] for card in page.cards} - set(page.cards) <= {page.head}
        assert page.head not in page.cards
        assert page.head == NO_HEAD or home[page.head] < number


def test_by_depth_each_page_has_so_many_layers() -> None:
    assert by_depth(TREE, 2) == [Page(-1, (0, 1, 2)), Page(1, (3, 4, 5)), Page(2, (6, 7, 8))]
    assert by_depth(TREE, 3) == [Page(-1, (0, 1, 2, 3, 4, 5, 6)), Page(6, (7, 8))]
    assert by_depth(TREE, 4) == whole(TREE)


def test_by_group_a_page_has_what_is_below_the_uppermost_card_of_a_group() -> None:
    groups = ["top", "a", "b", "a", "a", "c", "b", "b", "b"]
    assert by_group(TREE, groups, 3) == [Page(-1, (0, 1, 2)), Page(1, (3, 4, 5)), Page(2, (6, 7, 8))]


def test_a_group_with_few_cards_stays_on_the_page_above() -> None:
    groups = ["top", "top", "top", "top", "top", "top", "b", "b", "b"]
    assert by_group(TREE, groups, 3) == whole(TREE)
    assert by_group(TREE, groups, 2) == [Page(-1, (0, 1, 2, 3, 4, 5, 6)), Page(6, (7, 8))]


def test_the_heaviest_branch_gets_the_page() -> None:
    assert divided(TREE, whole(TREE)[0], 6) == [Page(-1, (0, 1, 2, 6, 7, 8)), Page(1, (3, 4, 5))]


def test_more_reports_than_a_page_holds_stand_on_several_pages_the_first_below_the_top() -> None:
    star = [-1, *[0] * 10]
    assert divided(star, whole(star)[0], 5) == [
        Page(-1, (0, 1, 2, 3, 4)),
        Page(0, (5, 6, 7, 8)),
        Page(0, (9, 10)),
    ]


def test_teams_too_small_for_a_page_of_their_own_share_one() -> None:
    teams = [-1, *[0] * 20, *[1 + number // 2 for number in range(40)]]
    pages = divided(teams, whole(teams)[0], 25)
    assert [len(page.cards) for page in pages] == [22, 21, 18]


def test_many_tops_stand_on_several_pages() -> None:
    assert [len(page.cards) for page in divided([-1] * 40, whole([-1] * 40)[0], 15)] == [14, 14, 12]


def test_pages_stand_in_the_order_of_their_heads_each_before_those_that_hang_on_it() -> None:
    pages = [Page(6, (7, 8)), Page(2, (6,)), Page(1, (3, 4, 5)), Page(-1, (0, 1, 2))]
    assert in_order(pages) == [Page(-1, (0, 1, 2)), Page(1, (3, 4, 5)), Page(2, (6,)), Page(6, (7, 8))]


@settings(max_examples=150, deadline=None)
@given(forests, st.integers(2, 40))
def test_each_card_stands_once_and_no_page_is_larger_than_asked(parents: list[int], most: int) -> None:
    pages = in_order(divided(parents, whole(parents)[0], most))
    holds(parents, pages)
    assert max(page.drawn for page in pages) <= most
    assert pages == in_order(divided(parents, whole(parents)[0], most))


@settings(max_examples=80, deadline=None)
@given(forests, st.integers(1, 5))
def test_by_depth_holds_on_any_forest(parents: list[int], layers: int) -> None:
    pages = in_order(by_depth(parents, layers))
    holds(parents, pages)
    for page in pages:
        for card in page.cards:
            climbed, above = 1, parents[card]
            while above in page.cards:
                climbed, above = climbed + 1, parents[above]
            assert climbed <= layers


@settings(max_examples=80, deadline=None)
@given(forests, st.integers(0, 1000))
def test_by_group_holds_on_any_forest(parents: list[int], seed: int) -> None:
    groups = [f"u{(card * 7919 + seed) % 4}" for card in range(len(parents))]
    holds(parents, in_order(by_group(parents, groups, 3)))


@pytest.mark.parametrize("parents", special_parents().values(), ids=special_parents())
@pytest.mark.parametrize("most", [1, 2, 3, 20])
def test_special_shapes_are_divided(parents: list[int], most: int) -> None:
    pages = in_order(divided(parents, whole(parents)[0], most))
    holds(parents, pages)
    assert max(len(page.cards) for page in pages) <= most


@pytest.mark.parametrize("parents", special_parents().values(), ids=special_parents())
def test_pages_are_divided_until_each_has_room(parents: list[int]) -> None:
    pages = planned(parents, whole(parents), lambda page: (9 / page.drawn) ** 0.5)
    holds(parents, pages)
    assert max(page.drawn for page in pages) <= 9


def test_a_small_page_goes_back_to_its_head_where_it_has_room() -> None:
    pages = [Page(-1, (0, 1, 2)), Page(1, (3, 4, 5)), Page(2, (6,)), Page(6, (7, 8))]
    assert joined(pages, lambda page: page.drawn <= 4) == [Page(-1, (0, 1, 2, 6)), Page(1, (3, 4, 5)), Page(6, (7, 8))]
    assert joined(pages, lambda page: True) == whole(TREE)
    assert joined(pages, lambda page: False) == pages


def test_pages_side_by_side_stay_apart() -> None:
    pages = [Page(-1, (0, 1)), Page(0, (2,)), Page(0, (3,))]
    assert joined(pages, lambda page: True) == pages


@settings(max_examples=80, deadline=None)
@given(forests, st.integers(2, 20))
def test_pages_that_are_joined_hold_what_pages_promise(parents: list[int], most: int) -> None:
    pages = joined(divided(parents, whole(parents)[0], most), lambda page: page.drawn <= 2 * most)
    holds(parents, pages)
    assert max(page.drawn for page in pages) <= 2 * most


def test_a_card_that_has_no_room_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="a card alone is too large"):
        planned(TREE, whole(TREE), lambda page: 0.5)


def test_five_thousand_positions_are_on_few_pages() -> None:
    parents = random_parents(5_000, 4)
    pages = in_order(divided(parents, whole(parents)[0], 45))
    holds(parents, pages)
    assert len(pages) < 2 * 5_000 / 45
