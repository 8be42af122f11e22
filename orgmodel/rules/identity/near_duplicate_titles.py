"""ORG109: two titles that differ only in how they are written."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Organization, Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.folding import spelling, words_of_title
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, listed


class NearDuplicateTitles(Rule):
    """One finding for each set; info where only the order of words differs, or level or grade tell roles apart.

    Titles are folded, never compared by likeness: "PM I" and "PM II" are two titles.
    """

    code = "ORG109"
    name = "near-duplicate-titles"
    severity = Severity.WARNING
    title = "Two titles differ only in spelling"
    why = (
        "One job under two spellings becomes two roles: seats, letters and figures are counted apart, and nobody "
        "sees that they belong together. Case, accents, punctuation, plural and order of words make no difference."
    )
    bad = """\
orgmodel: 1
roles:
  designer: {title: Front-End Designer}
  frontend:
    title: Frontend designer  # [ORG109]
"""
    good = """\
orgmodel: 1
roles:
  designer: {title: Front-End Designer}
  frontend:
    title: Front-End Developer
"""
    fix = "Make the two one, or give them titles that tell them apart."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Roles as a whole, units within one parent and kind; those made from the cells of a table are passed over."""
        for kind, scopes in (("roles", _roles(context)), ("units", _units(context))):
            for names in scopes.values():
                for alike, only_order in _alike(context.organization, kind, names):
                    yield _found(context.organization, kind, alike, only_order=only_order)


def _roles(context: RuleContext) -> dict[Hashable, list[str]]:
    organization = context.organization
    return {
        "": [
            name
            for name in organization.roles
            if name not in organization.made_roles and entity("roles", name) not in organization.silent
        ]
    }


def _units(context: RuleContext) -> dict[Hashable, list[str]]:
    """Many departments have a team that is called Platform; two such teams in one department are a slip."""
    organization = context.organization
    found: dict[Hashable, list[str]] = {}
    for name, unit in organization.units.items():
        if name not in organization.made_units and unit.in_force(context.day):
            found.setdefault((unit.parent, unit.kind), []).append(name)
    return found


def _alike(organization: Organization, kind: str, names: list[str]) -> Iterator[tuple[list[str], bool]]:
    """Sets with one spelling, then sets with the same words in another order; each of at least two titles."""
    by_spelling: dict[str, list[str]] = {}
    by_words: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        title = organization.title(kind, name)
        by_spelling.setdefault(spelling(title) or title, []).append(name)
    for same in by_spelling.values():
        if len(same) > 1 and not _is_one_title(organization, kind, same):
            yield same, False
        by_words.setdefault(words_of_title(organization.title(kind, same[0])), []).append(same[0])
    for words, same in by_words.items():
        if len(same) > 1 and words:
            yield same, True


def _is_one_title(organization: Organization, kind: str, names: list[str]) -> bool:
    """Roles with equal titles, or with equal ids and no titles, are what other rules tell; of units nobody does."""
    if kind != "roles":
        return False
    titles = [organization.roles[name].title for name in names]
    if None in titles and any(title is not None for title in titles):
        return False
    return len({" ".join((title or name).casefold().split()) for title, name in zip(titles, names, strict=True)}) == 1


def _found(organization: Organization, kind: str, names: list[str], *, only_order: bool) -> Found:
    titles = [organization.title(kind, name) for name in names]
    shown = [
        quoted(name) if name == title else f"{quoted(name)} ({quoted(title)})"
        for name, title in zip(names, titles, strict=True)
    ]
    differ = "have the same title" if len(set(titles)) == 1 else "have titles that differ only in spelling"
    if only_order:
        differ = "have titles that differ only in the order of words"
    first, second, *further = [
        Spot(kind, name, ("title",), key=name == title) for name, title in zip(names, titles, strict=True)
    ]
    return Found(
        f"{len(names):,} {kind} {differ}: {listed(shown)}",
        second,
        tuple(entity(kind, name) for name in (names[1], names[0], *names[2:])),
        ((first, "first here"), *((spot, "and here") for spot in further[:MOST_RELATED])),
        severity=Severity.INFO if only_order or _is_ladder(organization, kind, names) else None,
        subject=" ".join(sorted(names)),
    )


def _is_ladder(organization: Organization, kind: str, names: list[str]) -> bool:
    """Whether all of these roles differ in level, or all of them in grade."""
    if kind != "roles":
        return False
    roles = [organization.roles[name] for name in names]
    ladders = ([role.level for role in roles], [role.grade for role in roles])
    return any(None not in steps and len(set(steps)) == len(steps) for steps in ladders)
