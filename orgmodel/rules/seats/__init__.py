"""Faults of positions and the people in them."""
