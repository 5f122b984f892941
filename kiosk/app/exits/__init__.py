"""Announce that a provider stops, tell everybody it concerns, and see who is left (domain 6.6)."""
