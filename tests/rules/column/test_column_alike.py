"""Columns that are alike are found through shared rows: the same as by comparing all with all."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.rules.column.alike import alike

COLUMNS = st.dictionaries(
    st.sampled_from([f"r{i}" for i in range(8)]),
    st.dictionaries(st.integers(0, 9), st.sampled_from([("R",), ("C",), ("C", "R")]), max_size=8),
    max_size=8,
)


@settings(deadline=None)
@given(COLUMNS, st.sampled_from([0.5, 0.6, 0.75, 0.8, 1.0]), st.integers(1, 3))
def test_every_pair_is_found_and_no_other(columns, share, fewest):
    joined = {name: {name} for name in columns}
    for one, other in combinations(columns, 2):
        mine, theirs = set(columns[one].items()), set(columns[other].items())
        rows = {row for row, _letters in mine | theirs}
        if min(len(mine), len(theirs)) >= fewest and len(mine & theirs) >= share * len(rows) - 1e-9:
            together = joined[one] | joined[other]
            for name in together:
                joined[name] = together
    expected = {frozenset(names) for names in joined.values() if len(names) > 1}
    assert {frozenset(names) for names in alike(columns, share, fewest)} == expected
