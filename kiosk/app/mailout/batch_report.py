"""The papers of a batch: a manifest for the print shop, and totals for whoever answers for it.

Both are made from the record alone, so that they can be made again, also after a batch was stopped
and went on. The manifest names nobody: a letter is known by its number and the code of its slip.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.app.mailout.left_out_texts import left_out_text
from kiosk.app.mailout.post_batch import KnownBatch, known_batch
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.spreadsheet import spreadsheet
from kiosk.domain.errors import NotFoundError
from kiosk.domain.event import BatchFileMade
from kiosk.domain.municipality import Municipality
from kiosk.domain.ordering import Order
from kiosk.domain.service import ProviderId

MANIFEST, TOTALS = "innhold.csv", "kontroll.csv"
PAGES_PER_SHEET = 2

Positions = Mapping[ProviderId, Sequence[int]]


@dataclass(frozen=True, slots=True)
class BatchReport:
    """Reads a batch from the record."""

    record: Record
    municipality: Municipality

    def manifest(self, batch: str, words: Words) -> bytes:
        """A row per letter, in the order of the batch.

        Raises:
            NotFoundError: There is no such batch.
        """
        heads = (
            words.pgettext("column of a manifest", "Number"),
            words.pgettext("column of a manifest", "Code"),
            words.pgettext("column of a manifest", "File"),
            words.pgettext("column of a manifest", "First page"),
            words.pgettext("column of a manifest", "Pages"),
            words.pgettext("column of a manifest", "Sheets"),
            words.pgettext("column of a manifest", "Envelopes"),
            words.pgettext("column of a manifest", "Language"),
            "SHA-256",
        )
        letters = sorted(self._known(batch).made.values(), key=lambda each: each.number)
        rows = (
            (
                str(each.number),
                each.slip,
                each.file,
                str(each.first_page or ""),
                str(each.pages),
                str(each.pages // PAGES_PER_SHEET),
                str(each.copies),
                each.language.value,
                each.digest,
            )
            for each in letters
        )
        return spreadsheet([heads, *rows])

    def totals(self, batch: str, words: Words) -> bytes:
        """Control totals, files with their hashes, who was left out, and places of the providers.

        Raises:
            NotFoundError: There is no such batch.
        """
        known = self._known(batch)
        return spreadsheet(
            [
                *self._counts(known, words),
                (),
                *self._files(batch, words),
                (),
                *_left_out(known, words),
                (),
                *self._places(known, words),
            ]
        )

    def positions(self, known: KnownBatch) -> Positions:
        """How often each provider stood in each place, from the first (N31)."""
        counted: defaultdict[ProviderId, Counter[int]] = defaultdict(Counter)
        orders = list(self._orders(known))
        for order in orders:
            for place, provider in enumerate(order):
                counted[provider][place] += 1
        most = max(map(len, orders), default=0)
        return {
            provider: [counted[provider][place] for place in range(most)]
            for provider in sorted(counted)
        }

    def _known(self, batch: str) -> KnownBatch:
        return known_batch(self.record, batch)

    def _orders(self, known: KnownBatch) -> Iterator[Order]:
        for case in known.made:
            try:
                dealt = self.record.case_file(case).order
            except NotFoundError:
                continue
            if dealt is not None:
                yield dealt.order

    def _counts(self, known: KnownBatch, words: Words) -> Iterator[Sequence[str]]:
        made = list(known.made.values())
        pages = sum(each.pages for each in made)
        yield words.pgettext("heading of totals", "Mail-out"), known.key
        if known.begun is not None:
            yield words.gettext("Cases that shall have a letter"), str(known.begun.cases)
        yield words.gettext("Letters made"), str(len(made))
        yield words.gettext("Envelopes"), str(sum(each.copies for each in made))
        yield words.gettext("Pages"), str(pages)
        yield words.gettext("Sheets"), str(pages // PAGES_PER_SHEET)

    def _files(self, batch: str, words: Words) -> Iterator[Sequence[str]]:
        yield (
            words.pgettext("column of a manifest", "File"),
            words.pgettext("column of a manifest", "Envelopes"),
            words.pgettext("column of a manifest", "Pages"),
            "SHA-256",
        )
        for event in self.record.batch(batch):
            if isinstance(event.body, BatchFileMade):
                file = event.body
                yield file.name, str(file.letters), str(file.pages), file.digest

    def _places(self, known: KnownBatch, words: Words) -> Iterator[Sequence[str]]:
        names = {each.id: words.local(each.name) for each in self.municipality.providers}
        positions = self.positions(known)
        most = max((len(each) for each in positions.values()), default=0)
        place = words.pgettext("column of a manifest", "Place {number}")
        yield (
            words.pgettext("column of a manifest", "Provider"),
            *(place.format(number=number) for number in range(1, most + 1)),
        )
        for provider, counts in positions.items():
            yield names.get(provider, str(provider)), *map(str, counts)


def _left_out(known: KnownBatch, words: Words) -> Iterator[Sequence[str]]:
    yield words.pgettext("heading of totals", "Get no letter"), ""
    for each in () if known.begun is None else known.begun.left_out:
        yield left_out_text(each.reason, words), str(each.cases)
