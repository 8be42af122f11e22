"""The career ladder: roles by level and track, the promotions between them, what they pay and ask for."""
