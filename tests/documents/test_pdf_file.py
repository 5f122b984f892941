"""The file around the pages: fonts, facts, dates, and the same bytes for the same input."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.reading import ReadPdf

ROOT = Path(__file__).parents[2]
PRINT_HASH = """
import hashlib
from tests.documents import samples
from tests.documents.reading import ReadPdf
pdf = samples.documents().brochure(samples.brochure(), samples.ISSUED_AT)
print(hashlib.sha256(pdf).hexdigest())
"""


@pytest.fixture(params=["brochure_pdf", "receipt_pdf"])
def pdf(request):
    return request.getfixturevalue(request.param)


def test_every_font_is_embedded(pdf):
    descriptors = list(pdf.objects("FontDescriptor"))

    assert descriptors
    assert all("FontFile2" in each for each in descriptors)


def test_there_is_no_font_but_the_two_weights(pdf):
    fonts = {str(each["BaseFont"]).split("+")[1].rstrip("'") for each in pdf.objects("Font")}

    assert fonts == {"SourceSans3-Regular", "SourceSans3-Bold"}


def test_no_font_of_the_reader_is_asked_for(pdf):
    assert b"SourceSans3" in pdf.loose
    assert b"Helvetica" not in pdf.loose
    assert b"ZapfDingbats" not in pdf.loose


def test_the_file_says_when_it_was_issued(pdf):
    assert pdf.info["CreationDate"] == "D:20261103094205+00'00'"


def test_the_file_names_the_municipality_as_author(pdf):
    assert pdf.info["Author"] == "Eksempelvik kommune"


def test_the_title_of_a_brochure_is_its_question(brochure_pdf):
    assert brochure_pdf.info["Title"] == "Hvem skal hjelpe deg hjemme? Fritt brukervalg"


def test_the_title_of_a_receipt_names_nobody(receipt_pdf):
    assert receipt_pdf.info["Title"] == "Kvittering"


def test_no_person_stands_outside_the_pages(receipt_pdf):
    assert b"Kvittering" in receipt_pdf.loose
    assert b"Eksempelsen" not in receipt_pdf.loose
    assert not any("Eksempelsen" in str(value) for value in receipt_pdf.info.values())


@pytest.mark.parametrize(
    ("language", "tag"), [(Language.BOKMAL, b"nb-NO"), (Language.NYNORSK, b"nn-NO")]
)
def test_the_file_says_its_language(documents, language, tag):
    pdf = ReadPdf(documents.receipt(samples.receipt(language), samples.ISSUED_AT))

    assert b"/Lang (" + tag + b")" in pdf.loose


def test_the_same_input_gives_the_same_bytes(documents, brochure, brochure_pdf):
    assert documents.brochure(brochure, samples.ISSUED_AT) == brochure_pdf.data


def test_another_moment_gives_another_file(documents):
    first = documents.receipt(samples.receipt(), samples.ISSUED_AT)

    later = documents.receipt(samples.receipt(), samples.ISSUED_AT + timedelta(seconds=1))

    assert first != later


def test_the_order_of_the_providers_changes_the_file(documents, brochure, brochure_pdf):
    turned = replace(brochure, providers=tuple(reversed(brochure.providers)))

    assert documents.brochure(turned, samples.ISSUED_AT) != brochure_pdf.data


@pytest.mark.parametrize("seed", ["1", "2"])
def test_other_processes_give_the_same_bytes(brochure_pdf, seed):
    surroundings = {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": f"99{seed}", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", PRINT_HASH],
        cwd=ROOT,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == hashlib.sha256(brochure_pdf.data).hexdigest()


def test_addresses_lead_somewhere_on_screen(brochure_pdf):
    links = {str(each["A"]["URI"], "ascii") for each in brochure_pdf.objects("Annot")}

    assert "mailto:tildeling@eksempelvik.example" in links
    assert "https://www.solbakken.example" in links


def test_the_table_of_contents_names_every_provider(brochure_pdf, brochure):
    titles = [
        each["Title"].decode("utf-16")
        if each["Title"].startswith(b"\xfe\xff")
        else each["Title"].decode("latin-1")
        for each in brochure_pdf.untyped_objects("Title")
    ]

    assert {provider.name for provider in brochure.providers} <= set(titles)
