from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.language import Language
from kiosk.domain.pack_texts import pack_texts
from kiosk.domain.speech_book import Message, speech_book
from tests.unit.app import factory

NB, NN = Language.BOKMAL, Language.NYNORSK
MESSAGES = (
    Message("forward", "Continue", "Videre"),
    Message("", "{count} providers in random order", "{count} leverandører i tilfeldig rekkefølge"),
    Message("", "Not stated", "Ikke oppgitt"),
    Message("", "{a}, {b}", "{a}, {b}"),
)
NYNORSK = (Message("forward", "Continue", "Vidare"),)


def book(language=NB, messages=MESSAGES):
    return speech_book(language, messages, pack_texts(factory.municipality(), language))


def ids(text, **changes):
    return [part.id for part in book(**changes).parts(text)]


def test_a_text_of_the_program_has_one_id_in_every_language():
    assert ids("Videre") == ids("Vidare", language=NN, messages=NYNORSK)
    assert ids("Videre")[0].startswith("ui-")


def test_a_text_of_the_municipality_is_named_after_its_place():
    provider = factory.municipality().providers[0]

    assert ids(provider.name.nb) == [f"pack-providers.{provider.id}.name"]


def test_numbers_in_a_text_make_another_clip_of_the_same_pattern():
    six, four = (ids(f"{n} leverandører i tilfeldig rekkefølge")[0] for n in (6, 4))

    assert six != four
    assert six.rsplit("-", 1)[0] == four.rsplit("-", 1)[0]


def test_a_card_is_said_part_by_part_in_its_order():
    name = factory.municipality().providers[0].name.nb

    parts = book().parts(f"{name}. Ikke oppgitt")

    assert [part.text for part in parts] == [f"{name}.", "Ikke oppgitt"]
    assert parts[0].id.startswith("pack-")


def test_a_short_form_does_not_end_a_sentence():
    assert [part.spoken for part in book().parts("Ring kl. 9–14")] == [
        "Ring klokken fra ni til fjorten"
    ]


def test_a_pattern_of_gaps_alone_names_nothing():
    assert ids("Norsk, engelsk")[0].startswith("text-")


def test_order_of_catalogue_changes_no_id_of_texts_that_are_alike():
    alike = (Message("", "Not told", "Ikke oppgitt"), *MESSAGES)

    assert ids("Ikke oppgitt", messages=alike) == ids("Ikke oppgitt", messages=alike[::-1])


@given(st.text(max_size=60))
def test_the_parts_of_a_text_are_the_text(text):
    said = "".join(part.text for part in book().parts(text))

    left = text.replace("\u00a0", " ")
    assert "".join(said.split()) == "".join(left.split()) or said == ""


def test_places_in_the_pack_differ():
    places = [place for place, _ in pack_texts(factory.municipality(), NB)]

    assert len(set(places)) == len(places)


def test_a_day_in_the_middle_of_a_sentence_does_not_end_it():
    parts = book().parts("Ja, per 20. november 2026. Per 1. september 2026.")

    assert [part.text for part in parts] == [
        "Ja, per 20. november 2026.",
        "Per 1. september 2026.",
    ]
    assert book().parts("Fra kl. 9.30. Ring 12 34 56 10. Vent.")[-1].text == "Vent."
