"""Faults of spans, layers, and the sizes and ratios that a policy asks for."""
