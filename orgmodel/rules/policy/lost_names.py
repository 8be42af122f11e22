"""The names in conditions of requirements that lead to no entry."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.analysis.fields import PARTY, field_at
from orgmodel.graph.letters import parse_assignee
from orgmodel.model.organization import PLURAL, Organization
from orgmodel.model.requirement import Condition, Requirement


def lost_names(organization: Organization, kind: str, asked: Condition) -> Iterator[tuple[str, str, str]]:
    """Name as written, kind and id of every entry that is asked for and does not exist; people need no entry."""
    told = dict.fromkeys(asked.in_ or ()) | ({asked.equals: None} if asked.equals is not None else {})
    for name in told:
        word, entry = parse_assignee(organization, name) if kind == PARTY else (kind, name)
        if word != "person" and entry not in organization.section(PLURAL[word]):
            yield name, word, entry


def is_lost(organization: Organization, requirement: Requirement) -> bool:
    """Whether a requirement speaks of entries that do not exist, so that it can match nothing."""
    for field, asked in requirement.where.items():
        told = field_at(requirement.every, field)
        if told is not None and told.leads_to is not None and any(lost_names(organization, told.leads_to, asked)):
            return True
    return False
