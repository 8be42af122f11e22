"""Small organisations, the folders made of them, and questions asked of their pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import unquote

import html5lib

from orgmodel.loading.load import Loaded, LoadOptions, load
from orgmodel.loading.views import redacted
from orgmodel.site.build import SiteRequest, build_site
from orgmodel.site.render import render_site
from orgmodel.site.values import Overview, Site, said

DAY = date(2026, 11, 1)
EXAMPLES = Path(__file__).parent.parent.parent / "examples"
MODELS = ("product-organisation", "product-team", "what-the-guides-say", "staff-export/staff.csv")

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"

GAPS = """\
orgmodel: 1
name: Gaps
roles:
  director: {title: Director}
  pm: {title: Product Manager, reports_to: director}
  head: {title: Head of Data}
units:
  pay: {title: Payments, kind: team}
  fraud: {title: Fraud, kind: team}
positions:
  dir: {role: director, holder: Ada Park}
  pm-pay: {role: pm, unit: pay, holder: Li Wei}
  pm-fraud: {role: pm, unit: fraud, deputy: dir}
activities:
  launch: {title: Launch plan, assign: {R: pm}}
  roadmap: {title: Roadmap, assign: {A: [director, pm], R: pm}}
  data: {title: Data catalogue, assign: {A: head, R: pm}}
  hiring: {title: Hiring, assign: {A: pm, R: pm}}
  backlog: {title: Rank the backlog, per: team, assign: {A: pm, R: pm}}
  forum: {title: Forum, unowned: It closes soon.}
"""


def loaded_text(folder: Path, text: str, name: str = "org.yaml") -> Loaded:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load(str(path), LoadOptions())


def site_of(loaded: Loaded, *, redact: tuple[str, ...] = (), request: SiteRequest | None = None) -> Site:
    redacted(loaded, redact)
    return build_site(loaded, DAY, request or SiteRequest())


def folder_of(loaded: Loaded, *, redact: tuple[str, ...] = ()) -> dict[str, str]:
    return render_site(site_of(loaded, redact=redact))


def example(name: str) -> Loaded:
    return load(str(EXAMPLES / name), LoadOptions())


def pages(files: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in files.items() if name.endswith(".html")}


def parsed(page: str):
    """The page as a tree; raises where HTML is not as it should be."""
    return html5lib.HTMLParser(strict=True).parse(page)


def overview_of(site: Site) -> Overview:
    first = site.pages[0]
    assert isinstance(first, Overview)
    return first


def sentences(site: Site) -> dict[str, list[str]]:
    """The sentences of the first page by section."""
    return {
        section.heading: [said(remark.words) for remark in section.remarks] for section in overview_of(site).sections
    }


def broken_links(files: dict[str, str]) -> list[tuple[str, str]]:
    """Links of the pages that lead nowhere within the folder."""
    trees = {name: parsed(text) for name, text in pages(files).items()}
    ids = {name: {element.get("id") for element in tree.iter()} for name, tree in trees.items()}
    broken = []
    for name, tree in trees.items():
        for link in (element.get("href") for element in tree.iter() if element.tag in {f"{HTML}a", f"{SVG}a"}):
            file, _, fragment = link.partition("#")
            if (file or name) not in files or (fragment and unquote(fragment) not in ids[file or name]):
                broken.append((name, link))
    return broken


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours by WCAG 2.2, from 1 (equal) to 21 (black on white)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
