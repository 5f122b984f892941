"""Every expected failure as a sentence that says what is wrong and what to do."""

from collections.abc import Mapping

from kiosk.app.key_faults import bound_text, held_text, key_fault_texts
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.app.window_texts import too_long_text
from kiosk.domain.errors import (
    BoundElsewhereError,
    CaseListError,
    DoesNotFitError,
    KioskError,
    MissingGlyphError,
    NotFoundError,
    PrintError,
    RefusedError,
    StorageError,
    StorageFault,
    StoreBusyError,
    Thing,
)


def fault_text(error: KioskError, words: Words) -> str:
    """What is wrong and what to do, in the language of ``words``; never personal data."""
    match error:
        case RefusedError(refusals=refusals):
            from kiosk.app.refusals import refusal_text

            return "\n".join(refusal_text(refusal, words) for refusal in refusals)
        case CaseListError(refusal=refusal):
            from kiosk.app.intake_wording import file_problem_in_words

            return file_problem_in_words(refusal, words)
        case StorageError():
            return _of_record(error, words)
        case NotFoundError(thing=thing):
            return _missing(words)[thing]
        case _:
            return _document(error, words)


def _document(error: KioskError, words: Words) -> str:
    match error:
        case DoesNotFitError(field=field, characters_over=over) if over:
            return too_long_text(field, over, words)
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
        case PrintError():
            from kiosk.app.print_faults import print_fault

            return print_fault(error, words)
        case _:
            return words.gettext("This did not work, and nothing was stored.")


def _of_record(error: StorageError, words: Words) -> str:
    if isinstance(error, StoreBusyError) and error.holder is not None:
        return held_text(error.holder, words)
    if isinstance(error, BoundElsewhereError):
        return bound_text(error, words)
    return {**_storage(words), **key_fault_texts(words)}[error.fault]


def restore_text(words: Words) -> str:
    """What to do about a record whose files are missing, broken or mixed up."""
    return words.gettext(
        "Keep the folder as it is, and bring the record back from its two backups: "
        "kiosk record restore --from FOLDER --keys FILE --data NEW"
    )


def _storage(words: Words) -> Mapping[StorageFault, str]:
    return {
        StorageFault.DISK_FULL: words.gettext(
            "The disk is full, so nothing was stored. Make room and try again."
        ),
        StorageFault.READ_ONLY: words.gettext(
            "The folder of the record cannot be written to, so nothing was stored."
        ),
        StorageFault.DAMAGED: sentences(
            words.gettext("The record is damaged and was not opened."), restore_text(words)
        ),
        StorageFault.UNSOUND: words.gettext(
            "The record is damaged and can only be read, so nothing was stored. The page with the "
            "cases says what is wrong, and so does: kiosk record verify."
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
        StorageFault.UNSURE: words.gettext(
            "The disk failed, so it is unknown whether this was stored. Start the program again "
            "and look before you enter it again."
        ),
        StorageFault.NOT_SET_UP: words.gettext(
            "This folder has no record yet. Set one up first: kiosk record init."
        ),
        StorageFault.ALREADY_SET_UP: words.gettext(
            "This folder has a record already. Nothing was changed."
        ),
        StorageFault.TRIAL_ONLY: words.gettext(
            "The folder holds a trial record, whose key lies in the open. "
            "Set up a record in another folder: kiosk record init."
        ),
        StorageFault.OLDER_TRIAL: words.gettext(
            "An early trial version of the program wrote the record, unsealed. "
            "This version does not open it. Use another folder."
        ),
        StorageFault.LOCKED: words.gettext(
            "The record is locked. Give its passphrase with --passphrase-file FILE, "
            "or write it in a terminal when you are asked."
        ),
        StorageFault.WRONG_KEY: words.gettext(
            "The passphrase is wrong. Nothing was opened and nothing was changed."
        ),
        StorageFault.HALF: sentences(
            words.gettext(
                "Parts of the record are missing: keys.json, keys.sqlite3 and ledger.sqlite3 "
                "belong together, and so do files beside them whose names end in -wal."
            ),
            restore_text(words),
        ),
        StorageFault.KEYS_OF_ANOTHER: sentences(
            words.gettext("The keys in the folder belong to another record."), restore_text(words)
        ),
        StorageFault.BOUND_ELSEWHERE: words.gettext(
            "The record belongs to another municipality. Open it with the content pack of that one."
        ),
        StorageFault.FAILED: words.gettext(
            "The record could not be read or written, so nothing was stored."
        ),
    }


def _missing(words: Words) -> Mapping[Thing, str]:
    return {
        Thing.BATCH: words.gettext("There is no mail-out with this key in the record."),
        Thing.CASE: words.gettext("There is no case with this case number in the record."),
        Thing.PRINTER: words.gettext("There is no printer with this name."),
        Thing.PROVIDER: words.gettext("There is no such provider in the content pack."),
        Thing.EXIT: words.gettext("There is no provider exit with this key in the record."),
        Thing.RUN: words.gettext("There is no run of the rules with this key in the record."),
        Thing.RECEIPT: words.gettext("There is no receipt with this number in the record."),
        Thing.RULE: words.gettext("The service cannot be chosen where the person lives."),
        Thing.SERVICE: words.gettext("There is no such service in the content pack."),
        Thing.STAFF: words.gettext("There is no staff member with this name."),
        Thing.ZONE: words.gettext("There is no such zone in the content pack."),
    }
