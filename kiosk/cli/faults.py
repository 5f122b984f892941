"""Every expected failure as one or more lines that say what to do."""

from collections.abc import Iterable, Mapping

from kiosk.app.ports import Words
from kiosk.app.refusals import refusal_text
from kiosk.domain.errors import (
    CaseListError,
    ContentError,
    ContentProblem,
    DoesNotFitError,
    KioskError,
    MissingGlyphError,
    NotFoundError,
    PrintError,
    RefusedError,
    StorageError,
    StorageFault,
    Thing,
)
from kiosk.settings import SettingsError


def fault_text(error: KioskError, words: Words) -> str:
    """What is wrong and what to do, in the language of ``words``."""
    match error:
        case ContentError(problems=problems):
            return _content(problems, words)
        case RefusedError(refusals=refusals):
            return "\n".join(refusal_text(refusal, words) for refusal in refusals)
        case CaseListError(refusal=refusal):
            return refusal_text(refusal, words)
        case SettingsError():
            return _settings(error, words)
        case _:
            return _stored_or_printed(error, words)


def content_lines(problems: Iterable[ContentProblem], words: Words) -> list[str]:
    """One line per problem: file, field, reason; warnings say that they are."""
    from kiosk.content.wording import in_words

    note = words.pgettext("before a remark about a pack", "Note")
    return [
        f"{note}: {_place(problem)}: {in_words(problem, words)}"
        if problem.is_warning
        else f"{_place(problem)}: {in_words(problem, words)}"
        for problem in problems
    ]


def _place(problem: ContentProblem) -> str:
    return f"{problem.file}: {problem.field}" if problem.field else problem.file


def _content(problems: Iterable[ContentProblem], words: Words) -> str:
    faults = [problem for problem in problems if not problem.is_warning]
    end = words.ngettext(
        "The content pack has {count} fault and was not opened.",
        "The content pack has {count} faults and was not opened.",
        len(faults),
    )
    lines = content_lines(faults, words)
    return "\n".join([*lines, end.format(count=words.number(len(faults)))])


def _stored_or_printed(error: KioskError, words: Words) -> str:
    match error:
        case StorageError(fault=fault):
            return _storage(words)[fault]
        case NotFoundError(thing=thing):
            return _missing(words)[thing]
        case PrintError():
            return words.gettext("The document could not be written. Choose another place for it.")
        case _:
            return _document(error, words)


def _document(error: KioskError, words: Words) -> str:
    match error:
        case DoesNotFitError(owner=owner, field=field, lines_over=lines):
            text = words.ngettext(
                "{owner}: “{field}” is {count} line too long for its room. Shorten the text.",
                "{owner}: “{field}” is {count} lines too long for its room. Shorten the text.",
                lines,
            )
            return text.format(owner=owner, field=field, count=lines)
        case MissingGlyphError(character=character, field=field):
            text = words.gettext("“{field}”: the font has no “{character}”. Write it another way.")
            return text.format(field=field, character=character)
        case _:
            return words.gettext("This did not work, and nothing was stored.")


def _storage(words: Words) -> Mapping[StorageFault, str]:
    return {
        StorageFault.DISK_FULL: words.gettext(
            "The disk is full, so nothing was stored. Make room and try again."
        ),
        StorageFault.READ_ONLY: words.gettext(
            "The folder of the record cannot be written to, so nothing was stored."
        ),
        StorageFault.DAMAGED: words.gettext(
            "The record is damaged and was not opened. Bring back a backup copy of its folder."
        ),
        StorageFault.NEWER_VERSION: words.gettext(
            "A newer version of the program wrote the record. Install that version here."
        ),
        StorageFault.BUSY: words.gettext(
            "The record is open in another window of the program. Close that one first."
        ),
        StorageFault.CLOSED: words.gettext(
            "The record is closed, so nothing was stored. Start the program again."
        ),
        StorageFault.ID_REUSED: words.gettext(
            "Something else is stored under the same number, so nothing was stored."
        ),
        StorageFault.FAILED: words.gettext(
            "The record could not be read or written, so nothing was stored."
        ),
    }


def _missing(words: Words) -> Mapping[Thing, str]:
    return {
        Thing.CASE: words.gettext("There is no case with this case number in the record."),
        Thing.PRINTER: words.gettext("There is no printer with this name."),
        Thing.PROVIDER: words.gettext("There is no such provider in the content pack."),
        Thing.RECEIPT: words.gettext("There is no receipt with this number in the record."),
        Thing.RULE: words.gettext("The service is not offered in this zone."),
        Thing.SERVICE: words.gettext("There is no such service in the content pack."),
        Thing.STAFF: words.gettext("There is no staff member with this name."),
        Thing.ZONE: words.gettext("There is no such zone in the content pack."),
    }


def _settings(error: SettingsError, words: Words) -> str:
    texts = {
        "settings.unreadable": words.gettext("The settings file {file} cannot be opened."),
        "settings.not_toml": words.gettext(
            "The settings file {file} cannot be understood. Check quotation marks and equals signs."
        ),
        "settings.unknown_key": words.gettext(
            "{file}: there is no setting “{key}”. The settings are: {allowed}."
        ),
        "settings.not_text": words.gettext("{file}: write “{key}” as a text in quotation marks."),
        "settings.not_allowed": words.gettext("{file}: “{key}” must be one of: {allowed}."),
    }
    allowed = ", ".join(error.allowed)
    return texts[error.code].format(file=error.file.name, key=error.key, allowed=allowed)
