"""Writes the files of a batch, and tells what is to be noted once they are durable."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from kiosk.app.mailout.batch import BatchPlan, LaidCase
from kiosk.app.mailout.known_batch import KnownBatch
from kiosk.app.ports.press import MailFolder, Press
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import BatchFileMade, EventBody, LetterProduced
from kiosk.domain.mail_events import OwnFile

Noted = tuple[CaseRef | None, EventBody]

_OURS = re.compile(r"trykk/\d{6,}-\d{6,}\.pdf|brev/\d{6,}(-\d+)?\.pdf")


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
        own = [self._own(each, number) for number, each in enumerate(laid, start=first)]
        if not self.plan.making.letters_per_file:
            return self._letters(laid, own, first, "")
        name = f"trykk/{first:06}-{first + len(laid) - 1:06}.pdf"
        return [(None, self._printed(laid, name)), *self._letters(laid, own, first, name)]

    def _own(self, laid: LaidCase, number: int) -> tuple[OwnFile, ...]:
        """A file per envelope, where these are wanted."""
        if not self.plan.making.has_letter_files:
            return ()
        return tuple(
            self._put(_own_name(number, copy), self.press.letter_file(kit, self.issued_at))
            for copy, kit in enumerate(laid.laid, start=1)
        )

    def _put(self, name: str, content: bytes) -> OwnFile:
        self.folder.put(name, content)
        return OwnFile(name, sha256(content).hexdigest())

    def _printed(self, laid: Sequence[LaidCase], name: str) -> BatchFileMade:
        kits = [kit for each in laid for kit in each.laid]
        digest = self.folder.write(
            name, lambda file: self.press.print_file(kits, self.issued_at, file)
        )
        pages = sum(each.pages for each in laid)
        return BatchFileMade(self.batch, name, len(kits), pages, digest)

    def _letters(
        self, laid: Sequence[LaidCase], own: Sequence[tuple[OwnFile, ...]], first: int, file: str
    ) -> list[Noted]:
        noted: list[Noted] = []
        page = 1
        for number, (each, files) in enumerate(zip(laid, own, strict=True), start=first):
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
                services=each.kits.services,
                orders=each.kits.orders,
                own_files=files,
                is_copy_only=each.is_copy_only,
            )
            noted.append((each.case, body))
            page += each.pages
        return noted


def tidy(folder: MailFolder, known: KnownBatch) -> None:
    """Take away what a stop between a file and its note has left there.

    The letters in it do not count and are made again; whoever printed both would send two. Files
    that no mail-out can have made stay.

    Raises:
        RefusedError: Files of letters that count are not there.
        PrintError: The folder could not be read, or a file not be removed.
    """
    if not known.files.keys() <= folder.names():
        raise RefusedError([Refusal("mailout.files_missing")])
    for name in strays(folder, known):
        folder.remove(name)


def strays(folder: MailFolder, known: KnownBatch) -> list[str]:
    """Names of files that a mail-out has made and not noted, sorted; may be empty.

    Raises:
        PrintError: The folder could not be read.
    """
    there = folder.names() - known.files.keys()
    return sorted(name for name in there if _OURS.fullmatch(name))


def _own_name(number: int, copy: int) -> str:
    """That of a second recipient has a mark behind the number."""
    return f"brev/{number:06}{'' if copy == 1 else f'-{copy}'}.pdf"
