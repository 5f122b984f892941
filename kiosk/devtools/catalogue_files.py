"""Where the texts of the program stand: in its source, in templates and in catalogues.

Babel reads Python and, with its JavaScript extractor, QML.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
LANGUAGES = ("nb", "nn")
# Where the texts of a domain stand.
SOURCES: Mapping[str, str] = MappingProxyType({"kiosk": "kiosk", "brochures": "brochures"})
_METHODS = [("**.py", "python"), ("**.qml", "javascript")]
# The forms with ``t`` (number of arguments) keep qsTr("No") and qsTr("No", "button") apart.
_QML_KEYWORDS = ("qsTr:1,1t", "qsTr:1,2c,2t", "qsTr:1,2c,3t")
_HEADER = """\
# Texts of Brukervalg Kiosk.
# This file is distributed under the same licence as the program (MIT).
#"""


def template_path(locales: Path, domain: str) -> Path:
    """The template of a domain."""
    return locales / f"{domain}.pot"


def catalogue_path(locales: Path, language: str, domain: str) -> Path:
    """The translations of a domain."""
    return locales / language / "LC_MESSAGES" / f"{domain}.po"


def extract(root: Path, domain: str) -> Catalog:
    """All messages of a domain as they stand in the source now, in order of file and line."""
    template = Catalog(domain=domain, header_comment=_HEADER, fuzzy=False)
    keywords = {**DEFAULT_KEYWORDS, **parse_keywords(_QML_KEYWORDS)}
    folder = root / SOURCES[domain]
    found = extract_from_dir(
        folder,
        method_map=_METHODS,
        options_map={"**.qml": {"jsx": "false"}},
        keywords=keywords,
        comment_tags=("i18n:",),
        strip_comment_tags=True,
    )
    messages = sorted(found, key=lambda message: (message[0], message[1]))
    for name, line, message, comments, context in messages:
        location = (f"{SOURCES[domain]}/{Path(name).as_posix()}", line)
        template.add(message, None, [location], auto_comments=comments, context=context)
    return template


def read(path: Path, language: str | None, domain: str) -> Catalog:
    """A catalogue from disk; empty when the file does not exist yet."""
    if not path.exists():
        return Catalog(locale=language, domain=domain, header_comment=_HEADER, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=domain, abort_invalid=True)
