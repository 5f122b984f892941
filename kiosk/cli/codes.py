"""Staff codes on the command line: asked for without being shown, or read from a file."""

import sys
from pathlib import Path

import click

from kiosk.app.ports.words import Words
from kiosk.cli.asking import can_ask
from kiosk.domain.staff import SHORTEST_CODE

_STDIN = Path("-")
CODE_FILE = click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True)


def code_option(words: Words) -> click.Option:
    """``--code-file``."""
    text = words.gettext(
        "File whose first line is the code, at least {length} characters; - reads it from standard "
        "input."
    )
    return click.Option(
        ["--code-file"], type=CODE_FILE, help=text.format(length=words.number(SHORTEST_CODE))
    )


def new_code(file: Path | None, words: Words) -> str:
    """A code that is to be set, asked for twice where no file is named."""
    _require_way(file, "--code-file", words)
    if file is not None:
        return first_line(file, words)
    again = words.pgettext("prompt", "Code once more")
    asked = words.pgettext("prompt", "Code, at least {length} characters")
    said: str = click.prompt(
        asked.format(length=words.number(SHORTEST_CODE)),
        hide_input=True,
        confirmation_prompt=again,
    )
    return said


def known_code(
    file: Path | None, words: Words, option: str = "--code-file", prompt: str = ""
) -> str:
    """A code that somebody has, asked for once where no file is named.

    Args:
        file: Where it stands.
        words: For questions and faults.
        option: What names the file.
        prompt: The question; empty for the usual one.
    """
    _require_way(file, option, words)
    if file is not None:
        return first_line(file, words)
    said: str = click.prompt(prompt or words.pgettext("prompt", "Code"), hide_input=True)
    return said


def first_line(file: Path, words: Words) -> str:
    """The first line of a file with a code; ``-`` is standard input."""
    try:
        content = sys.stdin.buffer.read() if file == _STDIN else file.read_bytes()
        lines = content.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        text = words.gettext("The file with the code cannot be read. Write it as plain text.")
        raise click.UsageError(text) from error
    return lines[0].strip() if lines else ""


def _require_way(file: Path | None, option: str, words: Words) -> None:
    if file is None and not can_ask():
        # Without a terminal the code would be seen while it is written.
        text = words.gettext(
            "There is no terminal to ask for the code. Give a file with {option} FILE, or "
            "write the code to standard input and give {option} -"
        )
        raise click.UsageError(text.format(option=option))
