"""The roles of a clean organisation: five ladders of contributors, those who lead them, and staff."""

from __future__ import annotations

from typing import Any, NamedTuple

Entry = dict[str, Any]


class Ladder(NamedTuple):
    """A kind of team: its contributors from the lowest rung to the third, who leads it, and how many sit where."""

    family: str
    kind: str
    rungs: tuple[str, str, str]
    lead: str
    sizes: tuple[int, int, int]
    skills: tuple[str, str]


LADDERS = (
    Ladder(
        "engineering",
        "squad",
        ("junior-engineer", "engineer", "senior-engineer"),
        "engineering-manager",
        (1, 2, 1),
        ("coding", "testing"),
    ),
    Ladder(
        "operations",
        "crew",
        ("field-agent", "dispatcher", "shift-planner"),
        "operations-manager",
        (2, 2, 1),
        ("scheduling", "safety"),
    ),
    Ladder(
        "sales",
        "sales-team",
        ("sales-associate", "account-manager", "key-account-manager"),
        "sales-manager",
        (2, 2, 1),
        ("negotiation", "market-knowledge"),
    ),
    Ladder(
        "care",
        "care-desk",
        ("care-agent", "care-specialist", "care-coach"),
        "care-manager",
        (3, 1, 1),
        ("listening", "product-knowledge"),
    ),
    Ladder(
        "finance",
        "office",
        ("bookkeeper", "accountant", "controller"),
        "finance-manager",
        (1, 2, 1),
        ("accounting", "reporting"),
    ),
)
CHIEFS = ("cto", "coo", "cco", "cfo")

_TITLES = {
    "ceo": "Chief Executive Officer",
    "cto": "Chief Technology Officer",
    "coo": "Chief Operating Officer",
    "cco": "Chief Customer Officer",
    "cfo": "Chief Financial Officer",
    "director": "Department Director",
    "general-counsel": "General Counsel",
    "chief-of-staff": "Chief of Staff",
    "internal-auditor": "Internal Auditor",
    "business-analyst": "Business Analyst",
}


def roles() -> dict[str, Entry]:
    """All roles by id; levels, years, pay and skills rise together along every promotion."""
    found: dict[str, Entry] = {
        "ceo": _leader(7, "leadership", "executive"),
        **{chief: _leader(6, "leadership", "executive", reports_to="ceo") for chief in CHIEFS},
        "director": _leader(5, "leadership", "management", promotes_to=list(CHIEFS)),
        "general-counsel": _role(5, "legal", "staff", {"law": 6}, reports_to="ceo"),
        "internal-auditor": _role(4, "audit", "staff", {"auditing": 5}, reports_to="ceo"),
        "chief-of-staff": _role(
            4, "office", "staff", {"analysis": 5}, counts_as=["business-analyst"], reports_to="ceo"
        ),
        "business-analyst": _role(
            3, "office", "staff", {"analysis": 4}, promotes_to=["chief-of-staff"], reports_to=list(CHIEFS)
        ),
    }
    for chief in CHIEFS:
        found[chief]["promotes_to"] = ["ceo"]
    for ladder in LADDERS:
        found |= _of_ladder(ladder)
    engineering = ("engineering", "ic", {"coding": 3, "testing": 5})
    found["test-engineer"] = _role(
        2, *engineering, reports_to="engineering-manager", promotes_to=["senior-engineer"], aliases=["Tester"]
    )
    found["test-engineer"]["skills"]["testing"] = 4
    found["staff-engineer"] = _role(4, "engineering", "ic", {"coding": 6, "testing": 5}, reports_to="director")
    found["junior-engineer"]["promotes_to"].append("test-engineer")
    found["senior-engineer"]["promotes_to"].append("staff-engineer")
    for ladder in LADDERS[1:]:
        found[ladder.rungs[2]]["promotes_to"].append("internal-auditor")
    found["trainee"] = _role(1, "school", "ic", {"safety": 2})
    found["customer"] = {"title": "Customer", "external": True}
    found["regulator"] = {"title": "Regulator", "external": True}
    for role in found.values():
        if role.get("track") == "ic":
            role["purpose"] = f"Do the work of {role['family']} well."
    return {name: {"title": _TITLES.get(name, name.replace("-", " ").title()), **role} for name, role in found.items()}


def _of_ladder(ladder: Ladder) -> dict[str, Entry]:
    steps = (*ladder.rungs[1:], ladder.lead)
    one, other = ladder.skills
    found = {
        rung: _role(
            level,
            ladder.family,
            "ic",
            {one: level + 1, other: level + 2},
            reports_to=ladder.lead,
            promotes_to=[steps[level - 1]],
        )
        for level, rung in enumerate(ladder.rungs, 1)
    }
    above = "cfo" if ladder.family == "finance" else "director"
    found[ladder.lead] = _leader(4, ladder.family, "management", reports_to=above, promotes_to=["director"])
    found[ladder.lead]["responsibilities"] = ["Hires for the team", "Keeps its promises"]
    return found


def _leader(level: int, family: str, track: str, **more: Any) -> Entry:
    return _role(level, family, track, {"leading": min(level, 7)}, **more)


def _role(level: int, family: str, track: str, skills: dict[str, int], **more: Any) -> Entry:
    return {
        "level": level,
        "track": track,
        "family": family,
        **more,
        "skills": dict(skills),
        "experience": {"min": 2 * level - 2, "max": 2 * level, "basis": "in_discipline"},
        "pay": [_band(level)],
    }


def _band(level: int) -> Entry:
    """Each band begins a little below the end of the one before."""
    least = 30_000 * 13 ** (level - 1) // 10 ** (level - 1)
    return {
        "stat": "range",
        "min": least // 1000 * 1000,
        "max": least * 7 // 5 // 1000 * 1000,
        "currency": "EUR",
        "year": 2026,
    }
