"""Every report format: a name, the suffixes of its files, and the module that writes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from orgmodel.checking.report import Report
from orgmodel.errors import UsageError
from orgmodel.reports.options import TextOptions


class Render(Protocol):
    """What each format's module offers as `render`: pure, with one report for each model checked."""

    def __call__(self, reports: Sequence[Report], options: TextOptions | None = None) -> str:
        """The reports as text, ending with a line end unless there is nothing to say."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the registry."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    about: str

    def load(self) -> Render:
        """The function that writes this format, imported now."""
        return cast("Render", import_module(f"orgmodel.reports.{self.module}").render)


FORMATS: tuple[Format, ...] = (
    Format("full", "full", (".txt",), "findings with their source lines, for people"),
    Format("concise", "concise", (), "one line per finding"),
    Format("json", "json_object", (".json",), "one versioned object, for programs"),
    Format("github", "github", (), "annotations of a GitHub workflow"),
    Format("sarif", "sarif", (".sarif", ".sarif.json"), "SARIF 2.1.0, for code scanning"),
    Format("gitlab", "gitlab", (), "code quality report of GitLab"),
    Format("junit", "junit", (".xml",), "JUnit XML, for Jenkins and other build servers"),
    Format("markdown", "markdown", (".md",), "tables for a comment on a pull request"),
)
"""All formats; the first is the default."""


def find_format(name: str) -> Format:
    """The format of that name; an unknown name is a usage error that lists those there are."""
    for form in FORMATS:
        if form.name == name:
            return form
    known = ", ".join(form.name for form in FORMATS)
    raise UsageError(f"unknown report format {name!r}; known: {known}")
