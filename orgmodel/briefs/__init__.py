"""Pages that answer a question about roles, to read, print and hand round; one file per format."""
