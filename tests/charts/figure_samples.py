"""Models whose figures the tests draw."""

from __future__ import annotations

from pathlib import Path
from random import Random

from orgmodel.charts.figure_request import FigureRequest
from orgmodel.charts.figures import build_figure
from orgmodel.loading.load import load

DAY_LINE = "orgmodel: 1\nname: Test\nas_of: 2026-11-01\n"


def value_of(folder: Path, text: str, of: str, **asked: str):
    """The value of a figure of a model given as text."""
    file = folder / "org.yaml"
    file.write_text(DAY_LINE + text, "utf-8")
    loaded = load(str(file))
    organization = loaded.organization
    assert organization.as_of is not None
    return build_figure(of, organization, organization.as_of, loaded.name, FigureRequest(**asked))


def random_ladder(seed: int, roles: int = 40) -> str:
    """Roles with levels, tracks, pay and promotions in all directions, those that do not rise too."""
    random = Random(seed)
    lines = ["roles:"]
    for number in range(roles):
        ups = ", ".join(f"r{random.randrange(roles)}" for _ in range(random.randint(0, 3)))
        lines.append(
            f"  r{number}: {{title: Role {'of many words ' * (number % 4)}{number}, level: {random.randint(1, 7)}, "
            f"track: t{number % 3}, promotes_to: [{ups}], "
            f"pay: {{min: {random.randint(1, 90) * 1000}, max: {random.randint(91, 200) * 1000}, currency: EUR}}}}"
        )
    return "\n".join(lines) + "\n"


def random_network(seed: int, activities: int = 14) -> str:
    """Roles with letters on activities of a unit."""
    random = Random(seed)
    roles = [f"role{number}" for number in range(12)]
    lines = ["units: {u: {title: Unit}}", "roles: {" + ", ".join(f"{role}: {{title: {role}}}" for role in roles) + "}"]
    lines.append("positions:")
    lines += [f"  p-{role}: {{role: {role}, unit: u, reports_to: , holder: Ann {role}}}" for role in roles]
    lines.append("activities:")
    for number in range(activities):
        some = random.sample(roles, 6)
        lines.append(
            f"  a{number}: {{title: Activity {number}, "
            f"assign: {{A: {some[0]}, R: [{some[1]}, {some[2]}], C: [{some[3]}], I: [{some[4]}, {some[5]}]}}}}"
        )
    return "\n".join(lines) + "\n"
