"""The pages of `build` in Chromium: nothing is logged or loaded, and axe-core finds nothing on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe import needs_axe, needs_chromium, prefer, violations
from browser import Browser
from site_samples import example, folder_of, pages

pytestmark = [pytest.mark.browser, needs_chromium]

NAMES = (
    *("chart.html", "chart-roles.html", "chart-units.html", "figures.html", "findings.html", "index.html"),
    *("matrix.html", "matrix-people.html", "positions.html", "roles.html", "units.html"),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    opened = Browser()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("site")
    for name, text in folder_of(example("product-organisation")).items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, encoding="utf-8")
    return made


def test_every_page_is_looked_at():
    assert sorted(pages(folder_of(example("product-organisation")))) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_logged_or_loaded(browser, folder, name):
    browser.read(folder / name)
    assert browser.logs == []
    assert [url.rpartition("/")[2] for url in browser.requests if not url.startswith("data:")] == [name]


@needs_axe
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_violation(browser, folder, name):
    browser.read(folder / name)
    assert violations(browser) == []


@needs_axe
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_texts_readable_on_dark_pages(browser, folder, name):
    prefer(browser, "dark")
    browser.read(folder / name)
    found = violations(browser, "color-contrast")
    prefer(browser)
    assert found == []
