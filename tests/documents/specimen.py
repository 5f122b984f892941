"""A small file with one of everything that can be tagged, for damaging it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from brochures.editions import LOOKS
from brochures.file_facts import FileFacts
from brochures.lines import LineBreaker
from brochures.marks import Mark, Page
from brochures.pdf import pdf_bytes
from brochures.provider_page import provider_pages
from brochures.receipt import ReceiptPages
from brochures.typeface import Typeface
from kiosk.domain.document.receipt import Receipt, ReceiptLine, SignatureBlock
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from kiosk.domain.signature import Signature
from tests.documents import samples
from tests.documents.told_texts import in_one_line, provider_texts, told
from tests.unit.app import factory as make

WORDS = samples.FixedWords(Language.BOKMAL)
SIGNATURE = Signature((((0, 1000), (1000, 0), (2000, 1000)), ((2500, 300),)))
(PROVIDER,) = samples.providers(1, samples.TWO_SERVICES, Language.BOKMAL)
FOOT = "Kvittering EV-2026-000417"


def receipt() -> Receipt:
    """Signed, and with an address to click on."""
    plain = samples.receipt()
    mail = ReceiptLine("E-post", "tildeling@eksempelvik.example")
    signed = SignatureBlock("Underskrift", SIGNATURE, "Kari Prøve Eksempelsen")
    return replace(plain, about=(*plain.about, mail), signature=signed)


def texts() -> list[str]:
    """What the file tells, in order."""
    return [*told(receipt(), WORDS), *provider_told()]


def provider_told() -> list[str]:
    """What the pages of the provider tell."""
    heads = tuple(cell.label for cell in PROVIDER.strips[0].cells)
    provider = (in_one_line(each) for each in provider_texts(PROVIDER, heads))
    return [each for each in provider if each]


def specimen(change: Callable[[Mark], Mark] = lambda mark: mark, title: str = "EKSEMPEL") -> bytes:
    """A receipt and the page of a provider; ``change`` is done to each of their marks."""
    typeface = Typeface(samples.font_files())
    breaker = LineBreaker(typeface)
    pages = (
        *ReceiptPages(receipt(), breaker, WORDS).pages(),
        *provider_pages((PROVIDER,), breaker, WORDS),
    )
    changed = [Page(tuple(change(mark) for mark in page.marks)) for page in pages]
    profile = samples.PROFILE.read_bytes()
    facts = FileFacts(
        title, "Eksempelvik kommune", Language.BOKMAL, samples.ISSUED_AT, "1", profile
    )
    return pdf_bytes(changed, facts, typeface)


@cache
def spread(edition: Edition) -> bytes:
    """A table and the facing pages of a provider, in an edition that has them."""
    typeface, look = Typeface(samples.font_files()), LOOKS[edition]
    breaker = LineBreaker(typeface)
    pages = provider_pages((PROVIDER,), breaker, make.words(Language.BOKMAL), look)
    profile = samples.PROFILE.read_bytes()
    facts = FileFacts(
        "EKSEMPEL", "Eksempelvik kommune", Language.BOKMAL, samples.ISSUED_AT, "1", profile
    )
    return pdf_bytes(pages, facts, typeface, look.paper)
