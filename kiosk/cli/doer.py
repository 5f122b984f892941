"""Who does what a command asks for: a name on the line, and that person's code, never on it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.codes import CODE_FILE, known_code
from kiosk.domain.errors import Refusal, RefusedError

if TYPE_CHECKING:
    from kiosk.app.program import Program
    from kiosk.app.sign_in import SignIn


def by_options(words: Words, *, required: bool = False) -> list[click.Parameter]:
    """``--by`` and ``--by-code-file``."""
    return [
        click.Option(
            ["--by"],
            required=required,
            metavar=words.pgettext("argument", "NAME"),
            help=words.gettext("Who does this; that person's own code is asked for."),
        ),
        click.Option(
            ["--by-code-file"],
            type=CODE_FILE,
            help=words.gettext("File whose first line is the code of the one who does this."),
        ),
    ]


def code_by(words: Words, name: str, file: Path | None) -> str:
    """The code of whoever does it; asked for before the record is opened, so that nobody waits."""
    prompt = words.pgettext("prompt", "Code of {name}").format(name=name)
    return known_code(file, words, "--by-code-file", prompt)


def signed_in(program: "Program", name: str, code: str) -> str:
    """The name that stands in the events.

    Raises:
        RefusedError: The code is wrong, or nobody has the name; which of them is not told.
        StorageError: The try could not be stored.
    """
    return signed_in_by(program.sign_in, name, code)


def signed_in_by(sign_in: "SignIn", name: str, code: str) -> str:
    """The same, where a command opens only a part of the program.

    Raises:
        RefusedError, StorageError: As in ``signed_in``.
    """
    try:
        return sign_in.sign_in(name, code).name
    except RefusedError as error:
        # The name was typed too, and may be what is wrong.
        codes = [refusal.code for refusal in error.refusals]
        if codes != ["sign_in.wrong"]:
            raise
        raise RefusedError([Refusal("sign_in.name_or_code")]) from error
