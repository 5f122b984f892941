"""Serves qsTr() from the gettext catalogues, so that the language can change live."""

from PySide6.QtCore import QObject, QTranslator

from kiosk.app.ports.words import Words


class CatalogueTranslator(QTranslator):
    """A translator whose catalogue can be exchanged; call ``retranslate`` on the engine after."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def speak(self, words: Words) -> None:
        """Use another language from now on."""
        self._words = words

    def translate(
        self,
        context: str,  # noqa: ARG002  Qt gives the file; the catalogue's context is the second text
        source: str,
        disambiguation: str | None = None,
        n: int = -1,  # noqa: ARG002  plurals are made in Python
    ) -> str | None:
        """The text for ``source``; None for the empty text, which gettext uses for its header."""
        if not source:
            return None
        if disambiguation:
            return self._words.pgettext(disambiguation, source)
        return self._words.gettext(source)

    def isEmpty(self) -> bool:
        """Never empty: Qt skips empty translators."""
        return False
