"""What a rule says of itself, read from its module without running it.

Explaining a rule or listing all of them needs only texts; importing the rules would import the whole
model and graph with them, and take longer than reading the answer.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from orgmodel.findings import Severity
from orgmodel.rules.registry import Entry


@dataclass(frozen=True, slots=True)
class RuleTexts:
    """The texts of a rule; see `Rule`."""

    code: str
    name: str
    severity: Severity
    title: str
    why: str
    bad: str | Mapping[str, str]
    good: str | Mapping[str, str]
    fix: str


@cache
def read_texts(entry: Entry) -> RuleTexts:
    """The texts of the rule of a registry entry. Raises LookupError when the module does not hold them."""
    *folders, module = entry.module.split(".")
    source = files("orgmodel.rules").joinpath(*folders, f"{module}.py").read_text("utf-8")
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            values = dict(_assigned(node))
            if values.get("name") == entry.name:
                return RuleTexts(**{key: values[key] for key in RuleTexts.__slots__})  # type: ignore[arg-type]
    raise LookupError(f"module {entry.module} has no rule {entry.name}")


def _assigned(node: ast.ClassDef) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and item.value is not None:
            found.append((item.target.id, _value(item.value)))
        elif isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name):
            found.append((item.targets[0].id, _value(item.value)))
    return found


def _value(node: ast.expr) -> object:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Severity":
        return Severity[node.attr]
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None
