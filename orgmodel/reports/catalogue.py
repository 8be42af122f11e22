"""The catalogue of rules: the list, and the page of one rule, as text and Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from orgmodel.rules.registry import ENTRIES, FAMILIES
from orgmodel.rules.rule import Example
from orgmodel.rules.texts import RuleTexts, read_texts


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write the list of rules."""

    suffixes: tuple[str, ...]


FORMATS = {"text": Format((".txt",)), "json": Format((".json",)), "markdown": Format((".md",))}
_WIDTH = 88


def render_list(name: str) -> str:
    """All rules in a format."""
    rules = [read_texts(entry) for entry in ENTRIES]
    if name == "json":
        keys = ("code", "name", "severity", "title")
        listed = [{key: str(getattr(rule, key)) for key in keys} for rule in rules]
        return json.dumps({"version": 1, "rules": listed}, indent=2, ensure_ascii=False) + "\n"
    return "\n".join(_markdown_list(rules) if name == "markdown" else _text_list(rules)) + "\n"


def _by_family(rules: list[RuleTexts]) -> Iterator[tuple[str, list[RuleTexts]]]:
    for digit, family in FAMILIES.items():
        own = [rule for rule in rules if rule.code[3] == digit]
        if own:
            yield family, own


def _text_list(rules: list[RuleTexts]) -> Iterator[str]:
    width = max(len(rule.name) for rule in rules)
    for place, (family, own) in enumerate(_by_family(rules)):
        if place:
            yield ""
        yield family
        for rule in own:
            yield f"  {rule.code}  {rule.severity:7}  {rule.name.ljust(width)}  {rule.title}"
    yield ""
    yield f"{len(rules)} rules; `orgmodel explain NAME` shows one"


def _markdown_list(rules: list[RuleTexts]) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield f"{len(rules)} rules. The severity is the default; `policy.severity` in a model changes it."
    for family, own in _by_family(rules):
        yield ""
        yield f"## {family}"
        yield ""
        yield "| code | rule | severity | what it finds |"
        yield "|---|---|---|---|"
        for rule in own:
            yield f"| {rule.code} | [{rule.name}](rules/{rule.name}.md) | {rule.severity} | {rule.title} |"


def render_page(rule: RuleTexts, *, markdown: bool) -> str:
    """The page of one rule: what it finds, why, an example with the fault, the mended example, the fix."""
    return "\n".join(_markdown_page(rule) if markdown else _text_page(rule)) + "\n"


def _text_page(rule: RuleTexts) -> Iterator[str]:
    yield f"{rule.code} {rule.name} ({rule.severity})"
    yield rule.title
    yield ""
    yield from wrap(rule.why, _WIDTH, break_on_hyphens=False)
    yield ""
    yield "Wrong:"
    yield from _indented(rule.bad)
    yield ""
    yield "Right:"
    yield from _indented(rule.good)
    yield ""
    yield from wrap(f"Fix: {rule.fix}", _WIDTH, break_on_hyphens=False)


def _indented(example: Example) -> Iterator[str]:
    for name, text in _files(example):
        if name:
            yield f"    # {name}"
        yield from (f"    {line}".rstrip() for line in text.strip("\n").splitlines())


def _markdown_page(rule: RuleTexts) -> Iterator[str]:
    yield f"# {rule.name}"
    yield ""
    yield f"**{rule.code}** · default severity: {rule.severity} · {FAMILIES[rule.code[3]].lower()}"
    yield ""
    yield f"{rule.title}."
    yield ""
    yield "## Why it matters"
    yield ""
    yield rule.why
    for heading, example in (("Wrong", rule.bad), ("Right", rule.good)):
        yield ""
        yield f"## {heading}"
        for name, text in _files(example):
            yield ""
            if name:
                yield f"`{name}`"
                yield ""
            yield "```csv" if name.endswith((".csv", ".tsv")) else "```yaml"
            yield text.strip("\n")
            yield "```"
    yield ""
    yield "## Fix"
    yield ""
    yield rule.fix
    yield ""
    yield f"To change the severity: `policy: {{severity: {{{rule.name}: ignore}}}}` (or `info`, `warning`, `error`)."


def _files(example: Example) -> Iterator[tuple[str, str]]:
    if isinstance(example, str):
        yield "", example
        return
    yield from example.items()
