"""The page of a chart in Chromium: search, folding, keyboard, details, and silence towards the network."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from axe import SCHEMES, needs_axe, needs_chromium, prefer, violations
from browser import Browser
from chart_samples import random_parents, sample_chart
from pypdf import PdfReader
from test_chart_hostile import HOSTILE, everywhere

from orgmodel.charts.chart import Card, CardDuty, Chart, DottedLine, Facet, MarkedFinding, Portrait
from orgmodel.charts.html import render

pytestmark = [pytest.mark.browser, needs_chromium]

CARDS = (
    Card("ceo", "Head", -1, holder="Ada Park", unit="Top", color=0, values=(0,)),
    Card("growth", "Director", 0, holder="Li Wei", unit="Growth", color=1, values=(1,)),
    Card("pm", "Product Manager", 1, holder="Zoë Ångström", unit="Growth", color=1, values=(1,)),
    Card("open", "Designer", 1, kind="vacant", unit="Growth", seats=4, color=1, values=(1,)),
    Card("ops", "Operator", 0, holder="Sam Ortiz", unit="Run", color=2, line="derived", values=(0,)),
)
DUTIES = (CardDuty("Answers for", "A", "Rank <the> backlog"), CardDuty("Is told about", "I", "Releases"))
SMALL = Chart(
    "Small",
    (*CARDS[:2], Card("pm", "Product Manager", 1, holder="Zoë Ångström", unit="Growth", duties=DUTIES), *CARDS[3:]),
    (DottedLine(2, 4, "craft"),),
    colors=("Top", "Growth", "Run"),
    color_by="Unit",
    facets=(Facet("Level", ("Level 6", "Level 5")),),
)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PHOTO = Portrait("AP", "a.png", PNG, "image/png")
FULL = replace(
    SMALL,
    cards=(
        replace(SMALL.cards[0], portrait=PHOTO, title="Head of everything that has a name too long for its card"),
        replace(SMALL.cards[1], portrait=Portrait("LW"), badges=("0.8 FTE", "interim"), fields=("Lisbon",)),
        replace(SMALL.cards[2], portrait=Portrait("ZÅ"), unit="A unit with a name that is too long for a card"),
        replace(SMALL.cards[3], portrait=Portrait()),
        SMALL.cards[4],
        Card("aide", "Assistant", 0, holder="Ida Holm", assistant=True),
        Card("loop", "Somebody", -1, line="cut"),
    ),
    findings=(
        MarkedFinding(1, "error", "ORG203", "reporting-loop", "a loop of <two>", (6,)),
        MarkedFinding(2, "warning", "ORG217", "reports-to-vacancy", "nobody sits there", (3, 1), (3,)),
        MarkedFinding(3, "info", "ORG611", "owner-outside-chain", "somebody else owns it", (4, 2), (), (0,)),
    ),
)
FOCUSED = "document.activeElement.getAttribute('aria-label')"
ITEMS = "[...document.querySelectorAll('[role=treeitem]')]"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    opened = Browser()
    yield opened
    opened.close()


@pytest.fixture
def small(browser: Browser, tmp_path: Path) -> Browser:
    return shown(browser, tmp_path, SMALL)


def shown(browser: Browser, folder: Path, chart: Chart, fragment: str = "") -> Browser:
    path = folder / "org.html"
    path.write_text(render(chart), encoding="utf-8")
    browser.open(path, fragment)
    return browser


def focused(browser: Browser) -> str:
    return str(browser.ask(FOCUSED)).partition(",")[0]


def titles(browser: Browser) -> list[str]:
    return list(browser.ask(f"{ITEMS}.map(item => item.getAttribute('aria-label').split(',')[0])"))


def on_tree(browser: Browser) -> Browser:
    browser.ask("document.querySelector('[role=treeitem]').focus()")
    return browser


def test_nothing_is_asked_of_the_network_and_nothing_is_logged(small):
    small.click("#in")
    small.click("#open")
    assert small.logs == []
    assert [url.rpartition("/")[2] for url in small.requests] == ["org.html"]


def test_a_card_is_an_item_of_a_tree_with_its_level_and_place(small):
    said = small.ask(
        f"{ITEMS}.map(item => ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded', 'tabindex']"
        ".map(name => item.getAttribute(name)))"
    )
    assert said == [
        ["1", "1", "1", "true", "0"],
        ["2", "1", "2", "true", "-1"],
        ["3", "1", "2", None, "-1"],
        ["3", "2", "2", None, "-1"],
        ["2", "2", "2", None, "-1"],
    ]
    assert small.ask("document.querySelector('[role=tree]').getAttribute('aria-label')") == "Small"


def test_a_card_is_read_in_full(small):
    spoken = small.ask(f"{ITEMS}[3].getAttribute('aria-label')")
    assert spoken == "Designer, Vacant, × 4, Growth. Reports to Director"


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (["ArrowDown"], "Director"),
        (["ArrowDown", "ArrowDown", "ArrowUp"], "Director"),
        (["End"], "Operator"),
        (["End", "Home"], "Head"),
        (["ArrowRight", "ArrowRight"], "Product Manager"),
        (["End", "ArrowLeft"], "Head"),
        (["d"], "Director"),
        (["d", "e"], "Designer"),
        (["z"], "Product Manager"),
        (["ArrowUp"], "Head"),
    ],
    ids=" ".join,
)
def test_keys_walk_the_tree(small, keys, title):
    on_tree(small).press(*keys)
    assert focused(small) == title


def test_left_closes_a_branch_and_right_opens_it_again(small):
    on_tree(small).press("ArrowDown", "ArrowLeft")
    assert titles(small) == ["Head", "Director", "Operator"]
    assert small.ask("document.activeElement.getAttribute('aria-expanded')") == "false"
    small.press("ArrowRight")
    assert titles(small) == ["Head", "Director", "Product Manager", "Designer", "Operator"]
    assert focused(small) == "Director"


def test_a_click_on_the_knob_closes_a_branch_and_says_how_many_are_in_it(small):
    small.click(".knob[data-index='1'] rect")
    assert titles(small) == ["Head", "Director", "Operator"]
    assert small.ask("document.querySelector(\".knob[data-index='1'] text\").textContent") == "+2"


def test_a_click_on_a_card_shows_its_duties_and_the_chain_above(small):
    small.click("[data-index='2'] .f")
    details = small.ask("document.getElementById('details').innerText")
    for words in ("Zoë Ångström", "Answers for", "Rank <the> backlog", "Is told about", "Releases", "Also reports to"):
        assert words in details
    above = small.ask("[...document.querySelectorAll('.above')].map(item => item.dataset.index)")
    assert above == ["0", "1"]
    assert small.ask("document.querySelectorAll('#chain path').length") == 1


def test_those_above_and_below_are_told_with_who_sits_there(small):
    on_tree(small).press("ArrowDown", "Enter")
    told = small.ask("document.getElementById('details').innerText").split("\n")
    assert told[told.index("Up the line") + 1] == "Head, Ada Park"
    assert "Designer, vacant" in told


def test_enter_shows_details_and_escape_closes_them(small):
    on_tree(small).press("ArrowDown", "Enter")
    assert small.ask("document.querySelector('#details h2').textContent") == "Director"
    small.press("Escape")
    assert small.ask("document.getElementById('details').hidden") is True
    assert focused(small) == "Director"


@pytest.mark.parametrize(
    ("query", "found"),
    [("zoe ang", ["2"]), ("GROWTH", ["1", "2", "3"]), ("nobody here", []), ("li growth", ["1"])],
)
def test_search_marks_what_it_finds(small, query, found):
    small.click("#find")
    small.type(query)
    assert small.ask("[...document.querySelectorAll('.hit')].map(item => item.dataset.index)") == found
    said = "1 card found" if len(found) == 1 else f"{len(found)} cards found"
    assert small.ask("document.getElementById('status').textContent") == said


def test_enter_in_the_search_opens_the_way_to_what_is_found(small):
    small.click("#close")
    assert titles(small) == ["Head", "Director", "Operator"]
    small.click("#find")
    small.type("angstrom")
    assert small.ask("[...document.querySelectorAll('.holds')].map(item => item.dataset.index)") == ["1"]
    small.press("Enter")
    assert small.ask("document.querySelector('.chosen').dataset.index") == "2"


def test_one_branch_alone_keeps_the_chain_of_command(small):
    small.click("[data-index='2'] .f")
    small.ask(
        "[...document.querySelectorAll('#details button')].find(b => b.textContent.includes('Only')"
        " || b.textContent.includes('only')).click()"
    )
    assert titles(small) == ["Head", "Director", "Product Manager"]
    small.click("#whole")
    assert len(titles(small)) == 5


def test_dotted_lines_can_be_switched_off(small):
    assert small.ask("document.querySelectorAll('#second path').length") == 1
    small.click("#dotted")
    assert small.ask("document.querySelectorAll('#second path').length") == 0


def test_colours_can_be_switched(small):
    choices = small.ask("[...document.getElementById('color').options].map(option => option.textContent)")
    assert choices == ["Unit", "Level", "none"]
    color = "getComputedStyle(document.querySelector(\"[data-index='1']\")).getPropertyValue('--c')"
    before = small.ask(color)
    small.ask(
        "(() => { const s = document.getElementById('color'); s.value = '2';s.dispatchEvent(new Event('change')); })()"
    )
    assert before
    assert small.ask(color) == ""


def test_the_wheel_zooms_where_the_pointer_is_and_dragging_moves(small):
    place = "(() => { const m = document.getElementById('world').getCTM(); return [m.a, m.e, m.f]; })()"
    scale, *_ = small.ask(place)
    small.mouse("mouseWheel", 640, 400, deltaX=0, deltaY=-200, button="none", clickCount=0)
    zoomed, x, y = small.ask(place)
    assert zoomed == pytest.approx(scale * 1.6487, rel=0.01)
    small.mouse("mousePressed", 900, 650)
    small.mouse("mouseMoved", 950, 670, buttons=1)
    small.mouse("mouseReleased", 950, 670)
    assert small.ask(place) == pytest.approx([zoomed, x + 50, y + 20], abs=1)


def test_an_address_with_the_id_of_a_card_opens_at_this_card(browser, tmp_path):
    shown(browser, tmp_path, SMALL, "#pm")
    assert browser.ask("document.querySelector('.chosen').dataset.index") == "2"


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_runs_nothing(browser, tmp_path, name):
    shown(browser, tmp_path, everywhere(name))
    browser.ask("document.querySelector('[role=treeitem]').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    assert browser.logs == []
    assert browser.ask("document.querySelectorAll('script').length") == 2
    assert browser.ask("document.querySelectorAll('#details b, #details script, #details svg').length") == 0


def test_an_empty_chart_says_so(browser, tmp_path):
    shown(browser, tmp_path, Chart("Empty"))
    assert browser.ask("document.getElementById('empty').hidden") is False
    assert browser.logs == []


def test_a_chain_of_ten_thousand_opens(browser, tmp_path):
    cards = tuple(Card(str(number), f"Step {number}", number - 1) for number in range(10_000))
    shown(browser, tmp_path, Chart("Chain", cards))
    browser.ask("document.getElementById('open').click()")
    assert browser.logs == []
    assert browser.ask(f"{ITEMS}.length") == 10_000


@pytest.mark.parametrize("seed", range(6))
def test_cards_that_are_open_do_not_overlap(browser, tmp_path, seed):
    shown(browser, tmp_path, sample_chart(random_parents(150, seed, tops=1 + seed % 3), seed))
    browser.ask("document.getElementById('open').click()")
    places = browser.ask(f"{ITEMS}.map(item => item.getAttribute('transform').match(/-?[\\d.]+/g).map(Number))")
    wide, high = browser.ask("JSON.parse(document.getElementById('data').textContent).size")
    assert len(places) == 150
    close = [
        (one, two)
        for at, one in enumerate(places)
        for two in places[at + 1 :]
        if abs(one[0] - two[0]) < wide and abs(one[1] - two[1]) < high
    ]
    assert close == []


def test_five_thousand_cards_open_folded_and_are_all_searched(browser, tmp_path):
    chart = sample_chart(random_parents(5_000, 1))
    assert sum(card.holder == "Ada Park" for card in chart.cards) == 425
    shown(browser, tmp_path, chart)
    assert browser.ask(f"{ITEMS}.length") <= 400
    browser.ask(
        "(() => { const f = document.getElementById('find'); f.value = 'ada'; f.dispatchEvent(new Event('input')); })()"
    )
    told = "document.documentElement.dataset"
    assert float(browser.ask(f"{told}.ready")) > 0  # how long both took is shown by `make bench`
    assert float(browser.ask(f"{told}.found")) >= 0
    assert browser.ask("document.getElementById('status').textContent") == "425 cards found"


def full(browser: Browser, folder: Path) -> Browser:
    return shown(browser, folder, FULL)


def test_findings_mark_their_cards_and_lines_by_grade(browser, tmp_path):
    full(browser, tmp_path)
    badges = browser.ask(
        "[...document.querySelectorAll('.badge')].map(one => "
        "[one.dataset.index, one.classList[1], one.querySelector('text').textContent])"
    )
    assert sorted(badges) == [
        ["1", "warning", "2"],
        ["2", "info", "3"],
        ["3", "warning", "2"],
        ["4", "info", "3"],
        ["6", "error", "! 1"],
    ]
    assert browser.ask("[...document.querySelectorAll('#marked path')].map(one => one.getAttribute('class'))") == [
        "warning"
    ]
    assert browser.ask("document.querySelector('#second path').getAttribute('class')") == "info"
    assert browser.ask("document.querySelector('#marked title').textContent") == "Finding 2. ORG217 nobody sits there"
    assert browser.logs == []


def test_a_card_says_what_is_found_on_it(browser, tmp_path):
    full(browser, tmp_path)
    spoken = browser.ask("document.querySelector('[role=treeitem][data-index=\"6\"]').getAttribute('aria-label')")
    assert spoken == (
        "Somebody, loop cut here. Its line up is left out to open a loop. Finding 1. ORG203 a loop of <two>"
    )


def test_the_list_of_findings_leads_to_their_cards_also_where_they_are_folded(browser, tmp_path):
    full(browser, tmp_path)
    browser.click("#close")
    assert browser.ask('document.querySelector(".knob.warning").dataset.index') in {"0", "1"}
    heads = browser.ask("[...document.querySelectorAll('#found .tell')].map(one => one.innerText)")
    assert heads == [
        "! 1ORG203 reporting-loop\na loop of <two>",
        "2ORG217 reports-to-vacancy\nnobody sits there",
        "3ORG611 owner-outside-chain\nsomebody else owns it",
    ]
    browser.ask("document.querySelectorAll('#found .tell')[1].click()")
    assert browser.ask("document.querySelector('.chosen').dataset.index") == "3"
    assert "nobody sits there" in browser.ask("document.getElementById('details').innerText")
    assert browser.ask("[...document.querySelectorAll('.hit')].map(one => one.dataset.index)") == ["1", "3"]


def test_the_list_of_findings_can_be_put_away(browser, tmp_path):
    full(browser, tmp_path)
    assert browser.ask("document.getElementById('listed').textContent") == "Findings (3)"
    browser.click("#listed")
    assert browser.ask("document.getElementById('found').hidden") is True
    assert browser.ask("document.getElementById('listed').getAttribute('aria-expanded')") == "false"


def test_a_code_finds_the_cards_it_is_about(browser, tmp_path):
    full(browser, tmp_path).click("#find")
    browser.type("org217")
    assert browser.ask("[...document.querySelectorAll('.hit')].map(one => one.dataset.index)") == ["1", "3"]


def test_a_chart_without_findings_has_no_list(small):
    assert small.ask("[document.getElementById('listed').hidden, document.getElementById('found').hidden]") == [
        True,
        True,
    ]


def test_photos_initials_and_empty_seats_stand_on_their_cards(browser, tmp_path):
    full(browser, tmp_path)
    assert browser.ask("document.querySelectorAll('#over image').length") == 1
    assert browser.ask("document.querySelectorAll('#over .nobody').length") == 1
    assert browser.ask("[...document.querySelectorAll('.initials')].map(one => one.textContent)") == ["LW", "ZÅ"]
    assert browser.logs == []
    assert [url[:10] for url in browser.requests if not url.startswith("file:")] == ["data:image"]


def test_an_assistant_stands_beside_the_line_above_the_other_reports(browser, tmp_path):
    full(browser, tmp_path)
    place = (
        "(index => document.querySelector(`[role=treeitem][data-index='${index}']`).getBoundingClientRect().toJSON())"
    )
    boss, other, aide = (browser.ask(f"{place}({index})") for index in (0, 1, 5))
    assert boss["bottom"] < aide["top"]
    assert aide["bottom"] < other["top"]
    assert aide["left"] > boss["left"] + boss["width"] / 2


def test_an_assistant_with_nobody_beside_stands_below_like_any_other(browser, tmp_path):
    shown(browser, tmp_path, Chart("X", (Card("a", "A"), Card("b", "B", 0, assistant=True))))
    places = browser.ask(f"{ITEMS}.map(item => item.getAttribute('transform').match(/-?[\\d.]+/g).map(Number)[0])")
    assert places[1] - places[0] in {0, 26}


def test_a_title_that_is_cut_is_there_in_full(browser, tmp_path):
    full(browser, tmp_path)
    drawn = browser.ask(f"[...{ITEMS}[0].querySelectorAll('.t')].map(line => line.textContent.trim())")
    assert " ".join(drawn).replace("…", "") == FULL.cards[0].title
    seen = browser.ask(f"{ITEMS}[0].querySelector('.t:last-of-type, .t ~ .t').getBBox().width")
    assert seen < browser.ask("JSON.parse(document.getElementById('data').textContent).size[0]")


def from_afar(browser: Browser, folder: Path) -> Browser:
    """300 cards, all open, too small to be read."""
    shown(browser, folder, sample_chart(random_parents(300, 2)))
    browser.ask("document.getElementById('open').click()")
    browser.ask("for (let i = 0; i < 5; i++) document.getElementById('out').click()")
    return settled(browser)


def settled(browser: Browser) -> Browser:
    """The page once it has been drawn."""
    browser.ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return browser


def test_from_afar_finds_are_ringed(browser, tmp_path):
    from_afar(browser, tmp_path).click("#find")
    browser.type(next(card.holder for card in sample_chart(random_parents(300, 2)).cards if card.holder))
    assert settled(browser).ask("document.querySelectorAll('#far .hit').length") == 1


def test_who_walks_the_tree_from_afar_sees_the_card_near(browser, tmp_path):
    on_tree(from_afar(browser, tmp_path)).press("ArrowDown")
    assert browser.ask("document.getElementById('world').classList.contains('far')") is False
    assert browser.ask("document.activeElement.querySelectorAll('.f').length") > 0
    left, upper, right, lower = browser.ask(
        "(() => { const b = document.activeElement.getBoundingClientRect();"
        " return [b.left, b.top, b.right, b.bottom]; })()"
    )
    assert (left > 0, upper > 0, right < 1280, lower < 800) == (True, True, True, True)


def test_from_afar_cards_are_few_shapes_and_still_answer_a_click(browser, tmp_path):
    from_afar(browser, tmp_path)
    assert 0 < browser.ask("document.querySelectorAll('#far path').length") < 30
    middle = browser.ask(
        "(() => { const c = document.getElementById('world').getCTM();"
        f" const [x, y] = {ITEMS}[0].getAttribute('transform').match(/-?[\\d.]+/g).map(Number);"
        " const [w, h] = JSON.parse(document.getElementById('data').textContent).size;"
        " const r = document.getElementById('canvas').getBoundingClientRect();"
        " return [r.x + c.e + (x + w / 2) * c.a, r.y + c.f + (y + h / 2) * c.a]; })()"
    )
    browser.mouse("mousePressed", *middle)
    browser.mouse("mouseReleased", *middle)
    assert browser.ask("document.querySelector('.chosen').dataset.index") == "0"


@needs_axe
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_no_violation(browser, tmp_path, scheme):
    prefer(browser, scheme)
    full(browser, tmp_path)
    browser.click("[data-index='2'] .f")
    browser.click("#find")
    browser.type("growth")
    found = violations(browser)
    prefer(browser)
    assert found == []


def test_print_shows_the_whole_of_what_is_open_whatever_is_in_sight(browser, tmp_path):
    shown(browser, tmp_path, sample_chart(random_parents(390, 2)))
    browser.ask("dispatchEvent(new Event('beforeprint'))")
    left, upper, wide, high = map(
        float, browser.ask("document.getElementById('canvas').getAttribute('viewBox')").split()
    )
    box = browser.ask(
        "(() => { const b = document.getElementById('tree').getBBox(); return [b.x, b.y, b.width, b.height]; })()"
    )
    assert left <= box[0]
    assert upper <= box[1]
    assert left + wide >= box[0] + box[2]
    assert upper + high >= box[1] + box[3]
    assert browser.ask(f"{ITEMS}.filter(item => !item.querySelector('text')).length") == 0
    browser.ask("dispatchEvent(new Event('afterprint'))")
    assert browser.ask("document.getElementById('canvas').getAttribute('viewBox')") is None


def test_the_legend_can_be_folded(small):
    assert small.ask("document.getElementById('key').textContent") == "Unit"
    assert small.ask("document.getElementById('entries').innerText").split("\n")[:3] == ["Top", "Growth", "Run"]
    small.click("#key")
    assert small.ask("document.getElementById('entries').hidden") is True
    assert small.ask("document.getElementById('key').getAttribute('aria-expanded')") == "false"


def test_on_a_phone_the_legend_is_folded_at_first(browser, tmp_path):
    browser.resize(390, 844)
    shown(browser, tmp_path, SMALL)
    is_folded = browser.ask("document.getElementById('entries').hidden")
    browser.resize(1280, 800)
    assert is_folded is True


def test_a_unit_lies_within_another_and_reports_to_nobody(browser, tmp_path):
    units = (Card("a", "Product", kind="unit"), Card("b", "Payments", 0, kind="unit"))
    shown(browser, tmp_path, Chart("X", units)).click("[data-index='1'] .f")
    assert browser.ask(f"{ITEMS}[1].getAttribute('aria-label')") == "Payments. Lies within Product"
    assert "Lies within" in browser.ask("document.getElementById('details').innerText")


def test_a_line_to_the_only_report_is_straight(browser, tmp_path):
    cards = (Card("a", "A"), Card("b", "B", 0), *(Card(f"c{number}", "C", 1) for number in range(3)))
    shown(browser, tmp_path, Chart("X", cards))
    top, only = browser.ask(f"{ITEMS}.slice(0, 2).map(item => item.getAttribute('transform').split(' ')[0])")
    assert top == only


def test_colours_start_as_the_chart_has_them_none_included(browser, tmp_path):
    shown(browser, tmp_path, replace(SMALL, colors=(), color_by=""))
    assert browser.ask("document.getElementById('color').selectedOptions[0].textContent") == "none"


def pages_of(browser: Browser) -> list[str]:
    """The texts of the pages that a printer gets."""
    made = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    return [page.extract_text() for page in PdfReader(BytesIO(made)).pages]


def test_a_chart_is_printed_on_one_page(browser, tmp_path):
    notes = tuple(f"Note {number}" for number in range(6))
    chart = replace(sample_chart(random_parents(60, 3), dotted=4), notes=notes)
    (page,) = pages_of(shown(browser, tmp_path, chart))
    assert "Note 5" in page
    assert "Open all" not in page


def test_findings_are_printed_after_the_chart_also_where_their_list_is_put_away(browser, tmp_path):
    full(browser, tmp_path).click("#listed")
    first, second = pages_of(browser)
    assert "nobody sits there" not in first
    assert "ORG217 reports-to-vacancy" in second
    assert "nobody sits there" in second
    assert browser.ask("document.getElementById('found').hidden") is True


def test_more_cards_than_can_be_read_open_folded(browser, tmp_path):
    shown(browser, tmp_path, sample_chart(random_parents(2_000, 1)))
    assert 1 < browser.ask(f"{ITEMS}.length") <= 400
    browser.click("#open")
    assert browser.ask(f"{ITEMS}.length") == 2_000
