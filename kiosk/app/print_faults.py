"""Why a document did not reach the printer or the file, and what to do."""

from kiosk.app.ports.words import Words
from kiosk.domain.errors import FontFileError, PrintError


def print_fault(error: PrintError, words: Words) -> str:
    """One or two sentences; a general one for codes that only a log explains."""
    if isinstance(error, FontFileError):
        text = words.gettext(
            "The file {file} of the typeface is missing or damaged, so that nothing can be "
            "printed. Install the program again."
        )
        return text.format(file=error.file)
    texts = {
        "printing.no_cups": words.gettext("This machine has no printing system. Save a file."),
        "printing.no_printer": words.gettext("The printer is gone. Pick another, or save a file."),
        "printing.closed": words.gettext(
            "The printer takes no documents now, and nothing was printed. Pick another, or save a "
            "file."
        ),
        "printing.refused": words.gettext(
            "The printer did not take the document, and nothing was printed. Look at the printer, "
            "or save a file."
        ),
        "printing.timed_out": words.gettext(
            "The printer does not answer. Look whether it prints before you try again."
        ),
        "printing.stopped": words.gettext(
            "The printing was stopped. Look whether some pages were printed, and take them with "
            "you."
        ),
        "printing.not_taken_back": words.gettext(
            "The document could not be taken back, and may still be printed. Stay by the printer, "
            "or stop the printing there."
        ),
        "printing.no_folder": words.gettext("There is no such folder. Write another one."),
        "printing.not_a_file": words.gettext(
            "A folder or a device has this name, and it stays as it is. Write another name."
        ),
        "printing.file_not_writable": words.gettext(
            "The file cannot be written there. Write another folder."
        ),
        "printing.disk_full": words.gettext(
            "The disk is full, so the file was not written. Make room first."
        ),
    }
    nothing = words.gettext("Nothing was printed. Try again, or save a file.")
    return texts.get(error.code, nothing)
