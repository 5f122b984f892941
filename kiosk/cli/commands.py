"""All commands, built in the language that was asked for."""

import click

from kiosk.app.ports import Words
from kiosk.cli.cases import cases_group
from kiosk.cli.content import content_group
from kiosk.cli.invocation import group
from kiosk.cli.paper import brochure_command, receipt_command
from kiosk.cli.staff import staff_group
from kiosk.cli.window import run_command


def root_command(words: Words) -> click.Group:
    """``kiosk`` itself."""
    text = words.gettext(
        "Presents home-care providers evenly, records a free choice, and prints it."
    )
    commands = [
        run_command(words),
        content_group(words),
        cases_group(words),
        staff_group(words),
        brochure_command(words),
        receipt_command(words),
    ]
    return group(words, "kiosk", text, commands)
