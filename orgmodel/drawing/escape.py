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


def allowed_link(href: str) -> str:
    """The link as it stands, or nothing unless it is http, https, mailto or a #fragment."""
    if any(character.isspace() or not character.isprintable() for character in href):
        return ""
    if href.startswith("#"):
        return href
    try:
        scheme = urlsplit(href).scheme.lower()
    except ValueError:
        return ""
    return href if scheme in _SAFE_SCHEMES else ""


def safe_link(href: str) -> str:
    """The allowed link escaped for an attribute, else nothing."""
    return escape_clean(allowed_link(href))
