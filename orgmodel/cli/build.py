"""`orgmodel build`: the whole picture as a folder of pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from orgmodel.cli.chart import check_fit
from orgmodel.cli.model_options import ModelOptions, model_options, open_model
from orgmodel.cli.reading_faults import refuse_unreadable, say_faults
from orgmodel.cli.terminal import say
from orgmodel.cli.writing import Target, refuse_no_folder, refuse_read, write_output


@click.command(short_help="Write pages that say what is missing, doubly owned, or rests on vacancies.")
@click.argument("path", metavar="PATH")
@click.option("-o", "--output", "folder", metavar="DIR", required=True, help="The folder to write.")
@click.option(
    "--fit",
    default="16:9",
    show_default=True,
    metavar="SHAPE",
    help="Shape of the charts: 16:9, 4:3, a4, a3, letter, a ratio such as 3:2, or none.",
)
@click.option("--planned", is_flag=True, help="Show planned seats as well.")
@model_options
def command(path: str, folder: str, **values: Any) -> int:
    """Write one folder of pages: overview, charts, matrix, people and seats, roles, findings, figures.

    The pages need no network and no server: open index.html. Files of these names in DIR are
    overwritten; everything else there is left alone.
    """
    from orgmodel.site.build import SiteRequest, build_site  # noqa: PLC0415
    from orgmodel.site.render import render_site  # noqa: PLC0415

    reading = ModelOptions.taken_from(values)
    check_fit(values["fit"])
    refuse_no_folder(folder)
    target = Path(folder)
    opened = open_model(path, reading)
    refuse_unreadable(opened.loaded)
    is_dated = reading.as_of is not None or opened.loaded.organization.as_of is not None
    site = build_site(opened.loaded, opened.day, SiteRequest(values["fit"], values["planned"], is_dated))
    files = render_site(site)
    refuse_read([str(target / name) for name in files], opened.files)
    for name, text in files.items():
        write_output(Target("", str(target / name)), text)
    say(f"wrote {len(files)} files; open {(target / 'index.html').as_posix()}")
    say_faults(opened.loaded)
    return 0
