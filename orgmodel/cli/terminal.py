"""What the terminal in front of a person can do."""

from __future__ import annotations

import os
import shutil
import sys

import click


def wants_color() -> bool:
    """Whether standard output shows colours: NO_COLOR and FORCE_COLOR decide, else whether a person watches."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def say(message: str) -> None:
    """Talk to whoever runs the command, on standard error; names in it cannot command the terminal."""
    from orgmodel.reading.names import printable  # noqa: PLC0415

    click.echo("\n".join(printable(line, len(line)) for line in message.split("\n")), err=True)


def width(least: int, most: int, otherwise: int = 100) -> int:
    """How many columns there are, within bounds; `otherwise` where nobody says."""
    return min(most, max(least, shutil.get_terminal_size((otherwise, 24)).columns))
