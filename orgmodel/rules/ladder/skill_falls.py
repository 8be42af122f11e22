"""ORG717: a skill of which the next rung asks for less."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import both_named, track_of
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, listed


class SkillFalls(Rule):
    """One finding for each promotion within a track. A change of track changes the work, and with it the skills.

    A skill that the next rung does not name is not asked for there, which is lawful.
    """

    code = "ORG717"
    name = "skill-falls"
    severity = Severity.INFO
    title = "The next rung asks for less of a skill"
    why = (
        "On one track skills add up. Where the next rung asks for less, one of the two levels is a slip, or the "
        "work changes so much that it should be said."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, promotes_to: senior, skills: {discovery: 4, analytics: 4}}
  senior: {title: Senior Product Manager, skills: {discovery: 5, analytics: 3}}  # [ORG717]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, promotes_to: senior, skills: {discovery: 4, analytics: 4}}
  senior: {title: Senior Product Manager, skills: {discovery: 5, analytics: 4}}
"""
    fix = "Raise the skill on the upper rung, or leave it out where it is no longer needed."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the first such skill of the upper role."""
        organization = context.organization
        for step in context.ladder.steps:
            lower, upper = organization.roles[step.lower], organization.roles[step.upper]
            if track_of(lower) != track_of(upper):
                continue
            less = [skill for skill, level in lower.skills.items() if upper.skills.get(skill, level) < level]
            if not less:
                continue
            shown = [f"{quoted(skill)} {upper.skills[skill]} after {lower.skills[skill]}" for skill in less]
            first, next_one = both_named(organization, step)
            spots = [(Spot("roles", step.lower, ("skills", skill)), "asked for below") for skill in less]
            yield Found(
                f"{next_one} asks for less than {first}, from which it is reached: {listed(shown)}",
                Spot("roles", step.upper, ("skills", less[0])),
                step.entities[::-1],
                tuple(spots[:MOST_RELATED]),
                subject=step.subject,
            )
