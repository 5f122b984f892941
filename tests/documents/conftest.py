"""The example brochure, printed once for all tests."""

from collections.abc import Iterator

import pytest

from tests.documents import samples
from tests.documents.reading import ReadPdf
from tests.documents.vera import VeraPdf


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


@pytest.fixture(scope="session")
def vera(tmp_path_factory) -> Iterator[VeraPdf]:
    with VeraPdf(tmp_path_factory.mktemp("vera")) as checker:
        yield checker
