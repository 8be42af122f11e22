"""Contrast of two colours, as WCAG 2.2 measures it."""

from __future__ import annotations


def contrast(first: str, second: str) -> float:
    """From 1 (equal) to 21 (black on white), for colours such as #1f4aac."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    """Relative luminance, from 0 (black) to 1 (white)."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
