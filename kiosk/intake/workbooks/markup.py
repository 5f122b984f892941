"""Reading the parts of a workbook element by element, without holding a whole part."""

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.parsers import expat

_PREFIX = ":"


class Listener(Protocol):
    """Is told of elements as they come; names come without their prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        ...

    def end(self, name: str) -> None:
        """An element ends."""
        ...

    def text(self, text: str) -> None:
        """Text between marks; one text may come in several pieces."""
        ...


def listen(chunks: Iterable[bytes], listener: Listener) -> None:
    """Read a part of a workbook.

    Raises:
        expat.ExpatError: It is no XML.
        ValueError: It declares a document type, as only a forged workbook does: that is where
            entities are declared that grow without end, or that name other files.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        listener.start(_local(name), {_local(key): text for key, text in attributes.items()})

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: listener.end(_local(name))
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = _refuse
    for chunk in chunks:
        parser.Parse(chunk)
    parser.Parse(b"", True)


def _local(name: str) -> str:
    return name.rpartition(_PREFIX)[2] if _PREFIX in name else name


def _refuse(*_declaration: object) -> None:
    message = "document type"
    raise ValueError(message)
