"""List models: rows in the order of display, one role per field."""
