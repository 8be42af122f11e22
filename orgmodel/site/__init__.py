"""The pages of `build`: values of what they say, and their templates."""
