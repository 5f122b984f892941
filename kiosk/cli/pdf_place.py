"""Where a document goes that a command writes."""

from pathlib import Path

import click

from kiosk.app.ports.words import Words


def require_pdf_place(out: Path, option: str, words: Words) -> None:
    """Refuse a place that takes no PDF file, before anything is dealt or stored for it.

    Args:
        out: The file.
        option: The option that names it.
        words: Of the message.

    Raises:
        BadParameter: It is not named as a PDF.
        PrintError: Its folder takes no file.
    """
    from kiosk.printing.files import require_place

    require_place(out)
    if out.suffix.lower() != ".pdf":
        text = words.gettext("What is written is a PDF. Give the file a name that ends in .pdf.")
        raise click.BadParameter(text, param_hint=option)
