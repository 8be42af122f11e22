"""axe-core, the checker of accessibility, run over the page that a browser shows."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from browser import CHROMIUM, Browser

AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
SCHEMES = ("light", "dark")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing")
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core is missing (AXE_CORE names its axe.min.js)")

_OF_NAMES = "label-content-name-mismatch"
"""Whether what is heard contains what is seen; axe-core asks that only on demand."""


def violations(browser: Browser, *rules: str) -> list[Any]:
    """What axe-core finds on the page, by all its rules or some: the rule, and how each element concerned begins."""
    options = {"runOnly": rules} if rules else {"rules": {_OF_NAMES: {"enabled": True}}}
    browser.ask(AXE.read_text("utf-8") + "; 0")
    found: list[Any] = json.loads(
        browser.ask(
            f"axe.run({json.dumps(options)}).then(result => JSON.stringify("
            "result.violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 200))])))"
        )
    )
    return found


def prefer(browser: Browser, scheme: str = "") -> None:
    """Let the system of the reader ask for light or dark pages."""
    features = [{"name": "prefers-color-scheme", "value": scheme}] if scheme else []
    browser.call("Emulation.setEmulatedMedia", features=features)
