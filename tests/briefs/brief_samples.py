"""A small organisation with a ladder, and models with one hostile name everywhere."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from orgmodel.analysis.compare import compare
from orgmodel.analysis.compare_records import Comparison
from orgmodel.analysis.path import find_path
from orgmodel.analysis.path_records import Climb, Person
from orgmodel.loading.load import load
from orgmodel.model.activities import Activity, Assignment, Letter
from orgmodel.model.lines import Assignee, Line
from orgmodel.model.organization import Organization
from orgmodel.model.roles import Experience, Pay, Role

DAY = date(2026, 11, 1)
DATA = Path(__file__).parent / "data"
MODEL = "Harbour Maps"

HOSTILE = (
    """it's "quoted" & <b>bold</b>""",
    "<script>alert(1)</script>",
    "</td></table></title><script>",
    "</style></svg><svg onload=alert(1)>",
    "\u202egnp.exe\u2066",
    "line\nbreak\ttab\r\n",
    "a | b || `c` \\| d",
    "[x](javascript:alert(1)) ![y](z) **b**",
    "# heading",
    "https://example.org www.example.org",
    "x" * 5_000,
    "田" * 5_000,
    "a" + "\u0301" * 5_000,
    "&amp;lt; &#0; &x;",
    "{{7*7}} {% raw %} ${x} %s",
    "::error::no",
    "##vso[task.complete]",
    "\ufffe\uffff\ud800",
    "\x1b[31mred\x1b[0m",
    "   ",
)
"""Names written to do harm."""


def harbour() -> Organization:
    return load(str(DATA / "harbour.yaml")).organization


def comparison() -> Comparison:
    return compare(harbour(), DAY, ["pm", "senior-pm", "Product Director"])


def climb() -> Climb:
    organization = harbour()
    return find_path(
        organization, DAY, "pm", "director", Person("person", "Li Wei", dict(organization.people["li"].skills))
    )


def no_way() -> Climb:
    return find_path(harbour(), DAY, "director", "engineer")


def hostile(name: str) -> Organization:
    """An organisation in which everything that has a name has this one."""

    def role(up: tuple[str, ...]) -> Role:
        return Role(
            title=name,
            aliases=(name,),
            reports_to=(Line("a"), Line(name)),
            promotes_to=up,
            track=name,
            grade=name,
            family=name,
            purpose=name,
            works_with=(name,),
            skills={name: 3} if up else {name: 5},
            experience=Experience(min=1, max=3, basis=name),
            pay=(Pay(stat="range", min=1, max=2, currency=name, source=name),),
            certifications=(name,),
            responsibilities=(name,),
            fields={name: name, "products": "3"},
        )

    claims = [Assignment("y", "a", "A", name), Assignment("y", "a", "none", name), Assignment("y", "b", "A", name)]
    return Organization(
        scheme=name,
        schemes={name: {"A": Letter(name=name, max=1, traits=("owner",))}},
        roles={"a": role(("b",)), "b": role(())},
        activities={
            "x": Activity(title=name, group=name, assign={"A": (Assignee("a"),)}),
            "y": Activity(title=name, group=name, kind="deliverable"),
        },
        assignments=claims,
    )


def load_text(text: str) -> Organization:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "org.yaml"
        file.write_text(text, "utf-8")
        return load(str(file)).organization
