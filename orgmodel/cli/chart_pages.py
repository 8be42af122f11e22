"""`orgmodel chart --pages`: a chart on several linked pages, in one file or in one for each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from orgmodel.cli.model_options import OpenedModel
from orgmodel.cli.terminal import say
from orgmodel.cli.writing import Target, parse_outputs, refuse_read, refuse_repeated, write_output
from orgmodel.errors import UsageError

if TYPE_CHECKING:
    from orgmodel.charts.chart import Chart
    from orgmodel.charts.paging.wish import PageWish

_WORDS = {"positions": "seat", "roles": "role", "units": "unit"}


@dataclass(frozen=True, slots=True)
class PagesAsked:
    """How a chart is to be split, and what is to be written."""

    wish: PageWish
    targets: list[Target]


def read_wish(values: dict[str, Any]) -> PagesAsked | None:
    """What `--pages` asks for, if anything. Raises UsageError where something else does not go with it."""
    if values["pages"] is None:
        if values["min_font"] is not None:
            raise UsageError("--min-font goes with --pages")
        return None
    from orgmodel.charts.formats import FORMATS  # noqa: PLC0415
    from orgmodel.charts.paging.wish import parse_pages  # noqa: PLC0415
    from orgmodel.charts.paging.writing import IN_ONE, PAGED  # noqa: PLC0415

    wish = parse_pages(values["pages"])
    if values["engine"] == "dot":
        raise UsageError("--pages and --engine dot do not go together")
    targets = parse_outputs(values["outputs"], values["format_name"], FORMATS, default="svg")
    for target in targets:
        if target.format == "html":
            raise UsageError("html folds branches instead of having pages; leave --pages out")
        if target.format not in PAGED:
            raise UsageError(f"{target.format} has no pages; --pages goes with {', '.join(PAGED)}")
        if target.file is None and target.format not in IN_ONE:
            raise UsageError(f"the pages of {target.format} are several files; name the first one with -o")
    return PagesAsked(wish, targets)


def write_pages(asked: PagesAsked, chart: Chart, of: str, opened: OpenedModel, values: dict[str, Any]) -> None:
    """Split the chart and write all pages. Raises UsageError."""
    from orgmodel.charts.paging.booklet import bound  # noqa: PLC0415
    from orgmodel.charts.paging.unit_groups import unit_groups  # noqa: PLC0415
    from orgmodel.charts.paging.writing import render_pages  # noqa: PLC0415

    organization = opened.loaded.organization
    groups: list[str] = []
    if asked.wish.way == "unit":
        if of != "positions":
            raise UsageError(f"--pages unit wants a chart of positions, not of {of}")
        groups = unit_groups(organization, chart.cards, asked.wish.kind)
    titles = {unit: organization.title("units", unit) for unit in organization.units}
    pages = bound(
        chart,
        asked.wish,
        values["fit"],
        groups=groups,
        titles=titles,
        word=_WORDS[of],
        min_font=values["min_font"],
    )
    named = [_page_files(target, len(pages)) for target in asked.targets]
    every = [file for files in named for file in files]
    refuse_repeated(every)
    refuse_read(every, opened.files)
    for target, files in zip(asked.targets, named, strict=True):
        addresses = [quote(Path(file).name) for file in files]
        made = render_pages(target.format, pages, chart.look, addresses, scale=values["scale"], tell=say)
        written = [replace(target, file=file) for file in files] or [target]
        for page, content in zip(written, made, strict=True):
            write_output(page, content, opened.files)


def _page_files(target: Target, count: int) -> list[str]:
    """The files that so many pages are written to; none where they go to standard output."""
    from orgmodel.charts.paging.writing import IN_ONE  # noqa: PLC0415

    if target.file is None:
        return []
    return page_files(target.file, 1 if target.format in IN_ONE else count)


def page_files(file: str, count: int) -> list[str]:
    """The file as named for the first page, then the same name with the number of each page: `org-02.svg`.

    Raises UsageError for a folder.
    """
    path = Path(file)
    if not path.name:
        raise UsageError(f'"{file}" is a folder; name the file of the first page')
    digits = len(str(count))
    return [
        file,
        *(str(path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}")) for number in range(2, count + 1)),
    ]
