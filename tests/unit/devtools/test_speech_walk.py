"""Whatever strangers can see is in the list of what can be said, in the order of reading (F01, F11)."""

from dataclasses import replace

import pytest

from kiosk.cli.speech import _write
from kiosk.devtools.speech_walk import walk
from kiosk.domain.language import Language
from kiosk.domain.pack_texts import pack_texts
from kiosk.domain.speech_book import speech_book
from kiosk.i18n.message_list import messages_in
from kiosk.settings import Resources
from kiosk.ui.item_tree import shown_below
from kiosk.ui.shell import Page
from tests.stage import PatientTaps, example, memory_program, open_public_stage, public_machine

RESOURCES = Resources.shipped()
PROVIDERS = {"eksempelvik-hjemmetjenesten", "lind", "nordvik"}


@pytest.fixture(scope="module")
def program():
    """One zone, one service and three providers, so that a walk is short."""
    whole = example()
    few = tuple(each for each in whole.providers if each.id in PROVIDERS)
    return memory_program(
        replace(whole, zones=whole.zones[:1], services=whole.services[:1], providers=few)
    )


@pytest.fixture(scope="module")
def said(qapp, program):
    books = {
        each: speech_book(
            each, messages_in(RESOURCES.locales, each), pack_texts(program.municipality, each)
        )
        for each in Language
    }
    return walk(program, RESOURCES, Language.NYNORSK, books)


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


def test_every_public_page_is_walked(said):
    walked = {each.page for each in said}

    public = {page.value.removesuffix(".qml") for page in Page if page.is_public}
    assert public - walked == {"public/CleaningPage"}, "staff clean; strangers never see that page"


def test_every_text_that_is_painted_is_said(said, program):
    heard = plain(" ".join(each.text for each in said))
    with open_public_stage(program, public_machine(program), PatientTaps()) as stage:
        seen = set()
        stage.reader.press("Byrja på nynorsk")
        for _ in range(12):
            items = list(shown_below(stage.open.window.contentItem()))
            seen |= {plain(str(i.property("text"))) for i in items if i.inherits("QQuickText")}
            assert stage.open.public is not None
            desk = stage.open.public.desk
            if stage.open.shell.current is Page.PUBLIC_OVERVIEW:
                break
            desk.places.pickZone(program.municipality.zones[0].id)
            if not any(row["isPicked"] for row in desk.places.services.rows()):
                desk.places.toggleService(program.municipality.services[0].id)
            stage.reader.press_first("Vidare", "Vis meir")

    assert stage.open.shell.current is Page.PUBLIC_OVERVIEW
    assert {text for text in seen if text not in heard} == set()


def test_every_string_has_a_name_and_a_spoken_form_without_digits(said):
    for each in said:
        assert each.parts or not any(character.isalnum() for character in each.text)
        assert not any(
            part.spoken == "" or any(map(str.isdigit, part.spoken)) for part in each.parts
        )


def test_one_name_stands_for_one_text(said):
    texts: dict[tuple[Language, str], set[str]] = {}
    for each in said:
        for part in each.parts:
            name = (each.language, part.id)
            texts.setdefault(name, set()).add(plain(part.text).rstrip("."))

    assert {name for name, found in texts.items() if len(found) > 1} == set()


def test_the_table_has_each_name_once_in_the_order_of_the_pages(said, tmp_path):
    count = _write(tmp_path / "nn.tsv", said, Language.NYNORSK)

    rows = [line.split("\t") for line in (tmp_path / "nn.tsv").read_text("utf-8").splitlines()]
    assert rows[0] == ["page", "id", "text", "spoken"]
    assert len(rows) == count + 1
    assert rows[1][0] == "public/AttractPage"
    assert len({row[1] for row in rows}) == len(rows)


def test_f10_every_column_of_the_first_page_is_spoken_in_its_own_language(said):
    first = [each for each in said if each.page == "public/AttractPage" and each.parts]
    begins = {
        each.language: each.parts[0]
        for each in first
        if "Start in" in each.text or "Begynn" in each.text or "Byrja" in each.text
    }

    assert {each: part.text for each, part in begins.items()} == {
        Language.BOKMAL: "Begynn på bokmål",
        Language.NYNORSK: "Byrja på nynorsk",
        Language.ENGLISH: "Start in English",
    }
    assert len({part.id for part in begins.values()}) == 1
    strangers = {part.text for each in first for part in each.parts if part.id.startswith("text-")}
    assert strangers == {"EKSEMPEL"}


def test_f10_after_the_first_page_everything_is_spoken_in_the_language_that_is_shown(said):
    assert {each.language for each in said if each.page != "public/AttractPage"} == {
        Language.NYNORSK
    }


def test_f12_a_refusal_is_spoken_and_names_what_is_missing(said, program):
    refused = [each for each in said if each.page == "public/ZonePage"]
    told = program.words_for(Language.NYNORSK).gettext("Tap the place where you live first.")

    assert told in {part.text for each in refused for part in each.parts}


def test_f13_what_is_heard_is_what_is_seen(said):
    assert {
        part.text
        for each in said
        for part in each.parts
        if plain(part.text).rstrip(".") not in plain(each.text)
    } == set()


def test_f04_nothing_of_a_person_is_among_what_can_be_said(said, program):
    references = program.record.case_refs()
    people = {program.record.case_file(each).case.name for each in references} | references

    assert people
    assert not any(person in each.text for each in said for person in people)
