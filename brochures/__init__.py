"""Turns document blocks into PDF pages; knows no Qt and no store."""
