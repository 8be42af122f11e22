"""The one place where text enters SVG."""

from __future__ import annotations

from urllib.parse import urlsplit

from orgmodel.drawing.text import clean

_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: str) -> str:
    """Text for SVG content and quoted attributes, on one line, without characters XML cannot hold."""
    return clean(text).translate(_MARKUP)


def escape_clean(text: str) -> str:
    """Like :func:`escape` for text that has been through ``clean`` already."""
    return text.translate(_MARKUP)


def safe_link(href: str) -> str:
    """The link escaped for an attribute, or nothing unless it is http, https, mailto or a #fragment."""
    if any(character.isspace() or not character.isprintable() for character in href):
        return ""
    if not href.startswith("#"):
        try:
            scheme = urlsplit(href).scheme.lower()
        except ValueError:
            return ""
        if scheme not in _SAFE_SCHEMES:
            return ""
    return escape_clean(href)
