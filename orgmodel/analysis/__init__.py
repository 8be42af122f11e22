"""Answers about an organisation as plain records: no text, no files."""
