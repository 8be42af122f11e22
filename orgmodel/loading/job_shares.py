"""Records of one id that agree in line and unit are one seat that people share."""

from __future__ import annotations

from orgmodel.loading.places import Places
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Holder, Position


def is_job_share(first: Position, others: list[Position]) -> bool:
    """Whether the repeats of a seat say the same line, unit and role, so that only its holders differ.

    Two seats of one name that are different jobs are two seats; whoever shares a job shares its role.
    """
    return all(
        (other.reports_to, other.unit, other.role) == (first.reports_to, first.unit, first.role) for other in others
    )


def join_job_shares(organization: Organization, places: Places) -> None:
    """Give a shared seat all the holders of its records; the shares of working time go with them.

    A record that says the post has ended beside one in which it lives on is out of date, and adds nobody.
    """
    for name, others in organization.repeats.get("positions", {}).items():
        first = organization.positions[name]
        if not is_job_share(first, others):
            continue
        living = [record for record in (first, *others) if record.status != "ended"]
        if living and living[0] is not first:
            number = others.index(living[0])
            others[number], organization.positions[name] = first, living[0]
            places.promote("positions", name, number)
            first = living[0]
        holders = [holder for record in living for holder in _holders(record)]
        if len(holders) > 1:
            shares = [record.fte for record in living]
            first.holders = tuple(holders)
            first.holder = None
            first.status = None
            if all(share is not None for share in shares):
                first.fte = round(sum(share for share in shares if share is not None), 6)


def _holders(record: Position) -> tuple[Holder, ...]:
    held = record.held_by()
    if len(held) == 1 and held[0].fte is None and record.fte is not None:
        return (Holder(person=held[0].person, fte=record.fte),)
    return held
