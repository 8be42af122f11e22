"""The command line: one file per command. The only room that knows click."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit code.

    What a run has made is left to the operating system: to look through a large model once more, only to free
    it, takes a tenth of the time of a check. Plugins of pydantic could change what a record may hold; none is
    wanted, and to look for them takes as long as reading a small model.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    from orgmodel.cli.program import run  # noqa: PLC0415

    gc.disable()
    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)
