"""Ids of HTML elements and names of pages for the things of a model, whatever they are called."""

from __future__ import annotations

import hashlib
import re

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,59}\Z")
_OTHER = re.compile(r"[^A-Za-z0-9]+")


def anchor(kind: str, name: str) -> str:
    """An id for a thing, the same in every run: `seat-pm-checkout`.

    A name that is no plain id is shortened to its letters, and a point with a hash keeps it apart from
    all others; no plain id has a point.
    """
    if _PLAIN.match(name):
        return f"{kind}-{name}"
    readable = _OTHER.sub("-", name[:80]).strip("-")[:30]
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{kind}-{readable}.{digest}"


def numbered(file: str, number: int) -> str:
    """The file of a further page: `positions.html`, `positions-2.html`."""
    return file if number == 0 else f"{file.removesuffix('.html')}-{number + 1}.html"
