"""A small file of one person's skills: `skill: level` lines, or `name` and `skills`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgmodel.errors import UsageError
from orgmodel.findings import Fault
from orgmodel.loading.files import find_input, read_input
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Person
from orgmodel.reading.json_reader import read_json
from orgmodel.reading.names import printable
from orgmodel.reading.yaml_reader import read_yaml

_LEVELS = {str(level): level for level in range(1, 8)}


def read_skills(path: str) -> tuple[str, dict[str, int]]:
    """The name (empty where none is given) and the skills. Raises UsageError, in one line with the place."""
    found = find_input(path)
    source = read_input(found, table=False)
    if isinstance(source, Fault):
        raise UsageError(f"{source.place}: {source.message}")
    document = read_json(source) if found.suffix == ".json" else read_yaml(source)
    if document.faults:
        raise UsageError(f"{document.faults[0].place}: {document.faults[0].message}")
    data: Any = document.data
    if not isinstance(data, Mapping):
        raise UsageError(f"{found.shown}: skills are lines such as `discovery: 4`")
    route: tuple[str, ...] = ()
    name = ""
    if "skills" in data:
        unknown = next((key for key in data if key not in {"name", "skills"}), None)
        if unknown is not None:
            place = document.place((unknown,), key=True)
            raise UsageError(f'{place}: beside skills only name is read, not "{printable(unknown)}"')
        name, data, route = data.get("name") or "", data["skills"] or {}, ("skills",)
    if not isinstance(data, Mapping) or not isinstance(name, str):
        raise UsageError(f"{document.place(route)}: skills are lines such as `discovery: 4`")
    skills = {}
    for skill, level in data.items():
        if not isinstance(level, str) or level not in _LEVELS:
            shown = f', found "{printable(level)}"' if isinstance(level, str) else ""
            raise UsageError(f"{document.place((*route, skill))}: wanted a level from 1 to 7{shown}")
        skills[skill] = _LEVELS[level]
    return name, skills


def without_name(name: str, skills: Mapping[str, int]) -> dict[str, int]:
    """The skills with the name of whose they are taken out of what they are called."""
    from orgmodel.loading.pseudonyms import Pseudonyms  # noqa: PLC0415

    pseudonyms = Pseudonyms(Organization(people={"": Person(name=name)} if name else {}))
    return {pseudonyms.text(skill): level for skill, level in skills.items()}
