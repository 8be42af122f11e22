"""The sixty rows of a clean organisation, most of them per kind of team, per department or per role."""

from __future__ import annotations

from typing import Any

Entry = dict[str, Any]
_TEAM_ROWS: dict[str, tuple[tuple[str, str, str, str, str, str], ...]] = {
    "squad": (
        ("sprint-plan", "Plan the sprint", "engineering-manager", "senior-engineer", "engineer", "test-engineer"),
        ("code-review", "Review code changes", "senior-engineer", "senior-engineer", "engineer", "engineering-manager"),
        ("test-run", "Test the increment", "engineering-manager", "test-engineer", "engineer", "director"),
        ("incident", "Handle incidents", "engineering-manager", "engineer", "staff-engineer", "director"),
        (
            "first-weeks",
            "Train new engineers",
            "senior-engineer",
            "senior-engineer",
            "test-engineer",
            "junior-engineer",
        ),
        ("bug-triage", "Sort reported defects", "engineering-manager", "junior-engineer", "test-engineer", "engineer"),
    ),
    "crew": (
        (
            "shift-roster",
            "Draw up the shift roster",
            "operations-manager",
            "shift-planner",
            "dispatcher",
            "field-agent",
        ),
        ("vehicle-check", "Inspect vehicles", "operations-manager", "field-agent", "shift-planner", "dispatcher"),
        ("dispatch", "Send out field agents", "operations-manager", "dispatcher", "shift-planner", "field-agent"),
        ("hazard-report", "Report hazards on the road", "operations-manager", "field-agent", "dispatcher", "director"),
        ("depot-stock", "Keep spare parts in stock", "shift-planner", "shift-planner", "field-agent", "director"),
    ),
    "sales-team": (
        ("quota", "Set sales quotas", "sales-manager", "key-account-manager", "account-manager", "director"),
        ("offer", "Write offers", "sales-manager", "account-manager", "key-account-manager", "sales-associate"),
        (
            "lead-list",
            "Qualify new leads",
            "sales-manager",
            "sales-associate",
            "account-manager",
            "key-account-manager",
        ),
        ("key-contract", "Negotiate large contracts", "sales-manager", "key-account-manager", "general-counsel", "cfo"),
    ),
    "care-desk": (
        ("complaint", "Answer complaints", "care-manager", "care-agent", "care-specialist", "care-coach"),
        ("refund", "Grant refunds", "care-manager", "care-specialist", "care-coach", "care-agent"),
        ("call-quality", "Listen in on calls", "care-coach", "care-coach", "care-specialist", "care-manager"),
        ("help-article", "Update help articles", "care-manager", "care-specialist", "care-agent", "director"),
    ),
    "office": (
        ("ledger", "Keep the ledger", "finance-manager", "bookkeeper", "accountant", "controller"),
        ("month-close", "Close the month", "finance-manager", "accountant", "controller", "cfo"),
        ("variance", "Explain variances", "controller", "controller", "accountant", "finance-manager"),
        ("payment-run", "Release payments", "finance-manager", "accountant", "controller", "bookkeeper"),
    ),
}
_DEPARTMENT_ROWS = (
    ("department-goals", "Agree on yearly goals", "business-analyst", "chief-of-staff"),
    ("department-hiring", "Decide on open positions", "general-counsel", "chief-of-staff"),
    ("department-risks", "Watch local risks", "internal-auditor", "general-counsel"),
    ("department-forecast", "Forecast demand", "business-analyst", "ceo"),
)
_ROWS_OF_A_SEAT = (
    ("feedback-engineering", "Give feedback to engineers", "engineering-manager", "director", "cto"),
    ("feedback-operations", "Talk through shifts with agents", "operations-manager", "director", "coo"),
    ("career-sales", "Coach sellers", "sales-manager", "director", "cco"),
    ("tone-of-voice", "Shape how the desk sounds", "care-manager", "director", "cco"),
)


def activities(directors: dict[str, list[str]], staff_engineers: list[str]) -> dict[str, Entry]:
    """All rows by id. `directors` are the head seats of departments by the chief above them."""
    found: dict[str, Entry] = {}
    for kind, rows in _TEAM_ROWS.items():
        for name, title, owner, doer, adviser, told in rows:
            found[name] = _row(title, kind, "operational", {"A": owner, "R": doer, "C": adviser, "I": told}, per=kind)
    found["incident"]["escalates_to"] = "director"
    found["hazard-report"]["escalates_to"] = "director"
    found["release"] = _row(
        "Release to production",
        "squad",
        "operational",
        {"A": "engineering-manager", "R": ["senior-engineer", "engineer"], "V": "test-engineer", "C": "staff-engineer"}
        | {"I": "director"},
        per="squad",
        scheme="raci-vs",
        depends_on=["test-run"],
    )
    found["payment-run"]["separate"] = True
    for name, title, adviser, told in _DEPARTMENT_ROWS:
        letters = {"A": "director", "R": "director", "C": adviser, "I": told}
        found[name] = _row(title, "departments", "tactical", letters, per="department")
    for name, title, role, adviser, told in _ROWS_OF_A_SEAT:
        letters = {"A": role, "R": role, "C": adviser, "I": told}
        found[name] = _row(title, "people", "tactical", letters, per=f"role:{role}")
    return found | _company_rows(directors, staff_engineers)


def _company_rows(directors: dict[str, list[str]], staff_engineers: list[str]) -> dict[str, Entry]:
    heads = {chief: [f"position:{seat}" for seat in seats] for chief, seats in directors.items()}
    chiefs = ["cto", "coo", "cco", "cfo"]
    decision = {"kind": "decision", "plane": "strategic"}
    rows: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
        (
            "strategy",
            "Choose the strategy",
            _raci("ceo", chiefs, ["general-counsel", "director"], "customer"),
            decision,
        ),
        ("company-budget", "Approve the company budget", _raci("ceo", "cfo", chiefs[:3], "director"), decision),
        ("annual-report", "Publish the annual report", _raci("cfo", "cfo", "internal-auditor", "regulator"), {}),
        ("audit-plan", "Draw up the audit plan", _raci("internal-auditor", "internal-auditor", "cfo", "ceo"), {}),
        ("compliance", "Follow new laws", _raci("general-counsel", "general-counsel", "internal-auditor", "ceo"), {}),
        ("board-papers", "Prepare board papers", _raci("ceo", "chief-of-staff", "general-counsel", "cfo"), {}),
        ("portfolio", "Compare initiatives", _raci("chief-of-staff", "business-analyst", "director", "ceo"), {}),
        ("roadmap", "Lay out the technology roadmap", _raci("cto", heads["cto"], "staff-engineer", "cfo"), decision),
        ("platform-standards", "Set coding standards", _standards(heads["cto"][0], staff_engineers[0]), {}),
        ("new-cities", "Open new cities", _raci("coo", heads["coo"], "cfo", "operations-manager"), decision),
        ("safety-programme", "Run the safety programme", _raci("coo", heads["coo"], "general-counsel", "cto"), {}),
        ("fleet-renewal", "Renew the fleet", _raci("coo", heads["coo"], "cfo", "operations-manager"), {}),
        ("launch", "Launch a new service", _raci("cco", heads["cco"], ["cto", "coo"], "care-manager"), decision),
        ("treasury", "Manage liquidity", _raci("cfo", "cfo", "business-analyst", "finance-manager"), {}),
        ("reorganisation", "Change the structure", _raci("ceo", "ceo", chiefs, "director"), decision),
        ("crisis", "Lead through a crisis", _raci("ceo", ["coo", "cto"], "general-counsel", "director"), {}),
    ]
    found = {name: _row(title, "company", "tactical", letters) | more for name, title, letters, more in rows}
    found["roadmap"] |= {"escalates_to": "ceo", "depends_on": ["strategy"]}
    found["company-budget"]["depends_on"] = ["strategy"]
    found["fleet-renewal"] |= {"depends_on": ["company-budget"], "escalates_to": "ceo"}
    found["annual-report"] |= {"kind": "deliverable", "until": "2027-12-31"}
    first, second = directors["cco"]
    found["launch-campaign"] = _row(
        "Advertise the service", "company", "tactical", _raci(f"position:{first}", "sales-manager", "cco", "customer")
    ) | {"part_of": "launch"}
    found["launch-training"] = _row(
        "Teach desks the service",
        "company",
        "tactical",
        _raci(f"position:{second}", "care-manager", "care-coach", "cco"),
    ) | {"part_of": "launch", "depends_on": ["launch-campaign"]}
    return found | _rows_of_other_schemes(heads)


def _rows_of_other_schemes(heads: dict[str, list[str]]) -> dict[str, Entry]:
    found = {
        "price-model": {"title": "Choose a price model", "scheme": "daci", "kind": "decision"}
        | {"assign": {"A": "cco", "D": heads["cco"][0], "C": ["cfo", "coo"], "I": "sales-manager"}},
        "depot-site": {"title": "Pick depot locations", "scheme": "rapid", "kind": "decision"}
        | {"assign": {"D": "coo", "R": heads["coo"][0], "P": heads["coo"][1], "A": "cfo", "I": "general-counsel"}},
        "credit-line": {"title": "Sign credit lines", "scheme": "pacsi"}
        | {"assign": {"A": "cfo", "P": "cfo", "C": "ceo", "S": "general-counsel", "I": "cco"}},
        "office-party": {"title": "Host the summer party", "scheme": "house"}
        | {"assign": {"OWN": "chief-of-staff", "DO": "chief-of-staff", "ASK": "cfo"}},
        "newsletter": {"title": "Send the newsletter", "scheme": "cairo"}
        | {"assign": {"A": "cco", "R": "cco", "C": "chief-of-staff", "I": "director", "O": "internal-auditor"}},
        "community-forum": {"title": "Moderate the community forum", "unowned": "Volunteers run it among themselves."},
        "data-protection": {"title": "Protect personal data"},
        "supplier-choice": {"title": "Select suppliers"},
        "insurance": {"title": "Insure the company", "assign": _raci("cfo", "cfo", "general-counsel", "ceo")},
        "works-council": {"title": "Meet the works council", "assign": _raci("coo", "coo", "general-counsel", "ceo")},
    }
    for entry in found.values():
        entry["group"] = "company"
    return found


CLAIMS = (
    ("data-protection", "general-counsel", "A", "law.md"),
    ("data-protection", "general-counsel", "R", "law.md"),
    ("data-protection", "cto", "C", "law.md"),
    ("data-protection", "general-counsel", "A", "handbook.md"),
    ("data-protection", "general-counsel", "R", "handbook.md"),
    ("data-protection", "cto", "C", "handbook.md"),
    ("supplier-choice", "coo", "A", "handbook.md"),
    ("supplier-choice", "coo", "R", "handbook.md"),
    ("supplier-choice", "cfo", "C", "handbook.md"),
    ("insurance", "cfo", "A", "handbook.md"),
    ("insurance", "general-counsel", "C", "handbook.md"),
)
"""What sources say: activity, role, letter, source. All of it agrees."""

HOUSE_SCHEME = {
    "OWN": {"name": "Owner", "min": 1, "max": 1, "traits": ["owner"]},
    "DO": {"name": "Doer", "min": 1, "traits": ["doer"]},
    "ASK": {"name": "Asked", "traits": ["advises"]},
}


def _standards(head: str, staff_engineer: str) -> dict[str, Any]:
    return {"A": head, "R": f"position:{staff_engineer}", "C": "senior-engineer", "I": "cto"}


def _raci(owner: str, doers: Any, asked: Any, told: Any) -> dict[str, Any]:
    return {"A": owner, "R": doers, "C": asked, "I": told}


def _row(title: str, group: str, plane: str, letters: dict[str, Any], **more: Any) -> Entry:
    return {"title": title, "group": group, "plane": plane, **more, "assign": letters}
