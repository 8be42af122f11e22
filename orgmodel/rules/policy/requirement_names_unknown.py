"""ORG907: a requirement asks for a field that no entry has, or names an entry that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.fields import field_at, known_fields, lost_at
from orgmodel.findings import Severity
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import PLURAL, Organization, Spot
from orgmodel.model.requirement import Condition
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.policy.lost_names import lost_names
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import listed

_GROUPS = ("where", "must", "must_not")
_MOST_LISTED = 40


class RequirementNamesUnknown(Rule):
    """One finding for each field and each name; people may be named who have no entry."""

    code = "ORG907"
    name = "requirement-names-unknown"
    severity = Severity.ERROR
    title = "A requirement names something that does not exist"
    why = "A requirement with a misspelt field or name cannot be judged as it was meant, and would pass in silence."
    bad = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
positions: {pm-checkout: {role: pm}}
policy:
  require:
    - every: position
      where: {rol: pm}  # [ORG907]
      must: {role: {in: [pm, po]}}  # [ORG907]
"""
    good = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, po: {title: Product Owner}}
positions: {pm-checkout: {role: pm}}
policy:
  require:
    - every: position
      where: {role: pm}
      must: {role: {in: [pm, po]}}
"""
    fix = "Correct the name; the fields of each kind are listed in the page on policy."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Look at every condition of every requirement."""
        for number, requirement in enumerate(context.policy.require):
            for group in _GROUPS:
                conditions: dict[str, Condition] = getattr(requirement, group)
                for field, asked in conditions.items():
                    spot = Spot("policy", "require", ("require", number, group, field), key=True)
                    told = field_at(requirement.every, field)
                    if told is None:
                        yield _no_field(requirement.every, field, spot)
                    elif told.leads_to is not None:
                        yield from _no_entries(context.organization, told.leads_to, field, asked, spot)


def _no_field(asked_of: str, field: str, spot: Spot) -> Found:
    kind, lost = lost_at(asked_of, field)
    known = known_fields(kind)
    near = Nearest([name.rstrip(".") for name in known]).find(lost)
    if f"{lost}." in known:
        hint = f"; it wants a name behind it, as in {quoted(f'{lost}.name')}"
    elif near is not None:
        hint = f"; did you mean {quoted(near)}?"
    else:
        hint = f"; it has {listed([quoted(name) for name in known], _MOST_LISTED)}"
    within = f" (in {quoted(field)})" if lost != field else ""
    message = f"no {kind} has a field {quoted(lost)} that can be asked for{within}{hint}"
    return Found(message, spot, subject=f"{asked_of}.{field}")


def _no_entries(org: Organization, kind: str, field: str, asked: Condition, spot: Spot) -> Iterator[Found]:
    for name, word, entry in lost_names(org, kind, asked):
        near = Nearest(org.section(PLURAL[word])).find(entry)
        hint = f"; did you mean {quoted(near)}?" if near is not None else ""
        message = f"{quoted(field)} is asked to be {word} {quoted(entry)}, which does not exist{hint}"
        yield Found(message, spot, subject=f"{field} {name}")
