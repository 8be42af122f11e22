"""What both ends of lines have: which lines have a wanted pair, in the order of the members."""

from __future__ import annotations

from orgmodel.graph.hierarchy import AMBIGUOUS, TOP
from orgmodel.rules.line_ends import LineEnds


def test_lines_with_a_wanted_pair_are_found_in_order():
    ends = LineEnds(["b", "a", "a", "b", "a"], [TOP, 0, 1, 1, 3])
    assert ends.where(lambda own, above: (own, above) == ("a", "b")) == [1, 4]


def test_a_line_that_lacks_something_at_an_end_is_never_wanted():
    ends = LineEnds([None, "a", "a"], [TOP, 0, AMBIGUOUS])
    assert ends.where(lambda _own, _above: True) == []
    assert ends.having({("a", None)}) == [1, 2]


def test_each_distinct_pair_is_asked_for_once():
    asked = []

    def is_wanted(own, above):
        asked.append((own, above))
        return True

    assert LineEnds(["a", "b", "b", "b"], [TOP, 0, 0, 0]).where(is_wanted) == [1, 2, 3]
    assert asked == [("b", "a")]
