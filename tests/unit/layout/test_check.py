"""A pack is laid out before anybody meets it on a card or on paper."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from kiosk.app.ports.words import Words
from kiosk.content import load_pack
from kiosk.content.wording import in_words
from kiosk.domain.edition import Edition
from kiosk.domain.errors import ContentProblem
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import EasyKey, ProseKey, ProseKind, ProsePart
from kiosk.i18n import GettextWords
from kiosk.layout.check import layout_problems
from kiosk.settings import Resources

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Oslo"))
RESOURCES = Resources.shipped()


@cache
def example():
    return load_pack(RESOURCES.example, NOW.date())


def with_first_provider(**changes):
    first, *others = example().providers
    return replace(example(), providers=(replace(first, **changes), *others))


def problems_of(municipality):
    return layout_problems(municipality, RESOURCES, NOW)


@pytest.fixture
def words() -> Words:
    return GettextWords(Language.BOKMAL, RESOURCES.locales)


def test_the_example_pack_fits_everywhere():
    assert problems_of(example()) == ()


def test_a_name_of_three_lines_is_told_with_the_providers_file():
    name = LocalText.same("Hjemmesykepleie Hjemmetjenester Omsorgstjenester Nord")

    found = problems_of(with_first_provider(name=name))

    first = example().providers[0].id
    assert (f"providers/{first}.toml", "name.nb") in {(item.file, item.field) for item in found}


def test_a_text_without_room_on_paper_is_told_with_the_providers_file():
    wishes = LocalText.same("Du kan be om det du trenger. " * 40)

    found = problems_of(with_first_provider(wishes=wishes))

    first = example().providers[0].id
    assert {item.file for item in found} == {f"providers/{first}.toml"}


def test_n26_an_approval_has_room_before_it_is_told_to_be_old():
    """So that no pack stops to open on the day on which a year has passed."""
    office = "Kontoret for" + " helse" * 17

    found = layout_problems(with_first_provider(approved_by=office), RESOURCES, NOW, ())

    assert {item.field for item in found} == {"Godkjenning"}


def test_a_character_that_the_font_lacks_is_told():
    found = problems_of(with_first_provider(wishes=LocalText.same("漢字")))

    assert {item.code for item in found} == {"no_glyph"}


def at_office(address, **changes):
    office = example().office
    contact = replace(office.contact, address=address)
    return replace(example(), office=replace(office, contact=contact, **changes))


def test_an_address_of_many_parts_has_room():
    assert problems_of(at_office("Helse og mestring, Storgata 1, 0000 Eksempelvik")) == ()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        (lambda: at_office(f"{'W' * 50}, 0000 Eksempelvik"), "office.contact.address"),
        (
            lambda: at_office(
                "Avdeling for hjemmetjenester, Administrasjonsbygget, 0000 Vik",
                name=LocalText.same("Tildelingskontoret for helse og velferd"),
            ),
            "office.contact.address",
        ),
        (
            lambda: at_office("Storgata 1, 0000 Vik", name=LocalText("Kontor", "W" * 50)),
            "office.name.nn",
        ),
    ],
    ids=["too wide", "too many", "the office's name"],
)
def test_an_office_without_room_in_the_window_is_told_with_its_field(changed, field, words):
    (found, *_) = [each for each in problems_of(changed()) if each.code == "no_room_in_window"]

    assert (found.file, found.field) == ("municipality.toml", field)
    assert "konvolutt" in in_words(found, words)


def test_every_problem_can_be_put_into_words(words):
    found = problems_of(with_first_provider(wishes=LocalText.same("漢字")))

    assert all("漢" in in_words(problem, words) for problem in found)


def test_a_word_wider_than_the_page_is_told_with_the_file_of_its_text():
    key = (ProseKey.PRIVACY, Language.NYNORSK)
    part = ProsePart(ProseKind.PARAGRAPH, "x" * 200)
    prose = {**example().prose, key: (*example().prose[key], part)}

    found = problems_of(replace(example(), prose=prose))

    assert {(item.file, item.code) for item in found} == {("prose/nn/privacy.md", "no_room_there")}


def test_a_letter_is_told_with_every_file_and_field_that_holds_it():
    service, *services = example().services
    changed = with_first_provider(presentation=LocalText("漢", "漢"))
    changed = replace(changed, services=(replace(service, fee=LocalText.same("漢")), *services))

    found = {(item.file, item.field) for item in problems_of(changed)}

    first = f"providers/{example().providers[0].id}.toml"
    assert (first, "presentation.nb") in found
    assert ("services.toml", f"services[{service.id}].fee.nb") in found


@pytest.mark.parametrize(("lines", "said"), [("1", "1 linje for"), ("2", "2 linjer for")])
def test_one_line_is_no_plural(words, lines, said):
    problem = ContentProblem("a.toml", "b", "no_room", {"lines": lines, "language": "nb"})

    assert said in in_words(problem, words)


def with_services_called(called, name):
    services = tuple(
        replace(service, name=LocalText.same(f"{called} {number}"))
        for number, service in enumerate(example().services)
    )
    return replace(with_first_provider(name=LocalText.same(name)), services=services)


def test_services_with_many_words_leave_room_for_long_names():
    called, name = "Dagopphold for eldre med demens", "Storby Diakonistiftelsesvirksomhet"

    assert problems_of(with_services_called(called, name)) == ()


def test_a_name_without_room_in_an_edition_is_told_with_its_field():
    """Tables have room for every name that the provider's own page has room for."""
    called, name = "Omsorgsboligopphold", "Heimesjukepleieverksemdstiftingskontoret"

    found = problems_of(with_services_called(called, name))

    first = f"providers/{example().providers[0].id}.toml"
    assert (first, "name.nb", "no_room_in_edition") in {
        (item.file, item.field, item.code) for item in found
    }


def test_every_provider_without_room_is_named_at_once_and_once_in_each_language():
    wishes = LocalText.same("Du kan be om det du trenger. " * 40)
    providers = tuple(replace(each, wishes=wishes) for each in example().providers)

    found = problems_of(replace(example(), providers=providers))

    places = [(item.file, item.values["language"]) for item in found]
    assert len(places) == len(set(places)) == 2 * len(providers)


def test_a_text_with_room_but_not_in_large_print_is_a_warning_that_names_the_edition(words):
    name = LocalText.same("Stiftelsen Eksempelvik hjemmesykepleie, omsorg og aktivitet i nordre")

    found = [each for each in problems_of(with_first_provider(name=name)) if "edition" in each.code]

    first = example().providers[0].id
    assert {each.file for each in found} == {f"providers/{first}.toml"}
    assert "large_print" in {each.values["edition"] for each in found}
    assert all(each.is_warning for each in found)
    large = next(each for each in found if each.values["edition"] == "large_print")
    assert "Stor skrift" in in_words(large, words)


def test_a_word_wider_than_a_page_of_a5_is_a_warning_about_booklets_at_the_file_of_its_text(words):
    key = (ProseKey.PRIVACY, Language.NYNORSK)
    part = ProsePart(ProseKind.PARAGRAPH, ("omsorgstjenestekontor" * 3)[:60])
    prose = {**example().prose, key: (*example().prose[key], part)}

    found = problems_of(replace(example(), prose=prose))

    booklets = [each for each in found if each.values.get("edition") == "booklet"]
    assert {(each.file, each.is_warning) for each in booklets} == {("prose/nn/privacy.md", True)}
    assert all(each.is_warning for each in found)
    assert "Hefte (A5)" in in_words(booklets[0], words)


def test_a_word_of_the_easy_texts_without_room_is_a_warning_at_their_file(words):
    key = (EasyKey.ASK, Language.BOKMAL)
    easy = {**example().easy, key: (ProsePart(ProseKind.PARAGRAPH, "x" * 200),)}

    found = problems_of(replace(example(), easy=easy))

    assert {(each.file, each.values["edition"], each.is_warning) for each in found} == {
        ("prose/nb/easy/ask.md", "easy_read", True)
    }
    assert "Lett å lese" in in_words(found[0], words)


def test_who_wants_the_faults_of_the_standard_edition_waits_for_no_other():
    key = (EasyKey.ASK, Language.BOKMAL)
    easy = {**example().easy, key: (ProsePart(ProseKind.PARAGRAPH, "x" * 200),)}

    assert layout_problems(replace(example(), easy=easy), RESOURCES, NOW, (Edition.STANDARD,)) == ()


def test_a_fault_of_the_standard_edition_is_told_once():
    wishes = LocalText.same("Du kan be om det du trenger. " * 40)

    found = problems_of(with_first_provider(wishes=wishes))

    fields = [(each.file, each.field, each.values["language"]) for each in found]
    assert len(fields) == len(set(fields))


def test_a_word_of_a_service_that_providers_tell_is_told_with_the_service():
    """Nobody can write a fact shorter that only names the service."""
    called = "Omsorgsteknologiinstallasjonsveiledningstjenesteordningen"

    found = problems_of(with_services_called(called, "Lind AS"))

    words = {item.values["text"] for item in found if "text" in item.values}
    first = f"services[{example().services[0].id}].name.nb"
    assert found
    assert {item.file for item in found} == {"services.toml"}
    assert (first, called) in {(item.field, item.values["text"]) for item in found}
    assert all(called.casefold() in word.casefold() for word in words)
    places = {(item.field, item.values["edition"], item.values["language"]) for item in found}
    assert len(found) == len(places)


@pytest.mark.parametrize(
    "name",
    [
        "Gáivuona suohkan – Kåfjord kommune – Kaivuonon komuuni",
        "Porsáŋgu gielda – Porsanger kommune – Porsangin komuuni",
    ],
)
def test_a_municipality_of_three_languages_fits_on_cover_and_envelope(name):
    assert problems_of(replace(example(), name=name)) == ()


def test_a_municipality_without_room_on_the_cover_is_told_at_its_own_name():
    name = "Prøvedalens storkommune " * 6

    found = problems_of(replace(example(), name=name.strip()))

    on_paper = [each for each in found if each.code == "no_room_there"]
    assert {(each.file, each.field) for each in on_paper} == {("municipality.toml", "name")}
    assert {each.values["text"] for each in on_paper} == {name.strip()}
