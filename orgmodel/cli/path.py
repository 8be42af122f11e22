"""`orgmodel path`: what the way from one role to another needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from orgmodel.cli.brief_options import brief_options, write_briefs
from orgmodel.cli.model_options import ModelOptions, OpenedModel, model_options, open_model, parse_redact
from orgmodel.cli.reading_faults import refuse_unreadable, say_faults
from orgmodel.cli.writing import parse_outputs
from orgmodel.errors import UsageError
from orgmodel.reading.names import printable

if TYPE_CHECKING:
    from orgmodel.analysis.path_records import Person
    from orgmodel.model.organization import Organization


@click.command(short_help="Say what the way from one role to another needs, rung by rung.")
@click.argument("path", metavar="PATH")
@click.argument("start", metavar="FROM")
@click.argument("goal", metavar="TO")
@click.option("--person", metavar="NAME", help="Hold the skills of this person of the model against the rungs.")
@click.option("--skills", "skills_file", metavar="FILE", help="The same for skills from a file: skill: level, in YAML.")
@brief_options
@model_options
def command(path: str, start: str, goal: str, **values: Any) -> int:
    """Say what the way from one role to another needs: every rung of the ladder (promotes_to), what each
    step adds and takes away, skills to grow with the gap, years, pay and scope, how ready a person is,
    and what to grow first.

    FROM and TO are ids, titles or aliases, in any case. Where no way leads there, that is the answer,
    with the exits that there are.
    """
    from orgmodel.analysis.path import find_path  # noqa: PLC0415
    from orgmodel.briefs.formats import FORMATS  # noqa: PLC0415

    reading = ModelOptions.taken_from(values)
    targets = parse_outputs(values["outputs"], values["format_name"], FORMATS, default="text")
    if values["person"] is not None and values["skills_file"] is not None:
        raise UsageError("--person and --skills do not go together: both say whose skills count")
    opened = open_model(path, reading, beside=(values["skills_file"],))
    refuse_unreadable(opened.loaded)
    person = _person(opened, values["person"], values["skills_file"], parse_redact(reading.redact))
    answer = find_path(opened.loaded.organization, opened.day, start, goal, person)
    write_briefs(targets, opened, answer, values["width"])
    say_faults(opened.loaded)
    return 0


def _person(opened: OpenedModel, name: str | None, file: str | None, redact: frozenset[str]) -> Person | None:
    from orgmodel.analysis.path_records import Person  # noqa: PLC0415

    organization = opened.loaded.organization
    if name is not None:
        from orgmodel.analysis.naming import the_one, the_one_if_any  # noqa: PLC0415

        if the_one_if_any(organization, "people", name) is None and _sits_somewhere(organization, name):
            raise UsageError(
                f'"{printable(name)}" holds a seat and has no entry in `people`, so no skills; '
                "write one with `skills`, or give them with --skills FILE"
            )
        found = the_one(organization, "people", name)
        return Person("person", organization.title("people", found), dict(organization.people[found].skills))
    if file is not None:
        from orgmodel.loading.skills_file import read_skills, without_name  # noqa: PLC0415

        called, skills = read_skills(file)
        if "people" in redact:
            return Person("file", "", without_name(called, skills))
        return Person("file", called, skills)
    return None


def _sits_somewhere(organization: Organization, name: str) -> bool:
    """Whether a seat is held by somebody of this name, who then has no skills of their own."""
    return any(holder.person == name for seat in organization.positions.values() for holder in seat.held_by())
