"""What must hold for every catalogue before it is shipped."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from kiosk.devtools.catalogue_files import (
    LANGUAGES,
    SOURCES,
    catalogue_path,
    extract,
    read,
    template_path,
)

_PLACEHOLDER = re.compile(r"%(?:\d+|n|L\d+)|\{[a-z_][a-z0-9_]*(?:![rsa])?\}")
_END = re.compile(r"[.:?!…]+$")


def check(root: Path) -> list[str]:
    """Every fault as one line, catalogue by catalogue; empty when all is well."""
    faults: list[str] = []
    for domain in SOURCES:
        template = extract(root, domain)
        faults.extend(_check_template(root / "locales", domain, template))
        for language in LANGUAGES:
            path = catalogue_path(root / "locales", language, domain)
            catalogue = read(path, language, domain)
            where = path.relative_to(root).as_posix()
            faults.extend(f"{where}: {fault}" for fault in check_catalogue(catalogue, template))
    return faults


def check_catalogue(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """The faults of one catalogue against the messages of the source."""
    for message in template:
        if message.id:
            yield from _check_message(catalogue.get(message.id, message.context), message)
    for message in catalogue:
        if message.id and template.get(message.id, message.context) is None:
            yield f"not in the source any more: {_name(message)}"
    for message in catalogue.obsolete.values():
        yield f"obsolete: {_name(message)}"


def _check_template(locales: Path, domain: str, template: Catalog) -> Iterator[str]:
    path = template_path(locales, domain)
    if _identities(read(path, None, domain)) != _identities(template):
        yield f"locales/{path.name}: not up to date, run make catalogues"


def _identities(catalogue: Catalog) -> set[tuple[object, ...]]:
    return {
        (
            tuple(_sources(message)),
            message.context,
            tuple(message.auto_comments),
            tuple(sorted({name for name, _ in message.locations})),
        )
        for message in catalogue
        if message.id
    }


def _check_message(translated: Message | None, source: Message) -> Iterator[str]:
    if translated is None:
        yield f"missing: {_name(source)}"
        return
    if translated.fuzzy:
        yield f"fuzzy: {_name(source)}"
    texts = _texts(translated)
    if not all(text.strip() for text in texts):
        yield f"empty: {_name(source)}"
        return
    for text in texts:
        yield from _check_text(text, source)


def _check_text(text: str, source: Message) -> Iterator[str]:
    wanted = [_placeholders(original) for original in _sources(source)]
    if _placeholders(text) not in wanted:
        yield f"placeholders differ: {_name(source)}"
    if _ending(text) not in {_ending(original) for original in _sources(source)}:
        yield f"punctuation at the end differs: {_name(source)}"
    if text != text.strip() and _sources(source)[0] == _sources(source)[0].strip():
        yield f"space at an end: {_name(source)}"


def _placeholders(text: str) -> Counter[str]:
    return Counter(_PLACEHOLDER.findall(text))


def _ending(text: str) -> str:
    match = _END.search(text)
    return match[0] if match else ""


def _sources(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _texts(message: Message) -> tuple[str, ...]:
    text = message.string or ""
    return (text,) if isinstance(text, str) else tuple(part or "" for part in text)


def _name(message: Message) -> str:
    context = f"{message.context} | " if message.context else ""
    return repr(context + _sources(message)[0])
