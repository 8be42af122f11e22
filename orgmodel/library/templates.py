"""The starting models that `orgmodel init` writes."""

from __future__ import annotations

from importlib.resources import files

from orgmodel.library.models import library_bytes, library_names

TEMPLATES = {
    "minimal": "roles and who answers for what; no seats yet",
    "product-team": "a product team with roles, units, seats, people and a matrix",
    "product-management": "a product department with roles and rows from the library of that name",
    "product-trio": "product manager, designer and tech lead, one answer for each kind of risk",
    "squads": "squads in a tribe; the line runs by chapter",
    "team-topologies": "four kinds of teams, and how they work together",
    "accountability-chart": "one seat, few accountabilities, one answer for each result",
    "startup": "ten people, two founders, a dozen rows",
}
"""Names of the templates and what each is for."""

_SCHEMA_LINE = "# yaml-language-server: $schema=./orgmodel-1.schema.json\n"


def template_files(name: str) -> dict[str, str]:
    """File name to text, for one template: a folder of its own, or the library of that name to be changed at will."""
    folder = files("orgmodel.library") / "templates" / name
    if not folder.is_dir() and name in library_names():
        return {"org.yaml": _SCHEMA_LINE + library_bytes(name).decode("utf-8")}
    return {item.name: item.read_text("utf-8") for item in sorted(folder.iterdir(), key=lambda item: item.name)}
