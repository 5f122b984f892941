"""Brukervalg Kiosk: presents home-care providers evenly and records a free choice."""

__version__ = "0.1.0"
