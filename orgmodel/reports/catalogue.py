"""The catalogue of rules: the list, and the page of one rule, as text and Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from orgmodel.library.shipped import profiles
from orgmodel.rules.registry import ENTRIES, FAMILIES
from orgmodel.rules.rule import Example
from orgmodel.rules.texts import RuleTexts, read_texts


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write the list of rules."""

    suffixes: tuple[str, ...]


FORMATS = {"text": Format((".txt",)), "json": Format((".json",)), "markdown": Format((".md",))}
_WIDTH = 88


def render_list(name: str, profile: str | None = None) -> str:
    """All rules in a format, with the severities of a profile if one is named. Raises KeyError for an unknown one."""
    told = profiles()[profile] if profile is not None else None
    severities: dict[str, str] = told["severity"] if told is not None else {}
    rules = [read_texts(entry) for entry in ENTRIES]
    listed = [Listed(rule, severities.get(rule.name, str(rule.severity)), rule.name in severities) for rule in rules]
    if name == "json":
        return _json_list(listed, profile, told)
    write = _markdown_list if name == "markdown" else _text_list
    return "\n".join(write(listed, profile, told)) + "\n"


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule in the list: its texts, its severity, and whether a profile changes that."""

    texts: RuleTexts
    severity: str
    is_changed: bool


Told = dict[str, Any] | None
"""What a profile says: `about`, `policy` and `severity`."""


def _json_list(rules: list[Listed], profile: str | None, told: Told) -> str:
    listed = [
        {"code": rule.texts.code, "name": rule.texts.name, "severity": rule.severity, "title": rule.texts.title}
        for rule in rules
    ]
    shown = {} if told is None else {"profile": {"name": profile, "about": told["about"], "policy": told["policy"]}}
    return json.dumps({"version": 1, **shown, "rules": listed}, indent=2, ensure_ascii=False) + "\n"


def thresholds(policy: dict[str, Any]) -> Iterator[str]:
    """The thresholds of a profile, as they are written in a file."""
    for key, value in policy.items():
        yield f"{key}: {_flow(value)}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    return str(value)


def _by_family(rules: list[Listed]) -> Iterator[tuple[str, list[Listed]]]:
    for digit, family in FAMILIES.items():
        own = [rule for rule in rules if rule.texts.code[3] == digit]
        if own:
            yield family, own


def _text_list(rules: list[Listed], profile: str | None, told: Told) -> Iterator[str]:
    width = max(len(rule.texts.name) for rule in rules)
    if told is not None:
        yield f"Profile {profile}: {told['about']}"
        yield ""
        yield "Thresholds"
        yield from (f"  {line}" for line in thresholds(told["policy"]))
        yield ""
    for place, (family, own) in enumerate(_by_family(rules)):
        if place:
            yield ""
        yield family
        for rule in own:
            mark = "*" if rule.is_changed else " "
            yield f"  {rule.texts.code} {mark}{rule.severity:7}  {rule.texts.name.ljust(width)}  {rule.texts.title}"
    yield ""
    yield f"{len(rules)} rules; `orgmodel explain NAME` shows one"
    if told is not None:
        yield f"* changed by the profile: {sum(rule.is_changed for rule in rules)} rules; all others have their default"
    else:
        yield f"profiles: {', '.join(profiles())}; `orgmodel rules --profile NAME` shows one"


def _markdown_list(rules: list[Listed], profile: str | None, told: Told) -> Iterator[str]:
    yield "# Rules"
    yield ""
    if told is None:
        yield f"{len(rules)} rules. The severity is the default; `policy.severity` in a model changes it."
    else:
        yield f"{len(rules)} rules, with the severities of the profile `{profile}`. {told['about']}"
        yield ""
        yield from (f"- `{line}`" for line in thresholds(told["policy"]))
    for family, own in _by_family(rules):
        yield ""
        yield f"## {family}"
        yield ""
        yield "| code | rule | severity | what it finds |"
        yield "|---|---|---|---|"
        for rule in own:
            severity = f"**{rule.severity}**" if rule.is_changed else rule.severity
            link = f"[{rule.texts.name}](rules/{rule.texts.name}.md)"
            yield f"| {rule.texts.code} | {link} | {severity} | {rule.texts.title} |"


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
