import pytest
from babel.messages.catalog import Catalog

from kiosk.devtools.catalogue_checks import check_catalogue


@pytest.fixture
def template() -> Catalog:
    catalogue = Catalog(domain="kiosk")
    catalogue.add("Hand over to %1.")
    catalogue.add(("{count} case", "{count} cases"))
    return catalogue


@pytest.fixture
def complete() -> Catalog:
    catalogue = Catalog(locale="nb", domain="kiosk")
    catalogue.add("Hand over to %1.", "Overlat til %1.")
    catalogue.add(("{count} case", "{count} cases"), ("{count} sak", "{count} saker"))
    return catalogue


def test_a_complete_catalogue_has_no_fault(complete, template):
    assert not list(check_catalogue(complete, template))


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ("", "empty"),
        ("Overlat til ham.", "placeholders differ"),
        ("Overlat til %1", "punctuation at the end differs"),
        ("Overlat til %1. ", "space at an end"),
    ],
)
def test_names_a_fault_in_a_translation(complete, template, translation, fault):
    complete["Hand over to %1."].string = translation

    assert any(line.startswith(fault) for line in check_catalogue(complete, template))


def test_names_a_plural_without_its_number(complete, template):
    complete["{count} case"].string = ("en sak", "{count} saker")

    assert list(check_catalogue(complete, template)) == ["placeholders differ: '{count} case'"]


def test_names_a_fuzzy_translation(complete, template):
    complete["Hand over to %1."].flags.add("fuzzy")

    assert list(check_catalogue(complete, template)) == ["fuzzy: 'Hand over to %1.'"]


def test_names_a_missing_text(complete, template):
    template.add("New")

    assert list(check_catalogue(complete, template)) == ["missing: 'New'"]


def test_names_a_text_that_the_source_has_lost(complete, template):
    complete.add("Old", "Gammel")

    assert list(check_catalogue(complete, template)) == ["not in the source any more: 'Old'"]


def test_names_an_obsolete_text(complete, template):
    complete.add("Old", "Gammel")
    complete.obsolete["Old"] = complete["Old"]
    complete.delete("Old")

    assert list(check_catalogue(complete, template)) == ["obsolete: 'Old'"]
