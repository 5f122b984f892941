"""Wires every adapter; each is imported when it is needed."""
