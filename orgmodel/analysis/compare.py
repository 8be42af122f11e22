"""Roles side by side: what they have in common, what only one has, and how far they coincide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from orgmodel.analysis.compare_records import ComparedRow, ComparedSkill, Comparison, Overlap, Planes, Relation
from orgmodel.analysis.likeness import pay_lines, years_line
from orgmodel.analysis.naming import the_one
from orgmodel.analysis.role_reader import RoleReader, RowOfRoles
from orgmodel.analysis.role_records import Marks, Profile
from orgmodel.analysis.who_records import Thing
from orgmodel.errors import UsageError
from orgmodel.model.organization import Organization
from orgmodel.reading.names import printable

MOST_ROLES = 8
"""Roles that a page has columns for."""


def compare(organization: Organization, day: date, asked: Sequence[str]) -> Comparison:
    """The roles of these names (ids, titles or aliases) side by side.

    Raises UsageError for a name that no role has or several have, for one role twice, and for less than two roles
    or more than `MOST_ROLES`.
    """
    names = _distinct([(word, the_one(organization, "roles", word)) for word in asked])
    if not 2 <= len(names) <= MOST_ROLES:
        raise UsageError(f"compare takes two to {MOST_ROLES} roles, not {len(names)}")
    reader = RoleReader(organization, day)
    profiles = tuple(map(reader.profile, names))
    found = list(reader.rows(names))
    return Comparison(
        profiles,
        rows=tuple(_compared(names, one) for one in found),
        skills=tuple(_skills(profiles)),
        experience=years_line(profiles),
        pay=pay_lines(profiles),
        planes=tuple(_planes(profile.role, found) for profile in profiles),
        row_overlaps=_overlaps(
            (profile.role, frozenset(one.row.activity.id for one in found if profile.role.id in one.marks))
            for profile in profiles
        ),
        skill_overlaps=_overlaps((profile.role, frozenset(profile.skills)) for profile in profiles),
        counted=tuple(one for name in names for one in reader.counted_rows(name, found)),
    )


def _distinct(found: Iterable[tuple[str, str]]) -> list[str]:
    words: dict[str, str] = {}
    for word, name in found:
        if name in words:
            also = "" if word == words[name] else f' (also called "{printable(word)}")'
            raise UsageError(f'"{printable(words[name])}" is asked for twice{also}; compare wants different roles')
        words[name] = word
    return list(words)


def _compared(names: Sequence[str], found: RowOfRoles) -> ComparedRow:
    marks = tuple(found.marks.get(name, ()) for name in names)
    deniers = tuple(found.deniers.get(name, ()) for name in names)
    return ComparedRow(found.row, marks, _relation(found, marks), deniers if any(deniers) else ())


def _relation(found: RowOfRoles, marks: tuple[Marks, ...]) -> Relation:
    if any(name in found.marks for name in found.deniers) or _are_too_many(found):
        return "in conflict"
    weightiest = [held[0].trait or held[0].letter for held in marks if held]
    if len(weightiest) == 1:
        return "only"
    return "shared" if len(set(weightiest)) == 1 else "handed over"


def _are_too_many(found: RowOfRoles) -> bool:
    """Whether more of the roles hold an owner letter than the scheme allows; one that counts as another is that one."""
    for letter, most in found.most.items():
        owners = {
            mark.counted_as.id if mark.counted_as is not None else name
            for name, held in found.marks.items()
            for mark in held
            if mark.letter == letter
        }
        if most is not None and len(owners) > max(most, 1):
            return True
    return False


def _skills(profiles: Sequence[Profile]) -> list[ComparedSkill]:
    """Those that most roles ask for first, then the greatest change of level, then in the order of the file."""
    skills = dict.fromkeys(skill for profile in profiles for skill in profile.skills)
    found = [ComparedSkill(skill, tuple(profile.skills.get(skill) for profile in profiles)) for skill in skills]
    return sorted(found, key=lambda one: (sum(level is None for level in one.levels), -_spread(one)))


def _spread(skill: ComparedSkill) -> int:
    levels = [level for level in skill.levels if level is not None]
    return max(levels) - min(levels)


def _planes(role: Thing, found: Sequence[RowOfRoles]) -> Planes:
    own = [one for one in found if role.id in one.marks]
    count = {plane: sum(one.row.plane == plane for one in own) for plane in ("strategic", "tactical", "operational")}
    said = sum(count.values())
    return Planes(
        role,
        rows=len(own),
        owned=sum(any(mark.trait == "owner" for mark in one.marks[role.id]) for one in own),
        **count,
        unsaid=len(own) - said,
        strategic_share=count["strategic"] / said if said else None,
    )


def _overlaps(sets: Iterable[tuple[Thing, frozenset[str]]]) -> tuple[Overlap, ...]:
    return tuple(_overlap(first, one, second, other) for (first, one), (second, other) in combinations(sets, 2))


def _overlap(first: Thing, one: frozenset[str], second: Thing, other: frozenset[str]) -> Overlap:
    both, smaller = len(one & other), min(len(one), len(other))
    return Overlap(
        first,
        second,
        both,
        len(one) - both,
        len(other) - both,
        both / len(one | other) if smaller else None,
        both / smaller if smaller else None,
    )
