"""Which roles stand on the ladder, in which column, and which of their pay figures share one scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from math import floor, log10

from orgmodel.analysis.pay import Figure, Kind, figures, money
from orgmodel.charts.figure_request import FigureRequest
from orgmodel.charts.ladder.ladder import Column, Ladder, PayBand, PayScale, Rung
from orgmodel.charts.wording import counted, find, id_of
from orgmodel.errors import UsageError
from orgmodel.matrix.names import several
from orgmodel.model.organization import Organization
from orgmodel.model.roles import Experience, Role
from orgmodel.rules.ladder.rungs import Ladder as Promotions

_MOST_FIGURES = 2
_LARGEST = 1e12
_MOST_COLUMNS = 6
"""Columns that a page has room for without folding tracks."""


def build(organization: Organization, day: date, name: str, request: FigureRequest) -> Ladder:
    """The ladder of an organisation. Raises UsageError where no role has a level."""
    promotions = Promotions(organization)
    roles = {id_: role for id_, role in promotions.roles.items() if not role.external}
    root = id_of(organization, "roles", request.root)
    if root is not None:
        find(root, dict.fromkeys(roles, 0), "role")
        around = _around(promotions, root)
        roles = {id_: role for id_, role in roles.items() if id_ in around}
    placed = {id_: role for id_, role in roles.items() if role.level is not None}
    if not placed:
        raise UsageError(_no_levels(organization, roles, root))
    columns, where = _columns(placed.values())
    pay = {id_: figures(role.pay) for id_, role in placed.items()}
    kind = _common(pay.values())
    rungs = [
        _rung(id_, organization.title("roles", id_), role, columns, where[_column(role)], pay[id_], kind)
        for id_, role in placed.items()
    ]
    index = {id_: place for place, id_ in enumerate(placed)}
    steps = [(index[low], index[up]) for low, up in promotions.onward if low != up and low in index and up in index]
    parts = [counted(len(rungs), "role"), counted(len({rung.level for rung in rungs}), "level")]
    parts += [counted(len(steps), "promotion")]
    words = ["Career ladder", f"around {organization.title('roles', root)}" if root else ""]
    words += [", ".join(parts), f"as of {day.isoformat()}" if request.dated else ""]
    return Ladder(
        name,
        " · ".join(filter(None, words)),
        tuple(columns),
        tuple(rungs),
        tuple(steps),
        _scale(kind, [figures_[kind] for figures_ in pay.values() if kind in figures_]) if kind else None,
        tuple(_notes(organization, roles, placed)),
    )


def _no_levels(organization: Organization, roles: dict[str, Role], root: str | None) -> str:
    if not roles:
        return "a ladder needs roles, and this model has none"
    what = f"around {organization.title('roles', root)}" if root is not None else "in this model"
    number = "the one role" if len(roles) == 1 else f"none of the {len(roles):,} roles"
    verb = " has none" if len(roles) == 1 else " has one"
    return f"a ladder needs roles with a `level`; {number} {what}{verb}"


def _around(promotions: Promotions, root: str) -> frozenset[str]:
    """The role itself, all that lead to it, and all that it leads to."""
    found = {root}
    for here, there in ((0, 1), (1, 0)):
        waiting = [root]
        ways: dict[str, list[str]] = {}
        for step in promotions.onward:
            ways.setdefault(step[here], []).append(step[there])
        seen = {root}
        while waiting:
            for other in ways.get(waiting.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        found |= seen
    return frozenset(found)


def _column(role: Role) -> tuple[str, str]:
    return role.family or "", role.track or ""


def _columns(roles: Iterable[Role]) -> tuple[list[Column], dict[tuple[str, str], int]]:
    """The columns, and in which of them the roles of a family and track stand.

    Families come in the order of the file, each with its tracks from the one that begins lowest. Where that makes
    many columns, tracks of one family that have no level in common stand in one column, above each other.
    """
    levels: dict[tuple[str, str], set[int]] = {}
    for role in roles:
        levels.setdefault(_column(role), set()).add(role.level or 0)
    families = list(dict.fromkeys(family for family, _track in levels))
    ordered = sorted(levels, key=lambda column: (families.index(column[0]), min(levels[column])))
    columns: list[Column] = []
    held: list[set[int]] = []
    where: dict[tuple[str, str], int] = {}
    for family, track in ordered:
        own = levels[family, track]
        fitting = (i for i, column in enumerate(columns) if column.family == family and not held[i] & own)
        place = next(fitting, None) if len(ordered) > _MOST_COLUMNS else None
        if place is None:
            place = len(columns)
            columns.append(Column(family, ()))
            held.append(set())
        columns[place] = Column(family, (*columns[place].tracks, track))
        held[place] |= own
        where[family, track] = place
    return columns, where


def _notes(organization: Organization, roles: dict[str, Role], placed: dict[str, Role]) -> list[str]:
    missing = [organization.title("roles", id_) for id_ in roles if id_ not in placed]
    if not missing:
        return []
    verb = "is" if len(missing) == 1 else "are"
    return [f"{counted(len(missing), 'role')} without a level {verb} not shown: {several(missing, 6)}"]


# -- what a rung says


def _rung(
    id_: str,
    title: str,
    role: Role,
    columns: list[Column],
    column: int,
    pay: dict[Kind, Figure],
    common: Kind | None,
) -> Rung:
    facts = [role.track] if role.track and len(columns[column].tracks) > 1 else []
    facts += [f"Grade {role.grade}"] if role.grade else []
    facts += [_years(role.experience)] if role.experience is not None else []
    own = pay.get(common) if common is not None else None
    own = own if own is not None and _fits_a_bar(own) else None
    others = [
        f"{'pay' if kind.stat == 'range' else kind.stat} {figure.text} {kind.unit}"
        for kind, figure in pay.items()
        if figure is not own
    ]
    facts += others[:_MOST_FIGURES]
    if len(others) > _MOST_FIGURES:
        facts.append(f"and {counted(len(others) - _MOST_FIGURES, 'more pay figure')}")
    band = PayBand(own.lower, own.upper, own.text) if own is not None else None
    return Rung(id_, title, role.level or 0, column, tuple(filter(None, facts)), band)


def _years(experience: Experience) -> str:
    """`3 to 5 years in discipline`."""
    low, high = experience.min, experience.max
    if low is None and high is None:
        return ""
    if low is None:
        span, last = f"up to {high:g}", high
    elif high is None:
        span, last = f"from {low:g}", low
    else:
        span, last = f"{low:g}" if low == high else f"{low:g} to {high:g}", high
    return f"{span} {'year' if last == 1 else 'years'} {(experience.basis or '').replace('_', ' ')}".strip()


# -- pay on one scale


def _common(pays: Iterable[dict[Kind, Figure]]) -> Kind | None:
    """The kind of figure that most roles state; bands before single amounts, then the order of the file."""
    count: Counter[Kind] = Counter()
    bands: Counter[Kind] = Counter()
    for pay in pays:
        for kind, figure in pay.items():
            if _fits_a_bar(figure):
                count[kind] += 1
                bands[kind] += figure.is_band
    shared = [kind for kind, number in count.items() if number > 1]
    return max(shared, key=lambda kind: (count[kind], bands[kind]), default=None)


def _fits_a_bar(figure: Figure) -> bool:
    """Whether a figure can be drawn: no amount that makes all others vanish."""
    return all(abs(end) < _LARGEST for end in (figure.lower, figure.upper) if end is not None)


def _scale(kind: Kind, shown: list[Figure]) -> PayScale:
    """From zero, or from a round amount below the lowest one where zero is far away."""
    fitting = [figure for figure in shown if _fits_a_bar(figure)]
    ends = [end for figure in fitting for end in (figure.lower, figure.upper) if end is not None]
    low, high = min(ends), max(ends)
    step = 10 ** floor(log10(max(high - low, abs(high) / 4, 0.01)))
    lower = 0.0 if 0 <= low < high * 0.6 else floor(low / step) * float(step)
    upper = (floor(high / step) + 1) * float(step)
    return PayScale(lower, upper, kind.unit, kind.origin)


def scale_text(scale: PayScale) -> tuple[str, str]:
    """Both ends of a scale in words."""
    return money(scale.lower), money(scale.upper)
