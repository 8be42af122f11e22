"""Runs rules over a loaded model and applies policy and waivers."""
