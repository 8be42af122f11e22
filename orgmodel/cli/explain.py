"""`orgmodel explain`: one rule's page."""

from __future__ import annotations

import click

from orgmodel.errors import UsageError


@click.command(short_help="Explain a rule: why it matters, an example, how to mend it.")
@click.argument("code", metavar="RULE")
def command(code: str) -> int:
    """Explain one rule, by its code (ORG401) or its name (several-owners)."""
    import difflib  # noqa: PLC0415

    from orgmodel.reports.catalogue import render_page  # noqa: PLC0415
    from orgmodel.rules.registry import by_name  # noqa: PLC0415
    from orgmodel.rules.texts import read_texts  # noqa: PLC0415

    known = by_name()
    entry = known.get(code) or known.get(code.upper()) or known.get(code.lower())
    if entry is None:
        near = difflib.get_close_matches(code.lower(), known, n=1)
        hint = f'; did you mean "{near[0]}"?' if near else "; `orgmodel rules` lists them"
        raise UsageError(f'there is no rule "{code}"{hint}')
    click.echo(render_page(read_texts(entry), markdown=False), nl=False)
    return 0
