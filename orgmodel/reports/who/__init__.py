"""Answers to "who?", one file per format; the text in parts, one for each kind of answer."""
