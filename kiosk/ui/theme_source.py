"""The theme as QML reads it: pixels and colours for the device, text size and contrast chosen."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.theme.scale import Scale
from kiosk.theme.tokens import Contrast, Device, Family, TextSize, Tokens
from kiosk.ui.qtkit import Property

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

ENGINE_PROPERTY = "themeSource"


@QmlElement
@QmlSingleton
class ThemeSource(QObject):
    """One per engine, made by the application.

    Signals:
        changed: Device, text size or contrast is another; every binding must be read again.
    """

    changed = Signal()

    def __init__(
        self,
        tokens: Tokens,
        device: Device,
        press_hold_ms: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._contrast = Contrast.STANDARD
        self._device = device
        self._window_px = (device.width_px, device.height_px)
        self._scale = Scale(tokens, device, TextSize.M)
        self._colours = tokens.colours(self._contrast)
        self._revision = 0
        usual_ms = int(tokens.number("motion", "press_hold"))
        self._press_hold_ms = usual_ms if press_hold_ms is None else press_hold_ms

    @staticmethod
    def create(engine: QQmlEngine) -> "ThemeSource":
        """Hand QML the instance that the application put on the engine."""
        source = engine.property(ENGINE_PROPERTY)
        if not isinstance(source, ThemeSource):
            raise TypeError(ENGINE_PROPERTY)
        return source

    @Property(int, notify=changed)
    def revision(self) -> int:
        """Rises with every change; bindings name it to be read again."""
        return self._revision

    @property
    def scale(self) -> Scale:
        """Sizes of the present device and text size."""
        return self._scale

    @property
    def tokens(self) -> Tokens:
        """Everything that the theme knows."""
        return self._tokens

    @property
    def device(self) -> Device:
        """The profile of the screen, whatever the size of the window."""
        return self._device

    @property
    def contrast(self) -> Contrast:
        """The present colour mode."""
        return self._contrast

    def show(self, size: TextSize, contrast: Contrast) -> None:
        """Change text size and colours at once."""
        if size is self._scale.size and contrast is self._contrast:
            return
        self._contrast = contrast
        self._colours = self._tokens.colours(contrast)
        self._change(self._scale.device, size)

    def fit(self, width_px: int, height_px: int) -> None:
        """Make the layout fit a window that is smaller than the device's screen."""
        self._window_px = (width_px, height_px)
        device = self._device.fitted(width_px, height_px)
        if device != self._scale.device:
            self._change(device, self._scale.size)

    def use(self, device: Device) -> None:
        """Lay everything out for another profile at once, as after measuring the screen."""
        self._device = device
        self.fit(*self._window_px)

    def _change(self, device: Device, size: TextSize) -> None:
        self._scale = Scale(self._tokens, device, size)
        self._revision += 1
        self.changed.emit()

    @Slot(result=int)
    def pressHoldMs(self) -> int:
        """How long the pressed look stays at least, in milliseconds."""
        return self._press_hold_ms

    @Slot(str, result=str)
    def colour(self, role: str) -> str:
        """Colour of a role as #RRGGBB."""
        return self._colours[role]

    @Slot(str, result=int)
    def fontPx(self, role: str) -> int:
        """Font size of a text role."""
        return self._scale.font_px(role)

    @Slot(float, result=int)
    def px(self, length_mm: float) -> int:
        """Pixels of a distance in millimetres."""
        return self._scale.px(length_mm)

    @Slot(float, result=int)
    def targetPx(self, length_mm: float) -> int:
        """Pixels of a target or border in millimetres, rounded up."""
        return self._scale.at_least_px(length_mm)

    @Slot(str, str, result=float)
    def number(self, table: str, key: str) -> float:
        """A token that is alike on all devices."""
        return self._tokens.number(table, key)

    @Slot(str, str, result=float)
    def deviceNumber(self, table: str, key: str) -> float:
        """A token that differs by device."""
        value: float = self._tokens.by_device(table, key, self._scale.device, self._scale.size)
        return value

    @Slot(result=bool)
    def isCompact(self) -> bool:
        """Largest text on the laptop."""
        return self._scale.is_compact

    @Slot(result=bool)
    def isLaptop(self) -> bool:
        """Laptop family."""
        return self._scale.device.family is Family.LAPTOP

    @Slot(result=bool)
    def isKiosk(self) -> bool:
        """A touch screen, at which no keyboard is expected."""
        return self._scale.device.is_kiosk

    @Slot(result=bool)
    def isPortrait(self) -> bool:
        """Touch screen that stands upright."""
        return self._scale.device.family is Family.KIOSK_PORTRAIT

    @Slot(result=bool)
    def isExtraLarge(self) -> bool:
        """Largest text, on any device."""
        return self._scale.size is TextSize.XL

    @Slot(result=bool)
    def isLarge(self) -> bool:
        """Large or largest text, on any device."""
        return self._scale.size in {TextSize.L, TextSize.XL}

    @Slot(result=bool)
    def isHighContrast(self) -> bool:
        """One of the two black-and-white modes."""
        return self._contrast in {Contrast.HIGH_LIGHT, Contrast.HIGH_DARK}
