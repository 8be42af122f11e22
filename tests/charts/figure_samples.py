"""Models whose figures the tests draw, and geometry to judge them by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from random import Random

from orgmodel.charts.figure_request import FigureRequest
from orgmodel.charts.figures import build_figure
from orgmodel.drawing.picture import Group, Label, Picture, Rect, flattened
from orgmodel.drawing.picture import Path as Stroke
from orgmodel.drawing.text import measure
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


def boxes(picture: Picture, *inks: str) -> list[Rect]:
    """Filled and outlined rectangles of these fills, as cards have them."""
    return [
        shape for shape in flattened(picture.shapes) if isinstance(shape, Rect) and shape.fill in inks and shape.stroke
    ]


def lines_of(picture: Picture) -> list[Stroke]:
    """Lines that stand in groups of their own: arrows and ties."""
    return [
        group.shapes[0]
        for group in picture.shapes
        if isinstance(group, Group) and len(group.shapes) == 1 and isinstance(group.shapes[0], Stroke)
    ]


def overlapping(rects: list[Rect]) -> list[tuple[Rect, Rect]]:
    """Pairs of rectangles that lie over each other."""
    return [
        (one, other)
        for one, other in combinations(rects, 2)
        if one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    ]


def crossed(line: Stroke, rects: list[Rect]) -> list[Rect]:
    """The rectangles into which a line runs; to touch an edge is not to run into."""
    found = []
    for start, end in pairwise(line.points):
        for step in range(201):
            share = step / 200
            x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
            found += [
                rect
                for rect in rects
                if rect.x + 0.01 < x < rect.x + rect.width - 0.01 and rect.y + 0.01 < y < rect.y + rect.height - 0.01
            ]
    return found


def shared_pieces(lines: list[Stroke]) -> Iterator[tuple[Stroke, Stroke]]:
    """Pairs of lines with right angles that lie on each other for more than a point."""
    for one, other in combinations(lines, 2):
        for a, b in pairwise(one.points):
            for c, d in pairwise(other.points):
                for along, across in ((0, 1), (1, 0)):
                    flat = a[across] == b[across] == c[across] == d[across]
                    low = max(min(a[along], b[along]), min(c[along], d[along]))
                    high = min(max(a[along], b[along]), max(c[along], d[along]))
                    if flat and high - low > 0.01:
                        yield one, other


def outside(picture: Picture) -> list[object]:
    """Shapes that reach over an edge of the page."""
    found: list[object] = []
    for shape in flattened(picture.shapes):
        if isinstance(shape, Label):
            wide = measure(shape.text, shape.size, bold=shape.bold)
            left = shape.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
            corners = [(left, shape.y - shape.size), (left + wide, shape.y)]
        elif isinstance(shape, Stroke):
            corners = list(shape.points)
        else:
            corners = [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
        if any(not (0 <= x <= picture.width and 0 <= y <= picture.height) for x, y in corners):
            found.append(shape)
    return found


def texts_outside_their_box(picture: Picture) -> list[str]:
    """Texts of groups with a box that are wider than it, or stand above or below it."""
    found = []
    for group in picture.shapes:
        if not isinstance(group, Group) or not isinstance(group.shapes[0], Rect):
            continue
        box = group.shapes[0]
        for shape in group.shapes:
            if isinstance(shape, Label):
                wide = measure(shape.text, shape.size, bold=shape.bold)
                left = shape.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
                inside = box.x <= left and left + wide <= box.x + box.width
                if not inside or not box.y < shape.y - shape.size * 0.7 or not shape.y < box.y + box.height:
                    found.append(shape.text)
    return found
