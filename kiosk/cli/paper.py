"""``kiosk brochure`` and ``kiosk receipt``: documents as files, on a machine without a screen."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from kiosk.app.edition_texts import folded_note
from kiosk.app.ports.words import Words
from kiosk.cli.asked import Asked
from kiosk.cli.editions import brochure_editions, edition_of, letter_edition
from kiosk.cli.invocation import Invocation, command
from kiosk.cli.pdf_place import require_pdf_place
from kiosk.domain.case import CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.event import PROGRAM, DocumentChannel, DocumentKind
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.silence import LetterForm
from kiosk.domain.reading import Reading

if TYPE_CHECKING:
    from kiosk.app.issue_documents import Document, IssueDocuments
    from kiosk.app.program import Program

_KITS = (DocumentKind.INVITATION.value, DocumentKind.REMINDER.value)
_LETTERS = (
    DocumentKind.ALLOCATION.value,
    DocumentKind.EXIT.value,
    DocumentKind.PLACE.value,
    *_KITS,
    DocumentKind.SWITCH.value,
)
_PAPER_LANGUAGES = (Language.BOKMAL.value, Language.NYNORSK.value)


class _Letter(TypedDict):
    """How a letter is written."""

    edition: str
    language: str | None
    out: Path


class _Form(TypedDict):
    """In which form a brochure is written."""

    edition: str
    impose: bool
    language: str | None
    out: Path


def brochure_command(words: Words) -> click.Command:
    """A brochure for a case, or for a zone and services."""
    return command(
        words,
        "brochure",
        words.gettext("Write the brochure of a case, or of a zone and its services."),
        _brochure,
        [
            _option(words, "--case", words.gettext("Case number.")),
            _option(words, "--zone", words.gettext("Key or name of a zone.")),
            click.Option(
                ["--service", "services"],
                multiple=True,
                metavar=words.gettext("TEXT"),
                help=words.gettext("Key or name of a service; may stand several times."),
            ),
            *brochure_editions(words),
            *_paper_options(words),
        ],
    )


def receipt_command(words: Words) -> click.Command:
    """A receipt once more."""
    return command(
        words,
        "receipt",
        words.gettext("Write the receipt of a stored choice."),
        _receipt,
        [
            click.Argument(["number"], metavar=words.pgettext("argument", "NUMBER")),
            letter_edition(words),
            *_paper_options(words),
        ],
    )


def letter_command(words: Words) -> click.Command:
    """The letters, about what the rule gave, a provider that stops, a place or the choice; a form."""
    return command(
        words,
        "letter",
        words.gettext(
            "Write a letter: about what the rule gave, a provider that stops, a free place, or the "
            "choice, with brochure and reply slip; or a switch form."
        ),
        _letter,
        [
            click.Option(
                ["--case"],
                required=True,
                metavar=words.gettext("TEXT"),
                help=words.gettext("Case number."),
            ),
            click.Option(
                ["--kind"],
                type=click.Choice(_LETTERS),
                default=_LETTERS[0],
                show_default=True,
                help=words.gettext("Which letter."),
            ),
            click.Option(
                ["--form"],
                type=click.Choice([form.value for form in LetterForm]),
                help=words.gettext("Left out, the form that the content pack names."),
            ),
            letter_edition(words),
            *_paper_options(words),
        ],
    )


def _letter(
    invocation: Invocation,
    case: str,
    kind: str,
    form: str | None,
    **paper: Unpack[_Letter],
) -> None:
    from kiosk.cli.opened import opened

    out = paper["out"]
    require_pdf_place(out, "--out", invocation.words)
    with opened(invocation) as program:
        log_reading(program, CaseRef(case), Reading.LETTER, invocation.words)
        how = _language(paper), edition_of(paper["edition"])
        if kind in _KITS:
            asked = DocumentKind(kind)
            document = program.single_kit.kit(CaseRef(case), asked, PROGRAM, *how)
        elif kind == DocumentKind.SWITCH.value:
            document = program.switch_forms.form(CaseRef(case), PROGRAM, *how)
        elif kind == DocumentKind.PLACE.value:
            document = program.place_letters.letter(CaseRef(case), *how)
        elif kind == DocumentKind.EXIT.value:
            document = program.exit_letters.letter(CaseRef(case), PROGRAM, *how)
        else:
            form_wanted = LetterForm(form) if form else None
            document = program.letters.allocation(CaseRef(case), form_wanted, *how)
        _write(program.documents, document, out)
        if note := _window_note(program, CaseRef(case), invocation.words):
            click.echo(note, err=True)
    _tell(invocation.words, out)


def _window_note(program: "Program", case: CaseRef, words: Words) -> str:
    from kiosk.app.mailout.left_out_texts import empty_window_text

    return empty_window_text(program.record.case_file(case).case, words)


def _option(words: Words, name: str, text: str) -> click.Option:
    return click.Option([name], metavar=words.gettext("TEXT"), help=text)


def _paper_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--language"],
            type=click.Choice(_PAPER_LANGUAGES),
            help=words.gettext("Language of the document; left out, the one the person reads."),
        ),
        click.Option(
            ["--out"],
            type=click.Path(path_type=Path, dir_okay=False),
            required=True,
            help=words.gettext("PDF file to write."),
        ),
    ]


def _brochure(
    invocation: Invocation,
    case: str | None,
    zone: str | None,
    services: tuple[str, ...],
    **form: Unpack[_Form],
) -> None:
    words, out = invocation.words, form["out"]
    if (case is None) == (zone is None) or (zone is None) != (not services):
        raise click.UsageError(words.gettext("Give either --case, or --zone and --service."))
    if form["impose"] and _edition(form) is not Edition.BOOKLET:
        raise click.UsageError(words.gettext("Only a booklet can be imposed on sheets."))
    require_pdf_place(out, "--out", words)
    if zone is None:
        _brochure_of_case(invocation, CaseRef(case or ""), form)
    else:
        _brochure_of_zone(invocation, zone, services, form)
    _tell(words, out)


def _edition(form: _Form) -> Edition:
    return edition_of(form["edition"])


def _language(form: _Form | _Letter) -> Language | None:
    return Language(form["language"]) if form["language"] else None


def _brochure_of_case(invocation: Invocation, case: CaseRef, form: _Form) -> None:
    from kiosk.cli.opened import opened

    with opened(invocation) as program:
        log_reading(program, case, Reading.BROCHURE, invocation.words)
        make = program.documents
        document = make.brochure_for_case(case, PROGRAM, _language(form), _edition(form))
        _write_form(make, document, form, invocation.words)


def _brochure_of_zone(
    invocation: Invocation,
    zone: str,
    services: tuple[str, ...],
    form: _Form,
) -> None:
    """It concerns nobody, so the record stays closed; its order is a lot of its own."""
    from kiosk.bootstrap.programs import unrecorded_program

    program = unrecorded_program(invocation.settings)
    make, asked = program.documents, Asked(program.municipality, invocation.words)
    document = make.brochure_for_zone(
        asked.zone(zone),
        # One that is named twice would fill two columns.
        list(dict.fromkeys(map(asked.service, services))),
        _language(form) or program.municipality.default_language,
        PROGRAM,
        _edition(form),
    )
    _write_form(make, document, form, invocation.words)


def _write_form(make: "IssueDocuments", document: "Document", form: _Form, words: Words) -> None:
    """Write the file that is read, or the sheets that a printer needs."""
    if note := folded_note(document.folded_sheets, words):
        click.echo(note, err=True)
    if form["impose"]:
        document = replace(document, pdf=document.for_printer)
    _write(make, document, form["out"])


def _receipt(invocation: Invocation, number: str, **paper: Unpack[_Letter]) -> None:
    from kiosk.cli.opened import opened

    out = paper["out"]
    require_pdf_place(out, "--out", invocation.words)
    with opened(invocation) as program:
        how = _language(paper), edition_of(paper["edition"])
        case = program.record.receipt_by_number(number).case
        log_reading(program, case, Reading.RECEIPT, invocation.words)
        _write(program.documents, program.documents.receipt(number, *how), out)
    _tell(invocation.words, out)


def log_reading(program: "Program", case: CaseRef, what: Reading, words: Words) -> None:
    """Log that a command reads a case; what cannot be logged is said and stops nobody.

    Raises:
        NotFoundError: There is no such case.
    """
    from kiosk.app.read_case import unlogged_text

    unlogged = program.read_case.log(case, what, PROGRAM)
    if unlogged is not None:
        click.echo(unlogged_text(unlogged, words), err=True)


def _write(documents: "IssueDocuments", document: "Document", out: Path) -> None:
    from kiosk.printing.files import write_file

    write_file(document.pdf, out)
    documents.note_issued(document, DocumentChannel.FILE, PROGRAM)


def _tell(words: Words, out: Path) -> None:
    click.echo(words.gettext("Written: {file}").format(file=out))
