"""Watches the program of a public machine; no Qt and nothing but the standard library and rules."""
