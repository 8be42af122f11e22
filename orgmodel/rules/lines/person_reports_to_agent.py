"""ORG227: people who are led by software."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.lines import FILLED
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class PersonReportsToAgent(Rule):
    """One finding for each seat that only software agents hold and to which a human reports."""

    code = "ORG227"
    name = "person-reports-to-agent"
    severity = Severity.WARNING
    title = "A person reports to a software agent"
    why = (
        "An agent can hand out work, but it cannot answer for somebody: leave, pay, conflict and dismissal need a "
        "human. A line that ends at software ends nowhere."
    )
    bad = """\
orgmodel: 1
people: {dispatcher: {employment: agent}}
positions:
  chief: {holder: Ada Park}
  planner: {reports_to: chief, holder: dispatcher}
  courier: {reports_to: planner, holder: Li Wei}  # [ORG227]
"""
    good = """\
orgmodel: 1
people: {dispatcher: {employment: agent}}
positions:
  chief: {holder: Ada Park}
  planner: {reports_to: chief, holder: dispatcher}
  courier: {reports_to: chief, dotted_to: planner, holder: Li Wei}
"""
    fix = "Let the person report to a human, with a dotted line to the agent that hands out the work."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """A seat is an agent's by its own `employment`, or because all of its holders are agents."""
        organization, lines = context.organization, context.lines
        agents = {name for name, person in organization.people.items() if person.employment == "agent"}
        if not agents and "agent" not in {
            organization.positions[name].employment for name in context.seats_with("employment")
        }:
            return
        for i, status in enumerate(lines.statuses):
            if status != FILLED or not lines.hierarchy.span(i) or not _is_agents(context, lines.ids[i], agents):
                continue
            reports = [lines.ids[child] for child in lines.hierarchy.children(i) if lines.statuses[child] == FILLED]
            humans = [name for name in reports if not _is_agents(context, name, agents)]
            if humans:
                yield _found(context, lines.ids[i], humans)


def _is_agents(context: RuleContext, name: str, agents: set[str]) -> bool:
    """Whether software alone sits there: each holder by their own entry, else by what the seat says."""
    organization = context.organization
    seat = organization.positions[name]
    holders = seat.holders_on(context.day)
    told = [organization.people[held.person].employment for held in holders if held.person in organization.people]
    if len(told) == len(holders) and all(word is not None for word in told):
        return bool(holders) and all(held.person in agents for held in holders)
    return seat.employment == "agent" and all(word in {None, "agent"} for word in told)


def _found(context: RuleContext, manager: str, humans: list[str]) -> Found:
    organization = context.organization
    spots = [line_spot(organization, "positions", name, manager) for name in humans[:MOST_RELATED]]
    report = "reports" if len(humans) == 1 else "report"
    who = listed([quoted(name) for name in humans])
    return Found(
        f"{counted(len(humans), 'position')} held by people ({who}) {report} to "
        f"{described(organization, 'positions', manager)}, which is held by a software agent",
        spots[0],
        tuple(entity("positions", name) for name in (manager, *humans)),
        (
            (Spot("positions", manager, ("holder",)), "held by an agent"),
            *((spot, "reports there too") for spot in spots[1:]),
        ),
        subject=manager,
    )
