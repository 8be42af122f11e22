"""Answers to "who?" as text for a terminal."""

from __future__ import annotations

from orgmodel.analysis.who_records import ActivityAnswer, Answer, LeavesAnswer, Overview, PartyAnswer
from orgmodel.reports.who.activities import show_activity
from orgmodel.reports.who.choices import show_choices
from orgmodel.reports.who.leaving import show_leaves
from orgmodel.reports.who.overview import show_overview
from orgmodel.reports.who.page import Page
from orgmodel.reports.who.parties import show_party


def render_text(answer: Answer, width: int = 100, *, color: bool = False) -> str:
    """An answer for a person; every line fits the width unless a single word is longer."""
    page = Page(width, color)
    if isinstance(answer, ActivityAnswer):
        show_activity(page, answer)
    elif isinstance(answer, Overview):
        show_overview(page, answer)
    elif isinstance(answer, PartyAnswer):
        show_party(page, answer)
    elif isinstance(answer, LeavesAnswer):
        show_leaves(page, answer)
    else:
        show_choices(page, answer)
    return page.text()
