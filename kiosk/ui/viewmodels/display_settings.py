"""Language, text size and colours: they take effect at once and lose no answer."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.domain.language import Language
from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import LANGUAGE_NAMES, AppShell
from kiosk.ui.theme_source import ThemeSource

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_FIELDS = ("key", "name", "isPicked")


@QmlElement
@QmlUncreatable("made by the application")
class DisplaySettings(QObject):
    """Three groups of options; one of each is picked."""

    changed = Signal()

    def __init__(
        self, program: Program, shell: AppShell, theme: ThemeSource, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._theme = theme
        self._languages = RowsModel(_FIELDS, self)
        self._sizes = RowsModel(_FIELDS, self)
        self._contrasts = RowsModel(_FIELDS, self)
        shell.retold.connect(self._refresh)
        theme.changed.connect(self._refresh)
        self._refresh()

    @Property(RowsModel, constant=True)
    def languages(self) -> RowsModel:
        """Bokmål, nynorsk, English, each in its own name."""
        return self._languages

    @Property(RowsModel, constant=True)
    def sizes(self) -> RowsModel:
        """Four text sizes, smallest first."""
        return self._sizes

    @Property(RowsModel, constant=True)
    def contrasts(self) -> RowsModel:
        """Four colour modes, the usual one first."""
        return self._contrasts

    def set_language(self, language: Language) -> None:
        """Speak another language on every page."""
        self._shell.speak(self._program.words_for(language))

    @Slot(str)
    def pickLanguage(self, key: str) -> None:
        """Speak a language by its ISO code."""
        self.set_language(Language(key))

    @Slot(str)
    def pickSize(self, key: str) -> None:
        """Show another text size."""
        self._theme.show(TextSize(key), self._theme.contrast)

    @Slot(str)
    def pickContrast(self, key: str) -> None:
        """Show other colours."""
        self._theme.show(self._theme.scale.size, Contrast(key))

    def reset(self) -> None:
        """Back to ordinary text size and colours, as every session begins."""
        self._theme.show(TextSize.M, Contrast.STANDARD)

    @Slot()
    def _refresh(self) -> None:
        words = self._shell.words
        self._languages.show(
            [
                {"key": language.value, "name": name, "isPicked": language is words.language}
                for language, name in LANGUAGE_NAMES.items()
            ]
        )
        self._sizes.show(
            [
                {"key": size.value, "name": name, "isPicked": size is self._theme.scale.size}
                for size, name in size_names(words).items()
            ]
        )
        self._contrasts.show(
            [
                {"key": mode.value, "name": name, "isPicked": mode is self._theme.contrast}
                for mode, name in contrast_names(words).items()
            ]
        )
        self.changed.emit()


def size_names(words: Words) -> dict[TextSize, str]:
    """The text sizes in words, smallest first."""
    return {
        TextSize.S: words.pgettext("text size", "Small"),
        TextSize.M: words.pgettext("text size", "Ordinary"),
        TextSize.L: words.pgettext("text size", "Large"),
        TextSize.XL: words.pgettext("text size", "Very large"),
    }


def contrast_names(words: Words) -> dict[Contrast, str]:
    """The colour modes in words, the usual one first."""
    return {
        Contrast.STANDARD: words.pgettext("colours", "Ordinary"),
        Contrast.HIGH_LIGHT: words.pgettext("colours", "Black on white"),
        Contrast.HIGH_DARK: words.pgettext("colours", "White on black"),
        Contrast.LOW: words.pgettext("colours", "Muted"),
    }
