"""The program: its commands, and what becomes of errors."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from typing import Any

import click

from orgmodel import __version__
from orgmodel.cli.terminal import say
from orgmodel.cli.writing import discard_standard_output
from orgmodel.errors import OrgmodelError

COMMANDS = (
    "init",
    "check",
    "chart",
    "matrix",
    "build",
    "stats",
    "who",
    "compare",
    "path",
    "rules",
    "explain",
    "schema",
)
"""The commands in the order in which help lists them; each is a module of this room."""

# Plugins of other packages must not change how a model is read; looking for them also takes time.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

OWN_FAULT = 3
STOPPED = 130


class _Commands(click.Group):
    """A group that imports a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"orgmodel.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = _near(args[0]) if args else None
            if near is not None:
                raise click.UsageError(f'there is no command "{args[0]}"; did you mean "{near}"?', ctx) from None
            raise error from None


def _near(word: str) -> str | None:
    import difflib  # noqa: PLC0415

    matches = difflib.get_close_matches(word, COMMANDS, n=1)
    return matches[0] if matches else None


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `orgmodel init my-team`, then `orgmodel check my-team`.",
)
@click.version_option(__version__, prog_name="orgmodel")
def program() -> None:
    """One text model of an organisation: checked like code, drawn like a picture."""


def run(arguments: list[str]) -> int:
    """Run the program; returns the exit code: 0, 1 findings, 2 usage, 3 our own fault."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # A command lives for seconds and builds no cycles worth collecting; without the collector a large
    # model is read in half the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        result = program.main(args=arguments, prog_name="orgmodel", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:
        return _exit_code(error)
    finally:
        if collecting:
            gc.enable()
    return result if isinstance(result, int) else 0


def _exit_code(error: BaseException) -> int:
    """The exit code that an error ends with, once it has been told in one line."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, OrgmodelError):
        _say(str(error))
        return error.exit_code
    if isinstance(error, BrokenPipeError):
        # The reader has enough; a closed pipe must not end in a traceback at exit either.
        discard_standard_output()
        return 0
    if isinstance(error, click.Abort | KeyboardInterrupt | EOFError):
        _say("stopped")
        return STOPPED
    if os.environ.get("ORGMODEL_TRACEBACK"):
        raise error
    if isinstance(error, MemoryError):
        _say("the model does not fit into memory")
    else:
        _say(f"a fault of orgmodel itself ({type(error).__name__}); please report it with the file that shows it")
    return OWN_FAULT


def _say(message: str) -> None:
    say(f"orgmodel: {message}")
