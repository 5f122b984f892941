"""All texts of the program in one language, with their English originals."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.language import Language
from kiosk.domain.speech_book import Message
from kiosk.i18n.catalogues import compiled_path

_DOMAIN = "kiosk"


def messages_in(locales: Path, language: Language) -> Iterator[Message]:
    """Every message; the originals themselves in English.

    Raises:
        FileNotFoundError: The texts are not compiled.
    """
    from babel.messages.mofile import read_mo  # noqa: PLC0415  hardly anybody asks

    is_english = language is Language.ENGLISH
    source = Language.BOKMAL if is_english else language
    with compiled_path(locales, source, _DOMAIN).open("rb") as file:
        catalogue = read_mo(file)
    for message in catalogue:
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in originals if is_english else texts:
            if originals[0] and text:
                yield Message(_context(message.context), str(originals[0]), str(text))


def _context(found: object) -> str:
    # Babel 2.18 decodes all of a compiled catalogue but this.
    return found.decode() if isinstance(found, bytes) else str(found or "")
