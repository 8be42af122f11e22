"""ORG718: a skill that no role asks for."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, described, listed


class UnknownSkill(Rule):
    """One finding for each skill, with all people and positions that have it; silent while no role asks for any."""

    code = "ORG718"
    name = "unknown-skill"
    severity = Severity.INFO
    title = "A skill that no role asks for"
    why = (
        "Under another spelling a skill is another skill: the person seems to lack what they have. And a skill "
        "that no role asks for is never looked for."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, skills: {discovery: 4}}
people:
  ada: {name: Ada Park, skills: {discvery: 5}}  # [ORG718]
positions:
  pm-checkout: {role: pm, holder: ada}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, skills: {discovery: 4}}
people:
  ada: {name: Ada Park, skills: {discovery: 5}}
positions:
  pm-checkout: {role: pm, holder: ada}
"""
    fix = "Write the skill as the roles do, or add it to the role that needs it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Skills of people, then of positions."""
        organization = context.organization
        if not any(role.skills for role in context.ladder.roles.values()):
            return
        known = {skill for role in organization.roles.values() for skill in role.skills}
        unknown: dict[str, list[tuple[str, str]]] = {}
        people = organization.people.items()
        skilled = [("people", name, person.skills) for name, person in people if person.skills]
        skilled += [("positions", name, organization.positions[name].skills) for name in context.seats_with("skills")]
        for kind, name, skills in skilled:
            for skill in skills:
                if skill not in known:
                    unknown.setdefault(skill, []).append((kind, name))
        nearest = Nearest(sorted(known))
        for skill, having in unknown.items():
            near = nearest.find(skill)
            hint = f"; did you mean {quoted(near)}?" if near is not None else ""
            shown = listed([described(organization, *each) for each in having], 3)
            have = "has" if len(having) == 1 else "have"
            spots = [Spot(kind, name, ("skills", skill), key=True) for kind, name in having[: MOST_RELATED + 1]]
            yield Found(
                f"{shown} {have} skill {quoted(skill)}, which no role asks for{hint}",
                spots[0],
                tuple(entity(*each) for each in having),
                tuple((spot, "has it too") for spot in spots[1:]),
                subject=skill,
            )
