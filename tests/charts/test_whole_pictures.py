"""What holds of every picture as it is drawn, on organisations with a story and on random ones.

The layout has its own tests; these look at the shapes that go to the page, texts included.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from figure_samples import random_ladder, random_network, value_of
from measured_pictures import crossings, holds, loose_ends

from orgmodel.charts.build import build_chart
from orgmodel.charts.chart import Chart
from orgmodel.charts.figure_request import FigureRequest
from orgmodel.charts.figures import FIGURES, build_figure
from orgmodel.charts.ladder.picture import draw as draw_ladder
from orgmodel.charts.network.picture import draw as draw_network
from orgmodel.charts.picture import draw
from orgmodel.charts.request import ChartRequest
from orgmodel.charts.scene import furnish
from orgmodel.charts.spans.picture import draw as draw_spans
from orgmodel.loading.load import load

TESTS = Path(__file__).parent.parent
SCENES = sorted(path.parent for path in (TESTS / "scenes").glob("*/org.yaml"))
EXAMPLES = sorted(path.parent for path in (TESTS.parent / "examples").glob("product-*/org.yaml"))
MODELS = [*SCENES, *EXAMPLES]
DRAWN = {"ladder": draw_ladder, "network": draw_network, "spans": draw_spans}


def models_with(*words: str) -> list[Path]:
    """The models whose files have these keys."""
    texts = {folder: "".join(file.read_text("utf-8") for file in sorted(folder.glob("*.yaml"))) for folder in MODELS}
    return [folder for folder, text in texts.items() if all(word in text for word in words)]


ARRANGED = {"frames": ({"frames": True}, ["positions:"]), "right": ({"direction": "right"}, [])}
ARRANGED["levels"] = ({"align": "levels"}, [" level:"])
NEEDS = {"ladder": [" level:"], "spans": ["positions:"], "network": ["activities:", "units:"]}


def chart_of(folder: Path, **asked: object) -> Chart:
    loaded = load(str(folder))
    day = loaded.organization.as_of
    assert day is not None
    return build_chart(loaded.organization, day, loaded.name, ChartRequest(**asked)).chart  # type: ignore[arg-type]


@pytest.mark.parametrize("fit", ["16:9", "a4-portrait", "none"])
@pytest.mark.parametrize("folder", MODELS, ids=lambda folder: folder.name)
def test_a_chart_of_an_organisation_holds(folder: Path, fit: str) -> None:
    chart = chart_of(folder, show=("id", "level"), planned=True)
    picture = draw(chart, furnish(chart, fit))
    holds(picture)
    assert crossings(picture) == []
    assert loose_ends(picture) == []


@pytest.mark.parametrize(
    ("way", "folder"),
    [(way, folder) for way, (_, words) in ARRANGED.items() for folder in models_with(*words)],
    ids=lambda part: part if isinstance(part, str) else part.name,
)
def test_an_arranged_chart_of_an_organisation_holds(way: str, folder: Path) -> None:
    chart = chart_of(folder, **ARRANGED[way][0])
    picture = draw(chart, furnish(chart, "16:9"))
    holds(picture)
    assert crossings(picture) == []
    assert loose_ends(picture) == []


@pytest.mark.parametrize(
    ("of", "folder"),
    [(of, folder) for of in FIGURES for folder in models_with(*NEEDS[of])],
    ids=lambda part: part if isinstance(part, str) else part.name,
)
def test_another_picture_of_an_organisation_holds(of: str, folder: Path) -> None:
    loaded = load(str(folder))
    organization = loaded.organization
    assert organization.as_of is not None
    asked = FigureRequest(unit=next(iter(organization.units), None)) if of == "network" else FigureRequest()
    holds(DRAWN[of](build_figure(of, organization, organization.as_of, loaded.name, asked)))


@pytest.mark.parametrize("seed", range(12))
def test_a_random_chart_holds(tmp_path: Path, seed: int) -> None:
    made = random.Random(seed)
    count = made.choice([2, 9, 40, 120])
    words = ["Lead", "Head of Everything Else", "x" * 90, "田中" * 20, "مدير المنتج", "A-B/C-D " * 9]
    text = "orgmodel: 1\nas_of: 2026-11-01\nroles:\n"
    text += "".join(f"  r{i}: {{title: '{word}', level: {i}}}\n" for i, word in enumerate(words)) + "positions:\n"
    for seat in range(count):
        above = f"p{made.randrange(max(0, seat - 9), seat)}" if seat else ""
        dotted = f", dotted_to: [p{made.randrange(seat)}]" if seat > 3 and made.random() < 0.1 else ""
        holder = f", holder: '{made.choice(words)}'" if made.random() < 0.8 else ""
        more = ", assistant: true" if made.random() < 0.1 else ""
        text += f"  p{seat}: {{role: r{made.randrange(6)}, reports_to: {above}{holder}{dotted}{more}}}\n"
    (tmp_path / "org.yaml").write_text(text, "utf-8")
    chart = chart_of(tmp_path)
    picture = draw(chart, furnish(chart, "4:3"))
    holds(picture)
    assert crossings(picture) == []
    assert loose_ends(picture) == []


@pytest.mark.parametrize("seed", range(4))
def test_random_ladders_and_networks_hold(tmp_path: Path, seed: int) -> None:
    holds(draw_ladder(value_of(tmp_path, random_ladder(seed), "ladder")))
    holds(draw_network(value_of(tmp_path, random_network(seed), "network", unit="u")))
