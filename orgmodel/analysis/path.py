"""The way from one role to another: every rung, what each step changes, and what a person has yet to grow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from orgmodel.analysis.likeness import pay_lines, years_line
from orgmodel.analysis.naming import the_one
from orgmodel.analysis.path_records import Climb, Exits, MovedRow, Person, SkillStep, Step
from orgmodel.analysis.promotions import Promotions, Way
from orgmodel.analysis.readiness import readiness_for, stages
from orgmodel.analysis.role_reader import RoleReader
from orgmodel.analysis.role_records import Marks, Profile
from orgmodel.analysis.scope import Scope, ScopeReader, scope_lines
from orgmodel.errors import UsageError
from orgmodel.model.organization import Organization
from orgmodel.reading.names import printable


def find_path(organization: Organization, day: date, start: str, goal: str, person: Person | None = None) -> Climb:
    """The way between the roles of two names (ids, titles or aliases).

    Without a person the way begins with the skills that the first role asks for. Raises UsageError for a name that
    no role has or several have, and for one role twice.
    """
    low, up = the_one(organization, "roles", start), the_one(organization, "roles", goal)
    if low == up:
        raise UsageError(f'"{printable(start)}" and "{printable(goal)}" are one role; path wants two')
    promotions = Promotions(organization, (low, up))
    way = promotions.shortest(low, up)
    return _Climber(organization, day, promotions, way or (low, up)).climb(way, person)


class _Climber:
    """Everything about the rungs of one way, read once."""

    def __init__(self, organization: Organization, day: date, promotions: Promotions, rungs: Way) -> None:
        self.reader = RoleReader(organization, day)
        self.promotions = promotions
        self.profiles = {name: self.reader.profile(name) for name in rungs}
        self.rungs = rungs
        self.rows = list(self.reader.rows(rungs))
        self.places: dict[str, list[int]] = {name: [] for name in rungs}
        for place, one in enumerate(self.rows):
            for name in one.marks:
                self.places[name].append(place)
        spans = ScopeReader(self.reader, {name: self._owned(name) for name in rungs})
        self.scopes: dict[str, Scope] = {name: spans.scope(profile) for name, profile in self.profiles.items()}

    def _owned(self, name: str) -> int:
        own = (self.rows[place].marks[name] for place in self.places[name])
        return sum(any(mark.trait == "owner" for mark in marks) for marks in own)

    def climb(self, way: Way | None, person: Person | None) -> Climb:
        start, goal = self.rungs[0], self.rungs[-1]
        steps = tuple(self._step(low, up) for low, up in pairwise(way or ()))
        others, has_more = self.promotions.others(start, goal, way) if way else ((), False)
        upward = [self.profiles[name] for name in self.rungs[1:]]
        first = self.profiles[start]
        person = _with_unused(person or Person("role", "", first.skills), upward)
        certifications = first.certifications if person.standing == "role" else ()
        return Climb(
            first,
            self.profiles[goal],
            way=tuple(map(self.reader.role, way or ())),
            others=tuple(tuple(map(self.reader.role, other)) for other in others),
            has_more=has_more,
            exits=None if way else self._exits(start, goal),
            steps=steps,
            whole=None if len(steps) == 1 else self._step(start, goal),
            person=person,
            readiness=tuple(readiness_for(rung, person.skills) for rung in upward),
            plan=stages(upward, person.skills, certifications),
        )

    def _exits(self, start: str, goal: str) -> Exits:
        reachable = self.promotions.reachable(start)
        role = self.reader.role
        return Exits(
            tuple(map(role, self.promotions.up[start])),
            tuple(map(role, self.promotions.down[goal])),
            tuple(role(name) for name in self.promotions.roles if name in reachable),
            start in self.promotions.reachable(goal),
        )

    def _step(self, low: str, up: str) -> Step:
        lower, upper = self.profiles[low], self.profiles[up]
        places = sorted({*self.places[low], *self.places[up]})
        rows = [self.rows[place] for place in places]
        moved = [MovedRow(one.row, one.marks.get(low, ()), one.marks.get(up, ())) for one in rows]
        skills = _skill_steps(lower.skills, upper.skills)
        new = tuple(step for step in skills if step.before is None and step.gap)
        deeper = tuple(step for step in skills if step.before is not None and step.gap)
        return Step(
            lower.role,
            upper.role,
            (lower.level, upper.level),
            (lower.track, upper.track),
            gained=tuple(one for one in moved if one.after and not one.before),
            given_up=tuple(one for one in moved if one.before and not one.after),
            changed=tuple(one for one in moved if one.before and one.after and not _are_same(one)),
            kept=sum(bool(one.before) and bool(one.after) and _are_same(one) for one in moved),
            new_skills=new,
            deeper_skills=deeper,
            eased_skills=tuple(step for step in skills if (step.before or 0) > (step.after or 0)),
            skill_gap=sum(step.gap for step in (*new, *deeper)),
            experience=years_line((lower, upper)),
            pay=pay_lines((lower, upper)),
            certifications=tuple(name for name in upper.certifications if name not in lower.certifications),
            scope=scope_lines(self.scopes[low], self.scopes[up]),
            counted=tuple(one for name in (low, up) for one in self.reader.counted_rows(name, rows)),
        )


def _are_same(moved: MovedRow) -> bool:
    return _letters(moved.before) == _letters(moved.after)


def _letters(marks: Marks) -> frozenset[str]:
    return frozenset(mark.letter for mark in marks)


def _skill_steps(before: Mapping[str, int], after: Mapping[str, int]) -> list[SkillStep]:
    """The greatest gap first, then in the order of the upper role."""
    skills = dict.fromkeys((*after, *before))
    found = [SkillStep(skill, before.get(skill), after.get(skill)) for skill in skills]
    return sorted(found, key=lambda step: -step.gap)


def _with_unused(person: Person, rungs: Sequence[Profile]) -> Person:
    asked = {skill for rung in rungs for skill in rung.skills}
    unused = () if person.standing == "role" else tuple(skill for skill in person.skills if skill not in asked)
    return Person(person.standing, person.name, dict(person.skills), unused)
