"""What the SVG of a chart shows, read back from the document."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from chart_samples import SVG, card_groups, parse, place, random_parents, sample_chart, special_parents

from orgmodel.charts.chart import Card, Chart, DottedLine
from orgmodel.charts.svg import render
from orgmodel.drawing.text import measure

SIZES = {"u": (11, False), "k": (11, False), "t": (12, True), "n": (12, True)}
CHARTS = {f"seed {seed}": sample_chart(random_parents(1 + seed * 2, seed), seed) for seed in range(0, 200, 4)}
CHARTS |= {name: sample_chart(parents) for name, parents in special_parents().items()}


@pytest.fixture(scope="module")
def drawn():
    return [(name, chart, parse(render(chart))) for name, chart in CHARTS.items()]


def box_size(root) -> tuple[int, int]:
    shape = root.find(f"{SVG}defs/{SVG}rect")
    return int(shape.get("width")), int(shape.get("height"))


def page_size(root) -> tuple[int, int]:
    _, _, width, height = root.get("viewBox").split()
    return int(width), int(height)


def chart_group(root):
    return next(group for group in root.findall(f"{SVG}g") if card_groups(group))


def pieces(path: str) -> list[tuple[int, int, int, int]]:
    found = []
    for x, y, way, end in re.findall(r"M(-?\d+) (-?\d+)([HV])(-?\d+)", path):
        found.append((int(x), int(y), int(end) if way == "H" else int(x), int(y) if way == "H" else int(end)))
    return found


def test_every_card_is_drawn_once_in_the_order_of_the_chart(drawn):
    for name, chart, root in drawn:
        assert [group.get("id") for group in card_groups(root)] == [f"c{i}" for i in range(len(chart.cards))], name


def test_no_two_drawn_cards_overlap(drawn):
    for name, _, root in drawn:
        wide, high = box_size(root)
        places = sorted(place(group) for group in card_groups(root))
        for at, (x, y) in enumerate(places):
            for x2, y2 in places[at + 1 :]:
                if x2 >= x + wide:
                    break
                assert abs(y2 - y) >= high, name


def test_every_card_and_line_lies_on_the_page(drawn):
    for name, _, root in drawn:
        width, height = page_size(root)
        wide, high = box_size(root)
        left, top = place(chart_group(root))
        for x, y in map(place, card_groups(root)):
            assert 0 <= left + x <= width - wide, name
            assert 0 <= top + y <= height - high, name
        for path in chart_group(root).iter(f"{SVG}path"):
            for x1, y1, x2, y2 in pieces(path.get("d")):
                assert 0 <= left + min(x1, x2) <= left + max(x1, x2) <= width, name
                assert 0 <= top + min(y1, y2) <= top + max(y1, y2) <= height, name


def test_no_text_leaves_its_card(drawn):
    for name, _, root in drawn:
        wide, high = box_size(root)
        for group in card_groups(root):
            for text in group.iter(f"{SVG}text"):
                size, bold = SIZES.get(text.get("class"), (12, False))
                length = measure(text.text, size, bold=bold)
                left = float(text.get("x")) - (length / 2 if text.get("class") == "m" else 0)
                assert left >= 8, name
                assert left + length <= wide - 8, (name, text.text)
                assert size <= float(text.get("y")) <= high - 5, name


def test_every_drawn_line_ends_on_a_card_or_on_another_line(drawn):
    for name, _, root in drawn:
        wide, high = box_size(root)
        corners = [place(group) for group in card_groups(root)]
        lines = [piece for path in chart_group(root).iter(f"{SVG}path") for piece in pieces(path.get("d"))]
        for line in lines:
            for x, y in (line[:2], line[2:]):
                on_card = any(cx <= x <= cx + wide and cy <= y <= cy + high for cx, cy in corners)
                on_line = any(
                    other != line
                    and min(other[0], other[2]) <= x <= max(other[0], other[2])
                    and min(other[1], other[3]) <= y <= max(other[1], other[3])
                    for other in lines
                )
                assert on_card or on_line, (name, line)


def test_the_page_has_a_title_a_description_and_a_role():
    root = parse(render(sample_chart([-1, 0, 0])))
    assert root.get("role") == "graphics-document"
    assert root.get("aria-labelledby") == "t d"
    assert root.find(f"{SVG}title").text == "Northwind"
    assert root.find(f"{SVG}desc").text.startswith("as of 2026-11-01: 3 cards, 1 at the top")


def test_a_card_is_read_out_with_all_its_texts_and_its_manager():
    cards = (Card("a", "Head"), Card("b", "Clerk", 0, holder="Li", unit="Risk", fields=("L5",), badges=("0.8 FTE",)))
    groups = card_groups(parse(render(Chart("X", cards))))
    assert groups[1].find(f"{SVG}title").text == "Clerk, Li, Risk, L5, 0.8 FTE. Reports to Head"


def test_a_description_replaces_the_sentence_about_the_manager():
    cards = (Card("a", "Head"), Card("b", "Clerk", 0, description="Third layer."))
    assert card_groups(parse(render(Chart("X", cards))))[1].find(f"{SVG}title").text == "Clerk. Third layer."


def texts(root) -> list[str]:
    return [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("card", "shown"),
    [
        (Card("a", "Clerk", kind="vacant"), ["Clerk", "Vacant"]),
        (Card("a", "Clerk", kind="planned"), ["Clerk", "Planned"]),
        (Card("a", "Clerk", kind="undisclosed"), ["Clerk", "Undisclosed"]),
        (Card("a", "Clerk", seats=6, unit="Risk"), ["Clerk", "× 6", "Risk"]),
        (
            Card("a", "Clerk", holder="Li", fields=("L5",), badges=("interim", "0.5 FTE")),
            ["Clerk", "Li", "L5", "interim · 0.5 FTE"],
        ),
        (Card("a", "+12 more", kind="stub"), ["+12 more"]),
        (Card("a", "Clerk", line="cut"), ["Clerk", "↺ loop cut here"]),
    ],
)
def test_a_card_shows_its_lines_in_order(card, shown):
    root = parse(render(Chart("X", (card,))))
    assert texts(card_groups(root)[0]) == shown


def test_several_seats_are_drawn_as_a_stack():
    root = parse(render(Chart("X", (Card("a", "Clerk", seats=6),))))
    assert card_groups(root)[0].find(f"{SVG}use").get("href") == "#s"


def test_an_empty_chart_says_so():
    root = parse(render(Chart("Nobody")))
    assert texts(root) == ["Nobody", "Nothing to show: this chart has no cards."]
    assert root.find(f"{SVG}desc").text == "An empty chart: there is nothing to show."


def legend(chart: Chart) -> list[str]:
    root = parse(render(chart))
    return texts(root)[1 + bool(chart.subtitle) + sum(len(texts(group)) for group in card_groups(root)) :]


def test_a_plain_chart_has_no_legend():
    assert legend(Chart("X", (Card("a", "Head", holder="Li"), Card("b", "Clerk", 0, holder="Bo")))) == []


def test_the_legend_explains_what_is_used_and_nothing_else():
    cards = (
        Card("a", "Head", holder="Li", color=1),
        Card("b", "Clerk", 0, "vacant"),
        Card("c", "Clerk", 0, holder="Bo", line="derived"),
        Card("d", "Clerk", line="cut"),
    )
    chart = Chart("X", cards, (DottedLine(1, 2),), colors=("Risk", "Sales"), color_by="Unit", notes=("A note",))
    assert legend(chart) == [
        "Unit",
        "Sales",
        "Vacant",
        "Line derived from the role",
        "Dotted line",
        "Line left out to open a loop",
        "A note",
    ]


def test_more_than_eight_colors_end_in_one_entry_for_the_others():
    cards = tuple(Card(str(number), "Clerk", color=number) for number in range(11))
    chart = Chart("X", cards, colors=tuple(f"U{number}" for number in range(11)))
    assert legend(chart) == ["U0", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "other (3)"]


def test_derived_and_cut_lines_have_a_path_of_their_own():
    cards = (Card("a", "Head"), Card("b", "A", 0), Card("c", "B", 0, line="derived"), Card("d", "C", 0, line="cut"))
    root = parse(render(Chart("X", cards)))
    lines = next(group for group in root.iter(f"{SVG}g") if group.get("class") == "l")
    assert [path.get("class") for path in lines] == [None, "e", "x"]


def test_a_page_is_drawn_for_dark_readers_too():
    assert "@media(prefers-color-scheme:dark)" in render(Chart("X"))


def test_every_style_rule_stays_inside_the_chart():
    style = re.search("<style>(.*)</style>", render(Chart("X"))).group(1)
    selectors = re.findall(r"([^{}]+)\{", style.replace("@media(prefers-color-scheme:dark){", ""))
    assert [one for rule in selectors for one in rule.split(",") if not one.startswith(".o ")] == []


def test_a_prefix_stands_before_every_id_and_reference():
    svg = render(sample_chart([-1, 0, 0]), prefix="k")
    assert re.findall(r'(?:id="|#(?=[a-z]\w*"))(?!k)[^"]*', svg) == []


def test_links_lead_where_they_may():
    cards = (Card("a", "A", href="https://example.org/?a=1&b=2"), Card("b", "B", href="javascript:alert(1)"))
    root = parse(render(Chart("X", cards)))
    assert [link.get("href") for link in root.iter(f"{SVG}a")] == ["https://example.org/?a=1&b=2"]


def test_a_thousand_cards_take_at_most_700_bytes_each():
    assert len(render(sample_chart(random_parents(1000, 1))).encode()) <= 700 * 1000


def test_a_parent_outside_the_chart_is_refused():
    with pytest.raises(ValueError, match="card 0 has no possible parent 3"):
        Chart("X", (Card("a", "A", 3),))


def test_the_same_chart_is_the_same_text_under_every_hash_seed():
    program = (
        "import hashlib, chart_samples as s; from orgmodel.charts.svg import render;"
        "chart = s.sample_chart(s.random_parents(120, 5), 5, 6);"
        "print(hashlib.sha256(render(chart).encode()).hexdigest())"
    )
    here = str(Path(__file__).parent)
    seen = set()
    for seed in ("0", "1", "42", "random"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([here, *sys.path])}
        run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        seen.add(run.stdout)
    assert len(seen) == 1


def test_drawing_imports_no_heavy_library():
    program = (
        "import sys, orgmodel.charts.svg;"
        "print([name for name in ('pydantic', 'networkx', 'jinja2', 'graphviz', 'yaml', 'numpy', 'click')"
        " if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert run.stdout == "[]\n"
