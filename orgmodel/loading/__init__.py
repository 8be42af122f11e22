"""Files to one Organization: finding, including, mapping, validating, merging."""
