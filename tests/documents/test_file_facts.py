"""What a file says of itself to archives and readers, in both places that say it."""

import re

import pikepdf
import pytest

from brochures.file_facts import ACTIVITY
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.every_document import LANGUAGES, NAMES, every_document, printed
from tests.documents.specimen import specimen
from tests.documents.tag_reading import TaggedPdf

PEOPLE = ("Prøve", "Eksempelsen", "Solveig", "Strand", "2026/0", "EV-1042")
"""Parts of the names and case numbers of everybody in the samples."""

DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
every = pytest.mark.parametrize("name", NAMES)


def told(pdf: TaggedPdf) -> dict[str, object]:
    """The metadata for archives."""
    return dict(pdf.file.open_metadata(set_pikepdf_as_editor=False))


@every
def test_it_says_which_rules_it_keeps(name):
    facts = told(TaggedPdf(printed(name, Language.BOKMAL)))

    of_archives, of_readers = (
        "{http://www.aiim.org/pdfa/ns/id/}",
        "{http://www.aiim.org/pdfua/ns/id/}",
    )
    assert (facts[f"{of_archives}part"], facts[f"{of_archives}conformance"]) == ("2", "A")
    assert facts[f"{of_readers}part"] == "1"


@every
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)
def test_it_tells_title_sender_activity_date_and_language(name, language):
    facts = told(TaggedPdf(printed(name, language)))

    blocks = every_document(language)[name].blocks
    assert str(facts[f"{DC}title"]).startswith(blocks.title.split("\n")[0])
    assert facts[f"{DC}creator"] == [blocks.municipality]
    assert facts[f"{DC}description"] == ACTIVITY
    assert facts[f"{DC}language"] == {f"{language.value}-NO"}
    assert facts[f"{XMP}CreateDate"] == samples.ISSUED_AT.isoformat()


@every
def test_it_names_nobody(name):
    pdf = TaggedPdf(printed(name, Language.BOKMAL))

    metadata = pdf.file.Root.Metadata.read_bytes().decode()
    info = " ".join(str(value) for _key, value in pdf.file.docinfo.items())
    # An invented name may be the beginning of an ordinary word.
    assert [
        part for part in PEOPLE if re.search(rf"{part}(?![a-zæøå])", f"{metadata} {info}")
    ] == []


@pytest.mark.parametrize(
    ("name", "number"),
    [("receipt, signed", "EV-2026"), ("brochure of a zone", "EV-"), ("note", "")],
)
def test_it_has_the_number_by_which_the_municipality_finds_it(name, number):
    facts = told(TaggedPdf(printed(name, Language.BOKMAL)))

    assert str(facts.get(f"{DC}identifier", "")).startswith(number)


@every
def test_both_places_say_the_same(name):
    pdf = TaggedPdf(printed(name, Language.BOKMAL))

    facts, info = told(pdf), pdf.file.docinfo
    assert facts[f"{DC}title"] == str(info.Title)
    assert facts[f"{DC}creator"] == [str(info.Author)]
    assert facts[f"{DC}description"] == str(info.Subject)
    assert facts[f"{XMP}CreatorTool"] == str(info.Creator)
    assert facts["{http://ns.adobe.com/pdf/1.3/}Producer"] == str(info.Producer)


def test_signs_of_markup_in_a_name_do_no_harm():
    pdf = TaggedPdf(specimen(title="A & B <ø>"))

    assert told(pdf)[f"{DC}title"] == "A & B <ø>"


def test_colours_are_those_of_the_profile_that_is_shipped():
    pdf = TaggedPdf(specimen())

    (intent,) = pdf.file.Root.OutputIntents
    assert intent.DestOutputProfile.read_bytes() == samples.PROFILE.read_bytes()
    assert isinstance(intent.S, pikepdf.Name)
