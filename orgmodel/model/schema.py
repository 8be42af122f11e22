"""The JSON Schema of format 1, generated from the records."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, Field, TypeAdapter

from orgmodel.model.activities import Activity, Assignment, Scheme
from orgmodel.model.include import Include
from orgmodel.model.key_notes import KEY_NOTES
from orgmodel.model.policy import Policy, Waiver
from orgmodel.model.positions import Person, Position
from orgmodel.model.roles import Role
from orgmodel.model.units import Unit
from orgmodel.model.values import RECORD, Day

SCHEMA_ID = "orgmodel-1.schema.json"
"""The name under which the schema is shipped and written beside a new model."""


class OrgFile(BaseModel):
    """An organisation, or a part of one: roles, positions, people, units, lines and responsibilities."""

    model_config = {**RECORD, "title": "orgmodel, format 1", "defer_build": False}

    orgmodel: int = Field(default=1, ge=1, le=1, description="The version of the format.")
    name: str | None = Field(default=None, description="What the organisation is called.")
    as_of: Day | None = Field(default=None, description="The day for which the model is read.")
    scheme: str | None = Field(default=None, description="The letters: raci, rasci, daci, rapid, … or your own.")
    description: str | None = None
    include: str | Include | list[str | Include] | None = None
    roles: dict[str, Role | None] | None = None
    units: dict[str, Unit | None] | None = None
    positions: dict[str, Position | None] | None = None
    people: dict[str, Person | None] | None = None
    activities: dict[str, Activity | None] | None = None
    assignments: Assignment | list[Assignment] | None = None
    schemes: dict[str, Scheme] | None = None
    policy: Policy | None = None
    waivers: Waiver | list[Waiver] | None = None


def json_schema() -> str:
    """The schema as JSON text."""
    schema = TypeAdapter(OrgFile).json_schema(by_alias=True)
    for name, record in {**schema["$defs"], "OrgFile": schema}.items():
        record["description"] = record.get("description", "").split("\n\n")[0].replace("\n", " ")
        for key, note in KEY_NOTES.get(name, {}).items():
            record["properties"][key].setdefault("description", note)
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
    }
    return json.dumps(_plain(document), indent=2, ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:
    """The schema without generated titles and defaults that say nothing.

    Text may be written as a number: an editor reads `grade: 7` as one, and the reader takes what is written.
    """
    if isinstance(value, dict):
        plain = {
            key: _plain(item)
            for key, item in value.items()
            if not (key == "title" and isinstance(item, str) and "properties" not in value)
            and not (key == "default" and item in (None, [], {}))
        }
        if plain.get("type") == "string" and plain.keys().isdisjoint(("format", "enum", "const")):
            plain["type"] = ["string", "number"]
        return plain
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
