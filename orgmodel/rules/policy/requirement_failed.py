"""ORG905: an entry does not fulfil what the policy requires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.findings import Severity
from orgmodel.model.organization import PLURAL, Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.policy.demands import Demand, Failure, because, called
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.wording import described, listed


class RequirementFailed(Rule):
    """One finding for each entry and requirement; the requirement may name another severity."""

    code = "ORG905"
    name = "requirement-failed"
    severity = Severity.ERROR
    title = "An entry does not fulfil a requirement"
    why = (
        "The organisation has written down what it demands of itself, such as a unit and a holder for every "
        "director. The file says both that this must be so and that it is not."
    )
    bad = """\
orgmodel: 1
roles: {director: {title: Director}}
units: {product: {title: Product}}
policy:
  require:
    - {every: position, where: {role: director}, must: {unit: {set: true}}}
positions:
  dir-product: {role: director, unit: product}
  dir-sales: {role: director, reports_to: dir-product}  # [ORG905]
"""
    good = """\
orgmodel: 1
roles: {director: {title: Director}}
units: {product: {title: Product}}
policy:
  require:
    - {every: position, where: {role: director}, must: {unit: {set: true}}}
positions:
  dir-product: {role: director, unit: product}
  dir-sales: {role: director, unit: product, reports_to: dir-product}
"""
    fix = "Change the entry so that it fulfils the requirement, or narrow the requirement with `where`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Hold every requirement against the entries that it speaks of; not against what could not be read."""
        for number, demand in context.demands:
            for failure in demand.failures():
                if not (failure.is_unset and _is_lost(context, f"{demand.kind}:{failure.name}", failure.fields)):
                    yield later(_found, context, number, demand, failure, severity=_severity(demand))


def _severity(demand: Demand) -> Severity | None:
    told = demand.requirement.severity
    return Severity(told) if told is not None else None


def _is_lost(context: RuleContext, entity: str, fields: Sequence[str]) -> bool:
    return all(context.misspelt.is_lost(entity, field.partition(".")[0]) for field in fields)


def _found(context: RuleContext, number: int, demand: Demand, failure: Failure) -> Found:
    requirement = demand.requirement
    name = failure.name.partition("\0")[0]
    asked = f"{called(requirement)} is not fulfilled{because(requirement)}"
    return Found(
        f"{described(context.organization, PLURAL[demand.kind], name)}: {listed(demand.said(failure), 10)}; {asked}",
        _spot(context, demand.kind, failure),
        (f"{demand.kind}:{name}",),
        ((Spot("policy", "require", ("require", number)), "the requirement"),),
        severity=_severity(demand),
        fix=_fix(failure),
        subject=f"{demand.kind}:{name} {requirement.name or ''} {' '.join(failure.fields)}",
    )


def _fix(failure: Failure) -> str:
    if not failure.is_unset:
        return ""
    fields = listed([f"`{field}`" for field in failure.fields], 10)
    return f"Give the entry {fields}, or narrow the requirement with `where`."


def _spot(context: RuleContext, kind: str, failure: Failure) -> Spot:
    """The field where one alone is wrong, else the entry; of a person without an entry their first seat."""
    organization = context.organization
    if kind == "person" and failure.name not in organization.people:
        return holder_spot(organization, context.attributes.seats_of[failure.name][0])
    path = failure.fields[0].split(".") if len(failure.fields) == 1 else ()
    return Spot(PLURAL[kind], failure.name, tuple(path))
