"""Figures of docs/performance.md: each is a ratio to a floor measured in the same run."""
