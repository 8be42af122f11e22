"""Faults of one row of the responsibility matrix."""
