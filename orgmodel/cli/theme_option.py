"""`--theme`: a look that is shipped, or one from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orgmodel.errors import UsageError
from orgmodel.reading.names import printable

if TYPE_CHECKING:
    from orgmodel.drawing.look import Look
    from orgmodel.drawing.raster import Raster


def read_look(theme: str) -> Look:
    """The look of a name or of a file; its logo is a file below its folder. Raises UsageError."""
    from orgmodel.charts.theme_file import look_of  # noqa: PLC0415
    from orgmodel.drawing.look import LOOKS  # noqa: PLC0415
    from orgmodel.findings import Fault  # noqa: PLC0415
    from orgmodel.loading.files import find_input, read_input  # noqa: PLC0415
    from orgmodel.reading.yaml_reader import read_yaml  # noqa: PLC0415

    if theme in LOOKS:
        return LOOKS[theme]
    if not theme.lower().endswith((".yaml", ".yml", ".json")):
        raise UsageError(
            f'there is no theme "{printable(theme, 100)}"; there are {", ".join(LOOKS)}, or a file that ends in .yaml'
        )
    found = find_input(theme)
    source = read_input(found, table=False)
    if isinstance(source, Fault):
        raise UsageError(f"{found.shown}: {source.message}")
    document = read_yaml(source)
    if document.faults:
        raise UsageError(f"{found.shown}: {document.faults[0].message}")
    return look_of(document.data, found.shown, lambda name: _logo(name, found.folder))


def theme_file(theme: str) -> str | None:
    """The file that is read for a look, if it is not one that is shipped."""
    from orgmodel.drawing.look import LOOKS  # noqa: PLC0415

    return None if theme in LOOKS else theme


def _logo(name: str, folder: Path) -> Raster:
    from orgmodel.drawing.raster import Raster, raster  # noqa: PLC0415
    from orgmodel.loading.image_files import read_image  # noqa: PLC0415

    data = read_image(name, folder, "logo")
    if isinstance(data, str):
        raise UsageError(data)
    image = raster(data)
    if not isinstance(image, Raster):
        raise UsageError(f'logo "{printable(name, 100)}" {image}')
    return image
