"""How pages become a tree of elements: what is one, what is two, and what is not read."""

import pytest

from brochures.file_facts import FileFacts
from brochures.flow import Room, flow
from brochures.lines import LineBreaker, Place, Run
from brochures.marks import Page, TextMark
from brochures.pdf import pdf_bytes
from brochures.prose import ProseSetter
from brochures.signed import INK_PT
from brochures.structure import Element, Kind, heading, paragraph
from brochures.styles import BOX, LEFT_PT, MM
from brochures.typeface import Typeface
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.every_document import LANGUAGES, printed
from tests.documents.specimen import specimen
from tests.documents.tag_reading import Tag, TaggedPdf

BREAKER = LineBreaker(Typeface(samples.font_files()))
SETTER = ProseSetter(BREAKER, "EKSEMPEL")
LONG = "Du kan velge hvem som skal hjelpe deg hjemme. " * 12
ADDRESS = f"{'tildeling-' * 9}kontoret@eksempelvik.example"


def read(*pages, language=Language.BOKMAL) -> TaggedPdf:
    profile = samples.PROFILE.read_bytes()
    facts = FileFacts("EKSEMPEL", "EKSEMPEL", language, samples.ISSUED_AT, "", profile)
    made = [Page(tuple(marks)) for marks in pages]
    return TaggedPdf(pdf_bytes(made, facts, Typeface(samples.font_files())))


def flowed(*pieces, height_pt=100.0) -> TaggedPdf:
    return read(*flow(pieces, "EKSEMPEL", Room(100, 100 + height_pt)).pages)


def text(element, words, y_pt=100.0) -> TextMark:
    line = BREAKER.one_line(words, BOX, 170 * MM, Place("EKSEMPEL", "EKSEMPEL"))
    return TextMark(element, LEFT_PT, y_pt, BOX, (line,))


def of_kind(pdf: TaggedPdf, kind: str) -> list[Tag]:
    return [tag for tag in pdf.root.below if tag.kind == kind]


def pages_of(tag: Tag) -> list[int]:
    return sorted({each.page for each in tag.sequences})


def test_a_paragraph_over_a_page_turn_is_one():
    pdf = flowed(*SETTER.paragraph(LONG, 0))

    (tag,) = of_kind(pdf, "P")
    assert len(pages_of(tag)) > 1
    assert tag.text == LONG.strip()


def test_two_paragraphs_in_the_same_words_are_two():
    pdf = flowed(*SETTER.paragraph("Nei.", 0), *SETTER.paragraph("Nei.", 5))

    assert [tag.text for tag in of_kind(pdf, "P")] == ["Nei.", "Nei."]


def test_items_that_follow_each_other_are_one_list_and_others_another():
    prose = (
        samples.item("Dag"),
        samples.item("Natt"),
        samples.paragraph("Dette også:"),
        samples.item("Helg"),
    )

    pdf = flowed(*SETTER.prose(prose), height_pt=500)

    lists = of_kind(pdf, "L")
    assert [[item.text for item in each.kids] for each in lists] == [["Dag", "Natt"], ["Helg"]]


def test_a_table_over_a_page_turn_is_one_and_its_head_is_read_once():
    pdf = TaggedPdf(printed("brochure with much text", Language.BOKMAL))

    tables = [tag for tag in of_kind(pdf, "Table") if len(pages_of(tag)) > 1]
    assert tables
    for table in tables:
        heads = [tag.text for tag in table.below if tag.attribute("/Scope") == "/Column"]
        assert len(heads) == len(set(heads)) > 1


@pytest.mark.parametrize(
    ("ranks", "kinds"),
    [
        ([1, 2, 3, 3, 2], ["H1", "H2", "H3", "H3", "H2"]),
        ([1, 4, 4, 2, 4], ["H1", "H2", "H2", "H2", "H3"]),
        ([2, 3, 1, 2], ["H1", "H2", "H1", "H2"]),
    ],
)
def test_headings_are_numbered_by_how_deep_they_stand(ranks, kinds):
    marks = [text(heading(rank), f"Del {n}", 100 + 20 * n) for n, rank in enumerate(ranks)]

    pdf = read(marks)

    assert [tag.kind for tag in pdf.root.below if tag.kind[0] == "H"] == kinds


def test_a_part_holds_its_heading_and_what_follows():
    marks = (
        text(heading(1), "Kvittering", 100),
        text(heading(2), "Hjemmesykepleie", 120),
        text(paragraph(), "Som nå", 140),
        text(heading(2), "Praktisk bistand", 160),
    )

    pdf = read(marks)

    parts = [[kid.text for kid in tag.kids] for tag in of_kind(pdf, "Sect")]
    assert parts == [["Hjemmesykepleie", "Som nå"], ["Praktisk bistand"]]


def test_what_belongs_to_no_element_is_not_read():
    pdf = read((text(None, "Side 1 av 1"),))

    assert [each.text.strip() for each in pdf.artifacts] == ["Side 1 av 1"]
    assert pdf.root.text == ""


def test_a_text_in_another_language_says_so():
    marks = (text(paragraph(), "Nei.", 100), text(paragraph(Language.ENGLISH), "No.", 120))

    pdf = read(marks)

    assert pdf.language == "nb-NO"
    languages = [str(tag.entry.get("/Lang", "")) for tag in of_kind(pdf, "P")]
    assert languages == ["", "en-GB"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)
def test_a_fact_in_another_language_says_so_in_the_brochure(language):
    pdf = TaggedPdf(printed("brochure with much text", language))

    odd = {tag.text: str(tag.entry.Lang) for tag in pdf.root.below if "/Lang" in tag.entry}
    assert odd == {"You may ask for a woman.": "en-GB"}


def test_a_broken_address_is_one_link_with_the_whole_address():
    pdf = flowed(*SETTER.paragraph(f"Skriv til {ADDRESS} i dag.", 0), height_pt=500)

    (link,) = of_kind(pdf, "Link")
    assert len(link.areas) > 1
    assert str(link.entry.ActualText) == link.text == ADDRESS
    assert {str(area.A.URI) for area in link.areas} == {f"mailto:{ADDRESS}"}
    (tag,) = of_kind(pdf, "P")
    assert tag.text == f"Skriv til {ADDRESS} i dag."


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("www.eksempelvik.example/a?b=1#c", "https://www.eksempelvik.example/a?b=1#c"),
        ("www.blåbær.example/møte", "https://www.xn--blbr-roah.example/m%C3%B8te"),
        ("http://ås.example/%C3%B8", "http://xn--s-1fa.example/%C3%B8"),
        ("kari.å@ås.example", "mailto:kari.%C3%A5@xn--s-1fa.example"),
        ("www..example", "https://www..example"),
        ("http://[å", "http://[%C3%A5"),
    ],
)
def test_an_address_leads_to_its_place_in_ascii(address, uri):
    pdf = flowed(*SETTER.paragraph(f"Se {address} i dag.", 0))

    (link,) = of_kind(pdf, "Link")
    assert link.text == address
    assert [bytes(area.A.URI) for area in link.areas] == [uri.encode("ascii")]


def test_an_address_that_is_broken_by_a_page_turn_is_one_link_too():
    pdf = flowed(*SETTER.paragraph(f"{LONG}{ADDRESS} {LONG}", 0), height_pt=60)

    (link,) = of_kind(pdf, "Link")
    assert link.text == ADDRESS


def test_an_address_that_is_not_broken_says_itself():
    pdf = flowed(*SETTER.paragraph("Skriv til post@eksempelvik.example i dag.", 0))

    (link,) = of_kind(pdf, "Link")
    assert "/ActualText" not in link.entry


def test_an_address_in_two_weights_is_one_link():
    uri = "https://www.eksempelvik.example"
    line = (Run("www.", is_bold=True, uri=uri), Run("eksempelvik.example", is_bold=False, uri=uri))

    pdf = read((TextMark(paragraph(), LEFT_PT, 100, BOX, (line,)),))

    (link,) = of_kind(pdf, "Link")
    assert link.text == "www.eksempelvik.example"


def test_two_addresses_after_each_other_are_two_links():
    mail = "post@eksempelvik.example"

    pdf = flowed(*SETTER.paragraph(f"{mail} {mail}", 0))

    assert [tag.text for tag in of_kind(pdf, "Link")] == [mail, mail]


def test_links_know_their_element():
    file = TaggedPdf(specimen()).file

    ways_back = file.Root.StructTreeRoot.ParentTree.Nums
    keys = [int(each) for each in list(ways_back)[::2]]
    owners = dict(zip(keys, list(ways_back)[1::2], strict=True))
    areas = [each for page in file.pages for each in page.get("/Annots", [])]
    assert areas
    assert keys == sorted(keys)
    assert {str(owners[int(each.StructParent)].S) for each in areas} == {"/Link"}


def test_a_signature_is_one_figure_as_large_as_what_was_drawn():
    pdf = TaggedPdf(specimen())

    (figure,) = of_kind(pdf, "Figure")

    left, bottom, right, top = (float(side) for side in figure.attribute("/BBox"))
    assert right - left == pytest.approx(25 * MM, abs=INK_PT)
    assert top - bottom == pytest.approx(10 * MM, abs=INK_PT)
    assert figure.parent is not None
    assert figure.parent.text == "Kari Prøve Eksempelsen"


def test_ticks_houses_and_rules_are_not_read():
    pdf = TaggedPdf(printed("brochure of a zone", Language.BOKMAL))

    assert of_kind(pdf, "Figure") == []
    assert any(each.paints and not each.text for each in pdf.artifacts)


def test_parts_are_listed_in_the_table_of_contents():
    file = TaggedPdf(specimen()).file

    with file.open_outline() as outline:
        (first,) = outline.root
        titles = [each.title for each in first.children]
    assert first.title == "Kvittering"
    assert titles[:2] == ["Hjemmesykepleie", "Praktisk bistand"]


@pytest.mark.parametrize("kind", [Kind.FIGURE, Kind.HEADING, Kind.HEAD_CELL])
def test_an_element_that_nobody_could_read_is_refused(kind):
    with pytest.raises(ValueError, match="too little"):
        Element(kind)
