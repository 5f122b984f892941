"""The page on which somebody measures the screen with a ruler (access O17)."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.ports.words import Words
from kiosk.theme.legible import farthest_view_mm
from kiosk.theme.measuring import BAR_MM, Doubt, Measurement, doubts
from kiosk.theme.screen_file import ScreenFileError
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.screen_setting import ScreenSetting
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_LONGEST_MM = Decimal(10_000)


@QmlElement
@QmlUncreatable("made by the application")
class ScreenMeasuring(QObject):
    """Two bars, what the ruler says, and how far away people are.

    Signals:
        changed: Other sizes are in use, or something else is told.
        left: Back to the list of tasks.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, shell: AppShell, screen: ScreenSetting, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._screen = screen
        self._message = ""
        self._done = ""
        shell.spoken.connect(self.show)
        screen.theme.changed.connect(self.changed)

    @Slot()
    def show(self) -> None:
        """Begin without a word about earlier measurements."""
        self._message = self._done = ""
        self.changed.emit()

    @Property(int, notify=changed)
    def barPx(self) -> int:
        """Pixels of a bar that is 100 mm long if the sizes in use are true."""
        return round(BAR_MM * self._screen.theme.device.px_per_mm)

    @Property(str, notify=changed)
    def viewMm(self) -> str:
        """Distance from eye to screen that is in use, in millimetres."""
        return f"{self._screen.theme.device.view_mm:.0f}"

    @Property(str, notify=changed)
    def inUse(self) -> str:
        """Profile and sizes that are in use."""
        words, device = self._shell.words, self._screen.theme.device
        text = words.gettext(
            "In use: the profile {name}, {count} pixels in a millimetre, read from {distance} mm."
        )
        count = words.number(Decimal(f"{device.px_per_mm:.2f}"))
        return text.format(name=device.name, count=count, distance=self.viewMm)

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why the measurements are not used; empty when they are."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """That the measurements are in use; empty before that."""
        return self._done

    @Slot(str, str, str)
    def use(self, across: str, down: str, view: str) -> None:
        """Use what was measured, or tell what is wrong with it."""
        words = self._shell.words
        self._done = ""
        lengths = [_length_mm(text) for text in (across, down, view)]
        if None in lengths:
            self._message = words.gettext("Write every length in millimetres, such as 100 or 99.5.")
        else:
            self._message = self._try(Measurement(*(length for length in lengths if length)))
        if not self._message:
            self._done = words.gettext(
                "The measurements are in use. Text and buttons have their true size now."
            )
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the list of tasks."""
        self.left.emit()

    def _try(self, measurement: Measurement) -> str:
        """Why a measurement cannot be used; empty when it is."""
        theme, words = self._screen.theme, self._shell.words
        found = doubts(theme.tokens, theme.device, measurement)
        if found:
            farthest_mm = int(farthest_view_mm(theme.tokens, theme.device))
            return "\n".join(_doubt_text(doubt, words, farthest_mm) for doubt in found)
        try:
            self._screen.keep(measurement)
        except ScreenFileError:
            return words.gettext(
                "The measurements could not be stored, and nothing was changed. "
                "See to it that the program may write to its data folder."
            )
        return ""


def _length_mm(text: str) -> float | None:
    """A length as people write it; None when it is none."""
    try:
        length = Decimal(text.replace("mm", "").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return float(length) if length.is_finite() and 0 < length <= _LONGEST_MM else None


def _doubt_text(doubt: Doubt, words: Words, farthest_mm: int) -> str:
    texts = {
        Doubt.BAR_TOO_SHORT: words.gettext(
            "A bar cannot be shorter than 50 mm. Measure again, in millimetres."
        ),
        Doubt.BAR_TOO_LONG: words.gettext(
            "A bar cannot be longer than 200 mm. Measure again, in millimetres."
        ),
        Doubt.UNLIKE_BARS: words.gettext(
            "The two bars should be equally long. Measure both again. If they still differ, "
            "the system shows a wrong resolution on this screen."
        ),
        Doubt.SCREEN_TOO_SMALL: words.gettext(
            "With these lengths the screen is too small for the program. "
            "Measure again, in millimetres."
        ),
        Doubt.TOO_NEAR: words.gettext(
            "Nobody reads from less than 300 mm away. Write the distance in millimetres."
        ),
        Doubt.TOO_FAR: words.gettext(
            "The largest text is too small from so far away. "
            "Let people come nearer: {distance} mm at most."
        ),
    }
    return texts[doubt].format(distance=farthest_mm)
