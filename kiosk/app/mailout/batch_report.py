"""The papers of a batch: a manifest for the print shop, and totals for whoever answers for it.

Both are made from the record alone, so that they can be made again, also after a batch was stopped
and went on. The manifest names nobody: a letter is known by its number and the code of its slip. The totals name
the cases whose letters could not be made, by the case number that stands on every letter.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.app.mailout.known_batch import KnownBatch, known_batch
from kiosk.app.mailout.left_out_texts import left_out_text
from kiosk.app.mailout.mail_texts import batch_state_text
from kiosk.app.mailout.posting_texts import not_posted_text
from kiosk.app.mailout.unmade_texts import unmade_text
from kiosk.app.names import service_name
from kiosk.app.phrases import sentences
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.spreadsheet import spreadsheet
from kiosk.domain.event import BatchFileMade, LetterProduced
from kiosk.domain.municipality import Municipality
from kiosk.domain.ordering import Order
from kiosk.domain.service import ProviderId, ServiceId

MANIFEST, TOTALS = "innhold.csv", "kontroll.csv"
PAGES_PER_SHEET = 2

Positions = Mapping[ProviderId, Sequence[int]]
"""How often each provider stood in each place, from the first."""


@dataclass(frozen=True, slots=True)
class BatchReport:
    """Reads a batch from the record."""

    record: Record
    municipality: Municipality

    def manifest(self, batch: str, words: Words) -> bytes:
        """A row per letter, in the order of the batch, with the hash of the file it lies in.

        That is the one for the print shop, and where there are none the letter's own.

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
        known = self._known(batch)
        letters = sorted(known.made.values(), key=lambda each: each.number)
        rows = (
            (
                str(each.number),
                each.slip,
                _lies_in(each),
                str(each.first_page or ""),
                str(each.pages),
                str(each.pages // PAGES_PER_SHEET),
                str(each.copies),
                each.language.value,
                known.files.get(_lies_in(each), ""),
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
                *_not_made(known, words),
                (),
                *_not_posted(known, words),
                (),
                *self._places(known, words),
            ]
        )

    def positions(self, known: KnownBatch) -> Mapping[ServiceId, Positions]:
        """The places in what was printed, per service (N31); may be empty."""
        printed: defaultdict[ServiceId, list[Order]] = defaultdict(list)
        for letter in known.made.values():
            for each in letter.orders:
                printed[each.service].append(each.providers)
        return {service: _positions(orders) for service, orders in sorted(printed.items())}

    def _known(self, batch: str) -> KnownBatch:
        return known_batch(self.record, batch)

    def _counts(self, known: KnownBatch, words: Words) -> Iterator[Sequence[str]]:
        made = list(known.made.values())
        pages = sum(each.pages for each in made)
        yield words.pgettext("heading of totals", "Mail-out"), known.key
        yield words.pgettext("heading of totals", "Status"), _status(known, words)
        if known.begun is not None:
            yield words.gettext("Cases that shall have a letter"), str(known.begun.cases)
        yield words.gettext("Letters made"), str(len(made))
        yield words.gettext("Cases that were not tried"), str(known.untried)
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
            match event.body:
                case BatchFileMade() as file:
                    yield file.name, str(file.letters), str(file.pages), file.digest
                case LetterProduced(own_files=files, copies=copies, pages=pages):
                    for own in files:
                        yield own.name, "1", str(pages // copies), own.digest
                case _:
                    pass

    def _places(self, known: KnownBatch, words: Words) -> Iterator[Sequence[str]]:
        names = {each.id: words.local(each.name) for each in self.municipality.providers}
        positions = self.positions(known)
        most = max(
            (len(each) for every in positions.values() for each in every.values()), default=0
        )
        place = words.pgettext("column of a manifest", "Place {number}")
        yield (
            words.pgettext("column of a manifest", "Service"),
            words.pgettext("column of a manifest", "Provider"),
            *(place.format(number=number) for number in range(1, most + 1)),
        )
        for service, every in positions.items():
            name = service_name(self.municipality, service, words)
            for provider, counts in every.items():
                yield name, names.get(provider, str(provider)), *map(str, counts)


def _positions(orders: Sequence[Order]) -> Positions:
    """Every provider that stands in one of the orders, by key."""
    counted: defaultdict[ProviderId, Counter[int]] = defaultdict(Counter)
    for order in orders:
        for place, provider in enumerate(order):
            counted[provider][place] += 1
    most = max(map(len, orders), default=0)
    return {
        provider: [counted[provider][place] for place in range(most)]
        for provider in sorted(counted)
    }


def _lies_in(letter: LetterProduced) -> str:
    """Its file for the print shop, or the first of its own; empty where neither is known."""
    return letter.file or next((each.name for each in letter.own_files), "")


def _status(known: KnownBatch, words: Words) -> str:
    stopped = words.gettext("Stopped before the last case.") if known.untried else ""
    return sentences(stopped, batch_state_text(known, words))


def _not_posted(known: KnownBatch, words: Words) -> Iterator[Sequence[str]]:
    yield words.pgettext("heading of totals", "Letters that were not posted"), ""
    for each in known.not_posted:
        yield not_posted_text(each.reason, words), str(each.letters)


def _left_out(known: KnownBatch, words: Words) -> Iterator[Sequence[str]]:
    yield words.pgettext("heading of totals", "Get no letter"), ""
    for each in () if known.begun is None else known.begun.left_out:
        yield left_out_text(each.reason, words), str(each.cases)


def _not_made(known: KnownBatch, words: Words) -> Iterator[Sequence[str]]:
    """By case number, as the officer knows them and as they stand on the letters."""
    yield words.pgettext("heading of totals", "Letters that were not made"), ""
    for case, why in sorted(known.unmade.items()):
        yield words.gettext("Case {number}").format(number=case), unmade_text(why, words)
