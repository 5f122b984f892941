"""Catalogues, dates, lists and typography in the languages of the program; no Qt."""
