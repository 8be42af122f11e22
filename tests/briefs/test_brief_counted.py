"""What a brief says of a role that counts as another: once in its head, not on each row."""

from __future__ import annotations

from datetime import date

from orgmodel.analysis.compare import compare
from orgmodel.analysis.path import find_path
from orgmodel.briefs.comparison import comparison_brief
from orgmodel.briefs.path import path_brief
from orgmodel.loading.load import load

DAY = date(2026, 11, 1)
SAID = "Senior Product Manager has its part in 45 rows as Product Manager."


def test_the_way_to_the_next_rung_says_in_how_many_rows_it_counts_as_the_one_below() -> None:
    library = load("library:product-management").organization
    brief = repr(path_brief("m", find_path(library, DAY, "pm", "senior-pm")))
    assert brief.count(SAID) == 1
    assert brief.count("0 given up and 47 kept") == 1


def test_roles_side_by_side_say_it_in_short() -> None:
    library = load("library:product-management").organization
    assert repr(comparison_brief("m", compare(library, DAY, ["pm", "senior-pm"]))).count(SAID) == 1
