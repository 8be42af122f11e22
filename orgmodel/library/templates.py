"""The starting models that `orgmodel init` writes."""

from __future__ import annotations

from importlib.resources import files

TEMPLATES = {
    "minimal": "roles and who answers for what; no seats yet",
    "product-team": "a product team with roles, units, seats, people and a matrix",
}
"""Names of the templates and what each is for."""


def template_files(name: str) -> dict[str, str]:
    """File name to text, for one template."""
    folder = files("orgmodel.library") / "templates" / name
    return {item.name: item.read_text("utf-8") for item in sorted(folder.iterdir(), key=lambda item: item.name)}
