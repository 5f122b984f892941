"""Settings of one machine, read once, and where the program's own files lie."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from kiosk.app.toml_lines import broken_line
from kiosk.domain.cleaning import is_cleaning_code
from kiosk.domain.errors import KioskError
from kiosk.domain.idle_times import (
    LEAST_IDLE_S,
    LEAST_STAFF_LOCK_S,
    LEAST_WARNING_S,
    MOST_IDLE_S,
    MOST_STAFF_LOCK_S,
    MOST_WARNING_S,
    WARNING_S,
    IdleTimes,
    MachineIdleTimes,
    is_allowed_idle,
    is_allowed_staff_lock,
    is_allowed_warning,
)
from kiosk.domain.language import Language
from kiosk.domain.scanning import is_scanner_prefix

FILE_NAME = "settings.toml"
_FOLDER = "brukervalg-kiosk"
_PACKAGE = Path(__file__).parent


class SettingsError(KioskError):
    """The settings file cannot be used.

    Attributes:
        file: Which file.
        key: Which key, or the number of the line where the file breaks off; empty when the whole
            file is at fault.
        code: ``settings.unreadable``, ``settings.not_utf8``, ``settings.not_toml``,
            ``settings.unknown_key``, ``settings.not_text``, ``settings.not_yes_or_no``,
            ``settings.not_seconds``, ``settings.not_allowed``, ``settings.not_a_sign``,
            ``settings.not_a_cleaning_code``, ``settings.out_of_bounds`` or
            ``settings.out_of_bounds_or_0``.
        allowed: The values or keys that are allowed, where these can be listed; the least and the
            most of a number.
    """

    def __init__(self, file: Path, key: str, code: str, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(f"{file.name}: {key or code}")
        self.file = file
        self.key = key
        self.code = code
        self.allowed = allowed


@dataclass(frozen=True, slots=True)
class Resources:
    """The program's own files, in a clone or in an installed wheel.

    Attributes:
        assets: Fonts, icons, colour profile, theme and the example municipality.
        locales: Compiled catalogues.
    """

    assets: Path
    locales: Path

    @classmethod
    def shipped(cls) -> "Resources":
        """Where they lie for the running program."""
        packed = _PACKAGE / "_data"
        root = packed if packed.is_dir() else _PACKAGE.parent
        return cls(root / "assets", root / "locales")

    @property
    def is_clone(self) -> bool:
        """Whether they lie in a clone, where texts may be newer than compiled catalogues."""
        return self.locales.parent == _PACKAGE.parent

    @property
    def fonts(self) -> Path:
        """Source Sans 3 in the cuts that screen and paper use."""
        return self.assets / "fonts"

    @property
    def colour_profile(self) -> Path:
        """What red, green and blue are on paper."""
        return self.assets / "colour" / "srgb.icc"

    @property
    def example(self) -> Path:
        """The content pack of the invented municipality."""
        return self.assets / "example"


@dataclass(frozen=True, slots=True)
class Settings:
    """What differs from machine to machine.

    Attributes:
        content: Folder of the municipality's content pack.
        data: Folder of the record; never inside the program's own folder.
        language: Language of the staff's pages and of the command line.
        device: Name of a device profile of the theme; empty to go by the screen.
        printer: Queue that is offered first; empty for the system's default.
        scanner_prefix: What the hand scanner puts before each code; empty where it puts nothing.
        cleaning_code: Lets whoever cleans the screen do that, and nothing else; empty for none.
        is_public: Strangers use the machine alone, as with ``kiosk run --public``.
        idle: How long such a machine waits before it asks whether somebody is there.
        passphrase_file: File with the record's passphrase; never in the settings file.
        passphrase_fd: Open file descriptor that gives the passphrase; goes before the file.
        file: Where settings are written, whether or not it exists.
    """

    content: Path
    data: Path
    language: Language = Language.BOKMAL
    device: str = ""
    printer: str = ""
    scanner_prefix: str = ""
    cleaning_code: str = ""
    is_public: bool = False
    idle: MachineIdleTimes = field(default_factory=MachineIdleTimes)
    passphrase_file: Path | None = None
    passphrase_fd: int | None = None
    file: Path = Path(FILE_NAME)
    resources: Resources = field(default_factory=Resources.shipped)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says; None where it says nothing."""

    content: Path | None = None
    data: Path | None = None
    file: Path | None = None
    language: Language | None = None
    passphrase_file: Path | None = None
    passphrase_fd: int | None = None


_CLEANING = "cleaning_code"
_TEXTS = ("content", "data", "language", "device", "printer", "scanner_prefix", _CLEANING)
_PUBLIC = "public"
_WARN, _END = "warn_after_s", "end_after_s"
_VISIT_WARN, _VISIT_END = "visit_warn_after_s", "visit_end_after_s"
_STAFF_LOCK = "staff_lock_after_s"
_KEYS = (*_TEXTS, _PUBLIC, _WARN, _END, _VISIT_WARN, _VISIT_END, _STAFF_LOCK)


def read_settings(said: Overrides, environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the command line, then the file, then the defaults.

    The file is the one that was named, or ``settings.toml`` in the data folder. Relative
    folders in it are relative to the file.

    Raises:
        SettingsError: The file is missing although it was named, or anything in it is wrong.
    """
    resources = Resources.shipped()
    data = said.data or default_data_folder(environment)
    file = said.file or data / FILE_NAME
    table = _read(file) if said.file or file.exists() else {}
    written = _texts(file, table)
    settings = Settings(
        content=_folder(file, written, "content") or resources.example,
        data=_folder(file, written, "data") or data,
        language=_language(file, written.get("language", Language.BOKMAL.value)),
        device=written.get("device", ""),
        printer=written.get("printer", ""),
        scanner_prefix=_prefix(file, written.get("scanner_prefix", "")),
        cleaning_code=_cleaning_code(file, written.get(_CLEANING, "")),
        is_public=_yes_or_no(file, table),
        idle=_idle(file, table),
        file=file,
        resources=resources,
    )
    named = {item.name: getattr(said, item.name) for item in fields(said) if item.name != "file"}
    return replace(settings, **{name: value for name, value in named.items() if value is not None})


def default_data_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where this system keeps the data of one user's programs."""
    home = Path(environment.get("HOME") or Path.home())
    if platform == "win32":
        base = environment.get("LOCALAPPDATA")
        return (Path(base) if base else home / "AppData" / "Local") / _FOLDER
    if platform == "darwin":
        return home / "Library" / "Application Support" / _FOLDER
    base = environment.get("XDG_DATA_HOME")
    return (Path(base) if base else home / ".local" / "share") / _FOLDER


def _read(file: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415  # most machines need no settings

    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingsError(file, "", "settings.unreadable") from error
    except UnicodeDecodeError as error:
        raise SettingsError(file, "", "settings.not_utf8") from error
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(file, str(broken_line(error, text)), "settings.not_toml") from error
    for key in written:
        if key not in _KEYS:
            raise SettingsError(file, key, "settings.unknown_key", _KEYS)
    return written


def _texts(file: Path, table: Mapping[str, object]) -> dict[str, str]:
    texts = {}
    for key in _TEXTS:
        value = table.get(key, "")
        if not isinstance(value, str):
            raise SettingsError(file, key, "settings.not_text")
        if key in table:
            texts[key] = value
    return texts


def _yes_or_no(file: Path, table: Mapping[str, object]) -> bool:
    value = table.get(_PUBLIC, False)
    if not isinstance(value, bool):
        raise SettingsError(file, _PUBLIC, "settings.not_yes_or_no")
    return value


def _idle(file: Path, table: Mapping[str, object]) -> MachineIdleTimes:
    """Limits of the machine; a visit has those of somebody alone where it has none of its own."""
    warn = _warn_after(file, table, _WARN, LEAST_IDLE_S)
    end = _end_after(file, table, _END, WARNING_S)
    visit_warn = _warn_after(file, table, _VISIT_WARN, warn)
    visit_end = _end_after(file, table, _VISIT_END, end)
    staff_lock = _staff_lock_after(file, table)
    return MachineIdleTimes(IdleTimes(warn, end), IdleTimes(visit_warn, visit_end), staff_lock)


def _warn_after(file: Path, table: Mapping[str, object], key: str, usual: int) -> int:
    value = _seconds(file, table, key, usual)
    if not is_allowed_idle(value):
        allowed = (str(LEAST_IDLE_S), str(MOST_IDLE_S))
        raise SettingsError(file, key, "settings.out_of_bounds_or_0", allowed)
    return value


def _end_after(file: Path, table: Mapping[str, object], key: str, usual: int) -> int:
    value = _seconds(file, table, key, usual)
    if not is_allowed_warning(value):
        allowed = (str(LEAST_WARNING_S), str(MOST_WARNING_S))
        raise SettingsError(file, key, "settings.out_of_bounds", allowed)
    return value


def _staff_lock_after(file: Path, table: Mapping[str, object]) -> int:
    value = _seconds(file, table, _STAFF_LOCK, MOST_STAFF_LOCK_S)
    if not is_allowed_staff_lock(value):
        allowed = (str(LEAST_STAFF_LOCK_S), str(MOST_STAFF_LOCK_S))
        raise SettingsError(file, _STAFF_LOCK, "settings.out_of_bounds", allowed)
    return value


def _seconds(file: Path, table: Mapping[str, object], key: str, usual: int) -> int:
    value = table.get(key, usual)
    if not isinstance(value, int) or isinstance(value, bool):
        raise SettingsError(file, key, "settings.not_seconds")
    return value


def _folder(file: Path, written: Mapping[str, str], key: str) -> Path | None:
    value = written.get(key)
    return file.parent / Path(value).expanduser() if value else None


def _prefix(file: Path, value: str) -> str:
    if value and not is_scanner_prefix(value):
        raise SettingsError(file, "scanner_prefix", "settings.not_a_sign")
    return value


def _cleaning_code(file: Path, value: str) -> str:
    if value and not is_cleaning_code(value):
        raise SettingsError(file, _CLEANING, "settings.not_a_cleaning_code")
    return value


def _language(file: Path, value: str) -> Language:
    try:
        return Language(value)
    except ValueError as error:
        allowed = tuple(language.value for language in Language)
        raise SettingsError(file, "language", "settings.not_allowed", allowed) from error
