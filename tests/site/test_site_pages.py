"""The pages hold together: valid, linked, self-contained, usable by keyboard."""

import re
from itertools import pairwise

import pytest
from site_samples import GAPS, HTML, MODELS, SVG, broken_links, contrast, example, folder_of, loaded_text, pages, parsed

from orgmodel.loading.load import LoadOptions, load
from orgmodel.rules.registry import ENTRIES
from orgmodel.site.render import _environment


@pytest.fixture(scope="module", params=MODELS)
def folder(request):
    return folder_of(example(request.param))


@pytest.fixture(scope="module")
def trees(folder):
    return {name: parsed(text) for name, text in pages(folder).items()}


def test_every_page_is_strictly_valid(trees):
    assert all(tree.tag == f"{HTML}html" for tree in trees.values())


def test_ids_are_unique_within_a_page(trees):
    for name, tree in trees.items():
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name


def test_every_link_leads_somewhere(folder):
    assert broken_links(folder) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_fault_has_pages_that_hold_together(tmp_path, entry):
    """The bad example of each rule is a model that lacks something; pages are made of it all the same."""
    bad = entry.load().bad
    texts = {"org.yaml": bad} if isinstance(bad, str) else dict(bad)
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    loaded = load(str(tmp_path / next(iter(texts))), LoadOptions())
    assert broken_links(folder_of(loaded)) == []


def test_nothing_is_loaded_from_anywhere(folder, trees):
    for name, tree in trees.items():
        for element in tree.iter():
            assert element.tag not in {f"{HTML}{tag}" for tag in ("script", "img", "iframe", "object", "embed", "form")}
            assert element.get("src") is None
            assert not any(key.startswith("on") for key in element.attrib)
            href = element.get("href") or ""
            assert not re.match(r"[a-z]+:|//", href) or href == "data:,", (name, href)
        assert not re.search(r"url\(|@import", folder[name])


def test_a_policy_forbids_what_is_not_there(trees):
    for tree in trees.values():
        policy = [meta.get("content") for meta in tree.iter(f"{HTML}meta") if meta.get("http-equiv")]
        assert policy[0].startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_whatever_acts_is_reached_by_keyboard(trees):
    for tree in trees.values():
        tags = {element.tag for element in tree.iter()}
        assert tags & {f"{HTML}{tag}" for tag in ("button", "input", "select", "textarea")} == set()
        for element in tree.iter():
            if element.tag in {f"{HTML}a", f"{SVG}a"}:
                assert element.get("href")
            if element.get("tabindex") == "0":
                assert element.get("role") == "region"
                assert element.get("aria-label") or element.get("aria-labelledby")
            assert element.get("tabindex") in {None, "0", "-1"}


def test_headings_go_down_step_by_step(trees):
    for name, tree in trees.items():
        levels = [
            int(element.tag[-1])
            for element in tree.iter()
            if re.fullmatch(f"{re.escape(HTML)}h[1-6]", str(element.tag))
        ]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_the_navigation_says_where_one_is(trees):
    for name, tree in trees.items():
        current = [element for element in tree.iter(f"{HTML}a") if element.get("aria-current")]
        assert current, name


def test_every_page_can_be_skipped_to_its_content(trees):
    for tree in trees.values():
        first = next(tree.iter(f"{HTML}a"))
        assert first.get("href") == "#content"
        assert next(tree.iter(f"{HTML}main")).get("id") == "content"


def test_cells_of_tables_have_headings(trees):
    for tree in trees.values():
        for table in tree.iter(f"{HTML}table"):
            assert all(head.get("scope") for head in table.iter(f"{HTML}th"))


def test_downloads_are_in_the_folder(folder):
    assert {"chart.svg", "findings.json"} <= folder.keys()


@pytest.mark.parametrize("theme", [0, 1])
def test_texts_stand_out_from_the_page(theme):
    style = _environment().get_template("style.css").render()
    colors = dict(re.findall(r"--(\w+):(#[0-9a-f]+)", re.findall(r":root\{([^}]*)\}", style)[theme]))
    full = {
        name: value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:]) for name, value in colors.items()
    }
    for word in ("text", "quiet", "link", "bad", "double", "vacant", "look", "calm"):
        for back in ("page", "soft", "mark"):
            assert contrast(full[word], full[back]) >= 4.5, (word, back)


def test_a_card_leads_to_its_seat_and_the_seat_to_its_card(tmp_path):
    files = folder_of(loaded_text(tmp_path, GAPS))
    assert '<g id="s-c1" ' in files["chart.html"]
    assert '<a href="positions.html#seat-pm-pay">' in files["chart.html"]
    assert '<a href="chart.html#s-c1">in the chart</a>' in files["positions.html"]
