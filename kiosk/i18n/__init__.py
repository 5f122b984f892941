"""Texts, dates, lists and numbers in bokmål, nynorsk and English; no Qt."""

from kiosk.i18n.catalogues import CatalogueMissingError
from kiosk.i18n.gettext_words import GettextWords
from kiosk.i18n.typography import with_hard_spaces

__all__ = ["CatalogueMissingError", "GettextWords", "with_hard_spaces"]
