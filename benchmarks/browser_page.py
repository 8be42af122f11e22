"""How soon the page of a chart is ready and searched in a browser without a window."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

_SEARCH = """
<script>
const field = document.getElementById("find");
field.value = "ada";
field.dispatchEvent(new Event("input"));
</script>
</body>
"""


@dataclass(frozen=True)
class Page:
    """Milliseconds from the start of loading until the page can be used, and of one search over all cards."""

    ready: float
    found: float


def page_times(path: Path) -> Page:
    """Open a copy of a chart that searches by itself; the policy of the page would not let it, so it goes."""
    text = re.sub(r"<meta http-equiv[^>]*>", "", path.read_text("utf-8")).replace("</body>", _SEARCH)
    copy = path.with_suffix(".bench.html")
    copy.write_text(text, encoding="utf-8")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--dump-dom")
        dumped = subprocess.run(
            [str(CHROMIUM), *flags, "--window-size=1280,800", copy.as_uri()],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        ).stdout
    head = dumped[: dumped.index("<head")]
    return Page(*(float(re.search(rf'data-{name}="([\d.]+)"', head).group(1)) for name in ("ready", "found")))  # type: ignore[union-attr]
