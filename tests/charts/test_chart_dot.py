"""The description for Graphviz: nothing of a name is read as anything but text."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from chart_samples import random_parents, sample_chart
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.charts.chart import Card, Chart, DottedLine
from orgmodel.charts.dot import render
from orgmodel.cli.program import run
from orgmodel.drawing.text import clean

DOT = shutil.which("dot")
needs_dot = pytest.mark.skipif(DOT is None, reason="the program dot of Graphviz is missing")

HOSTILE = (
    "<b>bold</b>",
    "<",
    "<>",
    "\\N",
    "\\G \\l \\r \\n",
    'say "no"',
    '"];evil[label="',
    "back\\",
    "back\\\\",
    '\\"',
    "line\nbreak",
    "a:b:c",
    "&lt;b&gt; &amp; AT&T &#65;",
    "node",
    "12.5",
    "\u202edrow \x00",
    "tab\tand  blanks",
    "{a|b}",
    "x" * 2_000,
)


def everywhere(name: str) -> Chart:
    cards = (
        Card(name, name, -1, "filled", name, name, (name,), 2, 0, (name,), "cut", f"https://example.org/{name}"),
        Card(name, name, 0, "vacant", "", name, line="derived"),
    )
    return Chart(name, cards, (DottedLine(0, 1, name),), name, (name,), name, (name,))


def labels(dot: str) -> list[str]:
    """The labels as written, without the quotes."""
    return re.findall(r'label=("(?:[^"\\]|\\.)*"|[^\s\]]+)', dot)


def read(dot: str) -> dict[str, dict[str, str]]:
    """The nodes as Graphviz itself reads them, by name."""
    done = subprocess.run([str(DOT), "-Tjson"], input=dot, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    objects = json.loads(done.stdout)["objects"]
    return {node["name"]: node for node in objects}


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_label_is_never_html(name):
    assert all(label.startswith('"') for label in labels(render(everywhere(name))) if "<" in label)


def test_a_card_whose_first_text_opens_what_the_last_one_closes_is_not_html():
    dot = render(Chart("X", (Card("a", "<b", holder="Li", unit="b>"),)))
    assert '[label="<b\\nLi\\nb>"' in dot


def test_names_of_nodes_are_numbers():
    dot = render(everywhere("a:b"))
    assert set(re.findall(r"^\t*(\S+) ->? ?", dot, re.MULTILINE)) <= {"n0", "n1", "k0", "graph", "node", "edge"}
    assert "n0 -> n1" in dot


@pytest.mark.dot
@needs_dot
@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_graphviz_shows_a_hostile_name_as_it_stands(name):
    drawn = subprocess.run(
        [str(DOT), "-Tplain-ext"],
        input=render(Chart("X", (Card("a", name),))),
        capture_output=True,
        text=True,
        check=True,
    )
    assert drawn.stderr == ""
    nodes = read(render(everywhere(name)))
    assert {key for key in nodes if not key.startswith("cluster")} == {"n0", "n1", "k0"}
    texts = [text["text"] for text in nodes["n0"]["_ldraw_"] if text["op"] == "T"]
    assert [unescaped(text) for text in texts] == [
        clean(f"{clean(name)} × 2"),
        clean(name),
        clean(name),
        clean(name),
        clean(name),
        "↺ loop cut here",
    ]


def unescaped(text: str) -> str:
    return text.replace("&amp;", "&") if not re.search(r"&(?!amp;)", text) else text


@pytest.mark.dot
@needs_dot
@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_graphviz_reads_any_name(name):
    nodes = read(render(everywhere(name)))
    assert {key for key in nodes if key.startswith("n")} == {"n0", "n1"}


@pytest.mark.parametrize(
    ("card", "look"),
    [
        (Card("a", "T", kind="vacant"), 'label="T\\nVacant" color="#a8420a" style="rounded,dashed"'),
        (Card("a", "T", kind="planned"), 'label="T\\nPlanned" color="#1c62b5" style="rounded,dotted"'),
        (Card("a", "T", kind="undisclosed"), 'label="T\\nUndisclosed"'),
        (Card("a", "T", holder="Li", kind="vacant"), 'label="T\\nLi"'),
        (Card("a", "T", seats=6), 'label="T × 6" peripheries=2'),
        (Card("a", "T", line="cut"), 'label="T\\n↺ loop cut here" color="#c0262d"'),
        (Card("a", "T", badges=("0.8 FTE", "interim")), 'label="T\\n0.8 FTE · interim"'),
        (Card("a", "+3 more", kind="stub"), 'label="+3 more" color="#f3f4f6" fillcolor="#f3f4f6"'),
        (Card("a", "T", href="https://example.org/?a=1"), 'URL="https://example.org/?a=1"'),
    ],
)
def test_a_card_looks_like_what_it_is(card, look):
    assert look in render(Chart("X", (card,)))


def test_a_link_that_may_not_be_followed_is_dropped():
    assert "URL" not in render(Chart("X", (Card("a", "T", href="javascript:alert(1)"),)))


def test_lines_are_told_apart():
    cards = (Card("a", "A"), Card("b", "B", 0), Card("c", "C", 0, line="derived"))
    dot = render(Chart("X", cards, (DottedLine(2, 1),)))
    assert "n0 -> n1\n" in dot
    assert 'n0 -> n2 [color="#9aa3b2" style=dashed]' in dot
    assert 'n1 -> n2 [color="#7a3fb8" constraint=false style=dotted]' in dot


def test_the_legend_names_the_colours_in_use():
    dot = render(Chart("X", (Card("a", "A", color=1),), colors=("North", "South"), color_by="Unit"))
    assert "label=Unit" in dot
    assert 'k1 [label=South color="#d94700" penwidth=2]' in dot
    assert "North" not in dot


def test_equal_charts_give_equal_descriptions():
    made = [render(sample_chart(random_parents(60, 3), dotted=5)) for _ in range(2)]
    assert made[0] == made[1]


def test_the_same_bytes_whatever_the_hash_seed(tmp_path):
    (tmp_path / "org.yaml").write_text(
        "orgmodel: 1\nunits: {u: {}, v: {}}\npositions: {a: {unit: u, reports_to: ~}, b: {unit: v, reports_to: a}}\n"
    )
    command = [sys.executable, "-m", "orgmodel", "chart", "org.yaml", "--format", "dot", "--as-of", "2026-11-01"]
    made = [
        subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]


# -- the engine


@pytest.fixture
def model(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("org.yaml").write_text(
        "orgmodel: 1\nname: X\nas_of: 2026-11-01\npositions: {a: {reports_to: ~, holder: Ada}}\n"
    )
    return "org.yaml"


@pytest.mark.dot
@needs_dot
@pytest.mark.parametrize(
    ("suffix", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("dot", b"digraph")]
)
def test_graphviz_draws_every_format_by_its_suffix(model, suffix, start):
    assert run(["chart", model, "--engine", "dot", "-o", f"x.{suffix}"]) == 0
    assert Path(f"x.{suffix}").read_bytes().startswith(start)


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_without_graphviz_its_engine_is_refused_with_the_way_to_get_it(model, suffix, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert run(["chart", model, "--engine", "dot", "-o", f"x.{suffix}"]) == 2
    assert "--engine dot needs the program dot of Graphviz, which is not on the path" in capsys.readouterr().err
    assert not Path(f"x.{suffix}").exists()


def test_the_description_needs_no_graphviz(model, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert run(["chart", model, "--engine", "dot", "-o", "x.dot"]) == 0


@pytest.mark.parametrize("asked", [["-o", "x.pptx"], ["--format", "mmd"], ["-o", "pptx=x"], ["-o", "X.MMD"]])
def test_a_format_of_the_other_engine_is_refused_with_its_name(model, asked, capsys):
    assert run(["chart", model, "--engine", "dot", *asked]) == 2
    assert re.search(r"(pptx|mmd) is written without --engine dot$", capsys.readouterr().err.strip())


def test_an_unknown_suffix_is_refused_with_the_known_ones(model, capsys):
    assert run(["chart", model, "-o", "x.bmp"]) == 2
    assert (
        'the suffix of "x.bmp" says no format; known: .svg, .html, .htm, .png, .pdf, .pptx, .dot, .gv'
        in capsys.readouterr().err
    )


def test_planned_ended_and_empty_are_told_on_standard_error(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("org.yaml").write_text(
        "orgmodel: 1\nas_of: 2026-11-01\npositions: {a: {from: 2027-01-01}, b: {until: 2026-01-01}, c: {}}\n"
    )
    assert run(["chart", "org.yaml"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "1 planned seat is not shown (--planned draws them)",
        "1 ended post is shown (--without ended leaves them out)",
    ]
    assert run(["chart", "org.yaml", "--of", "units"]) == 0
    assert capsys.readouterr().err == "the chart is empty: there are no units to show\n"
