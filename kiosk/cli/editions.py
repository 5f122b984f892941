"""In which edition a document is written: ``--edition`` of the commands."""

import click

from kiosk.app.ports.words import Words
from kiosk.domain.edition import Edition


def brochure_editions(words: Words) -> list[click.Parameter]:
    """The editions of brochures, and the sheets of a booklet."""
    return [
        click.Option(
            ["--edition"],
            type=click.Choice([_said(each) for each in Edition]),
            default=_said(Edition.STANDARD),
            show_default=True,
            help=words.gettext("In which form the brochure is made."),
        ),
        click.Option(
            ["--impose"],
            is_flag=True,
            help=words.gettext(
                "Write a booklet as sheets for a printer: both sides, turned over the short edge."
            ),
        ),
    ]


def letter_edition(words: Words) -> click.Option:
    """The editions of all that is not a brochure."""
    return click.Option(
        ["--edition"],
        type=click.Choice([_said(each) for each in (Edition.STANDARD, Edition.LARGE_PRINT)]),
        default=_said(Edition.STANDARD),
        show_default=True,
        help=words.gettext("In which form the document is made."),
    )


def _said(edition: Edition) -> str:
    """An edition as people write it, for example ``easy-read``."""
    return edition.value.replace("_", "-")


def edition_of(said: str) -> Edition:
    """The edition that somebody means who wrote it as it is offered."""
    return Edition(said.replace("-", "_"))
