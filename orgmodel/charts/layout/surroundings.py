"""What stands round the children of a box: boxes beside its line, and a frame."""

from __future__ import annotations

from orgmodel.charts.layout.measures import Measures
from orgmodel.charts.layout.options import Option


def is_two_sided(option: Option, aside: int, sizes: Measures) -> bool:
    """Whether boxes beside the line stand on both sides of it: where there are several, and room on the left."""
    return aside > 1 and option.stand + sizes.width // 2 >= sizes.aside + sizes.width


def aside_rows(option: Option, aside: int, sizes: Measures) -> int:
    """Rows of boxes beside the line below a box."""
    return (aside + 1) // 2 if is_two_sided(option, aside, sizes) else aside


def with_aside(option: Option, aside: int, sizes: Measures) -> Option:
    """The option with ``aside`` boxes beside the line between the box and its children."""
    if not aside:
        return option
    lane = sizes.drop - sizes.stack if option.narrow else 0
    return option._replace(
        width=max(option.width, option.stand + sizes.width // 2 + sizes.aside + sizes.width),
        height=option.height + lane + sizes.aside_height(aside_rows(option, aside, sizes)),
    )


def framed(option: Option, sizes: Measures) -> Option:
    """The option with room for a frame around it."""
    left, top, right, bottom = sizes.frame
    return option._replace(
        width=left + option.width + right, height=top + option.height + bottom, stand=left + option.stand
    )
