"""All commands, built in the language that was asked for."""

import click

from kiosk.app.ports import Words
from kiosk.cli.content import content_group
from kiosk.cli.invocation import group
from kiosk.cli.staff import staff_group


def root_command(words: Words) -> click.Group:
    """``kiosk`` itself."""
    text = words.gettext(
        "Presents home-care providers evenly, records a free choice, and prints it."
    )
    return group(words, "kiosk", text, [content_group(words), staff_group(words)])
