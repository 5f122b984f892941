"""Backups of an open record and the way back from them."""
