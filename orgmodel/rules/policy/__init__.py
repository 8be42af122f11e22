"""Faults of policy and waivers."""
