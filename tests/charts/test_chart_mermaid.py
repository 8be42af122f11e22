"""Charts as Mermaid."""

from __future__ import annotations

import re

import pytest
from chart_samples import random_parents, sample_chart
from test_chart_hostile import HOSTILE, everywhere

from orgmodel.charts.chart import Card, Chart, DottedLine
from orgmodel.charts.mermaid import render

LINE = re.compile(
    r"""---|title:\ "(?:[A-Za-z0-9\ ]|\\u[0-9a-f]{4}|\\U[0-9a-f]{8})*"|flowchart\ TD
    |\ +[nk]\d+(?:\[|\[\[|\(\[)"(?:[^\W_]|[^\x00-\x7f]|\ |\#\d+;|<br/>)*"(?:\]|\]\]|\]\))
    |\ +click\ n\d+\ href\ "[\w:/?@&=+,.~%-]+"
    |\ +n\d+\ (?:---|-\.-)\ n\d+
    |\ +subgraph\ legend\["(?:[^\W_]|[^\x00-\x7f]|\ |\#\d+;)*"\]|\ +direction\ LR|\ +end
    |\ +classDef\ \w+\ [\w:#,\ -]+|\ +class\ [nk\d,]+\ \w+""",
    re.X,
)


def test_a_chart_is_a_flowchart_of_numbered_nodes() -> None:
    cards = (
        Card("a", "CEO", holder="Ada", color=0),
        Card("b", "R&D Lead", 0, "vacant", seats=3),
        Card("c", "+4 more", 1, "stub"),
    )
    text = render(Chart("Northwind", cards, (DottedLine(2, 0),), colors=("Ops",), color_by="Unit"))
    assert text.splitlines() == [
        "---",
        'title: "Northwind"',
        "---",
        "flowchart TD",
        "  classDef default fill:#ffffff,stroke:#b3bac5,color:#161b26",
        '  n0["CEO<br/>Ada"]',
        '  n1[["R#38;D Lead #215; 3<br/>Vacant"]]',
        '  n2(["#43;4 more"])',
        "  n0 --- n1",
        "  n1 --- n2",
        "  n0 -.- n2",
        '  subgraph legend["Unit"]',
        "    direction LR",
        '    k0["Ops"]',
        "  end",
        "  classDef stub fill:#f3f4f6,stroke:#f3f4f6",
        "  class n2 stub",
        "  classDef vacant fill:#ffffff,stroke:#a8420a,stroke-dasharray:6 4",
        "  class n1 vacant",
        "  classDef band0 stroke:#1f4aac,stroke-width:3px",
        "  class k0,n0 band0",
    ]


@pytest.mark.parametrize(
    "name",
    [
        *HOSTILE,
        '"]; click n0 call alert(1)',
        '%%{init: {"securityLevel": "loose"}}%%',
        "end",
        "`**markdown**`",
        "1. list",
        "$$x$$",
        "#quot;",
        "style n0 fill:#f00;",
        "---\nconfig: {}\n---",
        "fa:fa-user",
    ],
)
def test_a_hostile_name_is_written_in_numbers(name: str) -> None:
    lines = render(everywhere(name)).splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert len([line for line in lines if line.startswith("  n")]) == 3 + 2 + 1


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ('https://x.org/"onclick="a;b', 'href "https://x.org/%22onclick=%22a%3Bb"'),
        ("mailto:ada@x.org", 'href "mailto:ada@x.org"'),
    ],
)
def test_a_link_cannot_end_its_quotes(href: str, written: str) -> None:
    assert f"  click n0 {written}\n" in render(Chart("X", (Card("a", "A", href=href),)))


@pytest.mark.parametrize("href", ["javascript:alert(1)", "#c1", ""])
def test_other_links_are_left_out(href: str) -> None:
    assert "click" not in render(Chart("X", (Card("a", "A", href=href),)))


def test_a_title_is_not_read_as_html() -> None:
    assert 'title: "\\u203aR\\uff06D\\u2039"' in render(Chart(">R&D<"))


def test_more_than_mermaid_draws_is_said() -> None:
    said: list[str] = []
    render(sample_chart(random_parents(300, 1), 1), tell=said.append)
    assert said == []
    render(sample_chart(random_parents(600, 1), 1), tell=said.append)
    assert said == [
        (
            "mmd: Mermaid draws at most 500 lines and 50,000 letters unless maxEdges and maxTextSize are raised in "
            "its settings"
        )
    ]
