"""Every provider's page has the same fields in the same places (neutrality N03, N04, N10)."""

from dataclasses import replace

import pytest

from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import Contact, Continuity, Provider, ProviderKind
from kiosk.theme.tokens import Contrast, TextSize
from tests.audit.profile import Profile, profiles
from tests.audit.programs import steady_program
from tests.audit.setups import NB, NN
from tests.audit.walk import Visitor, read_on
from tests.stage import example, open_stage

SHOWN = [("laptop-14", TextSize.M, NB), ("kiosk-21", TextSize.M, NN), ("laptop-14", TextSize.L, NN)]


@pytest.fixture(scope="module", params=SHOWN, ids=lambda shown: f"{shown[0]}-{shown[1].value}")
def pages(request, qapp) -> dict[str, Profile]:
    """Every provider's page, by name."""
    device, size, language = request.param
    return _read(example(), device, size, language)


@pytest.fixture(scope="module")
def with_holes(qapp) -> dict[str, Profile]:
    """The same pages where no provider has stated anything that may be left out."""
    municipality = example()
    providers = tuple(_silent(provider) for provider in municipality.providers)
    return _read(replace(municipality, providers=providers), "laptop-14", TextSize.M, NB)


def test_n03_every_provider_has_the_same_labels_in_the_same_order(pages):
    sequences = {tuple(page.labels) for page in pages.values()}

    assert len(pages) == 6
    assert len(sequences) == 1


def test_n03_no_label_stands_twice(pages):
    (first, *_) = pages.values()

    assert len(set(first.labels)) == len(first.labels)


def test_n03_all_labels_and_values_have_the_same_type(pages):
    types = {
        (field.label.font_px, field.label.color, field.value.font_px, field.value.color)
        for page in pages.values()
        for field in page.fields
    }

    assert len(types) == 1


def test_n04_no_field_is_empty(pages):
    empty = [
        f"{name}: {field.label}"
        for name, page in pages.items()
        for field in page.fields
        if not field.value.text.strip()
    ]

    assert empty == []


def test_n04_a_missing_value_takes_no_row_away(pages, with_holes):
    complete = {len(page.labels) for page in pages.values()}

    assert {len(page.labels) for page in with_holes.values()} == complete


def test_n04_a_missing_value_is_said_in_words(with_holes):
    said = [
        sum(field.value.text == "Ikke oppgitt" for field in page.fields)
        for page in with_holes.values()
    ]

    # Helpers, languages, wishes, adaptations, telephone, e-mail, website, address, own
    # presentation and extras.
    assert min(said) >= 10


def test_n04_a_missing_value_has_the_type_of_every_other(with_holes):
    (page, *_) = with_holes.values()
    types = {
        field.value.text == "Ikke oppgitt": (
            field.value.font_px,
            field.value.color,
            field.value.font.weight(),
            field.value.font.italic(),
        )
        for field in page.fields
    }

    assert types[True] == types[False]


def test_n04_the_row_of_a_missing_value_is_as_high_as_a_line(with_holes):
    heights = {
        field.height_px
        for page in with_holes.values()
        for field in page.fields
        if field.value.text == "Ikke oppgitt"
    }

    (height,) = heights
    (page, *_) = with_holes.values()
    assert height >= page.fields[0].value.font_px


def test_n10_the_kind_of_owner_is_the_first_line_of_every_page(pages):
    kinds = {provider.kind for provider in example().providers}
    first_lines = [page.first_line.text.split(",")[0].split(".")[0] for page in pages.values()]

    assert len(set(first_lines)) == len(kinds)


def test_n10_the_kind_of_owner_stands_at_the_same_place_in_the_same_type(pages):
    places = {
        (
            round(page.first_line.rect.left()),
            round(page.first_line_top_px),
            page.first_line.font_px,
            page.first_line.font.weight(),
            page.first_line.color,
        )
        for page in pages.values()
    }

    assert len(places) == 1


def test_n10_every_kind_of_owner_is_among_the_examples():
    assert {provider.kind for provider in example().providers} == set(ProviderKind)


def _read(municipality: Municipality, device: str, size: TextSize, language) -> dict[str, Profile]:
    program = steady_program(municipality=municipality)
    with open_stage(program, device, size, Contrast.STANDARD) as stage:
        stage.visit(language=language)
        visitor = Visitor(stage, language)
        for _ in read_on(visitor):
            pass
        return profiles(visitor)


def _silent(provider: Provider) -> Provider:
    return replace(
        provider,
        owner=None,
        continuity=Continuity(),
        languages=None,
        wishes=None,
        accessibility=None,
        contact=Contact(),
        extras=None,
        presentation=None,
        started_on=None,
    )
