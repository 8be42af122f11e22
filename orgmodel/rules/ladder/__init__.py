"""Faults of roles and the ladder between them: promotions, levels, years, pay, skills."""
