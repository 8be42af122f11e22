"""ORG107: one name stands for two things."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from orgmodel.findings import Severity
from orgmodel.model.organization import KINDS, SINGULAR, Organization, Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import listed

Use = tuple[str, str, Spot]


class AliasClash(Rule):
    """An alias that is another role's id, title or alias; and ids of one kind that differ only by case."""

    code = "ORG107"
    name = "alias-clash"
    severity = Severity.WARNING
    title = "One name stands for two things"
    why = "Whoever writes the name means one of the two, and nobody can say which: `po` and `PO` are soon mixed up."
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  po:
    title: Product Owner
    aliases: [Product Manager]  # [ORG107]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  po:
    title: Product Owner
    aliases: [Backlog Owner]
"""
    fix = "Keep the name for one of the two, or make the two one."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every alias of a role that means another one, and every pair of ids that differ by case."""
        organization = context.organization
        yield from _clashing_aliases(organization)
        for kind in KINDS:
            yield from _case_twins(organization, kind)


def _clashing_aliases(organization: Organization) -> Iterator[Found]:
    aliases: dict[str, list[Use]] = {}
    for name, role in organization.roles.items():
        if entity("roles", name) in organization.silent:
            continue
        for i, alias in enumerate(role.aliases):
            aliases.setdefault(alias.casefold(), []).append((name, alias, Spot("roles", name, ("aliases", i))))
    if not aliases:
        return
    owners: dict[str, list[Use]] = {}
    for name, role in organization.roles.items():
        if entity("roles", name) in organization.silent:
            continue
        if name.casefold() in aliases:
            owners.setdefault(name.casefold(), []).append((name, "id", Spot("roles", name, key=True)))
        if role.title is not None and role.title.casefold() in aliases:
            owners.setdefault(role.title.casefold(), []).append((name, "title", Spot("roles", name, ("title",))))
    for folded, uses in aliases.items():
        first = [(name, "alias", spot) for name, _, spot in uses[:1]]
        for name, alias, spot in uses:
            other = next((use for use in chain(owners.get(folded, ()), first) if use[0] != name), None)
            if other is not None:
                yield _alias_found(name, alias, spot, other)


def _alias_found(name: str, alias: str, spot: Spot, other: Use) -> Found:
    whose, word, place = other
    return Found(
        f"the alias {quoted(alias)} of role {quoted(name)} is also the {word} of role {quoted(whose)}",
        spot,
        (entity("roles", name), entity("roles", whose)),
        ((place, f"the {word} of role {quoted(whose)}"),),
        subject=f"{name} {alias}",
    )


def _case_twins(organization: Organization, kind: str) -> Iterator[Found]:
    """Ids that differ only in upper and lower case; those made from cells of a table may."""
    made = {"roles": organization.made_roles, "units": organization.made_units}.get(kind, frozenset())
    section: Collection[str] = organization.section(kind).keys()
    whole = "".join(section)
    if whole == whole.casefold() or len(set(map(str.casefold, section))) == len(section):
        return
    groups: dict[str, list[str]] = {}
    for name in section:
        if name not in made and entity(kind, name) not in organization.silent:
            groups.setdefault(name.casefold(), []).append(name)
    for names in groups.values():
        if len(names) > 1:
            first, second = Spot(kind, names[0], key=True), Spot(kind, names[1], key=True)
            ids = listed([quoted(name) for name in names])
            yield Found(
                f"{len(names)} {SINGULAR[kind]} ids differ only in upper and lower case: {ids}",
                second,
                tuple(entity(kind, name) for name in (names[1], names[0], *names[2:])),
                ((first, "first here"),),
                subject=names[0].casefold(),
            )
