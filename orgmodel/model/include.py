"""How other files join a model: an include, and the mapping of a table's columns."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from orgmodel.model.values import RECORD, Names

TableKind = Literal["positions", "people", "units", "roles", "assignments", "matrix"]


@dataclass(frozen=True, slots=True, config=RECORD)
class Words:
    """Cell texts that mean something else than themselves; they match in any case.

    `root` in a manager cell: a top. In a holder cell: `vacant`, `ended` (the post is gone),
    `undisclosed` (somebody, not named). `absent` anywhere: nothing given.
    """

    root: Names = ()
    vacant: Names = ()
    ended: Names = ()
    undisclosed: Names = ()
    absent: Names = ()


@dataclass(frozen=True, slots=True, config=RECORD)
class Include:
    """One include: a file or glob below the model's folder, or a library; a table with its mapping.

    Of a library `take` names kinds (`roles`, `activities`) or entries (`role:pm`, `activity:launch-*`).
    `columns` maps a field to a heading (or to several, whose cells are joined by a blank). Of a matrix
    `roles` or `activities` name the columns across.
    `by` says what the manager cell holds. `match` allows references to miss by letter case or
    leading zeros. `dates` is the form of dates other than YYYY-MM-DD, as in `%d/%m/%Y`.
    """

    file: str | None = None
    library: str | None = None
    take: Names = ("roles",)
    as_: TableKind | None = Field(default=None, alias="as")
    columns: Annotated[
        dict[str, Names],
        BeforeValidator(
            lambda value: {} if value is None else value,
            json_schema_input_type=dict[str, str | list[str]] | None,
        ),
    ] = Field(default_factory=dict)
    by: Literal["id", "holder", "email"] | None = None
    match: Annotated[
        tuple[Literal["case", "leading-zeros"], ...],
        BeforeValidator(lambda value: (value,) if isinstance(value, str) else value or ()),
    ] = ()
    dates: str | None = None
    preset: str | None = None
    words: Words | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    scheme: str | None = None
    source: str | None = None
