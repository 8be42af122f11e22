"""A chart on several linked pages: which cards stand where, and how the pages look."""
