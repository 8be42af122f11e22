"""A matrix as text: one line for each row, from the letters alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Matrix = Callable[..., str]


@pytest.fixture
def matrix() -> Matrix:
    """Rows by their letters, named `a0`, `a1`, ...; roles and further sections as given."""

    def build(
        *rows: str, roles: str = "{pm: {title: Product Manager}, dev: {}, qa: {}, ops: {}}", more: str = ""
    ) -> str:
        named = "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows))
        return f"orgmodel: 1\nroles: {roles}\n{more}activities:\n{named}"

    return build
