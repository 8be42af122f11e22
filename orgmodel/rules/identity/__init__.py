"""Faults of identity and reference: ids, names, what refers to what."""
