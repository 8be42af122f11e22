"""Runs the program `dot`, for users who have Graphviz."""

from __future__ import annotations

from orgmodel.errors import MissingExtraError, UsageError


def draw(source: str, name: str) -> bytes:
    """A DOT description drawn by Graphviz in the format `name`.

    Raises MissingExtraError when the program is not there and UsageError when it fails.
    """
    import graphviz  # noqa: PLC0415

    try:
        drawn: bytes = graphviz.Source(source).pipe(format=name, quiet=True)
    except graphviz.ExecutableNotFound:
        raise MissingExtraError(
            "--engine dot needs the program dot of Graphviz, which is not on the path; "
            "install Graphviz (Debian: apt-get install graphviz), or leave the option out"
        ) from None
    except graphviz.CalledProcessError as error:
        raise UsageError(f"Graphviz could not draw this chart: {str(error).splitlines()[0]}") from None
    return drawn
