"""What an organisation asks of itself: thresholds, severities, and findings it accepts."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from orgmodel.library.shipped import profiles, span_presets
from orgmodel.model.requirement import Requirement
from orgmodel.model.values import RECORD, Count, Day, Names, Number, Whole, unwritten


@dataclass(frozen=True, slots=True, config=RECORD)
class Bounds:
    """A lower and an upper limit; either may be open."""

    min: Count | None = None
    max: Count | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
class Ceiling:
    """An upper limit; it may be open."""

    max: Count | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
class ShareBounds:
    """A lower and an upper limit of a share between 0 and 1; either may be open."""

    min: Number | None = None
    max: Number | None = None


def _some(names: tuple[str, ...]) -> tuple[str, ...]:
    if not names:
        raise PydanticCustomError("some_role", "wanted at least one role")
    return names


def _several(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(names)) < 2:
        raise PydanticCustomError("several_roles", "wanted at least two roles")
    return names


@dataclass(frozen=True, slots=True, config=RECORD)
class Conflict:
    """Roles that one person must not hold together, and why."""

    roles: Annotated[Names, AfterValidator(_several)]
    reason: str | None = None


def _listed(value: Any) -> Any:
    if value is None:
        return ()
    return (value,) if isinstance(value, dict) else value


def _mapped(value: Any) -> Any:
    return {} if value is None else value


@dataclass(frozen=True, slots=True, config=RECORD)
class RowLimits:
    """How many of one kind a row of the matrix may have before it is called too many."""

    doers: Count = 5
    advises: Count = 6
    informed: Count = 10


@dataclass(frozen=True, slots=True, config=RECORD)
class ColumnLimits:
    """Where one role or person carries too much of a matrix. Shares are of the rows of the matrix.

    Shares are judged from `rows` rows up. Half of the rows for an owner, 0.7 for a doer and 0.6 for an
    adviser are what matrix tools in use count as too much. `person` and `sole` are numbers of rows of one
    person after resolution; `overlap` is the share of equal cells of two roles with five or more rows.
    """

    rows: Count = 8
    owner_share: Number = 0.5
    doer_share: Number = 0.7
    adviser_share: Number = 0.6
    person: Count = 15
    sole: Count = 5
    overlap: Number = 0.8
    responsibilities: Count | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
class PayLimits:
    """How pay bands of neighbouring rungs may lie to each other; shares, not per cent.

    `overlap` is (upper end of the lower band - lower end of the upper) / width of the upper band;
    `compression` is the least a manager earns above a report.
    """

    overlap: Number = 0.5
    compression: Number = 0.0


def _known_preset(name: str | None) -> str | None:
    if name is not None and name not in span_presets():
        raise PydanticCustomError("span_preset", "wanted one of {known}", {"known": _preset_names()})
    return name


def _preset_names() -> str:
    return ", ".join(f'"{name}"' for name in span_presets())


def _span(value: Any) -> Any:
    """A name in place of limits."""
    if not isinstance(value, str):
        return value
    preset = span_presets().get(value)
    if preset is None:
        wanted = {"known": _preset_names()}
        raise PydanticCustomError("span_preset", 'wanted "min" and "max", or one of {known}', wanted)
    return {"min": preset["min"], "max": preset["max"]}


def _spans(value: Any) -> Any:
    """The limits of a preset where an entry names one; its own come first."""
    listed = _listed(value)
    if not isinstance(listed, list | tuple):
        return listed
    return tuple(_with_preset(item) if isinstance(item, dict) else item for item in listed)


def _with_preset(item: dict[str, Any]) -> dict[str, Any]:
    name = item.get("preset")
    preset = span_presets().get(name) if isinstance(name, str) else None
    return item if preset is None else {"min": preset["min"], "max": preset["max"], **item}


@dataclass(frozen=True, slots=True, config=RECORD)
class SpanLimit:
    """Limits for some managers only: those of a unit, of a kind of unit, of a role, or of a level.

    All that an entry names must fit. A unit means every seat in it or below it; a kind means seats whose
    own unit is of that kind. `preset` brings limits from the literature.
    """

    unit: str | None = None
    kind: str | None = None
    role: str | None = None
    level: Whole | None = None
    preset: Annotated[str | None, AfterValidator(_known_preset)] = None
    min: Count | None = None
    max: Count | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
class Ratio:
    """So many seats of some roles for one seat of others, in the whole or in each unit of a kind."""

    of: Annotated[Names, AfterValidator(_some)]
    to: Annotated[Names, AfterValidator(_some)]
    per: str | None = None
    min: Number | None = None
    max: Number | None = None


def _known_profile(name: str | None) -> str | None:
    if name is not None and name not in profiles():
        known = ", ".join(f'"{profile}"' for profile in profiles())
        raise PydanticCustomError("profile", "wanted one of {known}", {"known": known})
    return name


SeverityWord = Literal["error", "warning", "info", "ignore"]


@dataclass(frozen=True, slots=True, config=RECORD)
class Policy:
    """Thresholds and severities. Defaults are those of the catalogue of rules.

    `span` and `layers` count seats; `spans` has limits for some managers only, the first that fits counts.
    `layers_above` is the number of layers above the doer from which on an owner is told to stand high. `managers` is
    the share of seats that have reports. `conflicts` are roles not to be in one hand, `holders` the least
    number of people for a role. `handover_days` is how long two holders of one seat may overlap, or leave it
    empty between them, before that is more than a hand-over; `notice_days` how far ahead the end of the last
    holder of a manager's seat is pressing. `require` is what the organisation demands of its own entries.
    `profile` names a set of thresholds and severities; whatever stands here comes before it.
    A limit without a default is judged only where it is set.
    """

    tops: Count = 1
    span: Annotated[Bounds, BeforeValidator(_span, json_schema_input_type=Bounds | str)] = Field(
        default_factory=lambda: unwritten(Bounds, min=3, max=15)
    )
    layers: Ceiling = Field(default_factory=lambda: unwritten(Ceiling, max=8))
    row: RowLimits = Field(default_factory=lambda: unwritten(RowLimits))
    fte: Number = 1.0
    dotted: Ceiling = Field(default_factory=lambda: unwritten(Ceiling, max=3))
    column: ColumnLimits = Field(default_factory=lambda: unwritten(ColumnLimits))
    layers_above: Count = 2
    interim_days: Count = 365
    handover_days: Count = 31
    notice_days: Count = 90
    pay: PayLimits = Field(default_factory=lambda: unwritten(PayLimits))
    spans: Annotated[
        tuple[SpanLimit, ...],
        BeforeValidator(_spans, json_schema_input_type=SpanLimit | list[SpanLimit] | None),
    ] = ()
    unit_size: Bounds = Field(default_factory=lambda: unwritten(Bounds))
    managers: ShareBounds = Field(default_factory=lambda: unwritten(ShareBounds))
    ratios: Annotated[
        tuple[Ratio, ...], BeforeValidator(_listed, json_schema_input_type=Ratio | list[Ratio] | None)
    ] = ()
    conflicts: Annotated[
        tuple[Conflict, ...], BeforeValidator(_listed, json_schema_input_type=Conflict | list[Conflict] | None)
    ] = ()
    holders: Annotated[dict[str, Count], BeforeValidator(_mapped)] = Field(default_factory=dict)
    require: Annotated[tuple[Requirement, ...], BeforeValidator(_listed)] = ()
    profile: Annotated[str | None, AfterValidator(_known_profile)] = None
    severity: Annotated[
        dict[str, SeverityWord],
        BeforeValidator(
            lambda value: {} if value is None else value,
            json_schema_input_type=dict[str, SeverityWord] | None,
        ),
    ] = Field(default_factory=dict)


def _is_reversed(limits: Any) -> bool:
    least, most = limits.min, limits.max
    return least is not None and most is not None and type(least) is type(most) and bool(least > most)


def without_reversed(policy: Policy) -> Policy:
    """The policy with limits that nothing can keep to opened at both ends."""
    opened: dict[str, Any] = {
        name: _opened(limits)
        for name in ("span", "unit_size", "managers")
        if _is_reversed(limits := getattr(policy, name))
    }
    for name in ("spans", "ratios"):
        entries = getattr(policy, name)
        if any(map(_is_reversed, entries)):
            opened[name] = tuple(_opened(entry) if _is_reversed(entry) else entry for entry in entries)
    return replace(policy, **opened) if opened else policy


def _opened(limits: Any) -> Any:
    """Beside a preset one of the limits was written, and which one is not known: both stay."""
    return limits if getattr(limits, "preset", None) else replace(limits, min=None, max=None)


@dataclass(frozen=True, slots=True, config=RECORD)
class Waiver:
    """A finding accepted: which rule, for what (may end in `*`), why, by whom, until when."""

    rule: str
    for_: str = Field(alias="for")
    reason: str | None = None
    owner: str | None = None
    until: Day | None = None
