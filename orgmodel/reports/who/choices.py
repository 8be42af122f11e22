"""Several hits for one name."""

from __future__ import annotations

from orgmodel.analysis.who_records import Choices
from orgmodel.reading.names import printable
from orgmodel.reports.who.page import Page

_MOST_CHOICES = 20


def show_choices(page: Page, answer: Choices) -> None:
    """Each hit, written so that asking again finds just that one."""
    page.say(f'"{printable(answer.asked)}" may be one of {len(answer.choices):,}; ask for exactly one of them:')
    for thing in answer.choices[:_MOST_CHOICES]:
        title = f"  {printable(thing.title)}" if thing.title != thing.id else ""
        page.item(f"{printable(thing.exactly, 120)}{title}")
    left = len(answer.choices) - _MOST_CHOICES
    if left > 0:
        page.item(f"and {left:,} more")
