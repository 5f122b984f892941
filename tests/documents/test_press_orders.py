"""A brochure in any order of its providers is the one laid out in full, whatever came before."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from brochures.pdf import pdf_bytes
from brochures.press.pdf_press import PdfPress
from kiosk.devtools.dealt_orders import every_order, in_order
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.kit import Kit
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.envelopes import (
    addressed,
    chance,
    envelope,
    feet_of,
    press,
    somebody,
    told_in,
)
from tests.documents.second_opinion import second_faults
from tests.documents.tag_faults import tag_faults
from tests.documents.tag_reading import TaggedPdf
from tests.documents.test_press import is_struck, pixels, read_aloud, texts

LANGUAGES = (Language.BOKMAL, Language.NYNORSK)
STANDARD, LARGE = Edition.STANDARD, Edition.LARGE_PRINT


def dealt(language: Language, count: int, seed: int) -> list[Kit]:
    """Envelopes whose brochures have so many providers, all of them in different orders."""
    kit, by_chance = envelope(language), chance(seed)
    brochure = kit.brochure
    assert isinstance(brochure, Brochure)
    some = in_order(brochure, [each.id for each in brochure.providers[:count]])
    orders = by_chance.sample(found := every_order(some), min(3, len(found)))
    return [addressed(replace(kit, brochure=each), somebody(by_chance, "Bo Å")) for each in orders]


def laid_out_anew(kit: Kit, edition: Edition) -> bytes:
    """The file of pages of which none was kept from another envelope."""
    fresh = press()
    facts = replace(fresh.facts(kit), issued_at=samples.ISSUED_AT)
    return pdf_bytes(fresh.laid_out(kit, edition).pages, facts, fresh._typeface)


def assert_is_the_full_layout(used: PdfPress, kit: Kit, edition: Edition) -> None:
    letter = used.set(kit, edition)
    file, full = used.letter_file(letter, samples.ISSUED_AT), laid_out_anew(kit, edition)
    assert is_struck(letter)
    assert texts(file) == texts(full)
    assert read_aloud(file) == read_aloud(full)
    assert pixels(file) == pixels(full)
    assert listed(file) == listed(full)
    assert clickable(file) == clickable(full)
    assert orphans(file) == []


def orphans(pdf: bytes) -> list[str]:
    """Elements that name another parent than the one whose kids they are."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return list(orphans_below(file.Root.StructTreeRoot))


def orphans_below(parent: pikepdf.Object) -> Iterator[str]:
    kids = parent.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if kid.P.objgen != parent.objgen:
                yield str(kid.S)
            yield from orphans_below(kid)


def listed(pdf: bytes) -> list[tuple[object, ...]]:
    """The table of contents: level, title, page and place."""
    return [
        (each.level, each.get_title(), dest and (dest.get_index(), dest.get_view()))
        for each in pdfium.PdfDocument(pdf).get_toc()
        for dest in [each.get_dest()]
    ]


def clickable(pdf: bytes) -> list[tuple[object, ...]]:
    """Places to click: page, address, what they say of themselves and where they stand."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [
            (
                number,
                str(each.A.URI),
                str(each.Contents),
                int(each.F),
                [round(float(side), 3) for side in each.Rect],
            )
            for number, page in enumerate(file.pages)
            for each in page.get("/Annots", ())
        ]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)
@pytest.mark.parametrize(
    ("edition", "count"), [(STANDARD, 4), (STANDARD, 3), (STANDARD, 1), (LARGE, 3)]
)
def test_each_order_is_the_full_layout(language, edition, count):
    used = press()

    for kit in dealt(language, count, seed=count):
        assert_is_the_full_layout(used, kit, edition)


def test_one_press_keeps_counts_languages_and_editions_apart():
    used = press()
    kits = [dealt(language, count, 7)[0] for count in (4, 3) for language in LANGUAGES]
    for kit in kits:
        used.set(kit, LARGE)

    for kit in kits:
        assert_is_the_full_layout(used, kit, STANDARD)


def test_no_file_depends_on_the_orders_before():
    first, second, third = dealt(Language.BOKMAL, 4, seed=5)
    used = press()
    for kit in (first, second):
        used.set(kit, STANDARD)

    files = [
        each.letter_file(each.set(third, STANDARD), samples.ISSUED_AT) for each in (used, press())
    ]

    assert files[0] == files[1]


def test_other_words_of_one_provider_are_other_pages():
    (kit, *_), used = dealt(Language.BOKMAL, 3, seed=6), press()
    used.set(kit, STANDARD)
    assert isinstance(kit.brochure, Brochure)
    one, *others = kit.brochure.providers
    fact, *facts = one.facts
    long = replace(one, facts=(replace(fact, value=f"{fact.value} og mer"), *facts))
    changed = replace(kit, brochure=replace(kit.brochure, providers=(long, *others)))

    assert_is_the_full_layout(used, changed, STANDARD)


def of_zone(kit: Kit, zone: int) -> Kit:
    """The same for another zone: cover and foot lines are others."""
    assert isinstance(kit.brochure, Brochure)
    brochure = replace(
        kit.brochure, scope=f"{kit.brochure.scope} {zone}", code=f"{kit.brochure.code}-{zone}"
    )
    return replace(kit, brochure=brochure)


def test_a_mail_out_of_many_orders_and_zones_is_what_its_letters_are(vera, tmp_path):
    kits = [
        of_zone(kit, zone)
        for zone, language in ((1, Language.BOKMAL), (2, Language.BOKMAL), (2, Language.NYNORSK))
        for kit in dealt(language, 3, seed=zone)[:2]
    ]
    used, file = press(), io.BytesIO()
    letters = [used.set(kit, STANDARD) for kit in kits]
    alone = press()

    used.print_file(letters, samples.ISSUED_AT, file)
    own = [used.letter_file(letter, samples.ISSUED_AT) for letter in letters]

    assert pixels(file.getvalue()) == [page for each in own for page in pixels(each)]
    assert own[-1] == alone.letter_file(alone.set(kits[-1], STANDARD), samples.ISSUED_AT)
    assert [letter.digest for letter in letters] == [
        alone.in_full(kit, STANDARD).digest for kit in kits
    ]
    path = tmp_path / "checked.pdf"
    path.write_bytes(own[-1])
    pdf = TaggedPdf(own[-1])
    assert vera.faults(own[-1]) == []
    assert second_faults(pdf, path) == []
    assert tag_faults(pdf, told_in(kits[-1]), *feet_of(kits[-1])) == []


def test_what_orders_share_stands_in_a_print_file_once():
    kits, used = dealt(Language.BOKMAL, 3, seed=8), press()
    sizes = []
    for some in (kits[:1], kits):
        file = io.BytesIO()
        used.print_file([used.set(kit, STANDARD) for kit in some], samples.ISSUED_AT, file)
        sizes.append(len(file.getvalue()))

    # Of another order, overview, comparison and slip are others; providers and fonts are not.
    assert sizes[1] - sizes[0] < sizes[0] / 2
