"""How findings about references that lead nowhere read: one for each thing that is missing."""

from __future__ import annotations

from collections import Counter

from orgmodel.graph.references import Missing, Use
from orgmodel.model.organization import SINGULAR, Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.rule import Found, Where
from orgmodel.rules.wording import MOST_RELATED, counted, listed

_SAID = {
    "positions.role": ("role", "has this role", "have this role"),
    "positions.unit": ("unit", "is in it", "are in it"),
    "positions.also_in": ("unit", "is also in it", "are also in it"),
    "positions.reports_to": ("manager", "reports to it", "report to it"),
    "positions.dotted_to": ("position", "has a dotted line to it", "have a dotted line to it"),
    "positions.deputy": ("deputy", "names it as deputy", "name it as deputy"),
    "roles.reports_to": ("role", "reports to it", "report to it"),
    "roles.dotted_to": ("role", "has a dotted line to it", "have a dotted line to it"),
    "roles.promotes_to": ("role", "promotes to it", "promote to it"),
    "roles.counts_as": ("role", "counts as it", "count as it"),
    "roles.works_with": ("role", "works with it", "work with it"),
    "units.parent": ("parent unit", "lies in it", "lie in it"),
    "units.head": ("head", "is headed by it", "are headed by it"),
    "units.heads": ("head", "is headed by it", "are headed by it"),
    "units.interactions": ("unit", "works with it", "work with it"),
    "activities.part_of": ("activity", "is part of it", "are part of it"),
    "activities.depends_on": ("activity", "depends on it", "depend on it"),
    "activities.per": ("role", "exists once for each of its seats", "exist once for each of its seats"),
    "activities.scheme": ("scheme", "uses it", "use it"),
    "activities.escalates_to": ("", "escalates to it", "escalate to it"),
    "activities.assign": ("", "gives it a letter", "give it a letter"),
    "assignments.role": ("", "gives it a letter", "give it a letter"),
    "assignments.activity": ("activity", "has a letter on it", "have a letter on it"),
    "model.scheme": ("scheme", "uses it", "use it"),
    "policy.conflicts": ("role", "keeps it apart from others", "keep it apart from others"),
    "policy.holders": ("role", "asks for its holders", "ask for its holders"),
    "waivers.for": ("", "is made for it", "are made for it"),
}
"""What a field calls its target, and what one owner or several of them do with it."""


def what(missing: Missing) -> str:
    """The missing thing, called as the first reference calls it: `manager "00204"`."""
    word = _SAID[missing.uses[0].field][0]
    if not word or len({use.field for use in missing.uses}) > 1:
        word = SINGULAR.get(missing.kind, "scheme" if missing.kind else "target")
    return f"{word} {quoted(missing.name)}"


def who_refers(missing: Missing) -> str:
    """Who refers to it: `position "a" reports to it`, `3 positions report to it`."""
    fields = {use.field for use in missing.uses}
    owners = _owners(missing)
    if len(fields) > 1 and fields != {"activities.assign", "assignments.role"}:
        counts = Counter(map(_word, owners))
        verb = "refers" if len(owners) == 1 else "refer"
        return f"{listed([counted(count, word) for word, count in counts.items()])} {verb} to it"
    _, one, several = _SAID[missing.uses[0].field]
    if len(owners) > 1:
        return f"{counted(len(owners), _word(owners[0]))} {several}"
    return f"{_owner(owners[0])} {one}"


def found(missing: Missing, message: str, twins: tuple[tuple[Where, str], ...] = ()) -> Found:
    """The finding of something missing: at the first reference, beside it the others."""
    first, *others = missing.uses
    related = [(use.spot, f"{_owner(_called(use))} refers to it here") for use in others[:MOST_RELATED]]
    return Found(
        message,
        first.spot,
        missing.owners,
        (*twins, *related),
        subject=f"{missing.kind}:{missing.name}",
    )


def found_twins(missing: Missing, twins: list[str], difference: str) -> Found:
    """The finding of a reference that misses ids only by `difference`."""
    names = listed([f"{SINGULAR[missing.kind]} {quoted(name)}" for name in twins])
    places = tuple(
        (Spot(missing.kind, name), f"{SINGULAR[missing.kind]} {quoted(name)} is defined here") for name in twins
    )
    return found(missing, f"{what(missing)} differs from {names} only in {difference}; {who_refers(missing)}", places)


def _called(use: Use) -> str:
    return use.owner or use.field.partition(".")[0].removesuffix("s") + ":"


def _owners(missing: Missing) -> list[str]:
    """What refers to it, each once; waivers have no ids, so each of them counts. There is one policy."""
    named = dict.fromkeys(use.owner for use in missing.uses if use.owner)
    others = [_called(use) for use in missing.uses if not use.owner]
    return [*named, *(dict.fromkeys(others) if set(others) == {"policy:"} else others)]


def _word(owner: str) -> str:
    return owner.partition(":")[0]


def _owner(owner: str) -> str:
    word, _, name = owner.partition(":")
    if name:
        return f"{word} {quoted(name)}"
    return f"the {word}" if word in {"model", "policy"} else f"a {word}"
