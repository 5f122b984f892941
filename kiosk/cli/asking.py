"""Questions with yes or no on the terminal, in the user's language."""

import sys

import click

from kiosk.app.ports.words import Words

# Understood in every language: fingers know the other one's letters.
_YES = frozenset({"j", "ja", "y", "yes"})
_NO = frozenset({"n", "nei", "no", ""})


def can_ask() -> bool:
    """Whether somebody sits at the terminal; a script must not wait for an answer."""
    return sys.stdin.isatty()


def ask(question: str, words: Words) -> bool:
    """The answer to a question; the plain Enter key means no."""
    answers = words.pgettext("answers that can be typed; capital: Enter", "[y/N]")
    while True:
        said = (
            click.prompt(f"{question} {answers}", default="", show_default=False).strip().casefold()
        )
        if said in _YES | _NO:
            return said in _YES
        click.echo(words.gettext("Answer yes or no."))
