"""Spans and layers: how many seats each layer has, and how many reports the managers have."""
