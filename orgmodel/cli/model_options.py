"""The options that every command takes which reads a model, and the model they lead to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from orgmodel.cli.terminal import say
from orgmodel.errors import UsageError
from orgmodel.reading.names import printable

if TYPE_CHECKING:
    from orgmodel.loading.load import Loaded

F = TypeVar("F", bound=Callable[..., Any])

_COLUMNS = re.compile(r"\s*([\w.-]+)\s*=")
TABLE_KINDS = ("positions", "people", "units", "roles", "assignments", "matrix")


def model_options(command: F) -> F:
    """Add the options about reading; they arrive as one `ModelOptions` named `reading`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option("--as-of", metavar="DATE", help="Read the model as it is on this day (YYYY-MM-DD)."),
    click.option(
        "--columns",
        metavar="FIELD=HEADING,…",
        multiple=True,
        help="For a table: which heading holds which field, as in id='Employee ID',reports_to='Manager ID'.",
    ),
    click.option("--preset", metavar="NAME", help="For a table: a ready mapping, such as uk-organogram."),
    click.option("--as", "as_kind", type=click.Choice(TABLE_KINDS), help="For a table: what its records are."),
    click.option(
        "--managers-by",
        "by",
        type=click.Choice(["id", "holder", "email"]),
        help="For a table: what the manager column holds.",
    ),
    click.option(
        "--match",
        type=click.Choice(["case", "leading-zeros"]),
        multiple=True,
        help="For a table: link references that miss only by this.",
    ),
    click.option("--dates", metavar="FORM", help="For a table: the form of its dates, as in %d/%m/%Y."),
    click.option("--policy", metavar="FILE", help="Take policy, waivers and schemes from this file as well."),
    click.option("--profile", metavar="NAME", help="Thresholds and severities of startup, enterprise or raci-strict."),
    click.option("--without", type=click.Choice(["ended"]), multiple=True, help="Leave out ended posts."),
    click.option("--redact", metavar="pay,people", help="Take pay, people, or both out before anything else."),
    click.option("--stdin-filename", metavar="NAME", help="What standard input (PATH -) is to be read as."),
)


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """The options of `model_options` as one value."""

    as_of: str | None = None
    columns: tuple[str, ...] = ()
    preset: str | None = None
    as_kind: str | None = None
    by: str | None = None
    match: tuple[str, ...] = ()
    dates: str | None = None
    policy: str | None = None
    profile: str | None = None
    without: tuple[str, ...] = ()
    redact: str | None = None
    stdin_filename: str | None = None

    @classmethod
    def taken_from(cls, values: dict[str, Any]) -> ModelOptions:
        """Take the options out of a command's keyword arguments."""
        return cls(**{name: values.pop(name) for name in cls.__slots__ if name in values})


def parse_day(text: str | None) -> date | None:
    """A day from the command line. Raises UsageError for anything but YYYY-MM-DD."""
    if text is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f'"{text}" is no date; write it YYYY-MM-DD') from None


def parse_columns(texts: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """`id=Employee ID,reports_to=Manager ID` as field to headings; `+` joins several headings."""
    columns: dict[str, tuple[str, ...]] = {}
    for text in texts:
        starts = [match for match in _COLUMNS.finditer(text) if match.start() == 0 or text[match.start() - 1] == ","]
        if not starts or starts[0].start() != 0:
            raise UsageError(f'--columns wants FIELD=HEADING, found "{text}"')
        for match, following in zip(starts, [*starts[1:], None], strict=True):
            heading = text[match.end() : following.start() - 1 if following else len(text)]
            columns[match[1]] = tuple(part.strip().strip("'\"") for part in heading.split(" + "))
    return columns


def parse_redact(text: str | None) -> frozenset[str]:
    """What to redact. Raises UsageError for anything but `pay` and `people`."""
    wanted = frozenset(part.strip() for part in (text or "").split(",") if part.strip())
    unknown = wanted - {"pay", "people"}
    if unknown:
        raise UsageError(f'--redact takes pay and people, not "{sorted(unknown)[0]}"')
    return wanted


def known_profile(name: str | None) -> str | None:
    """The name of a profile. Raises UsageError for one that is not shipped."""
    from orgmodel.library.shipped import profiles  # noqa: PLC0415

    if name is not None and name not in profiles():
        raise UsageError(f'there is no profile "{printable(name, 100)}"; there are {", ".join(profiles())}')
    return name


@dataclass(slots=True)
class OpenedModel:
    """A model ready for questions: loaded, on its day, with what was to be left out left out."""

    loaded: Loaded
    day: date
    files: tuple[str, ...] = ()
    """All files that were read: nothing is ever written over them."""


def open_model(
    path: str, options: ModelOptions, *, quiet: bool = False, beside: tuple[str | None, ...] = ()
) -> OpenedModel:
    """Load the model at `path` and apply the view that the options ask for; talk goes to standard error.

    `beside` names the other files that the command reads.
    """
    from orgmodel.loading.load import LoadOptions, load  # noqa: PLC0415
    from orgmodel.loading.views import redacted, without_ended  # noqa: PLC0415
    from orgmodel.model.include import Include  # noqa: PLC0415
    from orgmodel.model.values import unwritten  # noqa: PLC0415

    asked = parse_day(options.as_of)
    redact = parse_redact(options.redact)
    table: dict[str, Any] = {
        "as": options.as_kind,
        "columns": parse_columns(options.columns),
        "by": options.by,
        "match": options.match,
        "dates": options.dates,
        "preset": options.preset,
    }
    told = {name: value for name, value in table.items() if value}
    loaded = load(
        path,
        LoadOptions(
            table=Include(**told) if told else unwritten(Include),
            policy=options.policy,
            profile=known_profile(options.profile),
            stdin_filename=options.stdin_filename,
        ),
    )
    files = (*loaded.sources, *filter(None, beside))
    # The only clock in the program, and only where neither the command nor the file fixes the day.
    day = asked or loaded.organization.as_of or date.today()  # noqa: DTZ011
    if "ended" in options.without:
        without_ended(loaded, day)
    if redact:
        redacted(loaded, redact)
    if not quiet:
        for note in loaded.notes:
            say(note)
    return OpenedModel(loaded, day, files)
