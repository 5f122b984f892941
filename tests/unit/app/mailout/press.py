"""A press without paper, and a folder without a disk."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from kiosk.domain.edition import Edition
from kiosk.domain.errors import MissingGlyphError, PrintError


@dataclass(frozen=True)
class FakeKit:
    """An envelope; its text is who gets it."""

    text: str
    pages: int

    @property
    def digest(self) -> bytes:
        """Of the text."""
        return sha256(self.text.encode()).digest()


class FakePress:
    """Two pages a part; refuses the name that it was told."""

    def __init__(self, refused: str = "") -> None:
        self._refused = refused

    @property
    def editions(self) -> frozenset[Edition]:
        """The standard one alone."""
        return frozenset({Edition.STANDARD})

    def set(self, kit: Any, edition: Any) -> FakeKit:
        """Lay one out."""
        lines = kit.letter.post.lines
        if self._refused and self._refused in lines[0]:
            character = "\u10a0"
            raise MissingGlyphError(character, "Navn")
        parts = sum(part is not None for part in (kit.letter, kit.brochure, kit.slip))
        return FakeKit("/".join((edition.value, *lines)), 2 * parts)

    def set_together(self, kits: Any, edition: Any) -> FakeKit:
        """Lay some out as one."""
        laid = [self.set(each, edition) for each in kits]
        return FakeKit("\n".join(each.text for each in laid), sum(each.pages for each in laid))

    def letter_file(self, kit: Any, issued_at: Any) -> bytes:
        """The text."""
        text: str = kit.text
        return text.encode()

    def print_file(self, kits: Any, issued_at: Any, file: Any) -> None:
        """The texts, one a line."""
        file.write("\n".join(each.text for each in kits).encode())


class FakeFolder:
    """Files in memory; takes no more than so many."""

    def __init__(self, room: int = 1000) -> None:
        self.files: dict[str, bytes] = {}
        self.room = room

    def names(self) -> frozenset[str]:
        """Every file."""
        return frozenset(self.files)

    @property
    def where(self) -> str:
        """No path of any disk."""
        return "minne"

    def digest(self, name: str) -> str | None:
        """Of what is kept."""
        return sha256(self.files[name]).hexdigest() if name in self.files else None

    def remove(self, name: str) -> None:
        """Forget a file."""
        del self.files[name]

    def put(self, name: str, content: bytes) -> None:
        """Keep a file."""
        if name not in self.files and len(self.files) >= self.room:
            code = "printing.disk_full"
            raise PrintError(code)
        self.files[name] = content

    def write(self, name: str, writing: Any) -> str:
        """Keep a file that is written piece by piece."""
        file = BytesIO()
        writing(file)
        self.put(name, file.getvalue())
        return sha256(file.getvalue()).hexdigest()
