"""The way from one role to another as a brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.analysis.naming import nearest
from orgmodel.analysis.path_records import Climb, Exits, Extent, MovedRow, Readiness, ScopeLine, SkillStep, Stage, Step
from orgmodel.analysis.who_records import Thing
from orgmodel.briefs.brief import NOTHING, Block, Brief, Cell, Part, Section, lines, section, table
from orgmodel.briefs.words import (
    RoleNames,
    amount_of,
    as_others,
    by_work,
    joined,
    kind_of_work,
    legend,
    letters_of,
    number,
    pay_kind,
    pay_verdict,
    percent,
    skill_level,
    years_of,
    years_verdict,
)
from orgmodel.reading.counts import counted

_MEASURES = {
    "rows owned": "Rows answered for",
    "direct reports": "Direct reports of a seat",
    "seats below": "All seats below a seat",
    "roles below": "Roles that report to it",
}
_MOST_NAMED = 12


def path_brief(model: str, answer: Climb) -> Brief:
    """The page that tells what the way needs."""
    return _Writer(model, answer).brief()


class _Writer:
    def __init__(self, model: str, answer: Climb) -> None:
        self.model = model
        self.answer = answer
        exits = answer.exits
        more = (*exits.onward, *exits.into, *exits.reachable) if exits is not None else ()
        rungs = (answer.start.role, answer.goal.role, *answer.way, *(role for way in answer.others for role in way))
        self.name = RoleNames((*rungs, *more))

    def brief(self) -> Brief:
        answer = self.answer
        start, goal = self.name(answer.start.role), self.name(answer.goal.role)
        sections: list[Section] = [
            *section("The way", lines(*self._way())),
            *section("What to grow first", self._plan()),
            *section("Readiness", self._readiness()),
        ]
        for place, step in enumerate(answer.steps, 1):
            heading = f"From {self.name(step.lower)} to {self.name(step.upper)}"
            sections += section(f"Step {place}: {heading}" if len(answer.steps) > 1 else heading, *self._step(step))
        if answer.whole is not None:
            heading = "From end to end" if answer.way else "What lies between them all the same"
            sections += section(heading, *(self._step(answer.whole) if not answer.way else self._whole(answer.whole)))
        letters = legend((one.row, (one.before, one.after)) for step in self._told() for one in _moved(step))
        return Brief(f"From {start} to {goal}", self.model, tuple(sections), tuple(letters))

    def _told(self) -> Iterable[Step]:
        return self.answer.steps or filter(None, (self.answer.whole,))

    # -- the way

    def _way(self) -> Iterator[str]:
        answer = self.answer
        if answer.exits is not None:
            yield from self._no_way(answer.exits)
            return
        yield f"{self._rungs(answer.way)} ({counted(len(answer.steps), 'step')})"
        for other in answer.others:
            yield f"Another way: {self._rungs(other)}"
        if answer.has_more:
            yield "There are further ways."

    def _rungs(self, way: Iterable[Thing]) -> str:
        return " → ".join(map(self.name, way))

    def _no_way(self, exits: Exits) -> Iterator[str]:
        start, goal = self.name(self.answer.start.role), self.name(self.answer.goal.role)
        yield f"No promotions lead from {start} to {goal}."
        if exits.is_open_backward:
            yield f"They lead the other way: from {goal} to {start}."
        onward = self._some(exits.onward)
        yield f"{start} leads to {onward}." if onward else f"{start} leads nowhere: no `promotes_to` is given."
        if len(exits.reachable) > len(exits.onward):
            yield f"Within reach in the end: {self._some(exits.reachable)}."
        into = self._some(exits.into)
        yield f"{goal} is reached from {into}." if into else f"{goal} is the next step of no role."

    def _some(self, roles: tuple[Thing, ...]) -> str:
        names = list(map(self.name, roles))
        more = len(names) - _MOST_NAMED
        return joined([*names[:_MOST_NAMED], f"{more:,} more"] if more > 1 else names)

    # -- a person

    def _whose(self) -> str:
        person = self.answer.person
        if person.standing == "role":
            return f"Counted from the skills that {self.name(self.answer.start.role)} asks for."
        return f"Counted from the skills of {person.name or 'the file'}."

    def _unused(self, skill: str) -> str:
        near = nearest(self.answer.goal.skills, skill)
        return f"{skill} (did you mean {near}?)" if near is not None else skill

    def _readiness(self) -> tuple[Block, ...]:
        person = self.answer.person
        rated = [one for one in self.answer.readiness if one.required]
        unrated = [one.rung for one in self.answer.readiness if not one.required]
        notes = [self._whose()] if rated or person.standing != "role" else []
        if person.standing != "role" and not person.skills:
            notes.append(f"No skills are given for {person.name or 'the file'}.")
        if person.unused:
            notes.append(f"No rung of the way asks for {joined(map(self._unused, person.unused))}.")
        if unrated:
            notes.append(f"No skills are given for {joined(map(self.name, unrated))}.")
        heads = ("Rung", "Readiness = skills met / skills required", "Levels missing")
        return (*lines(*notes), *table(heads, Part("", tuple(map(self._ready, rated)))))

    def _ready(self, one: Readiness) -> tuple[Cell, ...]:
        share = f"{one.met:,} / {one.required:,} = {percent(one.ratio or 0.0)}"
        return Cell((self.name(one.rung),)), Cell((share,)), Cell((number(one.gap),))

    def _plan(self) -> tuple[Block, ...]:
        parts = [
            Part(f"Before {self.name(stage.rung)}", tuple(_wanted(stage)))
            for stage in self.answer.plan
            if stage.skills or stage.certifications
        ]
        return table(("", "Has", "Needed", "Levels to grow"), *parts)

    # -- a step

    def _step(self, step: Step) -> Iterator[tuple[Block, ...]]:
        names = self.name(step.lower), self.name(step.upper)
        yield lines(_summary(step), *as_others(self.name, step.counted))
        yield table(("", *names, "Change"), Part("", tuple(_facts(step))))
        scheme = len({one.row.scheme for one in _moved(step)}) > 1
        yield table(
            ("Responsibilities", "Plane and group", *names),
            _rows("Gained", step.gained, scheme),
            _rows("Changed in letter", step.changed, scheme),
            _rows("Given up", step.given_up, scheme),
            is_list=True,
        )
        yield table(
            ("Skills, from 1 to 7", *names, "Levels to grow"),
            _skills("New", step.new_skills),
            _skills("To deepen", step.deeper_skills),
            _skills("Asked for less", step.eased_skills),
        )

    def _whole(self, step: Step) -> Iterator[tuple[Block, ...]]:
        names = self.name(step.lower), self.name(step.upper)
        yield lines(_summary(step))
        yield table(("", *names, "Change"), Part("", tuple(_facts(step))))


def _moved(step: Step) -> tuple[MovedRow, ...]:
    return (*step.gained, *step.changed, *step.given_up)


def _summary(step: Step) -> str:
    rows = [
        f"{counted(len(step.gained), 'responsibility', 'responsibilities')} gained",
        f"{len(step.changed):,} changed in letter",
        f"{len(step.given_up):,} given up",
        f"{step.kept:,} kept",
    ]
    has_rows = step.kept or _moved(step)
    skills = [f"{counted(len(step.new_skills), 'skill')} new", f"{len(step.deeper_skills):,} to deepen"]
    skills.append(f"{counted(step.skill_gap, 'level')} to grow in all")
    has_skills = step.new_skills or step.deeper_skills or step.eased_skills
    told = [joined(rows) if has_rows else "", joined(skills) if has_skills else ""]
    return f"{'; '.join(filter(None, told))}." if any(told) else ""


def _facts(step: Step) -> Iterator[tuple[Cell, ...]]:
    low, up = step.levels
    if low is not None or up is not None:
        change = f"{up - low:+,}".replace("-", "−") if low is not None and up is not None else ""
        yield _fact("Level", map(_text, step.levels), change)
    if any(step.tracks):
        yield _fact("Track", map(_text, step.tracks), "another track" if _are_other(step.tracks) else "")
    if any(step.experience.years):
        yield _fact("Experience", map(years_of, step.experience.years), years_verdict(step.experience))
    for line in step.pay:
        amounts = (amount_of(amount, line.kind) for amount in line.amounts)
        yield _fact(f"Pay: {pay_kind(line.kind)}", amounts, pay_verdict(line))
    for scope in step.scope:
        factor = f"× {_factor(scope.factor)}" if scope.factor is not None else ""
        yield _fact(_measure(scope), map(_extent, (scope.before, scope.after)), factor)
    if step.certifications:
        yield Cell(("New certifications",)), Cell((NOTHING,), "quiet"), Cell(step.certifications), Cell(())


def _factor(factor: float) -> str:
    return number(factor) if factor >= 1 else f"{factor:.2g}"


def _are_other(tracks: tuple[str | None, str | None]) -> bool:
    return all(tracks) and tracks[0] != tracks[1]


def _measure(scope: ScopeLine) -> str:
    return scope.name.replace("_", " ").capitalize() if scope.measure == "field" else _MEASURES[scope.measure]


def _extent(extent: Extent | None) -> str:
    if extent is None:
        return NOTHING
    if extent.low == extent.high:
        return number(extent.low)
    return f"{number(extent.low)} to {number(extent.high)}, mean {number(extent.mean)}"


def _fact(label: str, ends: Iterable[str], change: str) -> tuple[Cell, ...]:
    return Cell((label,)), *(Cell((end,)) for end in ends), Cell((change,) if change else (), "quiet")


def _text(value: object) -> str:
    return NOTHING if value is None else str(value)


def _rows(heading: str, moved: tuple[MovedRow, ...], scheme: bool) -> Part:
    found = sorted(moved, key=lambda one: by_work(one.row))
    rows = (
        (
            Cell((one.row.activity.title,)),
            kind_of_work(one.row, scheme=scheme),
            letters_of(one.before),
            letters_of(one.after),
        )
        for one in found
    )
    return Part(f"{heading} ({len(found):,})", tuple(rows))


def _skills(heading: str, steps: tuple[SkillStep, ...]) -> Part:
    return Part(heading, tuple(map(_skill, steps)))


def _skill(step: SkillStep) -> tuple[Cell, ...]:
    gap = Cell((f"+{step.gap}",)) if step.gap else Cell((NOTHING,), "quiet")
    return Cell((step.skill.replace("_", " "),)), skill_level(step.before), skill_level(step.after), gap


def _wanted(stage: Stage) -> Iterator[tuple[Cell, ...]]:
    yield from map(_skill, stage.skills)
    for name in stage.certifications:
        yield Cell((name,)), Cell((NOTHING,), "quiet"), Cell(("certification",)), Cell((NOTHING,), "quiet")
