"""Where a command gets a passphrase from; no passphrase is taken from the command line itself.

Other users of the machine see command lines, and shells keep them.
"""

import os
import sys
from pathlib import Path

from kiosk.app.ports.words import Words
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.settings import Settings

_LONGEST = 4096


def given_passphrase(settings: Settings) -> str | None:
    """The first line of the file or the open file descriptor that was named; None without one.

    A descriptor is read to its end and can be read once only.

    Raises:
        RefusedError: It cannot be read, or the line is empty.
    """
    if settings.passphrase_fd is not None:
        return passphrase_from(settings.passphrase_fd)
    if settings.passphrase_file is not None:
        return passphrase_in(settings.passphrase_file)
    return None


def passphrase_in(file: Path) -> str:
    """The first line of a file.

    Raises:
        RefusedError: It cannot be read, or the line is empty.
    """
    return _line(_read_file(file))


def passphrase_from(descriptor: int) -> str:
    """The first line of an open file descriptor, which is read to its end.

    Raises:
        RefusedError: It cannot be read, or the line is empty.
    """
    return _line(_read_descriptor(descriptor))


def can_ask() -> bool:
    """Whether somebody sits at a terminal, where what is typed is not shown."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask_passphrase(words: Words) -> str:
    """The passphrase as typed on the terminal."""
    return _typed(words.pgettext("prompt", "Passphrase: "))


def ask_new_passphrase(words: Words) -> str:
    """A new passphrase, typed twice on the terminal.

    Raises:
        RefusedError: The two are not alike.
    """
    first = _typed(words.pgettext("prompt", "New passphrase: "))
    if _typed(words.pgettext("prompt", "New passphrase once more: ")) != first:
        raise RefusedError([Refusal("passphrase.differ")])
    return first


def _typed(prompt: str) -> str:
    import getpass  # noqa: PLC0415  for a terminal only

    return getpass.getpass(prompt)


def _read_file(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST)
    except OSError:
        raise RefusedError([Refusal("passphrase.unreadable")]) from None


def _read_descriptor(descriptor: int) -> bytes:
    try:
        with os.fdopen(descriptor, "rb", closefd=False) as opened:
            return opened.read(_LONGEST)
    except (OSError, ValueError):
        raise RefusedError([Refusal("passphrase.unreadable")]) from None


def _line(content: bytes) -> str:
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise RefusedError([Refusal("passphrase.unreadable")]) from None
    # Spaces at the ends are kept: they count where a passphrase is typed.
    if not lines or not lines[0]:
        raise RefusedError([Refusal("passphrase.empty")])
    return lines[0]
