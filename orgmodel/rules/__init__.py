"""The catalogue of rules: a folder per family, one file per rule, and the registry that lists them."""
