"""Catalogues from source to ``.mo``: ``python -m kiosk.devtools.catalogues update|compile|check``.

Files carry no dates and no line numbers, so that a change shows what it changed.
"""

import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from kiosk.devtools.catalogue_checks import check
from kiosk.devtools.catalogue_files import (
    LANGUAGES,
    ROOT,
    SOURCES,
    catalogue_path,
    extract,
    read,
    template_path,
)

_CHANGING_LINES = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team'
    rb'|Report-Msgid-Bugs-To|Generated-By|Project-Id-Version): .*\\n"\n',
    re.MULTILINE,
)


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
            faults = check(ROOT)
            print("\n".join(faults) or "catalogues: complete in nb and nn")
            return 1 if faults else 0
        case _:
            print("use: update [--prune] | compile | check", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
