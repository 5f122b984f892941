"""Writes the files of a batch, and tells what is to be noted once they are durable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.app.mailout.batch import BatchPlan, LaidCase
from kiosk.app.ports.press import MailFolder, Press, SetKit
from kiosk.domain.case import CaseRef
from kiosk.domain.event import BatchFileMade, EventBody, LetterProduced

Noted = tuple[CaseRef | None, EventBody]


@dataclass(frozen=True, slots=True)
class BatchFiles:
    """The files of one batch.

    Attributes:
        batch: Key of the batch.
        issued_at: Aware moment; date of the files.
    """

    batch: str
    plan: BatchPlan
    press: Press
    folder: MailFolder
    issued_at: datetime

    def write(self, laid: Sequence[LaidCase], first: int) -> list[Noted]:
        """Make the files of some letters durable.

        Args:
            laid: In the order of the batch; may be empty.
            first: Number of the first.

        Returns:
            What is to be noted then, all at once.

        Raises:
            PrintError: A file could not be written; nothing is to be noted.
        """
        if not laid:
            return []
        if self.plan.making.has_letter_files:
            for name, kit in _named(laid, first):
                self.folder.put(name, self.press.letter_file(kit, self.issued_at))
        if not self.plan.making.letters_per_file:
            return self._letters(laid, first, "")
        name = f"trykk/{first:06}-{first + len(laid) - 1:06}.pdf"
        return [(None, self._printed(laid, name)), *self._letters(laid, first, name)]

    def _printed(self, laid: Sequence[LaidCase], name: str) -> BatchFileMade:
        kits = [kit for each in laid for kit in each.laid]
        digest = self.folder.write(
            name, lambda file: self.press.print_file(kits, self.issued_at, file)
        )
        pages = sum(each.pages for each in laid)
        return BatchFileMade(self.batch, name, len(kits), pages, digest)

    def _letters(self, laid: Sequence[LaidCase], first: int, file: str) -> list[Noted]:
        noted: list[Noted] = []
        page = 1
        for number, each in enumerate(laid, start=first):
            body = LetterProduced(
                batch=self.batch,
                letter=self.plan.filter.letter,
                number=number,
                copies=len(each.laid),
                language=each.kits.language,
                reply_by=each.kits.reply_by,
                file=file,
                first_page=page if file else 0,
                pages=each.pages,
                digest=each.digest,
                slip=each.kits.code or "",
                told=each.kits.told,
            )
            noted.append((each.case, body))
            page += each.pages
        return noted


def _named(laid: Sequence[LaidCase], first: int) -> Iterator[tuple[str, SetKit]]:
    """One file per envelope; that of a second recipient has a mark behind the number."""
    for number, each in enumerate(laid, start=first):
        for copy, kit in enumerate(each.laid, start=1):
            mark = "" if copy == 1 else f"-{copy}"
            yield f"brev/{number:06}{mark}.pdf", kit
