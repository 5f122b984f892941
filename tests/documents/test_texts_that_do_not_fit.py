"""Never smaller type, never a cut: what does not fit is refused with its field."""

from dataclasses import replace

import pytest

from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.edition import Edition
from kiosk.domain.errors import DoesNotFitError, MissingGlyphError
from tests.documents import fairness, samples
from tests.documents.reading import ReadPdf

WORD = "omsorgstjenester "


def refusal(documents, brochure: Brochure) -> DoesNotFitError:
    with pytest.raises(DoesNotFitError) as refused:
        documents.brochure(brochure, samples.ISSUED_AT)
    return refused.value


def changed(brochure: Brochure, **fields) -> Brochure:
    first, second, *others = brochure.providers
    return replace(brochure, providers=(first, replace(second, **fields), *others))


def with_fact(brochure: Brochure, key: FactKey, value: str) -> Brochure:
    facts = brochure.providers[1].facts
    return changed(
        brochure,
        facts=tuple(replace(fact, value=value) if fact.key is key else fact for fact in facts),
    )


@pytest.mark.parametrize(
    ("key", "label"),
    [
        (FactKey.PRESENTATION, "Skrevet av leverandøren"),
        (FactKey.EXTRAS, "Tillegg"),
        (FactKey.WISHES, "Ønsker"),
    ],
)
def test_a_value_that_is_too_long_is_refused_by_provider_and_field(documents, brochure, key, label):
    fault = refusal(documents, with_fact(brochure, key, WORD * 60))

    assert (fault.owner, fault.field) == ("Eksempelvik hjemmetjeneste", label)


def test_one_line_more_is_refused_as_one_line(documents, brochure):
    _fitting, too_long = longest_presentation(documents, brochure)

    assert refusal(documents, too_long).lines_over == 1


def test_the_longest_text_that_fits_is_printed_in_full(documents, brochure):
    fitting, _too_long = longest_presentation(documents, brochure)

    pdf = ReadPdf(documents.brochure(fitting, samples.ISSUED_AT))

    assert fairness.unfairness(pdf, fitting.providers) == []


def longest_presentation(documents, brochure: Brochure) -> tuple[Brochure, Brochure]:
    """The last brochure that fits and the first that does not, a line apart."""
    made = [
        with_fact(brochure, FactKey.PRESENTATION, "\n".join(["Linje"] * lines))
        for lines in range(6, 14)
    ]
    fits = [_fits(documents, each) for each in made]
    assert fits == sorted(fits, reverse=True)
    return made[sum(fits) - 1], made[sum(fits)]


def _fits(documents, brochure: Brochure) -> bool:
    try:
        documents.brochure(brochure, samples.ISSUED_AT)
    except DoesNotFitError:
        return False
    return True


def test_a_name_of_three_lines_is_refused(documents, brochure):
    fault = refusal(documents, changed(brochure, name="Navn " * 20))

    assert (fault.field, fault.lines_over) == ("Navn", 1)


def test_a_kind_line_of_two_lines_is_refused(documents, brochure):
    fault = refusal(documents, changed(brochure, kind_line=WORD * 6))

    assert (fault.owner, fault.field) == ("Eksempelvik hjemmetjeneste", "Type")


def test_an_approval_of_three_lines_is_refused(documents, brochure):
    assert refusal(documents, changed(brochure, approval=WORD * 11)).field == "Godkjenning"


def test_a_word_wider_than_its_column_is_refused(documents, brochure):
    fault = refusal(documents, with_fact(brochure, FactKey.ZONES, "x" * 80))

    assert fault.field == "Soner"


def test_a_cover_text_that_runs_into_the_houses_is_refused(documents, brochure):
    fault = refusal(documents, replace(brochure, scope=WORD * 60))

    assert fault.field == "scope"


def test_a_character_without_a_glyph_is_refused_with_its_field(documents, brochure):
    with pytest.raises(MissingGlyphError) as refused:
        documents.brochure(with_fact(brochure, FactKey.WISHES, "漢"), samples.ISSUED_AT)

    assert (refused.value.character, refused.value.field) == ("漢", "Ønsker")


@pytest.mark.parametrize("text", ["\u0007", "\t", "😀"])
def test_what_cannot_be_seen_or_drawn_is_refused(documents, brochure, text):
    with pytest.raises(MissingGlyphError):
        documents.brochure(replace(brochure, subtitle=f"Fritt{text}valg"), samples.ISSUED_AT)


def test_northern_sami_letters_are_printed(documents, brochure):
    made = with_fact(brochure, FactKey.LANGUAGES, "Áá Čč Đđ Ŋŋ Šš Ŧŧ Žž")

    pdf = ReadPdf(documents.brochure(made, samples.ISSUED_AT))

    assert fairness.lost_text(pdf, made.providers) == []


def test_letters_in_two_parts_are_printed_as_one(documents, brochure):
    made = changed(brochure, name="A\u030as hjelp")

    pdf = ReadPdf(documents.brochure(made, samples.ISSUED_AT))

    assert pdf.provider_pages[1].lines[0] == "Ås hjelp"


@pytest.mark.parametrize("edition", [Edition.LARGE_PRINT, Edition.BOOKLET])
def test_a_text_is_named_and_not_what_the_program_tells_beside_it(documents, brochure, edition):
    """What nobody can write shorter may fill the page as well; it is not what is too long."""
    room = " ".join(f"Tjeneste {at}: ja, per 20. november 2026." for at in range(4))
    full = with_fact(brochure, FactKey.CAPACITY, room)

    with pytest.raises(DoesNotFitError) as refused:
        documents.brochure(with_fact(full, FactKey.WISHES, WORD * 60), samples.ISSUED_AT, edition)

    assert refused.value.field == "Ønsker"
