"""The vocabulary of an organisation as pydantic records. Knows no files and no graph."""
