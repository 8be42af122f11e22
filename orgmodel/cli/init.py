"""`orgmodel init`: a starting model."""

from __future__ import annotations

from pathlib import Path

import click

from orgmodel.errors import UsageError


@click.command(short_help="Start a model: a commented org.yaml that passes check.")
@click.argument("template", default="minimal")
@click.argument("folder", metavar="[DIR]", default=".")
@click.option("--list", "list_templates", is_flag=True, help="List the templates.")
def command(template: str, folder: str, list_templates: bool) -> int:
    """Write a commented starting model into DIR (the current folder by default).

    TEMPLATE is minimal (the default) or another of --list. Nothing that exists is overwritten.
    """
    from orgmodel.library.templates import TEMPLATES, template_files  # noqa: PLC0415
    from orgmodel.model.schema import SCHEMA_ID, json_schema  # noqa: PLC0415

    if list_templates:
        width = max(map(len, TEMPLATES))
        for name, purpose in TEMPLATES.items():
            click.echo(f"{name.ljust(width)}  {purpose}")
        return 0
    if template not in TEMPLATES:
        template, folder = _only_folder(template, folder, tuple(TEMPLATES))
    texts = {**template_files(template), SCHEMA_ID: json_schema()}
    target = Path(folder)
    taken = [name for name in texts if (target / name).exists()]
    if taken:
        raise UsageError(f'"{(target / taken[0]).as_posix()}" exists already; nothing was written')
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (target / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f'"{folder}" cannot be written: {(error.strerror or "unknown reason").lower()}') from None
    click.echo(f"wrote {(target / 'org.yaml').as_posix()} ({template}); next: orgmodel check {target.as_posix()}")
    return 0


def _only_folder(template: str, folder: str, known: tuple[str, ...]) -> tuple[str, str]:
    """`orgmodel init my-team` names a folder, not a template."""
    import difflib  # noqa: PLC0415

    near = difflib.get_close_matches(template, known, n=1, cutoff=0.8)
    if folder == "." and not near:
        return known[0], template
    hint = f'; did you mean "{near[0]}"?' if near else f"; known: {', '.join(known)}"
    raise UsageError(f'there is no template "{template}"{hint}')
