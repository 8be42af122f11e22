"""Faults of reporting lines and units."""
