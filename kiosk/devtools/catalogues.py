"""Catalogues from source to ``.mo``: ``python -m kiosk.devtools.catalogues update|compile|check``.

Babel reads Python and, with its JavaScript extractor, QML. Files carry no dates and no line
numbers, so that a change shows what it changed.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

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
_CHANGING_LINES = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team'
    rb'|Report-Msgid-Bugs-To|Generated-By|Project-Id-Version): .*\\n"\n',
    re.MULTILINE,
)


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


def update(root: Path, *, prune: bool) -> None:
    """Rewrite templates and catalogues from the source; translations are kept.

    Args:
        root: The folder that holds the sources and ``locales``.
        prune: Drop translations of texts that are gone; else they stay as ``#~``.
    """
    locales = root / "locales"
    for domain in SOURCES:
        template = extract(root, domain)
        _write(template_path(locales, domain), template, prune=True)
        for language in LANGUAGES:
            path = catalogue_path(locales, language, domain)
            catalogue = _merge(read(path, language, domain), template)
            _write(path, catalogue, prune=prune)


def read(path: Path, language: str | None, domain: str) -> Catalog:
    """A catalogue from disk; empty when the file does not exist yet."""
    if not path.exists():
        return Catalog(locale=language, domain=domain, header_comment=_HEADER, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=domain, abort_invalid=True)


def compile_catalogues(locales: Path) -> None:
    """Write every ``.mo`` that is missing or older than its ``.po``, whole or not at all."""
    for source, target in _pairs(locales):
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        compiled = BytesIO()
        write_mo(compiled, read(source, source.parents[1].name, source.stem))
        # Several test processes may compile at the same time.
        part = target.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(compiled.getvalue())
        part.replace(target)


def _pairs(locales: Path) -> Iterator[tuple[Path, Path]]:
    for source in sorted(locales.glob("*/LC_MESSAGES/*.po")):
        yield source, source.with_suffix(".mo")


def _merge(catalogue: Catalog, template: Catalog) -> Catalog:
    # Babel would leave a text that comes back under ``#~``.
    for key, message in list(catalogue.obsolete.items()):
        if template.get(message.id, message.context) is not None:
            catalogue[message.id] = catalogue.obsolete.pop(key)
    catalogue.update(template, no_fuzzy_matching=True)
    return catalogue


def _write(path: Path, catalogue: Catalog, *, prune: bool) -> None:
    content = BytesIO()
    write_po(content, catalogue, width=96, ignore_obsolete=prune, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_CHANGING_LINES.sub(b"", content.getvalue()))


def main(arguments: list[str]) -> int:
    """Run one step; 0 when all is well, 1 for faults found, 2 for wrong usage."""
    match arguments:
        case ["update"]:
            update(ROOT, prune=False)
        case ["update", "--prune"]:
            update(ROOT, prune=True)
        case ["compile"]:
            compile_catalogues(ROOT / "locales")
        case ["check"]:
            from kiosk.devtools.catalogue_checks import check  # noqa: PLC0415  # reads this file

            faults = check(ROOT)
            print("\n".join(faults) or "catalogues: complete in nb and nn")
            return 1 if faults else 0
        case _:
            print("use: update [--prune] | compile | check", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
