"""What the citizen's first page will say, in the language that is picked for it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.app.ports.words import Words
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import LANGUAGE_NAMES
from kiosk.ui.viewmodels.display_settings import contrast_names, size_names

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_SEPARATOR = "\n"


@QmlElement
@QmlUncreatable("made by the application")
class FirstPagePreview(QObject):
    """Texts of the welcome page.

    Signals:
        changed: Another person or another language.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = self._lead = self._forward = ""
        self._buttons: list[str] = []
        self._rows = RowsModel(("label", "alternatives", "picked"), self)

    def show(self, name: str, words: Words, *, is_public: bool = False) -> None:
        """Make the texts for a person, who is called so; ``is_public`` on a machine for strangers."""
        language = LANGUAGE_NAMES[words.language]
        self._title = words.gettext("Welcome, %1").replace("%1", name)
        self._lead = words.gettext(
            "We are going to talk about who will help you at home. There is no hurry. "
            "You can go back and forth as much as you like."
        )
        self._forward = words.pgettext("forward", "Continue")
        end = words.gettext("End and delete") if is_public else words.gettext("End")
        self._buttons = [language, words.gettext("Text and colours"), end]
        languages = list(LANGUAGE_NAMES.values())
        sizes, contrasts = size_names(words), contrast_names(words)
        rows = (
            (words.pgettext("heading", "Language"), languages, languages.index(language)),
            (words.gettext("Text size"), list(sizes.values()), 1),
            (words.pgettext("heading", "Colours"), list(contrasts.values()), 0),
        )
        self._rows.show(
            [
                {"label": label, "alternatives": _SEPARATOR.join(names), "picked": picked}
                for label, names, picked in rows
            ]
        )
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The greeting."""
        return self._title

    @Property(str, notify=changed)
    def lead(self) -> str:
        """What the conversation is about."""
        return self._lead

    @Property(str, notify=changed)
    def forward(self) -> str:
        """The forward button."""
        return self._forward

    @Property("QStringList", notify=changed)
    def buttons(self) -> list[str]:
        """The buttons of the header."""
        return self._buttons

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """Language, text size and colours: label, alternatives line by line, place of the picked."""
        return self._rows
