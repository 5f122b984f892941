"""The example brochure, printed once for all tests."""

import pytest

from tests.documents import samples
from tests.documents.reading import ReadPdf


@pytest.fixture(scope="session")
def documents():
    return samples.documents()


@pytest.fixture(scope="session")
def brochure():
    return samples.brochure()


@pytest.fixture(scope="session")
def brochure_pdf(documents, brochure) -> ReadPdf:
    return ReadPdf(documents.brochure(brochure, samples.ISSUED_AT))


@pytest.fixture(scope="session")
def receipt_pdf(documents) -> ReadPdf:
    return ReadPdf(documents.receipt(samples.receipt(), samples.ISSUED_AT))
