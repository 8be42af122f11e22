"""The page and the fragment: what a browser, a screen reader and a printer find there."""

from __future__ import annotations

import re

import html5lib
import pytest
from matrix_samples import matrix_of, quay, wide

from orgmodel.matrix import html

NS = "{http://www.w3.org/1999/xhtml}"


def parsed(text: str):
    return html5lib.HTMLParser(strict=True).parse(text)


@pytest.fixture(scope="module")
def page():
    return parsed(html.render(quay()))


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    text = html.render(quay())
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert not re.search(r"<script|\son\w+=|url\(|@import|<img|<link|src=", text)


def test_the_table_has_a_caption_and_every_heading_a_scope(page) -> None:
    (table,) = page.iter(f"{NS}table")
    assert "".join(table.find(f"{NS}caption").itertext()).startswith("Responsibility matrix by role")
    assert {heading.get("scope") for heading in table.iter(f"{NS}th")} == {"col", "row", "rowgroup"}


def test_every_row_has_as_many_cells_as_the_head(page) -> None:
    rows = [row for row in page.iter(f"{NS}tr") if row.get("id") or row.find(f"{NS}th[@class='corner']") is not None]
    assert {len(list(row)) for row in rows} == {9}
    assert {cell.get("colspan") for cell in page.iter(f"{NS}th") if cell.get("scope") == "rowgroup"} == {"9"}


def test_the_scroll_area_takes_the_keyboard(page) -> None:
    area = next(element for element in page.iter(f"{NS}div") if element.get("role") == "region")
    assert area.get("tabindex") == "0"
    assert area.get("aria-labelledby") == "matrix-caption"


def test_an_overlap_is_said_by_colour_sign_and_words(page) -> None:
    marks = [mark for mark in page.iter(f"{NS}span") if "over" in (mark.get("class") or "").split()]
    assert len(marks) == 5
    for mark in marks:
        assert "!" in "".join(mark.itertext())
        assert "one of too many" in mark.get("title")


def test_headings_are_turned_only_where_there_are_many() -> None:
    assert 'class="rm-scroll turned"' in html.render(wide(12))
    assert 'class="rm-scroll turned"' not in html.render(wide(9))


def test_a_matrix_without_gaps_has_no_column_for_them() -> None:
    sections = {"roles": {"pm": {}}, "activities": {"x": {"assign": {"A": "pm", "R": "pm"}}}}
    assert "Gap" not in html.render_fragment(matrix_of(sections))


def test_a_matrix_without_rows_is_a_page_all_the_same() -> None:
    assert "no rows" in "".join(parsed(html.render(matrix_of({"roles": {"pm": {}}}))).itertext())


def test_two_fragments_with_their_own_ids_stand_on_one_page() -> None:
    both = html.render_fragment(quay(), id="one") + html.render_fragment(quay(by="unit"), id="two")
    ids = re.findall(r'\sid="([^"]+)"', both)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"|aria-labelledby="([^"]+)"', both))


def test_names_lead_where_a_link_is_given_for_them() -> None:
    links = {("activity", "vision"): "a.html?x=1&y=2", ("role", "pm"): "r.html"}
    fragment = html.render_fragment(quay(), link=lambda kind, name: links.get((kind, name)))
    assert '<a href="a.html?x=1&amp;y=2">Set the vision</a>' in fragment
    assert '<a href="r.html">Product Manager</a>' in fragment


def test_every_rule_of_the_style_stays_within_the_fragment() -> None:
    style = re.sub(r"/\*.*?\*/", "", html.STYLE)
    selectors = [part.strip() for found in re.findall(r"([^{}]+)\{", style) for part in found.split(",")]
    outside = [part for part in selectors if not part.startswith((".rm", ".turned", "@media", "clip-path", "inset"))]
    assert outside == []
