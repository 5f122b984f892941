"""Why a document did not reach the printer or the file."""

import pytest

from kiosk.app.print_faults import print_fault
from kiosk.domain.errors import PrintError
from kiosk.domain.language import Language
from tests.unit.app import factory


@pytest.mark.parametrize(
    ("language", "denied"), [(Language.BOKMAL, "ingen fil"), (Language.NYNORSK, "inga fil")]
)
def test_a_full_disk_denies_no_file_that_was_finished_before(language, denied):
    said = print_fault(PrintError("printing.disk_full"), factory.words(language))

    assert "full" in said
    assert denied not in said
