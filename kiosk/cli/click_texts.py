"""click's own words in our languages: they are looked up in our catalogue.

The functions below only mark texts for the catalogue; click asks for them by itself.
"""

import gettext as process_gettext
import os

from kiosk.domain.language import Language
from kiosk.settings import Resources

_DOMAIN = "kiosk"


def speak(language: Language) -> None:
    """Let click find its words; it asks the process, so this is done once, at the start."""
    process_gettext.bindtextdomain(_DOMAIN, str(Resources.shipped().locales))
    process_gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = language.value


def gettext(text: str) -> str:
    """Mark a text."""
    return text


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Mark a text with a plural."""
    return one, many


CLICK_TEXTS = (
    gettext("Usage:"),
    gettext("Options"),
    gettext("Commands"),
    gettext("Try '{command} {option}' for help."),
    gettext("Show this message and exit."),
    gettext("Error: {message}"),
    gettext("Error: The two entered values do not match."),
    gettext("Error: invalid input"),
    gettext("Repeat for confirmation"),
    gettext("Missing command."),
    gettext("Missing argument"),
    gettext("Missing option"),
    gettext("No such command {name!r}."),
    gettext("No such option {name!r}."),
    gettext("Invalid value for {param_hint}: {message}"),
    gettext("Invalid value: {message}"),
    gettext("{name} {filename!r} does not exist."),
    gettext("{name} {filename!r} is a directory."),
    gettext("{name} {filename!r} is a file."),
    gettext("{name} {filename!r} is not readable."),
    gettext("Choose from:\n\t{choices}"),
    gettext("required"),
    gettext("file"),
    gettext("directory"),
    gettext("path"),
)
CLICK_PLURALS = (
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
