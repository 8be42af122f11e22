"""A matrix as text: one line for each row, from the letters alone."""

from __future__ import annotations


def matrix(*rows: str, roles: str = "{pm: {title: Product Manager}, dev: {}, qa: {}, ops: {}}", more: str = "") -> str:
    """Rows by their letters, named `a0`, `a1`, ...; roles and further sections as given."""
    named = "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows))
    return f"orgmodel: 1\nroles: {roles}\n{more}activities:\n{named}"
