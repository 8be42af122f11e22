"""Reads the data files shipped with the package."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent  # importlib.resources costs a small check 4 ms


@cache
def _read(name: str) -> Any:
    return json.loads((_FOLDER / name).read_text("utf-8"))


def builtin_schemes() -> dict[str, dict[str, Any]]:
    """Letters of every built-in scheme by its lower-case name, aliases not included."""
    schemes: dict[str, dict[str, Any]] = _read("schemes.json")["schemes"]
    return schemes


def scheme_aliases() -> dict[str, str]:
    """Other names of built-in schemes."""
    aliases: dict[str, str] = _read("schemes.json")["aliases"]
    return aliases


def usual_headings(kind: str) -> dict[str, list[str]]:
    """For a kind of table: field to the headings that usually mean it, folded, best first."""
    headings: dict[str, list[str]] = _read("headings.json")[kind]
    return headings


def presets() -> dict[str, dict[str, Any]]:
    """Preset mappings for published tables, by name; each has variants told apart by a heading."""
    shipped: dict[str, dict[str, Any]] = _read("presets.json")
    return shipped


def span_presets() -> dict[str, dict[str, Any]]:
    """Limits of spans from the literature, by name: `min` and `max` (either may be open), about, source."""
    shipped: dict[str, dict[str, Any]] = _read("span_presets.json")
    return shipped


def profiles() -> dict[str, dict[str, Any]]:
    """Sets of thresholds and severities, by name: `about`, `policy` and `severity` as in a file."""
    shipped: dict[str, dict[str, Any]] = _read("profiles.json")
    return shipped
