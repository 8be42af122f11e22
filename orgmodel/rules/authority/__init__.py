"""Faults of authority: what the matrix says of who answers, held against who reports to whom."""
