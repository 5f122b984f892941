"""What a document tells, text by text in the order of its blocks: what must be read aloud."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from brochures.comparison import even_parts
from brochures.editions import STANDARD
from brochures.furniture import PaperWords
from kiosk.domain.document.brochure import Brochure, Comparison, OverviewTable
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.nonchoice_block import NonchoiceBlock, NonchoiceKey, NonchoiceRow
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.document.receipt import Receipt, ReceiptLine, SignatureBlock
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.document.slip import Slip
from kiosk.domain.document.window_letter import LetterPart, PostalLines, WindowLetter

Blocks = Brochure | EasyBrochure | Receipt | Sheet | WindowLetter | Slip
PAGE_NUMBER = "#"
"""Stands for a number that follows from the layout."""
WHERE_EMPTY = "\x00"
"""Begins the sentence of a page that is there only where the others are an odd number."""
PLACES = 3
"""Where notes may stand in a brochure; each of them is told for every place."""

WHERE_ROOM = "\x01"
"""Begins a text that stands in one of several places, where it takes no page."""


def told(blocks: Blocks, words: PaperWords, *, who_first: bool = False) -> list[str]:
    """The texts of a document, single spaces between words; no empty ones.

    Args:
        blocks: The document.
        words: Catalogue ``brochures``.
        who_first: Whether a slip asks who answers before it asks for the answers.
    """
    texts = (
        _slip(blocks, who_first=who_first) if isinstance(blocks, Slip) else _texts(blocks, words)
    )
    return [text for each in texts if (text := in_one_line(each))]


def foot_of(blocks: Blocks, words: PaperWords) -> str:
    """What stands left in the foot line."""
    match blocks:
        case Brochure() | EasyBrochure():
            return words.gettext("Brochure {code}").format(code=blocks.code)
        case Receipt():
            return words.gettext("Receipt {number}").format(number=blocks.number)
        case Sheet() | WindowLetter() | Slip():
            return blocks.foot


def in_one_line(text: str) -> str:
    """A text as it is read aloud: composed letters, single spaces, nothing invisible."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(each for each in composed if unicodedata.category(each) != "Cf")
    return " ".join(seen.split())


def _texts(blocks: Blocks, words: PaperWords) -> Iterator[str]:  # noqa: PLR0911 — one for each
    match blocks:
        case Brochure():
            return _brochure(blocks, words)
        case EasyBrochure():
            return _easy_brochure(blocks, words)
        case Receipt():
            return _receipt(blocks)
        case Sheet():
            return _sheet(blocks)
        case WindowLetter():
            return _letter(blocks, words)
        case Slip():
            return _slip(blocks, who_first=False)


def _receipt(receipt: Receipt) -> Iterator[str]:
    yield from (receipt.municipality, receipt.office, receipt.title, receipt.stored)
    yield from receipt.notes
    for service in receipt.services:
        yield service.name
        yield from _lines(service.lines)
    yield receipt.about_title
    yield from _lines(receipt.about)
    yield receipt.next_title
    yield from receipt.next_text
    yield from _lines(receipt.frame)
    yield from _signed([] if receipt.signature is None else [receipt.signature])


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield from (sheet.municipality, sheet.office, sheet.title, sheet.lead)
    for section in sheet.sections:
        yield section.heading
        yield from _lines(section.lines)
        yield from _signed(section.signatures)
    yield from _lines(sheet.frame)
    if sheet.sample is not None:
        yield sheet.sample.back


def _lines(lines: tuple[ReceiptLine, ...]) -> Iterator[str]:
    return chain.from_iterable((line.label, line.value) for line in lines)


def _signed(blocks: tuple[SignatureBlock, ...] | list[SignatureBlock]) -> Iterator[str]:
    return chain.from_iterable((block.label, block.name) for block in blocks)


def _letter(letter: WindowLetter, words: PaperWords) -> Iterator[str]:
    yield from (letter.municipality, letter.office)
    yield from _post(letter.post)
    yield from _lines(letter.references)
    yield letter.title
    for part in letter.parts:
        yield from _part(part)
    yield letter.closing
    yield WHERE_EMPTY + words.gettext("This page is empty.")


def _part(part: LetterPart) -> Iterator[str]:
    if isinstance(part, SheetSection):
        yield part.heading
        yield from _lines(part.lines)
        yield from _signed(part.signatures)
    else:
        yield from (each.text for each in part)


def _post(post: PostalLines) -> Iterator[str]:
    yield from (post.back_to, " ".join(post.lines))


def _slip(slip: Slip, *, who_first: bool) -> Iterator[str]:
    yield from (slip.title, slip.how_to_send)
    yield from _post(slip.post)
    yield from _lines(slip.codes)
    for line in (*slip.person, *([] if slip.reply_by is None else [slip.reply_by])):
        yield from (f"{line.label}:", line.value)
    yield slip.how_to_answer
    sign = slip.signature
    who = (sign.title, sign.own, sign.other, *sign.capacities, sign.enclosed)
    if who_first:
        yield from who
    for service in slip.services:
        yield from (service.name, service.note, *service.answers)
    if not who_first:
        yield from who
    yield from sign.fields
    yield " ".join(slip.cannot_write)
    yield WHERE_EMPTY + slip.back


def _cover(brochure: Brochure | EasyBrochure, words: PaperWords) -> Iterator[str]:
    yield brochure.municipality
    if brochure.is_example:
        yield words.gettext("EXAMPLE. The municipality, the providers and all facts are invented.")
    easy = brochure.easy if isinstance(brochure, EasyBrochure) else ""
    yield from (brochure.title, f"{brochure.subtitle} {easy}", brochure.scope)
    yield from (brochure.other_forms, brochure.approved)


def _easy_brochure(brochure: EasyBrochure, words: PaperWords) -> Iterator[str]:
    yield from _cover(brochure, words)
    yield from (part.text for part in brochure.what)
    yield from _notes(brochure.overview)
    yield from _nonchoice(brochure.nonchoice)
    yield from _notes(brochure.overview)
    yield from _overview(brochure.overview)
    yield from _notes(brochure.overview)
    yield from _providers(brochure.providers)
    yield words.gettext("How to choose and switch")
    yield from (part.text for part in (*brochure.choose, *brochure.switch, *brochure.ask))
    yield words.gettext("Ask us")
    yield from brochure.contact


def _providers(providers: tuple[ProviderBlock, ...]) -> Iterator[str]:
    heads = _heads(providers)
    for provider in providers:
        yield from provider_texts(provider, heads)


def _brochure(brochure: Brochure, words: PaperWords) -> Iterator[str]:
    yield from _cover(brochure, words)
    yield from (part.text for part in (*brochure.what, *brochure.same))
    yield from _notes(brochure.overview)
    yield from _nonchoice(brochure.nonchoice)
    yield from _notes(brochure.overview)
    yield from _overview(brochure.overview)
    yield from _notes(brochure.overview)
    yield from _providers(brochure.providers)
    for comparison in brochure.comparisons:
        yield from _comparison(comparison, words)
    yield words.gettext("How to choose, switch and complain")
    how = (*brochure.choose, *brochure.switch, *brochure.complain, *brochure.questions)
    yield from (part.text for part in (*how, *brochure.privacy))
    yield words.gettext("Ask us")
    yield from brochure.contact


def _nonchoice(block: NonchoiceBlock) -> Iterator[str]:
    yield from (block.title, block.lead)
    for number, (key, grouped) in enumerate(groupby(block.rows, lambda row: row.key), start=1):
        rows = tuple(grouped)
        yield f"{number}. {rows[0].label}"
        in_boxes = [row for row in rows if key is NonchoiceKey.WHO and row.service_name]
        yield from chain.from_iterable(_boxes(in_boxes, block))
        for row in rows:
            if row not in in_boxes:
                yield f"{row.service_name}: {row.text}" if row.service_name else row.text


def _boxes(rows: Sequence[NonchoiceRow], block: NonchoiceBlock) -> Iterator[tuple[str, str]]:
    """Names and text of each box; services of which the same is told share theirs."""
    whole = {
        row.service: [(each.key, each.text) for each in block.rows if each.service == row.service]
        for row in rows
    }
    names = {row.service: row.service_name for row in rows}
    for row in rows:
        alike = [service for service in names if whole[service] == whole[row.service]]
        if alike[0] == row.service:
            yield ", ".join(names[service] for service in alike), row.text


def _overview(table: OverviewTable) -> Iterator[str]:
    yield from (table.title, table.lead, *table.headings)
    for row in table.rows:
        yield from (row.name, *row.cells)
        if row.page_of is not None or row.see is not None:
            yield PAGE_NUMBER


def _notes(table: OverviewTable) -> Iterator[str]:
    """What is told of order and words, in one of three places."""
    notes = filter(None, (*table.about_order, *table.how_to_read))
    yield from (WHERE_ROOM + in_one_line(note) for note in notes)


def _heads(providers: tuple[ProviderBlock, ...]) -> tuple[str, ...]:
    strips = [strip for provider in providers for strip in provider.strips]
    return next((tuple(cell.label for cell in each.cells) for each in strips if each.cells), ())


def provider_texts(provider: ProviderBlock, heads: tuple[str, ...]) -> Iterator[str]:
    """The texts of the page of a provider; ``heads`` are those of the columns of its table."""
    yield from (provider.name, provider.kind_line, provider.owner_line, *heads)
    for strip in provider.strips:
        yield strip.service_name
        yield from (cell.short for cell in strip.cells)
        yield strip.absent
    yield from chain.from_iterable((fact.label, fact.value) for fact in provider.facts)
    yield provider.approval


def _comparison(comparison: Comparison, words: PaperWords) -> Iterator[str]:
    parts = even_parts(len(comparison.columns), STANDARD.table.forms[0].most_columns)
    for number, columns in enumerate(parts, start=1):
        title = words.gettext("{title} ({part} of {parts})").format(
            title=comparison.title, part=number, parts=len(parts)
        )
        yield title if len(parts) > 1 else comparison.title
        yield comparison.lead
        yield from (comparison.columns[column] for column in columns)
        for label, values in comparison.rows:
            yield label
            yield from (values[column] for column in columns)
        yield comparison.note
