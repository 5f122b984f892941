"""Texts, dates, lists and numbers in bokmål, nynorsk and English; no Qt."""

from kiosk.i18n.catalogues import CatalogueMissingError
from kiosk.i18n.gettext_words import GettextWords
from kiosk.i18n.typography import with_hard_spaces
from kiosk.i18n.working_calendar import NorwegianCalendar

__all__ = ["CatalogueMissingError", "GettextWords", "NorwegianCalendar", "with_hard_spaces"]
