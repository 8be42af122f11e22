"""Data shipped with the package: schemes, templates, presets, font widths, role libraries."""
