"""What all figures share: formats, bytes that stay the same, names written to do harm."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from chart_samples import SVG, parse
from figure_samples import value_of
from measured_pictures import outside

from orgmodel.charts.figures import FIGURES, render_figure
from orgmodel.charts.ladder.ladder import Column, Ladder, PayBand, PayScale, Rung
from orgmodel.charts.ladder.picture import draw as draw_ladder
from orgmodel.charts.network.network import Hub, Meaning, Network, Party, Tie
from orgmodel.charts.network.picture import draw as draw_network
from orgmodel.charts.spans.picture import draw as draw_spans
from orgmodel.charts.spans.spans import LayerBar, Manager, SpanColumn, Spans
from orgmodel.cli.chart_figures import FIGURES as NAMES

HOSTILE = (
    """it's "quoted" & <b>bold</b>""",
    "]]></title><script>alert(1)</script>",
    "\u202egnp.exe\u2066",
    "\x00\x01\x1f\n\t",
    "lone \ud800 surrogate",
    "x" * 10_000,
    "田" * 10_000,
    "a" + "\u0301" * 10_000,
    "",
    "   ",
)


def values(name: str) -> dict[str, object]:
    """A value of each figure with a name wherever there is one."""
    rungs = (
        Rung(name, name, 1, 0, (name, name), PayBand(1, 2, name)),
        Rung(name, name, 10**9, 1, (name,), PayBand(None, 2, name)),
    )
    ladder = Ladder(name, name, (Column(name, (name,)), Column("x", (name, name))), rungs, ((0, 1), (1, 0)),
                    PayScale(0, 3, name, name), (name,))  # fmt: skip
    network = Network(name, name, (Hub(name, name), Hub(name, name, True)),
                      (Party(name, name, True, True), Party(name, name, False, False, True)),
                      (Tie(0, 0, (name, name), "owner"), Tie(1, 1, (name,), "")),
                      (Meaning(name, name, "owner"), Meaning(name, name, "")), name, (name,))  # fmt: skip
    spans = Spans(name, name, (LayerBar(1, 1, 1, 1),), (SpanColumn(1, 1, 1, 1),), 1, 3, 8,
                  (Manager(name, name, 3, name),), (Manager(name, name, 1),), (name,))  # fmt: skip
    return {"ladder": ladder, "network": network, "spans": spans}


DRAWN = {"ladder": draw_ladder, "network": draw_network, "spans": draw_spans}


def test_the_command_knows_every_figure():
    assert set(NAMES) == set(FIGURES)


@pytest.mark.parametrize("of", NAMES)
@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_adds_no_element_and_stays_on_the_page(of, name):
    plain = parse(str(render_figure(of, "svg", values("Ada")[of], fit="none")))
    hostile = parse(str(render_figure(of, "svg", values(name)[of], fit="none")))
    assert {element.tag for element in hostile.iter()} <= {element.tag for element in plain.iter()}
    assert outside(DRAWN[of](values(name)[of])) == []


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_adds_no_node_to_dot(name):
    def count(text):
        return sum(line.lstrip().startswith(("h", "p")) and " [label=" in line for line in text.splitlines())

    assert count(str(render_figure("network", "dot", values(name)["network"], fit="none"))) == 6


@pytest.mark.parametrize("of", NAMES)
def test_a_picture_says_what_it_shows(of):
    root = parse(str(render_figure(of, "svg", values("Ada")[of], fit="none")))
    assert root.find(f"{SVG}title").text == "Ada"
    assert len(root.find(f"{SVG}desc").text) > 10


@pytest.mark.parametrize("of", NAMES)
def test_equal_values_give_equal_pdf_on_paper(of):
    pytest.importorskip("reportlab")
    first, again = (render_figure(of, "pdf", values("Ada")[of], fit="a4") for _ in range(2))
    assert first == again
    assert bytes(first)[:5] == b"%PDF-"


@pytest.mark.parametrize("of", NAMES)
def test_a_figure_is_written_as_png(of):
    pytest.importorskip("resvg_py")
    assert bytes(render_figure(of, "png", values("Ada")[of], fit="none"))[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("arguments", ["ladder", "spans", "network --unit merchant"])
def test_the_bytes_are_the_same_under_any_hash_seed(arguments):
    command = [sys.executable, "-m", "orgmodel", "chart", "examples/product-organisation", "--of", *arguments.split()]
    outs = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(outs) == 1


def test_redacted_people_are_in_no_network(tmp_path):
    text = "roles: {a: {title: A}}\npositions: {s: {role: a, reports_to: , holder: Secret Ann}}\n"
    text += "activities: {x: {assign: {A: a}}}\n"
    assert "Secret Ann" in str(
        render_figure("network", "svg", value_of(tmp_path, text, "network", activity="x"), fit="")
    )
    command = [sys.executable, "-m", "orgmodel", "chart", str(tmp_path), "--redact", "people", "--of", "network"]
    made = subprocess.run([*command, "--activity", "x"], capture_output=True, check=True, text=True, encoding="utf-8")
    assert "Secret" not in made.stdout
