"""The responsibility matrix: build decides what it says, one file per format how it is written."""
