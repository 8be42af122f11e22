"""Text to plain data with marks: YAML, JSON and tables. Knows no organisation."""
