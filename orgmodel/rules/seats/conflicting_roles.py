"""ORG314: roles in one hand that the policy keeps apart."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.model.policy import Conflict
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.seats.shared_people import Share, SharedPerson
from orgmodel.rules.wording import MOST_RELATED, listed, named


class ConflictingRoles(Rule):
    """One finding for each person and each entry of `policy.conflicts`; software agents are no exception."""

    code = "ORG314"
    name = "conflicting-roles"
    severity = Severity.WARNING
    title = "One person holds roles that must stay apart"
    why = (
        "Some roles check each other: whoever orders must not approve the payment. In one hand the check is gone, "
        "and nobody sees it because the two seats look separate."
    )
    bad = """\
orgmodel: 1
policy: {conflicts: {roles: [buyer, approver], reason: four eyes on spending}}
roles: {buyer: {}, approver: {}}
positions:
  finance: {role: approver, holder: Ada Park}
  purchasing: {role: buyer, reports_to: finance, holder: Li Wei}
  audit: {role: approver, reports_to: finance, holder: Li Wei}  # [ORG314]
"""
    good = """\
orgmodel: 1
policy: {conflicts: {roles: [buyer, approver], reason: four eyes on spending}}
roles: {buyer: {}, approver: {}}
positions:
  finance: {role: approver, holder: Ada Park}
  purchasing: {role: buyer, reports_to: finance, holder: Li Wei}
  audit: {role: approver, reports_to: finance, holder: Sam Ortiz}
"""
    fix = "Give one of the seats to somebody else."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """People with several seats on the day, an interim one included."""
        conflicts = context.policy.conflicts
        if not conflicts:
            return
        positions = context.organization.positions
        for person in context.shared_people:
            for number, conflict in enumerate(conflicts):
                held: dict[str, list[Share]] = {}
                for share in person.shares:
                    role = positions[share.seat].role
                    if role in conflict.roles and role is not None:
                        held.setdefault(role, []).append(share)
                if len(held) > 1:
                    yield _found(context, person, held, number, conflict)


def _found(
    context: RuleContext, person: SharedPerson, held: dict[str, list[Share]], number: int, conflict: Conflict
) -> Found:
    organization = context.organization
    parts = [
        f"{quoted(role)} (in {listed([quoted(share.seat) for share in shares], 3)})" for role, shares in held.items()
    ]
    reason = f": {printable(conflict.reason, 100)}" if conflict.reason else ""
    order = [share for share in person.shares if any(share in shares for shares in held.values())]
    first = order[0]
    second = next(share for share in order if _role(context, share) != _role(context, first))
    others = [share for share in order if share is not second]
    policy = Spot("policy", "conflicts", ("conflicts", number))
    return Found(
        f"{named(organization, 'people', person.person)} holds the roles {listed(parts)}, which the policy keeps "
        f"apart{reason}",
        holder_spot(organization, second.seat, second.number),
        (
            person.entity,
            *(entity("positions", share.seat) for share in order),
            *(entity("roles", role) for role in held),
        ),
        (
            *((holder_spot(organization, s.seat, s.number), "the same person") for s in others[:MOST_RELATED]),
            (policy, "the policy"),
        ),
        subject=f"{person.person} {' '.join(sorted(held))}",
    )


def _role(context: RuleContext, share: Share) -> str | None:
    return context.organization.positions[share.seat].role
