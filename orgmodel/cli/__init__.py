"""The command line: one file per command. The only room that knows click."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from orgmodel.cli.program import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))
