import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.language import Language
from kiosk.domain.number_words import day_words, number_words, year_words
from kiosk.domain.spoken import spoken_form

NB, NN, EN = Language.BOKMAL, Language.NYNORSK, Language.ENGLISH


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Ring 12\u00a034\u00a005\u00a078", NB, "Ring tolv, trettifire, null fem, syttiåtte"),
        ("Ring 12 34 05 78", EN, "Ring one two, three four, zero five, seven eight"),
        (
            "Org.nr. 000 000 019",
            NN,
            "organisasjonsnummer null null null, null null null, null ein ni",
        ),
        ("Natt 22.30–07.30", NB, "Natt fra tjueto tretti til sju tretti"),
        ("Dag 07.30–15.00", NN, "Dag frå sju tretti til femten"),
        ("23. november 2026", NB, "tjuetredje november to tusen og tjueseks"),
        ("7. mars 1998", NN, "sjuande mars nitten nittiåtte"),
        ("23 November 2026", EN, "twenty-three November two thousand and twenty-six"),
        ("71\u00a0% av hjelperne", NB, "syttién prosent av hjelperne"),
        ("1,5 timer", NB, "én komma fem timer"),
        ("3 av 6 leverandører vises", NB, "tre av seks leverandører vises"),
        ("Lind AS (kommersiell)", NB, "Lind A S, kommersiell"),
        ("Hagen hjemmetjenester SA", NN, "Hagen hjemmetjenester S A"),
        ("Møt kl. 10.42", NN, "Møt klokka ti førtito"),
        ("Sak 47/26", NB, "Sak fire sju, to seks"),
        ("«Ikke oppgitt»", NB, "Ikke oppgitt"),
        ("Jeg vil ikke velge", NB, "Jeg vil ikke velge"),
    ],
)
def test_numbers_times_days_and_short_forms_become_words(text, language, said):
    assert spoken_form(text, language) == said


@given(st.text(), st.sampled_from(list(Language)))
def test_no_digit_no_hard_space_and_no_quotation_mark_is_left(text, language):
    said = spoken_form(text, language)

    assert not any(character in said for character in "0123456789\u00a0%«»")


@given(st.integers(0, 999_999), st.sampled_from(list(Language)))
def test_different_numbers_are_said_differently(number, language):
    assert number_words(number, language) != number_words((number + 1) % 1_000_000, language)


@pytest.mark.parametrize("language", list(Language))
def test_every_day_of_a_month_has_a_name(language):
    assert len({day_words(day, language) for day in range(1, 32)}) == 31


def test_years_are_said_as_people_say_them():
    assert year_words(1998, NB) == "nitten nittiåtte"
    assert year_words(2026, NN) == "to tusen og tjueseks"
