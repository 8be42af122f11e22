"""A person's skills against the rungs of a way: what is met, and what to grow first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgmodel.analysis.path_records import Readiness, SkillStep, Stage
from orgmodel.analysis.role_records import Profile


def readiness_for(rung: Profile, skills: Mapping[str, int]) -> Readiness:
    """Met / required: a skill is met at the level that the rung asks for, or above it."""
    needed = rung.skills.items()
    met = sum(skills.get(skill, 0) >= level for skill, level in needed)
    gap = sum(max(0, level - skills.get(skill, 0)) for skill, level in needed)
    return Readiness(rung.role, met, len(needed), met / len(needed) if needed else None, gap)


def stages(rungs: Sequence[Profile], skills: Mapping[str, int], certifications: Sequence[str]) -> tuple[Stage, ...]:
    """What to grow before each rung, in the order of the rungs; what one rung has asked for is there for the next."""
    have = dict(skills)
    held = set(certifications)
    found: list[Stage] = []
    for rung in rungs:
        wanted = [
            SkillStep(skill, have.get(skill), level)
            for skill, level in rung.skills.items()
            if have.get(skill, 0) < level
        ]
        papers = tuple(name for name in dict.fromkeys(rung.certifications) if name not in held)
        found.append(Stage(rung.role, tuple(sorted(wanted, key=lambda step: -step.gap)), papers))
        have.update((step.skill, step.after) for step in wanted if step.after is not None)
        held.update(papers)
    return tuple(found)
