"""Compiled catalogues follow the texts of a clone, whatever changed them; knows no click."""

from pathlib import Path

from kiosk.settings import Resources


def refresh(resources: Resources) -> None:
    """Compile again what is older than its text, as after ``git pull``.

    Catalogues that cannot be written or understood stay as they are: old words are better than
    none, and a missing catalogue is told when it is opened.
    """
    if resources.is_clone and _is_stale(resources.locales):
        _compile(resources.locales)


def _is_stale(locales: Path) -> bool:
    for source in locales.glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns:
            return True
    return False


def _compile(locales: Path) -> None:
    # Reading texts is slow to import, and hardly ever needed.
    from babel.messages.pofile import PoFileError

    from kiosk.devtools.catalogues import compile_catalogues

    try:
        compile_catalogues(locales)
    except (OSError, PoFileError):
        return
