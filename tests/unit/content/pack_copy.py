"""The example pack, and a copy of it that a test may damage."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.content import check_pack
from kiosk.content.wording import in_words
from kiosk.domain.errors import ContentProblem
from kiosk.domain.language import Language
from kiosk.i18n import GettextWords

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "assets" / "example"
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class PackCopy:
    """A pack in a temporary folder."""

    folder: Path

    def change(self, file: str, old: str, new: str) -> None:
        """Put ``new`` in place of the first ``old``, which must be there."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        """Write a whole file."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Add to the end of a file."""
        with (self.folder / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    def remove(self, file: str) -> None:
        """Delete a file."""
        (self.folder / file).unlink()

    def faults(self) -> list[tuple[str, str, str]]:
        """File, field and code of everything that keeps the pack from opening."""
        return [(item.file, item.field, item.code) for item in self._found() if item.is_fault]

    def warnings(self) -> list[tuple[str, str, str]]:
        """File, field and code of everything worth a look."""
        return [(item.file, item.field, item.code) for item in self._found() if item.is_warning]

    def _found(self) -> tuple[ContentProblem, ...]:
        problems = check_pack(self.folder, TODAY)
        words = GettextWords(Language.ENGLISH, ROOT / "locales")
        assert all(in_words(problem, words) for problem in problems)
        return problems
