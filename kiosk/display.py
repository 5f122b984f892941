"""Whether a window can be shown here, asked before Qt, which would end the process in English.

Standard library only, and an older Python must be able to read this file: the first start of a
clone asks here too.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Callable, Iterable, Mapping, NamedTuple

NO_DISPLAY = "display.none"
UNREACHABLE = "display.unreachable"
LIBRARIES_MISSING = "display.libraries_missing"
# The later one tells more: somebody who has a display cares about its libraries.
_TELLING = (NO_DISPLAY, UNREACHABLE, LIBRARIES_MISSING)

# What Qt loads and PySide6 does not bring: shared library -> Debian package.
FOR_QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_X11 = {
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
}
FOR_WAYLAND = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


class Obstacle(NamedTuple):
    """Why no window can be shown.

    Attributes:
        code: ``display.none``, ``display.unreachable`` or ``display.libraries_missing``.
        values: Names of the displays that do not answer, or Debian packages; else empty.
    """

    code: str
    values: tuple[str, ...] = ()


def obstacle(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Obstacle | None:
    """What stands in the way of a window, the most telling thing; None when nothing is known.

    Only the display servers of Linux and its relatives are asked. Somebody who picks another
    platform of Qt, such as ``offscreen``, needs the libraries only.
    """
    if platform in ("win32", "darwin"):
        return None
    found = []
    for name in _platforms(environment):
        standing = _ASKED.get(name.partition("-")[0], _other)(environment)
        if standing is None:
            return None
        found.append(standing)
    return max(found, key=lambda each: _TELLING.index(each.code))


def missing_packages(libraries: Mapping[str, str]) -> tuple[str, ...]:
    """Debian packages of the libraries that the system's loader does not find, sorted."""
    return tuple(sorted({package for name, package in libraries.items() if not can_load(name)}))


def can_load(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    import ctypes  # noqa: PLC0415  # felt at the start; not needed offscreen

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _platforms(environment: Mapping[str, str]) -> Iterable[str]:
    """Qt's platforms in the order in which it tries them, without their arguments."""
    asked = environment.get("QT_QPA_PLATFORM") or "wayland;xcb"
    return [name.partition(":")[0] for name in asked.split(";")]


def _x11(environment: Mapping[str, str]) -> Obstacle | None:
    display = environment.get("DISPLAY", "")
    if not display:
        return Obstacle(NO_DISPLAY)
    if can_load("libxcb.so.1") and not _answers_x11(display):
        return Obstacle(UNREACHABLE, (display,))
    return _libraries({**FOR_QT, **FOR_X11})


def _answers_x11(display: str) -> bool:
    import ctypes  # noqa: PLC0415

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), None))
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland(environment: Mapping[str, str]) -> Obstacle | None:
    display = environment.get("WAYLAND_DISPLAY", "")
    if not display:
        return Obstacle(NO_DISPLAY)
    if not _answers_wayland(Path(environment.get("XDG_RUNTIME_DIR", ""), display)):
        return Obstacle(UNREACHABLE, (display,))
    return _libraries({**FOR_QT, **FOR_WAYLAND})


def _answers_wayland(path: Path) -> bool:
    import socket  # noqa: PLC0415

    with socket.socket(socket.AF_UNIX) as asking:
        return asking.connect_ex(str(path)) == 0


def _other(_environment: Mapping[str, str]) -> Obstacle | None:
    return _libraries(FOR_QT)


def _libraries(needed: Mapping[str, str]) -> Obstacle | None:
    packages = missing_packages(needed)
    return Obstacle(LIBRARIES_MISSING, packages) if packages else None


_ASKED: Mapping[str, Callable[[Mapping[str, str]], Obstacle | None]] = {
    "xcb": _x11,
    "wayland": _wayland,
}
