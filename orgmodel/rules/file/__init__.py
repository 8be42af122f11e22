"""Faults of files: reading, keys, values, includes, tables."""
