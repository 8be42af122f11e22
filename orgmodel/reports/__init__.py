"""Findings written down: one file per format, each a function from reports to text."""
