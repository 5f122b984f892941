"""``kiosk record access``: what is stored about a person, for the person."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from kiosk.app.ports.words import Words
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.editions import edition_of, letter_edition
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.case import CaseRef
from kiosk.domain.language import Language

_PAPER_LANGUAGES = (Language.BOKMAL.value, Language.NYNORSK.value)


class _Doer(TypedDict):
    """Who gives access."""

    by: str
    by_code_file: Path | None


def access_command(words: Words) -> click.Command:
    """Write out one case, for the person it is about."""
    return command(
        words,
        "access",
        words.gettext("Write out everything that is stored about a person, for that person."),
        _access,
        [
            click.Option(
                ["--case"],
                required=True,
                metavar=words.gettext("TEXT"),
                help=words.gettext("Case number."),
            ),
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, file_okay=False),
                required=True,
                help=words.gettext("Folder that exists; a PDF and a JSON file are written to it."),
            ),
            click.Option(
                ["--language"],
                type=click.Choice(_PAPER_LANGUAGES),
                help=words.gettext("Language of the document; left out, the one the person reads."),
            ),
            letter_edition(words),
            *by_options(words, required=True),
        ],
    )


def _access(
    invocation: Invocation,
    case: str,
    out: Path,
    language: str | None,
    edition: str,
    **doer: Unpack[_Doer],
) -> None:
    from kiosk.cli.opened import opened
    from kiosk.printing.files import require_place, write_file

    words = invocation.words
    code = code_by(words, doer["by"], doer["by_code_file"])
    with opened(invocation) as program:
        # Names that tell nothing about the person.
        stamp = program.clock.now().strftime("%Y%m%d-%H%M%S")
        stem = words.pgettext("file name", "access") + f"-{stamp}"
        require_place(out / f"{stem}.pdf")
        wanted = Language(language) if language else None
        actor = signed_in(program, doer["by"], code)
        access = program.give_access.make(CaseRef(case), actor, wanted, edition_of(edition))
        for name, content in ((f"{stem}.pdf", access.pdf), (f"{stem}.json", access.json)):
            write_file(content, out / name)
            click.echo(words.gettext("Written: {file}").format(file=name))
