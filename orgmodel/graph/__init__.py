"""Structure: hierarchies as arrays, lines on a day, who a letter really means, and the public graph."""
